/** The engine's data files for tests, read once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectResources, createEngine, type Engine, type Resources } from '../src/engine';

let read: Resources | undefined;
let engine: Engine | undefined;

/** The files under `dist/`, as a host would hand them over; run `node esbuild.js` first. */
export function readResources(): Resources {
  read ??= collectResources((file) => readFileSync(join('dist', file)));
  return read;
}

/** One engine for all tests: it is stateless, and building it takes a fifth of a second. */
export function sharedEngine(): Engine {
  engine ??= createEngine(readResources());
  return engine;
}
