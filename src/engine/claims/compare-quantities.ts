/** When two quantities can both be right, and whether they measure the same kind of thing. */
import type { Quantity } from '../types';
import { likeness } from './families';
import { isMoney } from './units';

/** How well two quantities fit one slot, 0 to 1: same unit, same or like thing counted. */
export function fitQuantities(a: Quantity, b: Quantity): number {
  if (a.unit !== b.unit) return isShareOfPercent(a, b) ? 0.5 : 0;
  const thing = fitThings(a, b);
  switch (a.unit) {
    case 'count':
    case 'times':
      return thing;
    case 'ordinal':
      // “first” and “second” of different things are everywhere: only the very same thing will do.
      return a.thing !== '' && thing >= 0.7 ? thing : 0;
    case 'score':
    case 'age':
      return a.thing === b.thing || a.thing === '' || b.thing === '' ? 1 : 0.7;
    case 'percent':
      // “40 percent of the members” and “66 percent of the women” are shares of different crowds.
      return thing > 0 ? 1 : 0.7;
    case 'minute':
      return fitDurations(a, b);
    default:
      return thing > 0 ? 1 : 0.8;
  }
}

/** “A four-year deal” says how long the deal runs; “six weeks” on its own says something else. */
function fitDurations(a: Quantity, b: Quantity): number {
  const whose = (value: Quantity) => (value.part ? '' : value.thing);
  const one = whose(a);
  const other = whose(b);
  if (one === '' && other === '') return 1;
  if (one === '' || other === '') return 0.6;
  return likeness(one, other) >= 0.7 ? 1 : 0.4;
}

const isShareOfPercent = (a: Quantity, b: Quantity): boolean =>
  (a.unit === 'percent' && b.unit === 'point') || (a.unit === 'point' && b.unit === 'percent');

function fitThings(a: Quantity, b: Quantity): number {
  if (a.thing === '' || b.thing === '') return a.thing === b.thing ? 0.7 : 0.6;
  const like = likeness(a.thing, b.thing);
  return like >= 0.7 ? like : like > 0 ? 0.6 : isMoney(a.unit) ? 0.7 : 0;
}

/** Whether both quantities may be right: their intervals meet, or one is the other rounded. */
export function agreeQuantities(a: Quantity, b: Quantity): boolean {
  if (a.unit === 'score') {
    return (a.min === b.min && a.max === b.max) || (a.min === b.max && a.max === b.min);
  }
  if (a.unit === 'percent' && b.unit === 'percent' && isRest(a, b)) return true;
  const aMax = a.max ?? Number.POSITIVE_INFINITY;
  const bMax = b.max ?? Number.POSITIVE_INFINITY;
  if (a.min <= bMax && b.min <= aMax) return true;
  return isRounded(a, b) || isRounded(b, a);
}

/** “30 percent given up”, “70 percent kept”: one share is what the other leaves. */
const isRest = (a: Quantity, b: Quantity): boolean => Math.abs(a.value + b.value - 100) < 1.5;

/** Nobody rounds away more than this share: “10,000” is not 5,000 rounded, though its last digit that counts is the first. */
const MOST_ROUNDING = 0.15;

/** “41,000” for 41,213 and “3 percent” for 3.1: the coarser number is the finer one rounded. */
function isRounded(coarse: Quantity, fine: Quantity): boolean {
  if (coarse.step <= fine.step && !isConverted(coarse, fine)) return false;
  const size = Math.abs(coarse.value);
  const rounds = size >= 1000 || fine.step < 1 || isConverted(coarse, fine) || coarse.approximate;
  if (!rounds) return false;
  const digits = Math.min(coarse.step * 0.5, size * MOST_ROUNDING);
  const slack = isConverted(coarse, fine) ? Math.max(digits, size * 0.06) : digits;
  return Math.abs(coarse.value - fine.value) <= slack * 1.0001;
}

/** Both were converted to the canonical unit with different factors, so digits say nothing of precision. */
const isConverted = (a: Quantity, b: Quantity): boolean =>
  !Number.isInteger(Math.log10(a.step)) || !Number.isInteger(Math.log10(b.step));

/** Whether both state the same number of the same kind of thing; “more than 100” or “hundreds” do not state 5,000 or 300. */
export function sameQuantity(a: Quantity, b: Quantity): boolean {
  if (isVague(a) !== isVague(b)) return false;
  if (fitQuantities(a, b) < 0.6) return false;
  if (a.unit === 'score') return agreeQuantities(a, b);
  return a.value === b.value || isRounded(a, b) || isRounded(b, a);
}

/** “dozens”, “tens of thousands”: a size, not a number. */
const isVague = ({ min, max }: Quantity): boolean => max !== null && min > 1 && max > 3 * min;

/** How many digits of the number say something: 5 for 41,213, 2 for 3.1, 1 for 20,000. */
export const tellingDigits = ({ value, step }: Quantity): number =>
  value === 0 || step <= 0 ? 1 : Math.max(1, Math.ceil(Math.log10(Math.abs(value) / step + 1) - 1e-9));

/**
 * How near two numbers are in size, 0 to 1: two reports of one number seldom differ by more than a few times, so far
 * numbers mostly count different things.
 */
export function closeness(a: Quantity, b: Quantity): number {
  const low = Math.min(Math.abs(a.value), Math.abs(b.value));
  const high = Math.max(Math.abs(a.value), Math.abs(b.value));
  if (low === 0) return high === 0 ? 1 : 0.5;
  return Math.max(0, 1 - Math.log2(high / low) / Math.log2(FAR));
}

/** Numbers this many times apart are as far as can be. */
const FAR = 12;
