/** Aligns single quantities and times of two passages about one matter: same unit, same thing, same scope. */
import { likeness } from '../claims/families';
import type { Slot } from '../conflicts/detector';
import type { Claim, NameReference, Quantity, TimeReference } from '../types';

/** What may fill a slot. */
export type Value = Quantity | TimeReference | NameReference;

import { rarityOf } from './weights';

export interface Held<T> {
  readonly value: T;
  readonly claim: number;
}

export interface SlotRules<T> {
  /** 0: not the same kind of thing; up to 1. */
  fits(a: T, b: T): number;
  /** Whether both may be the same value. */
  agree(a: T, b: T): boolean;
  /** Whether both name one value, whatever slot each fills. */
  same(a: T, b: T): boolean;
  /** How near in size two values are, 0 to 1, where size tells; 0.5 says nothing. */
  close(a: T, b: T): number;
}

/** A slot with the claims its values stand in. */
export interface PlacedSlot<T> extends Slot<T> {
  readonly leftClaim: number;
  readonly rightClaim: number;
}

/** How far the words right around two values decide, against the passages they stand in. */
const SCOPE_SHARE = 0.55;
/** What a match loses that is far from the best of its passages. */
const SECOND_BEST = 0.25;

/** What a pair gains when no other value that only one article states could fill the slot: all others agree. */
const LONELY = 0.08;
/** What a pair gains when another value beside it agrees: both passages count the same things. */
const COMPANIONS = 0.06;
/** How far nearness in size decides. */
const CLOSE = 0.14;
/** Values with this much the same words around them are companions when they agree. */
const ALIKE = 0.4;

/**
 * Pairs of values of two passages that fit one slot and do not agree.
 * @param explained whether a value of one side is stated by the other article too, so that it clashes with nothing
 */
export function proposeSlots<T extends Value>(
  match: { readonly score: number; readonly ratio: number },
  left: readonly Held<T>[],
  right: readonly Held<T>[],
  rules: SlotRules<T>,
  explained: { left(value: T): boolean; right(value: T): boolean },
  isLonely: (left: T, right: T) => boolean = () => false,
): PlacedSlot<T>[] {
  const agrees = (a: Held<T>, others: readonly Held<T>[]) =>
    others.some(
      (b) =>
        rules.same(a.value, b.value) || (rules.fits(a.value, b.value) > 0 && rules.agree(a.value, b.value)),
    );
  const open = left.filter((a) => !agrees(a, right) && !explained.left(a.value));
  const others = right.filter((b) => !agrees(b, left) && !explained.right(b.value));
  const companions = left.filter((a) => agreesAlike(a, right, rules)).length;
  return open.flatMap((a) =>
    others.flatMap((b): PlacedSlot<T>[] => {
      const fit = rules.fits(a.value, b.value);
      if (fit <= 0) return [];
      const scope = fit * (0.4 + 0.6 * scopeLikeness(a.value.scope, b.value.scope));
      const score =
        SCOPE_SHARE * scope +
        (1 - SCOPE_SHARE) * match.score -
        SECOND_BEST * (1 - match.ratio) +
        CLOSE * (rules.close(a.value, b.value) - 0.5) +
        (isLonely(a.value, b.value) ? LONELY : 0) +
        (companions > 0 ? COMPANIONS : 0);
      return [{ left: a.value, right: b.value, leftClaim: a.claim, rightClaim: b.claim, scope, score }];
    }),
  );
}

function agreesAlike<T extends Value>(a: Held<T>, others: readonly Held<T>[], rules: SlotRules<T>): boolean {
  return others.some(
    (b) =>
      rules.fits(a.value, b.value) >= 0.7 &&
      rules.agree(a.value, b.value) &&
      scopeLikeness(a.value.scope, b.value.scope) >= ALIKE,
  );
}

/** Keeps for each value its best slot with each other article. */
export function keepBestSlots<T extends Value, S extends { readonly slot: PlacedSlot<T> }>(
  slots: readonly S[],
  sources: (slot: S) => readonly [number, number],
): S[] {
  const sorted = [...slots].sort(
    (a, b) =>
      b.slot.score - a.slot.score ||
      a.slot.left.start - b.slot.left.start ||
      a.slot.right.start - b.slot.right.start,
  );
  const used = new Map<T, Set<number>>();
  const isUsed = (value: T, source: number) => used.get(value)?.has(source) === true;
  const use = (value: T, source: number) => used.set(value, (used.get(value) ?? new Set()).add(source));
  return sorted.filter((candidate) => {
    const [left, right] = sources(candidate);
    const { slot } = candidate;
    if (isUsed(slot.left, right) || isUsed(slot.right, left)) return false;
    use(slot.left, right);
    use(slot.right, left);
    return true;
  });
}

/** Scopes that weigh less than this say too little to be wholly alike. */
const FEW_WORDS = 1;

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
  return total === 0 ? 0 : shared / Math.max(total, FEW_WORDS);
}

/** How much of what either scope says both share, 0 to 1: a short scope within a long one is not the same. */
export function mutualLikeness(left: readonly string[], right: readonly string[]): number {
  const weight = (words: readonly string[]) =>
    [...new Set(words)].reduce((sum, word) => sum + rarityOf(word), 0);
  const small = Math.min(weight(left), weight(right));
  const large = Math.max(weight(left), weight(right));
  return large === 0 ? 0 : (scopeLikeness(left, right) * small) / large;
}

/** All quantities or times of some claims, each with the index of its claim. */
export function hold<T>(
  claims: readonly { readonly claim: Claim; readonly index: number }[],
  read: (claim: Claim) => readonly T[],
): Held<T>[] {
  return claims.flatMap(({ claim, index }) => read(claim).map((value) => ({ value, claim: index })));
}
