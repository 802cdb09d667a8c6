/** Proposes pairs of claims of different articles that are about the same matter. */
import { agreeQuantities, closeness, fitQuantities } from '../claims/compare-quantities';
import { agreeTimes, fitTimes, sameTime } from '../claims/compare-times';
import type { ClaimPair, Context } from '../conflicts/detector';
import type { Article, Claim, NameReference, Quantity, TimeReference } from '../types';
import { type Match, matchPassages } from './match';
import { type MeasureMatch, matchMeasures } from './measures';
import { indexNames, type NameIndex } from './nameindex';
import { proposeNameSlots } from './nameslots';
import { type Openness, readOpenness } from './open';
import { featuresOf, type Passage, readPassages, share, similarity } from './passages';
import { hold, keepBestSlots, type PlacedSlot, proposeSlots, type SlotRules, type Value } from './slots';
import { readStrangers, type Strangers } from './strangers';
import { rarityOf } from './weights';

/** Clauses less alike than this are compared only where values fill the same slot. */
const LEAST_CLAUSE = 0.3;
/** Clauses this alike are compared however many other passages either sentence resembles. */
const SAME_CLAUSE = 0.42;
/** Passages further than this from the best of either are compared only where values fill the same slot. */
const NEAR_BEST = 0.8;
/** What a slot gains when both articles give one number only for what it measures. */
const MEASURE = 0.1;

/** What the likeness of two passages loses for numbers when one tells of a person whom the other leaves to other passages. */
const OTHER_PERSON = 0.1;

const QUANTITY_RULES: SlotRules<Quantity> = {
  fits: fitQuantities,
  agree: agreeQuantities,
  same: () => false,
  close: closeness,
};
const TIME_RULES: SlotRules<TimeReference> = {
  fits: fitTimes,
  agree: agreeTimes,
  same: sameTime,
  close: () => 0.5,
};

/** Aligns the claims of one story's `articles`; the result does not depend on their order. */
export function alignClaims(
  articles: readonly Article[],
  context: Context,
  passages: readonly (readonly Passage[])[] = readPassages(articles, context),
): ClaimPair[] {
  const openness = readOpenness(articles);
  const matches = matchPassages(passages);
  const strangers = readStrangers(passages);
  const measured = matchMeasures(passages).map((found) =>
    proposeMeasure(found, matches, openness, strangers),
  );
  const quantities = choose([
    ...matches.flatMap((match) => proposeQuantities(match, openness, strangers)),
    ...measured.flatMap(({ candidates }) => candidates),
  ]);
  const times = choose(matches.flatMap((match) => proposeTimes(match, openness)));
  const indexes = new Map(articles.map((article) => [article, indexNames(article, context)]));
  const names = choose(matches.flatMap((match) => proposeNames(match, indexes)));
  const pairs = [...matches, ...measured.flatMap(({ match }) => match ?? [])].flatMap((match) =>
    pairClaims(
      match,
      {
        quantities: quantities.get(match) ?? [],
        times: times.get(match) ?? [],
        names: names.get(match) ?? [],
      },
      context,
    ),
  );
  return keepNearest(pairs);
}

/** How near the likeness of two clauses must come to the best that either has in the other's article. */
const NEAREST = 0.75;

/** Leaves out clauses that are merely alike where either has a much better counterpart; filled slots stay. */
function keepNearest(pairs: readonly ClaimPair[]): ClaimPair[] {
  const best = new Map<Claim, Map<Article, number>>();
  const note = (claim: Claim, other: Article, clause: number) => {
    const scores = best.get(claim) ?? new Map<Article, number>();
    scores.set(other, Math.max(scores.get(other) ?? 0, clause));
    best.set(claim, scores);
  };
  for (const { left, right, clause } of pairs) {
    note(left.item, right.article, clause);
    note(right.item, left.article, clause);
  }
  return pairs.filter(({ left, right, clause, quantities, times, names }) => {
    if (quantities.length + times.length + names.length > 0) return true;
    const most = Math.max(
      best.get(left.item)?.get(right.article) ?? 0,
      best.get(right.item)?.get(left.article) ?? 0,
    );
    return clause >= NEAREST * most;
  });
}

interface Candidate<T> {
  readonly match: Match;
  readonly slot: PlacedSlot<T>;
}

function proposeQuantities(match: Match, openness: Openness, strangers: Strangers): Candidate<Quantity>[] {
  const { source } = match.left;
  const other = match.right.source;
  const left = openness.of(source, other).quantities;
  const right = openness.of(other, source).quantities;
  const slots = proposeSlots(
    { score: match.score - OTHER_PERSON * strangers(match), ratio: match.ratio },
    hold(match.left.claims, (claim) => claim.quantities),
    hold(match.right.claims, (claim) => claim.quantities),
    QUANTITY_RULES,
    { left: (value) => !left.has(value), right: (value) => !right.has(value) },
    (a, b) => openness.isLonely(source, other, a, b),
  );
  return slots.map((slot) => ({ match, slot }));
}

