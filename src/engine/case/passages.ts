/** Sentences of a story as weighted features, and how alike two of them are. */
import { likeness, wordsLike } from '../claims/families';
import type { Context } from '../conflicts/detector';
import type { Article, Claim } from '../types';
import { weigh } from './weights';

/** A sentence with its claims, ready to be compared. */
export interface Passage {
  readonly article: Article;
  /** Position of the article among those aligned. */
  readonly source: number;
  /** Position of the passage in its article. */
  readonly index: number;
  readonly claims: readonly { readonly claim: Claim; readonly index: number }[];
  /** Weight of each feature: content words, and `@` + id for entities. */
  readonly features: ReadonlyMap<string, number>;
  readonly norm: number;
  /** Its words in order, for telling copies. */
  readonly text: string;
}

/** The features of a claim: content words, and entities of the case it names or refers to. */
export function featuresOf(article: Article, claim: Claim, context: Context): string[] {
  const entities = claim.entities.flatMap((local) => {
    const id = context.entityOf(article, local)?.id;
    return id === undefined ? [] : [`@${id}`];
  });
  return [...claim.words, ...entities];
}

/** The passages of each article, weighed by how rare their features are in all of them together. */
export function readPassages(articles: readonly Article[], context: Context): Passage[][] {
  const frequencies = new Map<string, number>();
  let sentences = 0;
  const grouped = articles.map((article) => {
    const bySentence = new Map<number, { claim: Claim; index: number }[]>();
    article.facts.claims.forEach((claim, index) => {
      const group = bySentence.get(claim.sentence);
      if (group === undefined) bySentence.set(claim.sentence, [{ claim, index }]);
      else group.push({ claim, index });
    });
    return [...bySentence.values()].map((claims) => {
      const features = new Set(claims.flatMap(({ claim }) => featuresOf(article, claim, context)));
      for (const feature of features) frequencies.set(feature, (frequencies.get(feature) ?? 0) + 1);
      sentences++;
      return { claims, features };
    });
  });
  return grouped.map((passages, source) =>
    passages.flatMap(({ claims, features }, index): Passage[] => {
      const article = articles[source];
      if (article === undefined) return [];
      const weights = new Map<string, number>();
      let norm = 0;
      for (const feature of features) {
        const weight = weigh(feature, frequencies.get(feature) ?? 1, sentences);
        weights.set(feature, weight);
        norm += weight;
      }
      const start = claims[0]?.claim.start ?? 0;
      const end = claims.at(-1)?.claim.end ?? start;
      return [
        { article, source, index, claims, features: weights, norm, text: article.text.slice(start, end) },
      ];
    }),
  );
}

/** The weight that two sets of features share, near-synonyms counted in part, and what they share. */
export function share(
  left: ReadonlyMap<string, number>,
  right: ReadonlyMap<string, number>,
): { weight: number; words: string[] } {
  const [small, large] = left.size <= right.size ? [left, right] : [right, left];
  let weight = 0;
  const words: string[] = [];
  for (const [feature, own] of small) {
    const same = large.get(feature);
    if (same !== undefined) {
      weight += Math.min(own, same);
      words.push(feature);
      continue;
    }
    if (feature.startsWith('@')) continue;
    const best = bestLike(feature, own, large);
    if (best > 0) {
      weight += best;
      words.push(feature);
    }
  }
  return { weight, words };
}

function bestLike(feature: string, own: number, others: ReadonlyMap<string, number>): number {
  let best = 0;
  for (const [other, like] of wordsLike(feature)) {
    const theirs = others.get(other);
    if (theirs !== undefined) best = Math.max(best, like * Math.min(own, theirs));
  }
  if (best > 0 || feature.length < 5) return best;
  for (const [other, theirs] of others) {
    if (other[0] !== feature[0] || other.length < 5) continue;
    const like = likeness(feature, other);
    if (like > 0) best = Math.max(best, like * Math.min(own, theirs));
  }
  return best;
}

/** How alike two passages are, 0 to 1: what they share over a mean of what each has, nearer the shorter one. */
export function similarity(shared: number, left: number, right: number): number {
  const small = Math.min(left, right);
  const large = Math.max(left, right);
  return small === 0 ? 0 : Math.min(1, shared / (small ** 0.65 * large ** 0.35));
}
