/** Repairs wink-nlp's sentence boundaries where news text breaks them. */
import type { Token } from './document';

type Range = readonly [from: number, to: number];

const CLOSERS = new Set(['"', "'", ')', ']', '»']);

/**
 * Joins what was split wrongly: a closing mark stranded at the start of the next sentence goes back to its own,
 * and a “sentence” that starts in lower case after an abbreviation's point is the rest of the one before.
 * @param ranges token ranges, `from` inclusive, `to` exclusive, in order
 */
export function mendSentences(tokens: readonly Token[], ranges: readonly Range[]): Range[] {
  const mended: [number, number][] = [];
  for (const [start, to] of ranges) {
    let from = start;
    const before = mended.at(-1);
    if (before !== undefined) {
      while (from < to && isStrandedCloser(tokens, from)) from++;
      before[1] = from;
      if (from < to && continues(tokens, from)) {
        before[1] = to;
        continue;
      }
    }
    if (from < to) mended.push([from, to]);
  }
  return mended;
}

function isStrandedCloser(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  const touches = token !== undefined && before !== undefined && before.end === token.start;
  return touches && CLOSERS.has(token.lower);
}

function continues(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before === undefined) return false;
  const startsLower =
    /^[a-z]/.test(token.lower) && token.text.charAt(0) === token.text.charAt(0).toLowerCase();
  return startsLower && before.text !== '?' && before.text !== '!';
}
