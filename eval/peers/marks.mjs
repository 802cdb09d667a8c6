// @ts-check
// The plainest peer: whatever stands between quotation marks within a line is a quotation.
import { printAnalysis } from './print.mjs';

const BETWEEN_MARKS = /“[^”\n]*”|"[^"\n]*"|''[^'\n]*''|``[^'\n]*''/g;

printAnalysis((text) => ({
  quotations: [...text.matchAll(BETWEEN_MARKS)].map((match, i) => ({
    id: `q${i}`,
    type: 'direct',
    content: [[match.index, match.index + match[0].length]],
    cue: null,
    source: null,
    speaker: null,
  })),
}));
