/** Which two names fill one slot of one matter: “a rally in Denver” and “a rally in Boston”. */
import { likeness } from '../claims/families';
import type { Claim, NameReference } from '../types';
import { goTogether, mayContain } from './containment';
import type { Match } from './match';
import { type NameIndex, PLACING } from './nameindex';
import { type Passage, share, similarity } from './passages';
import { type PlacedSlot, scopeLikeness } from './slots';

/** Words this alike are one for telling what a name hangs on. */
const SAME_HOST = 0.7;

/** What is known of two names in matched passages, each 0 to 1, in the order of {@link WEIGHTS}. */
export type SlotFeatures = readonly number[];

/**
 * Weights of a logistic model that tells whether two names fill one slot; the first is the bias.
 * Learned by `eval/train/nameslots.ts` from names that both articles of a pair give in matched passages.
 */
const WEIGHTS: readonly number[] = [
  -2.2, 0.31, 0.29, 0.27, 0.34, -0.4, 0.4, 0.13, 0.7, 0.23, -0.33, 0.08, -2.05, 0.97, 0.69, 0.85, 2.01,
];

/** Features that anchor a slot: lists that differ in one name, names that hang on the same word. */
const ANCHORS = [2, 3, 5, 6, 8];

interface Side {
  readonly passage: Passage;
  readonly index: NameIndex;
}

interface HeldName {
  readonly value: NameReference;
  readonly claim: Claim;
  readonly at: number;
}

/** The names of a passage with the clauses they stand in. */
export function holdNames({ claims }: Passage): HeldName[] {
  return claims.flatMap(({ claim, index }) => claim.names.map((value) => ({ value, claim, at: index })));
}

/** From this on two names that nothing anchors may still fill one slot, if neither article names the other. */
const SURE = 0.85;
/** What a slot loses for each name that the other article has elsewhere. */
const KNOWN_ELSEWHERE = 0.12;

/** Pairs of different names of two matched passages that may fill one slot. */
export function proposeNameSlots(
  match: Match,
  left: NameIndex,
  right: NameIndex,
): PlacedSlot<NameReference>[] {
  const rights = holdNames(match.right).filter(({ value }) => !right.speaks(value));
  const sides = [
    { passage: match.left, index: left },
    { passage: match.right, index: right },
  ] as const;
  const leftIds = idsOf(sides[0]);
  const rightIds = idsOf(sides[1]);
  return holdNames(match.left).flatMap((a) => {
    if (left.speaks(a.value) || rightIds.has(left.idOf(a.value))) return [];
    return rights.flatMap((b): PlacedSlot<NameReference>[] => {
      if (leftIds.has(right.idOf(b.value)) || isLike(left, a.value, right, b.value)) return [];
      const features = readFeatures(match, a, b, sides[0], sides[1]);
      if (features === undefined) return [];
      const known = Number(right.names(left, a.value)) + Number(left.names(right, b.value));
      const anchored = ANCHORS.some((at) => features[at] === 1);
      const sure = judge(features);
      if (!anchored && (known > 0 || sure < SURE)) return [];
      const scope = anchored ? 1 : 0.5;
      const score = sure - KNOWN_ELSEWHERE * known;
      return [{ left: a.value, right: b.value, leftClaim: a.at, rightClaim: b.at, scope, score }];
    });
  });
}

function idsOf({ passage, index }: Side): Set<string> {
  return new Set(
    passage.claims.flatMap(({ claim }) => claim.entities.map((local) => index.idOfLocal(local))),
  );
}

/** Letters at the start that a name and its adjective share: “Midwest”, “Midwestern”. */
const STEM = 5;

/** Whether two names share a word or the beginning of one, or one lies within the other. */
function isLike(left: NameIndex, a: NameReference, right: NameIndex, b: NameReference): boolean {
  const [one, other] = [left.nameOf(a), right.nameOf(b)];
  const [idA, idB] = [left.idOf(a), right.idOf(b)];
  if (mayContain(one, other) || goTogether(one, other)) return true;
  if (left.nests(idA, idB) || right.nests(idA, idB)) return true;
  const words = right.wordsOf(b).map((word) => word.slice(0, STEM));
  return left.wordsOf(a).some((word) => words.includes(word.slice(0, STEM)));
}

/** The probability that two names fill one slot. */
export function judge(features: SlotFeatures): number {
  const sum = features.reduce((total, value, i) => total + value * (WEIGHTS[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** What speaks for one slot; `undefined` when kind or place in the sentence rules it out. */
export function readFeatures(
  match: Match,
  a: HeldName,
  b: HeldName,
  left: Side,
  right: Side,
): SlotFeatures | undefined {
  const kindA = left.index.kindOf(a.value);
  const kindB = right.index.kindOf(b.value);
  const placed = PLACING.has(a.value.relation) && PLACING.has(b.value.relation);
  const companions = new Set(b.value.companions.map((local) => right.index.idOfLocal(local)));
  const together = a.value.companions.filter((local) => companions.has(left.index.idOfLocal(local))).length;
  const sameKind = kindA === kindB;
  if (!sameKind && !placed && together === 0) return undefined;
  const host = a.value.host !== '' && likeness(a.value.host, b.value.host) >= SAME_HOST;
  const both = a.value.role === b.value.role ? a.value.role : undefined;
  const relation = a.value.relation === b.value.relation || (both === 'subject' && isDoer(a) && isDoer(b));
  const alike = compareAround(match, a, b, left, right);
  const flag = (on: boolean) => (on ? 1 : 0);
  return [
    1,
    flag(together > 0),
    flag(together > 0 && a.value.list === b.value.list && together === a.value.list - 1),
    flag(placed && relation && host),
    flag(placed && relation && !host),
    flag(placed && !relation && host),
    flag(!placed && relation && both === 'subject' && host),
    flag(!placed && relation && both === 'subject' && !host),
    flag(!placed && relation && both !== undefined && both !== 'subject' && host),
    flag(!placed && relation && both !== undefined && both !== 'subject' && !host),
    flag(!relation && both === undefined),
    flag(kindA === 'person' && sameKind),
    flag(!sameKind),
    alike.passages,
    alike.scopes,
    alike.near,
    match.ratio,
  ];
}

/** A subject, or the agent of a passive: “was first reported by the Herald”. */
const isDoer = ({ value: { relation } }: HeldName): boolean => relation === '' || relation === 'by';

interface Around {
  readonly passages: number;
  readonly scopes: number;
  readonly near: number;
}

/** How alike the passages are without the two names, the words around them, and those right beside them. */
function compareAround(match: Match, a: HeldName, b: HeldName, left: Side, right: Side): Around {
  const own = new Set([
    `@${left.index.idOf(a.value)}`,
    `@${right.index.idOf(b.value)}`,
    ...left.index.wordsOf(a.value),
    ...right.index.wordsOf(b.value),
  ]);
  const strip = ({ features }: Passage) => {
    const rest = new Map([...features].filter(([feature]) => !own.has(feature)));
    let norm = 0;
    for (const weight of rest.values()) norm += weight;
    return { rest, norm };
  };
  const one = strip(match.left);
  const other = strip(match.right);
  const without = (words: readonly string[]) => words.filter((word) => !own.has(word));
  return {
    passages: similarity(share(one.rest, other.rest).weight, one.norm, other.norm),
    scopes: scopeLikeness(without(a.value.scope), without(b.value.scope)),
    near: scopeLikeness(without(a.value.near), without(b.value.near)),
  };
}
