/** Detector `number`: the same quantity of the same thing differs. */
import { daysBetween } from '../claims/calendar';
import { fatesOf } from '../claims/fates';
import type { Claim, Quantity } from '../types';
import type { ClaimDetector, ClaimPair, Finding, Slot } from './detector';
import { describeMatter } from './matter';
import { isRunning, ordinalScope } from './scope';

/** How sure it must be that both values fill one slot, 0 to 1. */
const LEAST_SLOT = 0.49;
/** Shares and multiples come in crowds, so theirs must be surer. */
const LEAST_SHARE = 0.53;
const LEAST_ORDINAL = 0.6;
/** “The second time” says nothing of what is counted, so the words around must say all. */
const LEAST_TIME = 0.66;

/** Ordinals of these are times, not counts: “the 87th minute”. */
const TIMES = new Set(['minute', 'hour', 'day', 'week', 'lap', 'round', 'over', 'inning']);

export const number: ClaimDetector = {
  id: 'number',
  title: 'Different numbers',
  compare(pair) {
    const slot = pair.quantities
      .filter((candidate) => isSure(candidate) && !isGrowing(pair, candidate))
      .sort((a, b) => b.score - a.score)[0];
    return slot && report(pair, slot);
  },
};

function isSure({ left, right, score }: Slot<Quantity>): boolean {
  if (left.part !== right.part || countsOther(left, right)) return false;
  if (isTimeLike(left)) return false;
  if (left.value === 1 || right.value === 1) return left.unit === 'ordinal' && score >= LEAST_TIME;
  const crowded = left.unit === 'percent' || left.unit === 'times' || left.unit === 'age';
  if (left.unit !== 'ordinal') return score >= (crowded ? LEAST_SHARE : LEAST_SLOT);
  return score >= (left.thing === 'time' || right.thing === 'time' ? LEAST_TIME : LEAST_ORDINAL);
}

/** Dead, hurt, arrested, missing: counts of people that never measure each other. */
function countsOther(left: Quantity, right: Quantity): boolean {
  const one = fatesOf(left);
  const other = fatesOf(right);
  return one.length > 0 && other.length > 0 && !one.some((fate) => other.includes(fate));
}

/** Whether a quantity tells when or how long, which is another detector's matter. */
export const isTimeLike = ({ unit, thing }: Quantity): boolean =>
  unit === 'minute' || (unit === 'ordinal' && TIMES.has(thing));

/** A running count (dead, votes counted, arrests) that is larger in the later article is an update. */
function isGrowing({ left, right }: ClaimPair, slot: Slot<Quantity>): boolean {
  if (slot.left.unit !== 'count') return false;
  const one = left.article.facts.published;
  const other = right.article.facts.published;
  const apart = one === null || other === null ? 0 : daysBetween(one, other);
  const grows = slot.right.value > slot.left.value ? apart > 0 : apart < 0;
  if (grows && apart !== 0) return true;
  return isRunning(left.item, slot.left) || isRunning(right.item, slot.right);
}

function report(pair: ClaimPair, slot: Slot<Quantity>): Finding {
  const { left, right, scope, score } = slot;
  const one = say(pair.left, left);
  const other = say(pair.right, right);
  const scopes =
    left.unit === 'ordinal' ? [ordinalScope(pair.left, left), ordinalScope(pair.right, right)] : [];
  const [first = '', second = ''] = scopes;
  const apart = first !== '' && second !== '' && first !== second;
  const days = daysBetween(pair.left.article.facts.published ?? '', pair.right.article.facts.published ?? '');
  const soft = left.approximate && right.approximate;
  return {
    kind: 'number',
    severity: apart || days !== 0 || soft ? 'discrepancy' : 'contradiction',
    sides: [
      { article: pair.left.article, span: spanOf(left), says: one, key: keyOf(left) },
      { article: pair.right.article, span: spanOf(right), says: other, key: keyOf(right) },
    ],
    matter: describeMatter(
      pair,
      left.unit,
      left.unit === 'ordinal' ? '' : left.thing,
      right.unit === 'ordinal' ? '' : right.thing,
    ),
    differs: apart
      ? `They count differently: ${first} / ${second}.`
      : `They differ on the same ${nameOf(slot)}.`,
    reconciles: reconcile(apart, days),
    explanation: [
      pair.reason,
      `likeness of passages ${pair.score.toFixed(2)}, of the words around both numbers ${scope.toFixed(2)}, together ${score.toFixed(2)}`,
    ],
  };
}

function reconcile(apart: boolean, days: number): string | null {
  if (apart) return 'a different scope of the count';
  return days === 0 ? null : 'a count at another moment';
}

function nameOf({ left, right }: Slot<Quantity>): string {
  if (left.unit === 'count' || left.unit === 'ordinal')
    return `count${left.thing === right.thing && left.thing !== '' ? ` (${left.thing})` : ''}`;
  return left.unit === 'percent' ? 'share' : 'figure';
}

const spanOf = ({ start, end }: Quantity) => ({ start, end });

const say = (
  { article }: { readonly article: { readonly text: string }; readonly item: Claim },
  { start, end }: Quantity,
) => article.text.slice(start, end);

const keyOf = ({ min, max, unit }: Quantity): string => `${min} to ${max ?? 'more'} ${unit}`;
