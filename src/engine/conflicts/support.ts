/** Looks in the other articles of a story for those that take a side of a conflict, so that each finding is told once. */
import { type Passage, share, similarity } from '../case/passages';
import { scopeLikeness } from '../case/slots';
import type { FindingSide } from './detector';
import type { FindingGroup, GroupSide } from './grouping';
import { type Compared, fitValues, stateSame } from './values';

/** How alike a passage must be to one that the conflict rests on; less than founding a conflict takes. */
const LEAST_PASSAGE = 0.2;
/** How well its value must fit the slot. */
const LEAST_FIT = 0.7;

/** Times are everywhere, so the words around must be this much alike. */
const LEAST_SCOPE = 0.35;

/** A passage with one value of it. */
interface Stated {
  readonly passage: Passage;
  readonly value: Compared;
}

/**
 * Adds to each side of number and time conflicts the articles that state the same in the passage most alike; leaves
 * out conflicts whose sides one sentence of the story states together.
 * @param passages those of the story, by article
 */
export function addSupport(
  groups: readonly FindingGroup[],
  passages: readonly (readonly Passage[])[],
  rank: (side: FindingSide) => number,
): FindingGroup[] {
  const values = new Map(passages.map((own) => [own[0]?.article.id ?? '', own.flatMap(readValues)]));
  return groups.flatMap((group) => {
    const { kind } = group.lead;
    return kind === 'number' || kind === 'time' ? (supportGroup(group, passages, values, rank) ?? []) : group;
  });
}

function readValues(passage: Passage): Stated[] {
  return passage.claims.flatMap(({ claim }) =>
    [...claim.quantities, ...claim.times].map((value) => ({ passage, value })),
  );
}

function supportGroup(
  group: FindingGroup,
  passages: readonly (readonly Passage[])[],
  values: ReadonlyMap<string, readonly Stated[]>,
  rank: (side: FindingSide) => number,
): FindingGroup | undefined {
  const speaking = new Set(group.sides.flatMap(({ places }) => places.map(({ article }) => article.id)));
  const found = group.sides.flatMap(({ places }) => places.flatMap((place) => locate(place, passages)));
  const added = new Map<GroupSide, FindingSide[]>();
  for (const own of passages) {
    const article = own[0]?.article;
    if (article === undefined || speaking.has(article.id)) continue;
    const best = findBest(group.sides, found, values.get(article.id) ?? []);
    if (best === undefined) continue;
    const { start, end } = best.stated.value;
    const { key, says } = best.side;
    const place = { article, span: { start, end }, key, says, value: best.stated.value };
    added.set(best.side, [...(added.get(best.side) ?? []), place]);
  }
  const sides = group.sides.map((side) => {
    const places = [...side.places, ...(added.get(side) ?? [])];
    return { ...side, places: places.sort((a, b) => rank(a) - rank(b) || a.span.start - b.span.start) };
  });
  return passages.some((own) => own.some((passage) => tellsApart(passage, sides)))
    ? undefined
    : { ...group, sides };
}

/**
 * Whether one sentence states the numbers of two sides: then they count two things, “a $42,000 car, a $10,000 fine”.
 * Ordinals are told apart by what bounds them.
 */
function tellsApart({ claims }: Passage, sides: readonly GroupSide[]): boolean {
  const stated = sides.filter(({ places }) =>
    claims.some(({ claim }) =>
      claim.quantities.some((own) =>
        places.some(
          ({ value }) =>
            value !== undefined &&
            'unit' in value &&
            value.unit !== 'ordinal' &&
            own.value === value.value &&
            fitValues(own, value) >= LEAST_FIT &&
            scopeLikeness(own.scope, value.scope) >= LEAST_SCOPE,
        ),
      ),
    ),
  );
  return stated.length > 1;
}

/** The passage that a place of a finding stands in. */
function locate({ article, span }: FindingSide, passages: readonly (readonly Passage[])[]): Passage[] {
  const own = passages.find((list) => list[0]?.article === article) ?? [];
  return own.filter(({ claims }) =>
    claims.some(({ claim }) => claim.start <= span.start && span.start < claim.end),
  );
}

function findBest(
  sides: readonly GroupSide[],
  founding: readonly Passage[],
  stated: readonly Stated[],
): { readonly side: GroupSide; readonly stated: Stated } | undefined {
  let best: { side: GroupSide; stated: Stated; score: number } | undefined;
  for (const one of stated) {
    const side = sideOf(one.value, sides);
    if (side === undefined) continue;
    const score = Math.max(0, ...founding.map((passage) => likenessOf(passage, one.passage)));
    if (score >= LEAST_PASSAGE && score > (best?.score ?? 0)) best = { side, stated: one, score };
  }
  return best;
}

/** The one side that a value states; `undefined` when it fits none, or more than one. */
function sideOf(value: Compared, sides: readonly GroupSide[]): GroupSide | undefined {
  const own = sides.filter(({ places }) =>
    places.some(
      (place) =>
        place.value !== undefined &&
        fitValues(value, place.value) >= LEAST_FIT &&
        ('unit' in value || scopeLikeness(value.scope, place.value.scope) >= LEAST_SCOPE) &&
        stateSame(value, place.value),
    ),
  );
  return own.length === 1 ? own[0] : undefined;
}

function likenessOf(a: Passage, b: Passage): number {
  return similarity(share(a.features, b.features).weight, a.norm, b.norm);
}
