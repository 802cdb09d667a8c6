/** Detector `number`: the same quantity of the same thing differs. */

import { mutualLikeness } from '../case/slots';
import { daysBetween } from '../claims/calendar';
import { fatesOf } from '../claims/fates';
import { isMoney } from '../claims/units';
import type { Claim, Quantity } from '../types';
import type { ClaimDetector, ClaimPair, Finding, FindingSide, Located, Slot } from './detector';
import { sayQuantity } from './labels';
import { describeMatter } from './matter';
import { compareMoments } from './moment';
import { isCounting, isRunning, ordinalScope } from './scope';
import { leaveOutNames } from './telling';

/** How sure it must be that both values fill one slot, 0 to 1. */
const LEAST_SLOT = 0.49;
/** Shares and multiples come in crowds, so theirs must be surer. */
const LEAST_SHARE = 0.53;
const LEAST_ORDINAL = 0.6;
/** Everything is the first of something. */
const LEAST_FIRST = 0.66;
/** Ages are given of many people. */
const LEAST_AGE = 0.6;
/** “The second time” says nothing of what is counted, so the words around must say all. */
const LEAST_TIME = 0.66;
const LEAST_MUTUAL = 0.5;

/** Ordinals of these are times, not counts: “the 87th minute”. */
const TIMES = new Set(['minute', 'hour', 'day', 'week', 'lap', 'round', 'over', 'inning']);

export const number: ClaimDetector = {
  id: 'number',
  title: 'Different numbers',
  compare(pair) {
    const slot = pair.quantities
      .filter((candidate) => isSure(pair, candidate) && !isGrowing(pair, candidate))
      .sort((a, b) => b.score - a.score)[0];
    return slot && report(pair, slot);
  },
};

function isSure(pair: ClaimPair, { left, right, score }: Slot<Quantity>): boolean {
  if (left.part !== right.part || countsOther(left, right) || isOtherPeriod(left, right)) return false;
  if (isTimeLike(left)) return false;
  const hasOne = left.value === 1 || right.value === 1;
  if (left.unit === 'age') return score >= LEAST_AGE;
  if (left.unit !== 'ordinal') {
    const crowded = left.unit === 'percent' || left.unit === 'times';
    return !hasOne && score >= (crowded ? LEAST_SHARE : LEAST_SLOT);
  }
  const isTime = left.thing === 'time' || right.thing === 'time';
  if (!isTime) return score >= (hasOne ? LEAST_FIRST : LEAST_ORDINAL);
  const acts = [leaveOutNames(pair.left, left.scope), leaveOutNames(pair.right, right.scope)] as const;
  return score >= LEAST_TIME && mutualLikeness(...acts) >= LEAST_MUTUAL;
}

/** Dead, hurt, arrested, missing: counts of people that never measure each other. */
function countsOther(left: Quantity, right: Quantity): boolean {
  const [one] = fatesOf(left);
  const [other] = fatesOf(right);
  return one !== undefined && other !== undefined && one !== other;
}

/** Words for the stretch of time that a figure covers. */
const PERIODS = new Map(
  ['quarter quarterly month', 'half half-year half-yearly', 'annual annually full-year yearly'].flatMap(
    (line, i) => line.split(' ').map((word) => [word, i] as const),
  ),
);

/** “Quarterly revenue” and “half-year revenue”: two figures. */
function isOtherPeriod(left: Quantity, right: Quantity): boolean {
  const periodsOf = ({ scope }: Quantity) => scope.flatMap((word) => PERIODS.get(word) ?? []);
  const one = periodsOf(left);
  const other = periodsOf(right);
  return one.length > 0 && other.length > 0 && !one.some((period) => other.includes(period));
}

/** Whether a quantity tells when or how long, which is another detector's matter. */
export const isTimeLike = ({ unit, thing }: Quantity): boolean =>
  unit === 'minute' || (unit === 'ordinal' && TIMES.has(thing));

/** A running count (dead, votes counted, arrests) that is larger in the later article is an update. */
function isGrowing({ left, right }: ClaimPair, slot: Slot<Quantity>): boolean {
  if (slot.left.unit === 'percent') return isCounting(slot.left) || isCounting(slot.right);
  if (slot.left.unit !== 'count') return false;
  const later = compareMoments(left.article.facts, right.article.facts);
  if (later !== null && later !== 0 && slot.left.value > slot.right.value === later > 0) return true;
  return isRunning(left.item, slot.left) || isRunning(right.item, slot.right);
}

/** A count of victims grows, and nobody knows which of two undated articles counted later. */
function isUndatedToll({ left, right }: ClaimPair, slot: Slot<Quantity>): boolean {
  const isToll = fatesOf(slot.left).length > 0 && fatesOf(slot.right).length > 0;
  return isToll && compareMoments(left.article.facts, right.article.facts) === null;
}

function report(pair: ClaimPair, slot: Slot<Quantity>): Finding {
  const { left, right, scope, score } = slot;
  const isOrdinal = left.unit === 'ordinal';
  const first = isOrdinal ? ordinalScope(pair.left, left) : '';
  const second = isOrdinal ? ordinalScope(pair.right, right) : '';
  const apart = first !== '' && second !== '' && first !== second;
  const days = daysBetween(pair.left.article.facts.published ?? '', pair.right.article.facts.published ?? '');
  const soft = left.approximate && right.approximate;
  const undated = isUndatedToll(pair, slot);
  return {
    kind: 'number',
    severity: apart || days !== 0 || soft || undated ? 'discrepancy' : 'contradiction',
    sides: [describeSide(pair.left, left, first), describeSide(pair.right, right, second)],
    matter: describeMatter(pair, left.unit, isOrdinal ? '' : left.thing, isOrdinal ? '' : right.thing),
    differs: sayDifference(left),
    reconciles: apart ? null : undated ? UNDATED : reconcile(Math.abs(days), soft),
    explanation: [
      pair.reason,
      `likeness of passages ${pair.score.toFixed(2)}, of the words around both numbers ${scope.toFixed(2)}, together ${score.toFixed(2)}`,
    ],
  };
}

function describeSide({ article }: Located<Claim>, value: Quantity, within: string): FindingSide {
  const { start, end } = value;
  const says = sayQuantity(article.text, value);
  return { article, span: { start, end }, says, key: keyOf(value), value, within };
}

function sayDifference({ unit }: Quantity): string {
  if (unit === 'ordinal') return 'They count differently.';
  if (unit === 'percent') return 'They give different shares for the same thing.';
  return isMoney(unit)
    ? 'They give different amounts for the same thing.'
    : 'They give different numbers for the same thing.';
}

const UNDATED = 'not both articles say when they were written, so one count may be the later';

function reconcile(days: number, soft: boolean): string | null {
  if (days > 0)
    return `the articles are ${days === 1 ? 'a day' : `${days} days`} apart, so the count may have moved`;
  return soft ? 'both numbers are rough' : null;
}

const keyOf = ({ min, max, unit }: Quantity): string => `${min} to ${max ?? 'more'} ${unit}`;
