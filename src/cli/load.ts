/** Reads one article file with its sidecar. */
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { type ArticleInput, decodeArticle, MOST_BYTES, parseSidecar } from '../engine';
import { asError, type PathProblem, sayWhy } from './problems';

export interface Loaded {
  /** `undefined` when the file could not be read. */
  readonly input: ArticleInput | undefined;
  readonly problems: readonly PathProblem[];
}

/** Reads and decodes the file at `path`; its sidecar is `name.json` beside `name.txt`. Never throws. */
export function loadArticle(path: string): Loaded {
  const problems: PathProblem[] = [];
  try {
    const { bytes, size } = readStart(path);
    const decoded = decodeArticle(bytes, size);
    for (const { message } of decoded.problems) problems.push({ path, message });
    const sidecar = path.replace(/\.[^./]*$/, '.json');
    if (sidecar === path || !existsSync(sidecar))
      return { input: { id: path, text: decoded.text }, problems };
    const { metadata, problems: odd } = parseSidecar(readFileSync(sidecar, 'utf8'));
    for (const { message } of odd) problems.push({ path: sidecar, message });
    return { input: { id: path, text: decoded.text, metadata }, problems };
  } catch (error) {
    problems.push({ path, message: sayWhy(asError(error)) });
    return { input: undefined, problems };
  }
}

/** The file's first bytes, no more than are ever used. */
function readStart(path: string): { bytes: Uint8Array; size: number } {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = new Uint8Array(Math.min(size, MOST_BYTES));
    let at = 0;
    while (at < bytes.length) {
      const read = readSync(file, bytes, at, bytes.length - at, at);
      if (read === 0) break;
      at += read;
    }
    return { bytes: bytes.subarray(0, at), size };
  } finally {
    closeSync(file);
  }
}
