/** Detector `number`: the same quantity of the same thing differs. */
import type { Quantity } from '../types';
import type { ClaimDetector, ClaimPair, Finding, Slot } from './detector';
import { describeMatter } from './matter';

/** How sure it must be that both values fill one slot, 0 to 1. */
const LEAST_SLOT = 0.46;

export const number: ClaimDetector = {
  id: 'number',
  title: 'Different numbers',
  compare(pair) {
    const slot = pair.quantities
      .filter((candidate) => candidate.left.unit !== 'minute' && candidate.score >= LEAST_SLOT)
      .sort((a, b) => b.score - a.score)[0];
    return slot && report(pair, slot);
  },
};

function report(pair: ClaimPair, { left, right, score }: Slot<Quantity>): Finding {
  const say = (text: string, { start, end }: Quantity) => text.slice(start, end);
  const one = say(pair.left.article.text, left);
  const other = say(pair.right.article.text, right);
  return {
    kind: 'number',
    severity: 'contradiction',
    sides: [
      { article: pair.left.article, span: left, says: one, key: keyOf(left) },
      { article: pair.right.article, span: right, says: other, key: keyOf(right) },
    ],
    matter: describeMatter(pair, left.unit, left.thing, right.thing),
    differs: `${one} or ${other}?`,
    reconciles: null,
    explanation: [pair.reason, `likeness of passages ${pair.score.toFixed(2)}, of slots ${score.toFixed(2)}`],
  };
}

const keyOf = ({ min, max, unit }: Quantity): string => `${min} to ${max ?? 'more'} ${unit}`;
