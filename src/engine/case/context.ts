/** How near two articles are by the names they share: rare names weigh more, names everywhere weigh nothing. */

export interface Context {
  /** The articles that share telling names with `article`, with how much they share; `article` itself is left out. */
  neighbours(article: number): ReadonlyMap<number, number>;
  /** From this score on two articles are about the same matter. */
  readonly near: number;
}

/** Names in more articles than this tell nothing in a large case; it also keeps the work linear. */
const MOST_ARTICLES = 60;

/**
 * Reads which articles share names.
 * @param keys for each article the keys of its telling names, none twice
 */
export function readContext(keys: readonly (readonly string[])[]): Context {
  const holders = new Map<string, number[]>();
  keys.forEach((own, article) => {
    for (const key of own) {
      const list = holders.get(key);
      if (list === undefined) holders.set(key, [article]);
      else list.push(article);
    }
  });
  const total = keys.length;
  const cache = new Map<number, ReadonlyMap<number, number>>();
  return {
    near: Math.max(1.3, 0.55 * Math.log(1 + total)),
    neighbours(article) {
      const known = cache.get(article);
      if (known !== undefined) return known;
      const scores = new Map<number, number>();
      for (const key of keys[article] ?? []) {
        const list = holders.get(key) ?? [];
        if (list.length > MOST_ARTICLES) continue;
        const weight = Math.log(1 + total / list.length);
        for (const other of list) if (other !== article) scores.set(other, (scores.get(other) ?? 0) + weight);
      }
      cache.set(article, scores);
      return scores;
    },
  };
}
