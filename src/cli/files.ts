/** Finds the article files under the paths of a call. */
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { asError, type PathProblem, sayWhy } from './problems';

const ARTICLE = /\.(?:txt|article|news)$/i;

export interface Found {
  /** As given, or as found below a folder; no file twice, in the order of the call, folders by name. */
  readonly files: readonly string[];
  readonly problems: readonly PathProblem[];
  /** Whether a path of the call itself could not be opened: bad use rather than a bad file. */
  readonly missing: boolean;
}

/** Files as given; of folders every `.txt`, `.article` and `.news` file in them and below. Links are followed once. */
export function findArticles(paths: readonly string[]): Found {
  const files: string[] = [];
  const problems: PathProblem[] = [];
  const seen = new Set<string>();
  let missing = false;

  function visit(path: string, given: boolean): void {
    try {
      const real = realpathSync.native(path);
      if (seen.has(real)) return;
      const status = statSync(real);
      if (status.isDirectory()) {
        seen.add(real);
        const before = files.length + problems.length;
        visitFolder(path);
        if (given && files.length + problems.length === before) {
          problems.push({ path, message: 'There is no .txt, .article or .news file in this folder.' });
        }
      } else if (status.isFile()) {
        seen.add(real);
        files.push(path);
      } else if (given) {
        problems.push({ path, message: 'This is neither a file nor a folder.' });
      }
    } catch (error) {
      if (given) missing = true;
      problems.push({ path, message: sayWhy(asError(error)) });
    }
  }

  function visitFolder(folder: string): void {
    const entries = readdirSync(folder, { withFileTypes: true }).sort(byName);
    for (const entry of entries) {
      if (isWanted(entry)) visit(join(folder, entry.name), false);
    }
  }

  for (const path of paths) visit(path, true);
  return { files: files.map(withSlashes), problems, missing };
}

function isWanted(entry: Dirent): boolean {
  if (entry.name === 'node_modules' || entry.name === '.git') return false;
  if (entry.isDirectory()) return true;
  return ARTICLE.test(entry.name) || entry.isSymbolicLink();
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** Article ids have `/` between their parts on every system. */
function withSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
