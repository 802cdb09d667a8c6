/** Finds the article files under the paths of a call. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ARTICLE = /\.(?:txt|article|news)$/i;

/** Files as given; of folders every `.txt`, `.article` and `.news` file in them and below, by name. */
export function findArticles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => ARTICLE.test(name))
      .sort()
      .map((name) => join(path, name));
  });
}
