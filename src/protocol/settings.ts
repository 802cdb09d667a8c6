/** The settings with their defaults: the one source of truth for client, server and (by a test) package.json. */

/** Settings of the client: which files are articles. */
export const DEFAULT_ARTICLES: readonly string[] = [
  '**/*.article',
  '**/*.news',
  '**/{seeds,articles,sources}/**/*.txt',
  '**/[0-9][0-9][0-9]_*.txt',
];

/**
 * The globs of `counterclaim.articles`.
 * @param value what the user's settings hold, of any type
 * @returns the globs that are usable, and what is wrong with the rest in one sentence each
 */
export function readArticleGlobs(value: unknown): {
  readonly globs: readonly string[];
  readonly wrong: readonly string[];
} {
  if (value === undefined || value === null) return { globs: DEFAULT_ARTICLES, wrong: [] };
  if (!Array.isArray(value)) {
    return { globs: DEFAULT_ARTICLES, wrong: [`expected a list of globs, found ${typeof value}`] };
  }
  const globs = value.filter((glob): glob is string => typeof glob === 'string' && glob.trim() !== '');
  const wrong = value
    .filter((glob) => typeof glob !== 'string' || glob.trim() === '')
    .map((glob) => `not a glob: ${JSON.stringify(glob)}`);
  return { globs, wrong };
}
