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
    default:
      return thing > 0 ? 1 : 0.8;
  }
}

const isShareOfPercent = (a: Quantity, b: Quantity): boolean =>
  (a.unit === 'percent' && b.unit === 'point') || (a.unit === 'point' && b.unit === 'percent');

function fitThings(a: Quantity, b: Quantity): number {
  if (a.thing === '' || b.thing === '') return 0.7;
  const like = likeness(a.thing, b.thing);
  return like >= 0.7 ? like : like > 0 ? 0.6 : isMoney(a.unit) ? 0.7 : 0;
}

/** Whether both quantities may be right: their intervals meet, or one is the other rounded. */
export function agreeQuantities(a: Quantity, b: Quantity): boolean {
  if (a.unit === 'score') {
    return (a.min === b.min && a.max === b.max) || (a.min === b.max && a.max === b.min);
  }
  const aMax = a.max ?? Number.POSITIVE_INFINITY;
  const bMax = b.max ?? Number.POSITIVE_INFINITY;
  if (a.min <= bMax && b.min <= aMax) return true;
  return isRounded(a, b) || isRounded(b, a);
}

/** “41,000” for 41,213 and “3 percent” for 3.1: the coarser number is the finer one rounded. */
function isRounded(coarse: Quantity, fine: Quantity): boolean {
  if (coarse.step <= fine.step && !isConverted(coarse, fine)) return false;
  const size = Math.abs(coarse.value);
  const rounds = size >= 1000 || fine.step < 1 || isConverted(coarse, fine) || coarse.approximate;
  if (!rounds) return false;
  const slack = Math.max(coarse.step * 0.5, isConverted(coarse, fine) ? size * 0.06 : 0);
  return Math.abs(coarse.value - fine.value) <= slack * 1.0001;
}

/** Both were converted to the canonical unit with different factors, so digits say nothing of precision. */
const isConverted = (a: Quantity, b: Quantity): boolean =>
  !Number.isInteger(Math.log10(a.step)) || !Number.isInteger(Math.log10(b.step));

/** Whether both state the same number of the same kind of thing; “more than 100” does not state 5,000. */
export function sameQuantity(a: Quantity, b: Quantity): boolean {
  if (fitQuantities(a, b) < 0.6) return false;
  if (a.unit === 'score') return agreeQuantities(a, b);
  return a.value === b.value || isRounded(a, b) || isRounded(b, a);
}
