// Measures regions: gold boilerplate lines found, and lines taken out of the body, listed to be read.
// node eval/regions.mjs [--gold FILE] [--seeds DIR] [--list N] PATH…   (PATH: folders of articles whose dropped lines are counted)
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const args = process.argv.slice(2);
const take = (name, fallback) => {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? fallback : args.splice(at, 2)[1];
};
const shared = take('shared', '../shared');
const goldPath = take('gold', join(shared, 'gold/seeds.gold.json'));
const seeds = take('seeds', join(shared, 'seeds'));
const list = Number(take('list', '0'));
const [command, ...rest] = take('cli', 'node dist/cli.js').split(' ');
if (!existsSync(goldPath)) {
  console.error(`No gold at ${goldPath}: nothing measured.`);
  process.exit(2);
}

const NOT_PROSE = new Set(['boilerplate', 'related', 'byline', 'caption', 'dateline']);
const analyze = (paths) =>
  JSON.parse(
    execFileSync(command, [...rest, 'analyze', '--format', 'json', ...paths], {
      maxBuffer: 1 << 30,
      encoding: 'utf8',
    }),
  ).articles;
const read = (path) => readFileSync(path, 'utf8').replace(/^\uFEFF/, '');

const gold = JSON.parse(readFileSync(goldPath, 'utf8'));
let found = 0;
let goldLines = 0;
let dropped = 0;
let prose = 0;
for (const article of analyze([seeds])) {
  const text = read(article.path);
  const name = basename(article.path);
  const lines = [...text.matchAll(/[^\r\n]+/g)];
  const lineNumber = (offset) => text.slice(0, offset).split('\n').length;
  const wanted = new Map(gold.boilerplate.filter((b) => b.article === name).map((b) => [b.line, b]));
  for (const match of lines) {
    if (match[0].trim() === '') continue;
    const start = match.index + match[0].length - match[0].trimStart().length;
    const kind = article.regions.findLast((r) => r.start <= start + 0 && r.end > start)?.kind;
    const row = wanted.get(lineNumber(match.index));
    if (row) {
      goldLines++;
      if (NOT_PROSE.has(kind)) found++;
      else console.log(`missed (${kind}) ${name.slice(0, 3)}:${row.line} ${match[0].trim().slice(0, 90)}`);
    } else {
      prose++;
      if (NOT_PROSE.has(kind)) {
        const main = article.regions.filter(
          (r) => r.start >= start && r.end <= match.index + match[0].length,
        );
        if (main.some((r) => r.kind === 'body')) continue;
        dropped++;
        console.log(`dropped (${kind}) ${name.slice(0, 3)} ${match[0].trim().slice(0, 90)}`);
      }
    }
  }
}
console.log(
  `seeds: boilerplate lines found ${found} of ${goldLines} (${((100 * found) / goldLines).toFixed(1)} %); other lines dropped ${dropped} of ${prose}`,
);

if (args.length > 0) {
  const rows = [];
  let total = 0;
  for (const article of analyze(args)) {
    const text = read(article.path);
    for (const { kind, start, end } of article.regions) {
      total++;
      if (NOT_PROSE.has(kind))
        rows.push(
          `${kind.padEnd(11)} ${basename(article.path).slice(0, 28).padEnd(28)} ${text.slice(start, end).slice(0, 200)}`,
        );
    }
  }
  console.log(`${args.length} paths: ${rows.length} of ${total} regions are not body, headline or deck`);
  // Every n-th, so that a sample is spread over all articles and the same on every run.
  const step = Math.max(1, Math.floor(rows.length / Math.max(1, list)));
  if (list > 0) for (let i = 0; i < rows.length; i += step) console.log(rows[i]);
}
