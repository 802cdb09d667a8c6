/** The engine as tests use it: built once from the installed English model. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createEngine, type Engine } from '../src/engine';

const MODEL = 'wink-eng-lite-web-model/dist/languages/cur/models/eng-core-web-model.json';
/** Resolves as the repository does, wherever the bundled test lies. */
const fromRepository = createRequire(join(process.cwd(), 'package.json'));
let engine: Engine | undefined;

/** One engine for all tests of a process; building it reads the model from node_modules. */
export function sharedEngine(): Engine {
  engine ??= createEngine({ english: readFileSync(fromRepository.resolve(MODEL)) });
  return engine;
}
