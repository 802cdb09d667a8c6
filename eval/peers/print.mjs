// @ts-check
// What the peers share: finding the articles of a call and printing the JSON that the scorers read.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Prints `analyze --format json PATH…` with what `read` finds in each text.
 * @param {(text: string) => { mentions?: object[], quotations?: object[], entities?: object[] }} read
 */
export function printAnalysis(read) {
  const paths = process.argv.slice(2).filter((arg) => !['analyze', '--format', 'json'].includes(arg));
  const entities = new Map();
  const articles = paths.flatMap(list).map((path) => {
    const found = read(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
    for (const entity of found.entities ?? [])
      entities.set(/** @type {{ id: string }} */ (entity).id, entity);
    return {
      path,
      regions: [],
      claims: [],
      mentions: found.mentions ?? [],
      quotations: found.quotations ?? [],
    };
  });
  process.stdout.write(
    JSON.stringify({ version: 1, articles, entities: [...entities.values()], conflicts: [], problems: [] }),
  );
}

/** @param {string} path @returns {string[]} */
function list(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:txt|article|news)$/i.test(name))
    .sort()
    .map((name) => join(path, name));
}
