/** Groups the articles of a case into stories: articles about the same event. */
import { daysBetween } from '../claims/calendar';
import { foldForComparison } from '../text/fold';
import type { Article, Entity, Story } from '../types';
import { rarityOf } from './weights';

/** Two articles this alike are about the same event, whatever else there is. */
const SAME_EVENT = 0.45;
/** Articles this alike belong together when neither case offers one of them a nearer partner. */
const RELATED = 0.12;
/** How near to the best partner another one must come to count as well. */
const NEAR_BEST = 0.7;
/** Further apart in time than this, in days, articles must be twice as alike. */
const SAME_TIMES = 30;
/** Words that stand in more articles than this do not bring two of them together. */
const COMMON = 60;

interface Profile {
  readonly article: Article;
  readonly weights: ReadonlyMap<string, number>;
  readonly norm: number;
}

/**
 * Groups by shared rare words and names: articles join when they are much alike, or alike enough and the nearest that
 * one of them has. The result does not depend on the order of `articles`.
 */
export function groupStories(articles: readonly Article[], entities: readonly Entity[]): Story[] {
  void entities;
  const profiles = [...articles].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).map(readProfile);
  const parents = profiles.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parents[at] !== at) at = parents[at] ?? at;
    return at;
  };
  for (const [a, b] of joinNearest(meet(profiles))) {
    const [low, high] = [root(a), root(b)].sort((x, y) => x - y);
    if (low !== undefined && high !== undefined) parents[high] = low;
  }
  const members = new Map<number, string[]>();
  profiles.forEach(({ article }, i) => {
    const at = root(i);
    const list = members.get(at);
    if (list === undefined) members.set(at, [article.id]);
    else list.push(article.id);
  });
  return [...members.values()].map((ids) => ({ id: ids[0] ?? '', articles: ids }));
}

type Meeting = readonly [a: number, b: number, likeness: number];

/** The meetings that bring two articles into one story. */
function joinNearest(meetings: readonly Meeting[]): Meeting[] {
  const best = new Map<number, number>();
  for (const [a, b, likeness] of meetings) {
    best.set(a, Math.max(best.get(a) ?? 0, likeness));
    best.set(b, Math.max(best.get(b) ?? 0, likeness));
  }
  const isNear = ([a, b, likeness]: Meeting) =>
    likeness >= SAME_EVENT || likeness >= NEAR_BEST * Math.max(best.get(a) ?? 0, best.get(b) ?? 0);
  const near = meetings.filter(isNear);
  const placed = new Set(near.flatMap(([a, b]) => [a, b]));
  // Whoever is still alone goes with the nearest.
  const others = meetings.filter(([a, b, likeness]) => {
    const alone = [a, b].filter((i) => !placed.has(i));
    return alone.some((i) => likeness === best.get(i));
  });
  return [...near, ...others];
}

/** Pairs of articles with their likeness, 0 to 1, found through the words they share. */
function meet(profiles: readonly Profile[]): Meeting[] {
  const meetings: Meeting[] = [];
  const postings = new Map<string, number[]>();
  for (const [i, profile] of profiles.entries()) {
    const shared = new Map<number, number>();
    for (const [feature, weight] of profile.weights) {
      const list = postings.get(feature);
      if (list === undefined) {
        postings.set(feature, [i]);
        continue;
      }
      if (list.length <= COMMON) {
        for (const j of list)
          shared.set(j, (shared.get(j) ?? 0) + weight * (profiles[j]?.weights.get(feature) ?? 0));
      }
      list.push(i);
    }
    for (const [j, product] of shared) {
      const other = profiles[j];
      if (other === undefined) continue;
      const likeness = (product / (profile.norm * other.norm)) * inTime(profile, other);
      if (likeness >= RELATED) meetings.push([j, i, likeness]);
    }
  }
  return meetings;
}

/** Halves the likeness of articles that were published far apart. */
function inTime(a: Profile, b: Profile): number {
  const { published: one } = a.article.facts;
  const { published: other } = b.article.facts;
  const apart = one === null || other === null ? 0 : Math.abs(daysBetween(one, other));
  return apart > SAME_TIMES ? 0.5 : 1;
}

/** What an article is about: its words weighed by how rare they are in news and how often it uses them. */
function readProfile(article: Article): Profile {
  const counts = new Map<string, number>();
  for (const claim of article.facts.claims) {
    for (const word of claim.words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  for (const { kind, name } of article.facts.entities) {
    if (kind !== 'person') continue;
    const surname = foldForComparison(name.slice(name.lastIndexOf(' ') + 1));
    counts.set(surname, (counts.get(surname) ?? 0) + 2);
  }
  const weights = new Map<string, number>();
  let square = 0;
  for (const [word, count] of counts) {
    const rarity = rarityOf(word);
    if (rarity < 0.45) continue;
    const weight = rarity ** 2 * (1 + Math.log2(count));
    weights.set(word, weight);
    square += weight * weight;
  }
  return { article, weights, norm: Math.sqrt(square) || 1 };
}
