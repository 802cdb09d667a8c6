/** Reads the decisions that belong to the paths of a call: each folder's file, or the nearest one above. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { DECISIONS_PATH, type Decision, type Lock, listDecisions, parseDecisions } from '../engine';
import { asError, type PathProblem, sayWhy } from './problems';

const SENTENCES: Readonly<Record<Lock, string>> = {
  newer: 'A newer version of Counterclaim wrote this: what this version understands counts.',
  damaged: 'This is damaged: only what can be read of it counts.',
  'too-large': 'This is too large to be a file with decisions; it does not count.',
};

/**
 * @param paths the files and folders of the call
 * @param ids the articles that were read, as paths
 * @returns the decisions with articles named by their ids, each file's once
 */
export function loadDecisions(
  paths: readonly string[],
  ids: readonly string[],
): { readonly decisions: readonly Decision[]; readonly problems: readonly PathProblem[] } {
  const problems: PathProblem[] = [];
  const decisions: Decision[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    const folder = findFolder(resolve(path));
    if (folder === undefined || seen.has(folder)) continue;
    seen.add(folder);
    const file = join(folder, DECISIONS_PATH);
    try {
      const read = parseDecisions(readFileSync(file, 'utf8'));
      if (read.locked !== null) problems.push({ path: file, message: SENTENCES[read.locked] });
      const byPath = new Map(ids.map((id) => [pathFrom(folder, id), id]));
      const missing = (path: string) => `${folder}${sep}${path}`;
      decisions.push(...listDecisions(read, (path) => byPath.get(path.normalize('NFC')) ?? missing(path)));
    } catch (error) {
      problems.push({ path: file, message: sayWhy(asError(error)) });
    }
  }
  return { decisions, problems };
}

/** The folder itself or the nearest one above that holds decisions. */
function findFolder(path: string): string | undefined {
  for (let folder = path; ; folder = dirname(folder)) {
    if (isFile(join(folder, DECISIONS_PATH))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** What cannot be looked at, such as a path below a file, is none. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** With `/` and in one normal form, as the file has it. */
function pathFrom(folder: string, id: string): string {
  return relative(folder, resolve(id)).split(sep).join('/').normalize('NFC');
}
