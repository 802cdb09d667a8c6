/** Tells words that lost the same run of letters, by the other articles of their story: “miner” for “minister”. */

import { parseList } from '../lexicon/list';
import rarityList from '../lexicon/word-rarity.txt';
import type { Article, DamageFinding, Story } from '../types';
import { type Lost, loseRun, readStoryWords, restoreWord, type StoryWords } from './restore';

/** A run of letters must be at least this long: shorter ones fit by chance. */
const SHORTEST_RUN = 3;
/** That many words that are no words must have lost the same run, unless a word in its phrase bears it out. */
const ENOUGH_ALONE = 3;
/** Larger stories are collections; their words prove nothing about one article. */
const LARGEST_STORY = 60;

const common = new Set<string>();
for (const line of parseList(rarityList)) for (const word of line.split(' ').slice(1)) common.add(word);

/** Finds damage again and again, and only in stories of which an article changed. */
export interface DamageFinder {
  /** Findings of all `stories`, ordered by article and place. */
  find(articles: readonly Article[], stories: readonly Story[]): DamageFinding[];
}

/** A finder that has seen no story yet; what it finds depends on what it is given only. */
export function createDamageFinder(): DamageFinder {
  const known = new WeakMap<
    Story,
    { readonly members: readonly Article[]; readonly found: DamageFinding[] }
  >();
  return {
    find(articles, stories) {
      const byId = new Map(articles.map((article) => [article.id, article]));
      const found = stories.flatMap((story) => {
        if (story.articles.length < 2 || story.articles.length > LARGEST_STORY) return [];
        const members = story.articles.flatMap((id) => byId.get(id) ?? []);
        const before = known.get(story);
        if (before?.members.every((article, i) => article === members[i])) return before.found;
        const now = findInStory(members);
        known.set(story, { members, found: now });
        return now;
      });
      return found.sort((a, b) =>
        a.article === b.article ? a.start - b.start : a.article < b.article ? -1 : 1,
      );
    },
  };
}

function findInStory(members: readonly Article[]): DamageFinding[] {
  const words = new Map<Article, StoryWords>();
  return members.flatMap((article) =>
    article.facts.damaged.length > 0 ? findInArticle(article, members, words) : [],
  );
}

function findInArticle(
  article: Article,
  members: readonly Article[],
  words: Map<Article, StoryWords>,
): DamageFinding[] {
  const runs = readLostRuns(article);
  if (runs.size === 0) return [];
  const wordsOf = (one: Article): StoryWords => {
    const known = words.get(one) ?? readStoryWords(one);
    words.set(one, known);
    return known;
  };
  const others = members.filter((one) => one !== article);
  const own = wordsOf(article);
  const elsewhere = others.map(wordsOf);
  const isElsewhere = (word: string) => elsewhere.some(({ places }) => places.has(word));
  const found = new Map<number, DamageFinding>();
  for (const [run, lost] of runs) {
    const supported = own.phrases.filter(
      ({ word, before }) =>
        !isElsewhere(word) &&
        loseRun(word, run).some((whole) => elsewhere.some(({ pairs }) => pairs.has(`${before} ${whole}`))),
    );
    const borneOut = new Set(supported.map(({ word }) => word));
    const distinct = new Set([...lost.map(({ word }) => word), ...borneOut]);
    if (
      !(distinct.size >= 2 && supported.length > 0) &&
      new Set(lost.map(({ word }) => word)).size < ENOUGH_ALONE
    )
      continue;
    for (const { word, start, end } of own.phrases) {
      if (isElsewhere(word) || (common.has(word) && !borneOut.has(word))) continue;
      const whole =
        loseRun(word, run).find((one) => isElsewhere(one)) ??
        loseRun(word, run).find((one) => common.has(one));
      if (whole !== undefined && !found.has(start))
        found.set(start, describe(article, { word, start, end }, whole, others, wordsOf));
    }
  }
  return [...found.values()];
}

/** The runs that unknown words of the article may have lost, with those words. */
function readLostRuns(article: Article): Map<string, Lost[]> {
  const runs = new Map<string, Lost[]>();
  for (const { text, start, end } of article.facts.damaged) {
    for (const run of restoreWord(text, common, SHORTEST_RUN)) {
      runs.set(run, [...(runs.get(run) ?? []), { word: text, start, end }]);
    }
  }
  return runs;
}

function describe(
  article: Article,
  { word, start, end }: Lost,
  whole: string,
  others: readonly Article[],
  wordsOf: (article: Article) => StoryWords,
): DamageFinding {
  const evidence = others.flatMap((other) => {
    const place = wordsOf(other).places.get(whole);
    return place === undefined
      ? []
      : [{ article: other.id, start: place, end: place + whole.length, text: whole }];
  });
  const message =
    evidence.length > 0
      ? `Looks like damaged text: “${word}”; elsewhere “${whole}”.`
      : `Looks like damaged text: “${word}”, probably “${whole}”; other words here have lost the same letters.`;
  return { article: article.id, start, end, text: word, probably: whole, evidence, message };
}
