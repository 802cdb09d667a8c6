/** Which quantities and times of an article another article does not state: only these can clash with its own. */
import { fitQuantities, sameQuantity, tellingDigits } from '../claims/compare-quantities';
import { sameTime } from '../claims/compare-times';
import type { Article, Quantity, TimeReference } from '../types';
import { scopeLikeness } from './slots';

/** A value that the other article gives to something with this much the same words around it is explained. */
const SAME_SCOPE = { quantity: 0.3, time: 0.35 };
/** A number with this many digits that count is the same number wherever it stands. */
const SPECIFIC = 3;
/** Values that fit one slot this well are rivals for it. */
const RIVAL = 0.7;

/** The values of one article that another one does not state. */
export interface OpenValues {
  readonly quantities: ReadonlySet<Quantity>;
  readonly times: ReadonlySet<TimeReference>;
}

export interface Openness {
  /** The open values of article `source` against article `other`, both by position. */
  of(source: number, other: number): OpenValues;
  /** Whether no other open number of either article could stand where `left` and `right` do. */
  isLonely(source: number, other: number, left: Quantity, right: Quantity): boolean;
}

interface Values {
  readonly quantities: ReadonlyMap<string, readonly Quantity[]>;
  readonly times: readonly TimeReference[];
}

/** Reads the values of a story's articles; what is open is found when first asked for. */
export function readOpenness(articles: readonly Article[]): Openness {
  const values = articles.map(readValues);
  const known = new Map<number, OpenValues>();
  const find = (source: number, other: number): OpenValues => {
    const key = source * articles.length + other;
    const found = known.get(key) ?? findOpen(values[source], values[other]);
    known.set(key, found);
    return found;
  };
  return {
    of: find,
    isLonely(source, other, left, right) {
      return (
        isAlone(values[source], find(source, other), left, right) &&
        isAlone(values[other], find(other, source), right, left)
      );
    },
  };
}

function readValues({ facts }: Article): Values {
  const quantities = new Map<string, Quantity[]>();
  for (const quantity of facts.claims.flatMap((claim) => claim.quantities)) {
    const list = quantities.get(quantity.unit);
    if (list === undefined) quantities.set(quantity.unit, [quantity]);
    else list.push(quantity);
  }
  return { quantities, times: facts.claims.flatMap((claim) => claim.times) };
}

function findOpen(own: Values | undefined, other: Values | undefined): OpenValues {
  const quantities = [...(own?.quantities ?? [])].flatMap(([unit, list]) => {
    const theirs = other?.quantities.get(unit) ?? [];
    return list.filter((value) => !theirs.some((that) => statesQuantity(value, that)));
  });
  const times = (own?.times ?? []).filter(
    (value) =>
      !other?.times.some(
        (that) => sameTime(value, that) && scopeLikeness(value.scope, that.scope) >= SAME_SCOPE.time,
      ),
  );
  return { quantities: new Set(quantities), times: new Set(times) };
}

function statesQuantity(value: Quantity, other: Quantity): boolean {
  if (!sameQuantity(value, other)) return false;
  return tellingDigits(value) >= SPECIFIC || scopeLikeness(value.scope, other.scope) >= SAME_SCOPE.quantity;
}

function isAlone(own: Values | undefined, open: OpenValues, value: Quantity, partner: Quantity): boolean {
  return !own?.quantities
    .get(value.unit)
    ?.some(
      (rival) =>
        rival.value !== value.value && open.quantities.has(rival) && fitQuantities(rival, partner) >= RIVAL,
    );
}