/** The slot of a measure, and its match when the passages are not matched already. */
function proposeMeasure(
  { match, left, right }: MeasureMatch,
  matches: readonly Match[],
  openness: Openness,
  strangers: Strangers,
): { readonly match: Match | undefined; readonly candidates: Candidate<Quantity>[] } {
  const known = matches.find((other) => other.left === match.left && other.right === match.right);
  const at = known ?? match;
  const { source } = at.left;
  const slots = proposeSlots(
    { score: at.score - OTHER_PERSON * strangers(at), ratio: 1 },
    [left],
    [right],
    QUANTITY_RULES,
    { left: () => false, right: () => false },
    (a, b) => openness.isLonely(source, at.right.source, a, b),
  );
  const candidates = slots.map((slot) => ({ match: at, slot: { ...slot, score: slot.score + MEASURE } }));
  return { match: known === undefined ? match : undefined, candidates };
}

function proposeTimes(match: Match, openness: Openness): Candidate<TimeReference>[] {
  const left = openness.of(match.left.source, match.right.source).times;
  const right = openness.of(match.right.source, match.left.source).times;
  const slots = proposeSlots(
    match,
    hold(match.left.claims, (claim) => claim.times),
    hold(match.right.claims, (claim) => claim.times),
    TIME_RULES,
    { left: (value) => !left.has(value), right: (value) => !right.has(value) },
  );
  return slots.map((slot) => ({ match, slot }));
}

function proposeNames(match: Match, ids: ReadonlyMap<Article, NameIndex>): Candidate<NameReference>[] {
  const left = ids.get(match.left.article);
  const right = ids.get(match.right.article);
  if (left === undefined || right === undefined) return [];
  return proposeNameSlots(match, left, right).map((slot) => ({ match, slot }));
}

/** Best slots by the match they belong to. */
function choose<T extends Value>(
  candidates: readonly Candidate<T>[],
): ReadonlyMap<Match, readonly PlacedSlot<T>[]> {
  const chosen = new Map<Match, PlacedSlot<T>[]>();
  const best = keepBestSlots<T, Candidate<T>>(candidates, ({ match }) => [
    match.left.source,
    match.right.source,
  ]);
  for (const { match, slot } of best) {
    const slots = chosen.get(match);
    if (slots === undefined) chosen.set(match, [slot]);
    else slots.push(slot);
  }
  return chosen;
}

interface Slots {
  readonly quantities: readonly PlacedSlot<Quantity>[];
  readonly times: readonly PlacedSlot<TimeReference>[];
  readonly names: readonly PlacedSlot<NameReference>[];
}

/** The claims of two matched passages, clause by clause, with the values that fill the same slots. */
function pairClaims(match: Match, { quantities, times, names }: Slots, context: Context): ClaimPair[] {
  const { left: a, right: b } = match;
  const shared = [...match.shared].sort((x, y) => rarityOf(y) - rarityOf(x) || (x < y ? -1 : 1));
  const reason = explain(shared, context);
  const leftSentence = a.claims.map(({ claim }) => claim);
  const rightSentence = b.claims.map(({ claim }) => claim);
  const pairs: ClaimPair[] = [];
  const likeness = measureClauses(a, b, context);
  for (const { claim: leftClaim, index: leftIndex } of a.claims) {
    for (const { claim: rightClaim, index: rightIndex } of b.claims) {
      const here = <T>(slots: readonly PlacedSlot<T>[]) =>
        slots.filter((slot) => slot.leftClaim === leftIndex && slot.rightClaim === rightIndex);
      const pair: ClaimPair = {
        left: { article: a.article, item: leftClaim, index: leftIndex },
        right: { article: b.article, item: rightClaim, index: rightIndex },
        score: match.score,
        ratio: match.ratio,
        reason,
        clause: likeness(leftClaim, rightClaim),
        shared,
        quantities: here(quantities),
        times: here(times),
        names: here(names),
        leftSentence,
        rightSentence,
      };
      const alike = pair.clause >= (match.ratio >= NEAR_BEST ? LEAST_CLAUSE : SAME_CLAUSE);
      if (alike || pair.quantities.length + pair.times.length + pair.names.length > 0) pairs.push(pair);
    }
  }
  return pairs;
}

/** How alike two clauses of two passages are, by the features each holds. */
function measureClauses(a: Passage, b: Passage, context: Context): (left: Claim, right: Claim) => number {
  const read = (passage: Passage) =>
    new Map(
      passage.claims.map(({ claim }) => {
        const features = new Map<string, number>();
        let norm = 0;
        for (const feature of new Set(featuresOf(passage.article, claim, context))) {
          const weight = passage.features.get(feature) ?? 0;
          features.set(feature, weight);
          norm += weight;
        }
        return [claim, { features, norm }] as const;
      }),
    );
  const lefts = read(a);
  const rights = read(b);
  return (left, right) => {
    const one = lefts.get(left);
    const other = rights.get(right);
    if (one === undefined || other === undefined) return 0;
    return similarity(share(one.features, other.features).weight, one.norm, other.norm);
  };
}

function explain(shared: readonly string[], context: Context): string {
  const names = new Map(context.entities.map(({ id, name }) => [`@${id}`, name]));
  const words = shared.slice(0, 6).map((word) => names.get(word) ?? word);
  return `both passages speak of ${words.join(', ')}`;
}
