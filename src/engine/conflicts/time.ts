/** Detector `time`: the same event at incompatible dates, clock times or durations. */
import type { Quantity, TimeReference } from '../types';
import type { ClaimDetector, ClaimPair, Finding, Slot } from './detector';
import { describeMatter } from './matter';

/** How sure it must be that both values fill one slot, 0 to 1. */
const LEAST_SLOT = 0.46;

type Timed = TimeReference | Quantity;

export const time: ClaimDetector = {
  id: 'time',
  title: 'Different times',
  compare(pair) {
    const durations: Slot<Timed>[] = pair.quantities.filter(({ left }) => left.unit === 'minute');
    const slot = [...durations, ...pair.times]
      .filter(({ score }) => score >= LEAST_SLOT)
      .sort((a, b) => b.score - a.score)[0];
    return slot && report(pair, slot);
  },
};

function report(pair: ClaimPair, { left, right, score }: Slot<Timed>): Finding {
  const one = pair.left.article.text.slice(left.start, left.end);
  const other = pair.right.article.text.slice(right.start, right.end);
  return {
    kind: 'time',
    severity: 'contradiction',
    sides: [
      { article: pair.left.article, span: left, says: one, key: keyOf(left, one) },
      { article: pair.right.article, span: right, says: other, key: keyOf(right, other) },
    ],
    matter: describeMatter(pair, 'time'),
    differs: `${one} or ${other}?`,
    reconciles: null,
    explanation: [pair.reason, `likeness of passages ${pair.score.toFixed(2)}, of slots ${score.toFixed(2)}`],
  };
}

function keyOf(value: Timed, words: string): string {
  if ('unit' in value) return `${value.min} to ${value.max ?? 'more'} minutes`;
  const { from, to, clock } = value;
  if (from === null && clock === undefined) return words.toLowerCase();
  return `${from ?? ''} ${to ?? ''} ${clock?.minutes ?? ''} ${clock?.until ?? ''}`;
}
