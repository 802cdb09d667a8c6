/** What a finding compares: quantities and times, asked alike. */
import { agreeQuantities, fitQuantities } from '../claims/compare-quantities';
import { agreeTimes, fitTimes, sameTime } from '../claims/compare-times';
import type { Quantity, TimeReference } from '../types';

export type Compared = Quantity | TimeReference;

/** Ordinals of these say nothing of what is counted: “the second time she has been abroad”. */
const ANYTHING = new Set(['time', 'occasion']);

const isQuantity = (value: Compared): value is Quantity => 'unit' in value;

/** Whether both may be right; a time and a quantity never meet. */
export function agreeValues(a: Compared, b: Compared): boolean {
  if (isQuantity(a) && isQuantity(b)) return a.unit === b.unit && agreeQuantities(a, b);
  return !isQuantity(a) && !isQuantity(b) && agreeTimes(a, b);
}

/** Whether `a` says outright what `b` says: “dozens” may be 30, but does not say so. */
export function stateSame(a: Compared, b: Compared): boolean {
  if (isQuantity(a) && isQuantity(b)) {
    return a.unit === b.unit && (a.value === b.value || (agreeQuantities(a, b) && a.max !== null));
  }
  return !isQuantity(a) && !isQuantity(b) && (sameTime(a, b) || (a.grain === b.grain && agreeTimes(a, b)));
}

/** How well both fit one slot, 0 to 1. */
export function fitValues(a: Compared, b: Compared): number {
  if (isQuantity(a) && isQuantity(b)) {
    const ordinals = a.unit === 'ordinal' && b.unit === 'ordinal';
    return ordinals && (ANYTHING.has(a.thing) || ANYTHING.has(b.thing)) ? 0.7 : fitQuantities(a, b);
  }
  return isQuantity(a) || isQuantity(b) ? 0 : fitTimes(a, b);
}

/** How wide the value is, for telling the exact from the rough; open intervals are widest. */
export function widthOf(value: Compared): number {
  if (!isQuantity(value)) return value.from === null ? 0 : Number(value.from !== value.to);
  return value.max === null ? Number.POSITIVE_INFINITY : value.max - value.min;
}
