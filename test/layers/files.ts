/** Lists and reads the project’s own source files for the layer tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

export interface SourceFile {
  /** From the project’s root, with `/`. */
  readonly path: string;
  readonly text: string;
}

const SOURCE = /\.(?:ts|mjs|js)$/;

/** Every TypeScript and JavaScript file below a folder, by path. */
export function readSources(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => SOURCE.test(name))
    .map((name) => [folder, ...name.split(sep)].join('/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(...path.split('/')), 'utf8') }));
}
