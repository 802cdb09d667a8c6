/** The command line’s entry. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCase, createEngine, RESOURCE_FILES, type Resources } from '../engine';
import { findArticles } from './files';
import { formatJson } from './json';

const [command, ...rest] = process.argv.slice(2);
if (command === 'analyze' || command === 'check') {
  const engine = createEngine(readResources());
  const current = createCase();
  for (const path of findArticles(
    rest.filter((arg, i) => !arg.startsWith('--') && rest[i - 1] !== '--format'),
  )) {
    const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
    current.set({ id: path, text, facts: engine.analyze({ id: path, text }) });
  }
  process.stdout.write(`${JSON.stringify(formatJson(current))}\n`);
} else {
  process.exitCode = 2;
}

function readResources(): Resources {
  return { english: readFileSync(join(__dirname, RESOURCE_FILES.english)) };
}
