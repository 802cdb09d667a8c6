/** Aligns single quantities and times of two passages about one matter: same unit, same thing, same scope. */
import { likeness } from '../claims/families';
import type { Slot } from '../conflicts/detector';
import type { Claim, Quantity, TimeReference } from '../types';
import { rarityOf } from './weights';

/** A slot with the claims its values stand in. */
export interface PlacedSlot<T> extends Slot<T> {
  readonly leftClaim: number;
  readonly rightClaim: number;
}

interface Held<T> {
  readonly value: T;
  readonly claim: number;
}

export interface SlotRules<T> {
  /** 0: not the same kind of thing; up to 1. */
  fits(a: T, b: T): number;
  /** Whether both may be the same value. */
  agree(a: T, b: T): boolean;
}

/**
 * Pairs off the values of two passages that neither agree with a value of the other passage nor are explained elsewhere.
 * @param explained whether a value of one side is stated by the other article too, so that it clashes with nothing
 */
export function alignSlots<T extends Quantity | TimeReference>(
  left: readonly Held<T>[],
  right: readonly Held<T>[],
  rules: SlotRules<T>,
  explained: { left(value: T): boolean; right(value: T): boolean },
): PlacedSlot<T>[] {
  const agrees = (a: Held<T>, others: readonly Held<T>[]) =>
    others.some((b) => rules.fits(a.value, b.value) > 0 && rules.agree(a.value, b.value));
  const open = left.filter((a) => !agrees(a, right) && !explained.left(a.value));
  const others = right.filter((b) => !agrees(b, left) && !explained.right(b.value));
  const candidates: PlacedSlot<T>[] = [];
  for (const a of open) {
    for (const b of others) {
      const fit = rules.fits(a.value, b.value);
      if (fit <= 0) continue;
      const score = fit * (0.4 + 0.6 * scopeLikeness(a.value.scope, b.value.scope));
      candidates.push({ left: a.value, right: b.value, leftClaim: a.claim, rightClaim: b.claim, score });
    }
  }
  candidates.sort(
    (a, b) => b.score - a.score || a.left.start - b.left.start || a.right.start - b.right.start,
  );
  const used = new Set<T>();
  return candidates.filter((slot) => {
    if (used.has(slot.left) || used.has(slot.right)) return false;
    used.add(slot.left).add(slot.right);
    return true;
  });
}

/** How alike the words around two values are, 0 to 1, rare words weighing most. */
export function scopeLikeness(left: readonly string[], right: readonly string[]): number {
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  let total = 0;
  let shared = 0;
  for (const word of new Set(few)) {
    const weight = rarityOf(word);
    let best = 0;
    for (const other of many) best = Math.max(best, likeness(word, other));
    total += weight;
    shared += weight * best;
  }
  return total === 0 ? 0 : shared / total;
}

/** All quantities or times of some claims, each with the index of its claim. */
export function hold<T>(
  claims: readonly { readonly claim: Claim; readonly index: number }[],
  read: (claim: Claim) => readonly T[],
): Held<T>[] {
  return claims.flatMap(({ claim, index }) => read(claim).map((value) => ({ value, claim: index })));
}
