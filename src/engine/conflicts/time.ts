/** Detector `time`: the same event at incompatible dates, clock times or durations. */

import { rarityOf } from '../case/weights';
import { likeness } from '../claims/families';
import { foldForComparison } from '../text/fold';
import type { Claim, Quantity, TimeReference } from '../types';
import type { ClaimDetector, ClaimPair, Finding, Located, Slot } from './detector';
import { describeMatter } from './matter';
import { isTimeLike } from './number';

/** How sure it must be that both values fill one slot, 0 to 1. */
const LEAST_SLOT = 0.52;
/** Times are everywhere, so the passages themselves must be alike, 0 to 1. */
const LEAST_PASSAGE = 0.36;

/** Words this much alike tell of one act. */
const SAME_ACT = 0.7;
/** Words rarer than this say what happened, 0 to 1. */
const TELLING = 0.4;

type Timed = TimeReference | Quantity;

export const time: ClaimDetector = {
  id: 'time',
  title: 'Different times',
  compare(pair) {
    const durations: Slot<Timed>[] = pair.quantities.filter(({ left }) => isTimeLike(left));
    const slot = [...durations, ...pair.times]
      .filter(({ score }) => pair.score >= LEAST_PASSAGE && score >= LEAST_SLOT)
      .filter(
        ({ left, right }) => !isWeekday(left) || !isWeekday(right) || shareAct(pair, left.scope, right.scope),
      )
      .sort((a, b) => b.score - a.score)[0];
    return slot && report(pair, slot);
  },
};

/** “Tuesday”, “Saturday night”, “today”: a day that an article names in every other sentence. */
const isWeekday = (value: Timed): boolean =>
  'grain' in value && value.grain === 'day' && value.month === null && value.year === null;

/** Whether both clauses tell of one act, by a verb or by a noun right around the time: on some weekday everything happens. */
function shareAct({ left, right }: ClaimPair, one: readonly string[], other: readonly string[]): boolean {
  const alike = (words: readonly string[], others: readonly string[]) =>
    words.some((word) => others.some((that) => likeness(word, that) >= SAME_ACT));
  return (
    alike(left.item.verbs, right.item.verbs) || alike(leaveOutNames(left, one), leaveOutNames(right, other))
  );
}

/** Telling words that are no part of a name: a place or person alone makes no event. */
function leaveOutNames({ article, item }: Located<Claim>, words: readonly string[]): string[] {
  const names = item.entities.map((entity) => foldForComparison(article.facts.entities[entity]?.name ?? ''));
  return words.filter((word) => rarityOf(word) >= TELLING && !names.some((name) => name.includes(word)));
}

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
