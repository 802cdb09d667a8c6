/** Detector `time`: the same event at incompatible dates, clock times or durations. */
import type { Quantity, TimeReference } from '../types';
import type { ClaimDetector, ClaimPair, Finding, Slot } from './detector';
import { describeMatter } from './matter';
import { isTimeLike } from './number';

/** How sure it must be that both values fill one slot, 0 to 1. */
const LEAST_SLOT = 0.52;
/** Times are everywhere, so the passages themselves must be alike, 0 to 1. */
const LEAST_PASSAGE = 0.36;

type Timed = TimeReference | Quantity;

export const time: ClaimDetector = {
  id: 'time',
  title: 'Different times',
  compare(pair) {
    const durations: Slot<Timed>[] = pair.quantities.filter(({ left }) => isTimeLike(left));
    const slot = [...durations, ...pair.times]
      .filter(({ score }) => pair.score >= LEAST_PASSAGE && score >= LEAST_SLOT)
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
      {
        article: pair.left.article,
        span: { start: left.start, end: left.end },
        says: one,
        key: keyOf(left, one),
      },
      {
        article: pair.right.article,
        span: { start: right.start, end: right.end },
        says: other,
        key: keyOf(right, other),
      },
    ],
    matter: describeMatter(pair, 'time'),
    differs: 'They put the same matter at different times.',
    reconciles: null,
    explanation: [pair.reason, `likeness of passages ${pair.score.toFixed(2)}, of slots ${score.toFixed(2)}`],
  };
}

function keyOf(value: Timed, words: string): string {
  if ('unit' in value)
    return `${value.min} to ${value.max ?? 'more'} ${value.unit} ${value.unit === 'ordinal' ? value.thing : ''}`;
  const { from, to, clock } = value;
  if (from === null && clock === undefined) return words.toLowerCase();
  return `${from ?? ''} ${to ?? ''} ${clock?.minutes ?? ''} ${clock?.until ?? ''}`;
}
