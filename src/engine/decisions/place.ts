/** Finds the places that decisions are about in the articles of a case. */
import type { Article, Span } from '../types';
import { type Collapsed, collapseSpaces, findAnchor } from './anchor';
import type { Anchor } from './types';

export interface Place extends Span {
  readonly article: Article;
}

export interface Places {
  /** Where the anchor's words stand now; `undefined` when that cannot be told for sure. */
  find(anchor: Anchor): Place | undefined;
}

/** What is kept of an article between two runs. */
interface Known {
  readonly source: Collapsed;
  readonly places: Map<string, Span | undefined>;
}

/** Remembers texts and places as long as their articles: an edit costs the places of one article. */
export function createPlaceFinder(): (articles: ReadonlyMap<string, Article>) => Places {
  const known = new WeakMap<Article, Known>();
  const findIn = (article: Article, anchor: Anchor): Span | undefined => {
    let memory = known.get(article);
    if (memory === undefined) {
      memory = { source: collapseSpaces(article.text), places: new Map() };
      known.set(article, memory);
    }
    const key = `${anchor.exact}\n${anchor.prefix}\n${anchor.suffix}`;
    if (!memory.places.has(key)) memory.places.set(key, findAnchor(anchor, memory.source));
    return memory.places.get(key);
  };
  return (articles) => ({
    find(anchor) {
      const article = articles.get(anchor.article);
      if (article === undefined) return findRenamed(anchor, articles, findIn);
      const span = findIn(article, anchor);
      return span && { article, ...span };
    },
  });
}

/** An article that was renamed: the only one of the case that has the words in wholly the same surroundings. */
function findRenamed(
  anchor: Anchor,
  articles: ReadonlyMap<string, Article>,
  findIn: (article: Article, anchor: Anchor) => Span | undefined,
): Place | undefined {
  if (anchor.prefix.length + anchor.suffix.length === 0) return undefined;
  const found: Place[] = [];
  for (const article of articles.values()) {
    const span = findIn(article, anchor);
    if (span !== undefined && isWhole(anchor, article, span)) found.push({ article, ...span });
  }
  return found.length === 1 ? found[0] : undefined;
}

function isWhole({ exact, prefix, suffix }: Anchor, { text }: Article, { start, end }: Span): boolean {
  // Enough of the text itself to hold the surroundings with their white space.
  const around = collapseSpaces(
    text.slice(Math.max(0, start - 2 * prefix.length - 8), end + 2 * suffix.length + 8),
  );
  return around.text.includes(prefix + exact + suffix);
}
