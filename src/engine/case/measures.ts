/** Counts that name what they count so fully that they meet wherever they stand: “49 people killed”, “the attendance”. */
import { agreeQuantities, closeness, fitQuantities } from '../claims/compare-quantities';
import { familyOf } from '../claims/families';
import { fatesOf } from '../claims/fates';
import { isMoney } from '../claims/units';
import type { Claim, Quantity } from '../types';
import type { Match } from './match';
import { type Passage, share, similarity } from './passages';
import type { Held } from './slots';
import { rarityOf } from './weights';

/** Things rarer than this, 0 to 1, tell by themselves what is counted. */
const RARE = 0.5;
/** Numbers further apart than this count different things. */
const NEAR = 0.35;
/** Things less alike than this are not the same measure. */
const LEAST_FIT = 0.6;
/** Passages that share less than this, 0 to 1, speak of different events. */
const LEAST_SHARED = 0.08;
/** Passages that only a measure joins are compared in nothing else. */
const FAR_FROM_BEST = 0.5;

/** Two passages of different articles that each give their article's only number for one measure. */
export interface MeasureMatch {
  readonly match: Match;
  readonly left: Held<Quantity>;
  readonly right: Held<Quantity>;
}

interface Stated {
  readonly passage: Passage;
  readonly held: Held<Quantity>;
}

/** Pairs the measures of which two articles give one number each, and not the same; `passages` by article. */
export function matchMeasures(passages: readonly (readonly Passage[])[]): MeasureMatch[] {
  const measures = passages.map(readMeasures);
  const byKey = new Map<string, (readonly Stated[])[]>();
  for (const own of measures) {
    for (const [key, stated] of own) {
      const lists = byKey.get(key);
      if (lists === undefined) byKey.set(key, [stated]);
      else lists.push(stated);
    }
  }
  return [...byKey.values()].flatMap((lists) =>
    lists.flatMap((left, i) => lists.slice(i + 1).flatMap((right) => pairBest(left, right) ?? [])),
  );
}

/** The measures of an article for which it gives one number only, with every place that gives it. */
function readMeasures(passages: readonly Passage[]): Map<string, readonly Stated[]> {
  const found = new Map<string, Stated[]>();
  const torn = new Set<string>();
  for (const passage of passages) {
    for (const { claim, index } of passage.claims) {
      if (claim.hypothetical) continue;
      for (const value of claim.quantities) {
        const key = measureOf(value, claim);
        if (key === undefined) continue;
        const list = found.get(key);
        const stated = { passage, held: { value, claim: index } };
        if (list === undefined) found.set(key, [stated]);
        else if (list.every(({ held }) => agreeQuantities(held.value, value))) list.push(stated);
        else torn.add(key);
      }
    }
  }
  for (const key of torn) found.delete(key);
  return found;
}

/** What a quantity measures, when its own words say it; `undefined` for “three men”. */
function measureOf(quantity: Quantity, claim: Claim): string | undefined {
  const { unit, thing, part, value } = quantity;
  if (part || value === 1) return undefined;
  if (unit === 'magnitude') return unit;
  if (thing === '') return undefined;
  if (isMoney(unit)) return `${unit} ${familyOf(thing)}`;
  if (unit !== 'count') return undefined;
  const [fate] = fatesOf(quantity);
  if (fate !== undefined) return claim.modality === 'asserted' ? `people ${fate}` : undefined;
  return rarityOf(thing) >= RARE ? familyOf(thing) : undefined;
}

/** A bare “6.8” may be anything; one of both must say what it is. */
const saysMagnitude = ({ scope }: Quantity): boolean => scope.includes('magnitude');

function pairBest(left: readonly Stated[], right: readonly Stated[]): MeasureMatch | undefined {
  let best: MeasureMatch | undefined;
  for (const a of left) {
    for (const b of right) {
      const { value } = a.held;
      const other = b.held.value;
      if (fitQuantities(value, other) < LEAST_FIT || closeness(value, other) < NEAR) continue;
      if (agreeQuantities(value, other)) return undefined;
      if (value.unit === 'magnitude' && !saysMagnitude(value) && !saysMagnitude(other)) continue;
      const { weight, words } = share(a.passage.features, b.passage.features);
      const score = similarity(weight, a.passage.norm, b.passage.norm);
      if (score < LEAST_SHARED || score <= (best?.match.score ?? 0)) continue;
      const match = { left: a.passage, right: b.passage, score, ratio: FAR_FROM_BEST, shared: words };
      best = { match, left: a.held, right: b.held };
    }
  }
  return best;
}
