/** `npm run bench`: measures speed and memory against the peers and writes docs/performance.md. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { collectResources, createEngine } from '../src/engine';
import { costOfEdit, growthByArticles, growthByLength } from './growth';
import { timeOf } from './measure';
import { measureCompromise, measureOurs, NAMES } from './peers';
import { writeReport } from './report';
import { loadTexts } from './texts';

/** Enough text that no round finds the paragraphs of the one before in memory. */
const ARTICLES = 300;
/** compromise takes some thirty milliseconds for each. */
const SUBSET = 40;
const ROUNDS = 3;
/** `--full` goes to 10,000 articles and texts of a megabyte, which takes many minutes. */
const isFull = process.argv.includes('--full');
const COUNTS = isFull ? [100, 1_000, 10_000] : [100, 1_000];
const LONGEST = isFull ? 1024 : 256;
const EDITS = 20;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const note = (what: string) => process.stderr.write(`${what}\n`);
const read = () => collectResources((file) => readFileSync(join('dist', file)));
const resources = read();
const core = new TextDecoder().decode(resources.english);
const start = { resources: timeOf(read), engine: timeOf(() => createEngine(resources)) };
const engine = createEngine(resources);

const { texts, source } = loadTexts(ARTICLES);
note(`peers, over ${source}`);
const ours = measureOurs(texts, engine, core, ROUNDS);
const subset = texts.slice(0, SUBSET);
const compromise = measureCompromise(subset);
const analysisOfSubset =
  measureOurs(subset, createEngine(resources), core, 1).find(({ name }) => name === NAMES.analysis)
    ?.milliseconds ?? Number.NaN;
note('growth by length');
const byLength = growthByLength(engine, 1, LONGEST, 3);
note('growth by number of articles');
const byArticles = growthByArticles(engine, [32, 64, 128], 2);
note('edits');
const idle = heap();
let memory = { articles: 0, megabytes: 0 };
const edits = costOfEdit(engine, COUNTS, EDITS, (current) => {
  memory = { articles: current.articles.size, megabytes: heap() - idle };
});

const date = new Date().toISOString().slice(0, 10);
const characters = texts.reduce((sum, text) => sum + text.length, 0);
mkdirSync('docs', { recursive: true });
const report = writeReport({
  date,
  source,
  characters,
  ours,
  subset: SUBSET,
  analysisOfSubset,
  compromise,
  start,
  byLength,
  byArticles,
  edits,
  memory,
});
writeFileSync('docs/performance.md', report);
process.stdout.write(report);

/** Megabytes in use after collecting what is not. */
function heap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
