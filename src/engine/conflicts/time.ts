/** Detector `time`: the same event at incompatible dates, clock times or durations. */

import { familyOf, likeness } from '../claims/families';
import type { Claim, Quantity, TimeReference } from '../types';
import type { ClaimDetector, ClaimPair, Finding, FindingSide, Located, Slot } from './detector';
import { sayQuantity, sayTime } from './labels';
import { describeMatter } from './matter';
import { isTimeLike } from './number';
import { leaveOutNames } from './telling';

/** How sure it must be that both values fill one slot, 0 to 1. */
const LEAST_SLOT = 0.52;
/** Times are everywhere, so the passages themselves must be alike, 0 to 1. */
const LEAST_PASSAGE = 0.36;

/** Words this much alike tell of one act. */
const SAME_ACT = 0.7;

/** Families of verbs that tell of words: they are said of everything. */
const TELLING_VERBS = new Set('say tell announce report notify inform add note ask write talk'.split(' '));

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
  const acts = ({ item }: Located<Claim>) => item.verbs.filter((verb) => !TELLING_VERBS.has(familyOf(verb)));
  const alike = (words: readonly string[], others: readonly string[]) =>
    words.some((word) => others.some((that) => likeness(word, that) >= SAME_ACT));
  return alike(acts(left), acts(right)) || alike(leaveOutNames(left, one), leaveOutNames(right, other));
}

function report(pair: ClaimPair, { left, right, score }: Slot<Timed>): Finding {
  return {
    kind: 'time',
    severity: isDayApart(left, right) ? 'discrepancy' : 'contradiction',
    sides: [describeSide(pair.left, left), describeSide(pair.right, right)],
    matter: describeMatter(pair, 'time'),
    differs: sayDifference(left),
    reconciles: null,
    explanation: [pair.reason, `likeness of passages ${pair.score.toFixed(2)}, of slots ${score.toFixed(2)}`],
  };
}

function describeSide({ article }: Located<Claim>, value: Timed): FindingSide {
  const { start, end } = value;
  const says = 'unit' in value ? sayQuantity(article.text, value) : sayTime(article.text, value);
  return { article, span: { start, end }, says, key: keyOf(value, says), value };
}

/** A night and the day after it may be one moment, told from two ends. */
function isDayApart(a: Timed, b: Timed): boolean {
  const isNight = (value: Timed) => 'clock' in value && (value.clock?.until ?? 0) >= 1439;
  return isWeekday(a) && isWeekday(b) && (isNight(a) || isNight(b));
}

function sayDifference(value: Timed): string {
  if ('grain' in value) {
    return value.grain === 'minute' || value.grain === 'part'
      ? 'They give different times of day for the same thing.'
      : 'They date the same thing differently.';
  }
  return value.unit === 'ordinal'
    ? 'They put the same thing at different moments.'
    : 'They give different lengths of time for the same thing.';
}

function keyOf(value: Timed, words: string): string {
  if ('unit' in value)
    return `${value.min} to ${value.max ?? 'more'} ${value.unit} ${value.unit === 'ordinal' ? value.thing : ''}`;
  const { from, to, clock } = value;
  if (from === null && clock === undefined) return words.toLowerCase();
  return `${from ?? ''} ${to ?? ''} ${clock?.minutes ?? ''} ${clock?.until ?? ''}`;
}
