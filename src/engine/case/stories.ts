/** Groups the articles of a case into stories: articles about the same event. */
import { daysBetween } from '../claims/calendar';
import { foldForComparison } from '../text/fold';
import type { Article, ArticleFacts, Story } from '../types';
import { createLikenessIndex, type LikenessIndex, type Profile } from './likeness';
import { rarityOf } from './weights';

/** Two articles this alike are about the same event, whatever else there is. */
const SAME_EVENT = 0.45;
/** Articles this alike belong together when neither case offers one of them a nearer partner. */
const RELATED = 0.12;
/** How near to the best partner another one must come to count as well. */
const NEAR_BEST = 0.7;
/** Further apart in time than this, in days, articles must be twice as alike. */
const SAME_TIMES = 30;
/** Words less rare than this are in every article; see {@link rarityOf}. */
const TELLING = 0.45;
/** Weights are counted in steps of this size; products of whole numbers add up the same in any order. */
const STEPS = 2 ** 18;

/** Groups the articles of a case again and again, and looks only at what changed since the last time. */
export interface StoryGrouper {
  /** @param articles sorted by id */
  group(articles: readonly Article[]): readonly Story[];
}

interface Known {
  readonly slot: number;
  facts: ArticleFacts;
  profile: Profile;
}

/** The stories of `articles` at once; the result does not depend on their order. */
export function groupStories(articles: readonly Article[]): readonly Story[] {
  const sorted = [...articles].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return createStoryGrouper().group(sorted);
}

/**
 * Groups by shared rare words and names: articles join when they are much alike, or alike enough and the nearest that
 * one of them has. The result is the one that a new grouper gives for the same articles; what stayed equal stays
 * the same object.
 */
export function createStoryGrouper(): StoryGrouper {
  const index = createLikenessIndex(RELATED, compareTimes);
  const known = new Map<string, Known>();
  const free: number[] = [];
  let next = 0;
  let stories: readonly Story[] = [];

  /** What is new, other or gone, by slot. */
  function readChanges(articles: readonly Article[]): Map<number, Profile | undefined> {
    const changes = new Map<number, Profile | undefined>();
    const present = new Set(articles.map(({ id }) => id));
    for (const [id, { slot }] of known) {
      if (present.has(id)) continue;
      changes.set(slot, undefined);
      known.delete(id);
    }
    const gone = [...changes.keys()];
    for (const { id, facts } of articles) {
      const before = known.get(id);
      if (before?.facts === facts) continue;
      const profile = readProfile(facts);
      if (before === undefined) {
        const slot = free.pop() ?? next++;
        known.set(id, { slot, facts, profile });
        changes.set(slot, profile);
        continue;
      }
      before.facts = facts;
      if (isSameProfile(before.profile, profile)) continue;
      before.profile = profile;
      changes.set(before.slot, profile);
    }
    free.push(...gone);
    return changes;
  }

  return {
    group(articles) {
      const changes = readChanges(articles);
      if (changes.size === 0) return stories;
      index.update(changes);
      const slots = articles.map(({ id }) => known.get(id)?.slot ?? 0);
      stories = keepStories(joinStories(articles, readMeetings(slots, index)), stories);
      return stories;
    },
  };
}

/** All meetings, each once, by the articles' places in the order. */
function readMeetings(slots: readonly number[], index: LikenessIndex): Meeting[] {
  const placeOf = new Map(slots.map((slot, place) => [slot, place]));
  return slots.flatMap((slot, place) =>
    [...index.meetingsOf(slot)].flatMap(([other, likeness]): Meeting[] => {
      const before = placeOf.get(other) ?? place;
      return before < place ? [[before, place, likeness]] : [];
    }),
  );
}

function joinStories(articles: readonly Article[], meetings: readonly Meeting[]): Story[] {
  const parents = articles.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parents[at] !== at) {
      const parent = parents[at] ?? at;
      parents[at] = parents[parent] ?? parent;
      at = parent;
    }
    return at;
  };
  for (const [a, b] of joinNearest(meetings)) {
    const [one, other] = [root(a), root(b)];
    parents[Math.max(one, other)] = Math.min(one, other);
  }
  const members = new Map<number, string[]>();
  articles.forEach(({ id }, i) => {
    const at = root(i);
    const list = members.get(at);
    if (list === undefined) members.set(at, [id]);
    else list.push(id);
  });
  return [...members.values()].map((ids) => ({ id: ids[0] ?? '', articles: ids }));
}

/** The stories, and their list, as the objects they were where they are equal. */
function keepStories(stories: readonly Story[], before: readonly Story[]): readonly Story[] {
  const old = new Map(before.map((story) => [story.id, story]));
  const kept = stories.map((story) => {
    const same = old.get(story.id);
    const isSame =
      same?.articles.length === story.articles.length &&
      same.articles.every((id, i) => id === story.articles[i]);
    return same !== undefined && isSame ? same : story;
  });
  return kept.length === before.length && kept.every((story, i) => story === before[i]) ? before : kept;
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
  const placed = new Set(near.flatMap(([a, b]) => [a, b] as const));
  // Whoever is still alone goes with the nearest.
  const others = meetings.filter(([a, b, likeness]) => {
    const alone = [a, b].filter((i) => !placed.has(i));
    return alone.some((i) => likeness === best.get(i));
  });
  return [...near, ...others];
}

/** Halves the likeness of articles that were published far apart. */
function compareTimes(a: string | null, b: string | null): number {
  const apart = a === null || b === null ? 0 : Math.abs(daysBetween(a, b));
  return apart > SAME_TIMES ? 0.5 : 1;
}

/** What an article is about: its words weighed by how rare they are in news and how often it uses them. */
function readProfile({ claims, entities, published }: ArticleFacts): Profile {
  const counts = new Map<string, number>();
  for (const claim of claims) {
    for (const word of claim.words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  for (const { kind, name } of entities) {
    if (kind !== 'person') continue;
    const surname = foldForComparison(name.slice(name.lastIndexOf(' ') + 1));
    counts.set(surname, (counts.get(surname) ?? 0) + 2);
  }
  const words = new Map<string, number>();
  for (const [word, count] of counts) {
    const rarity = rarityOf(word);
    if (rarity >= TELLING) words.set(word, Math.round(rarity ** 2 * (1 + Math.log2(count)) * STEPS));
  }
  return { words, published };
}

function isSameProfile(a: Profile, b: Profile): boolean {
  if (a.published !== b.published || a.words.size !== b.words.size) return false;
  for (const [word, weight] of a.words) if (b.words.get(word) !== weight) return false;
  return true;
}
