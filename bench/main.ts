/** `npm run bench`: measures speed and memory against the peers and writes docs/performance.md. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectResources, createCase, createEngine, type Engine } from '../src/engine';
import { generateArticles } from './generate';
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
/** `--full` goes to 10,000 articles, which takes minutes. */
const COUNTS = process.argv.includes('--full') ? [100, 1_000, 10_000] : [100, 300, 1_000];
const LARGEST = COUNTS.at(-1) ?? 0;

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
const byLength = growthByLength(engine, 1, 1024, 3);
note('growth by number of articles');
const byArticles = growthByArticles(engine, [32, 64, 128, 256], 2);
note('edits');
const edits = costOfEdit(engine, COUNTS, 20);
note('memory');
const memory = measureMemory(engine, LARGEST);

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

function measureMemory(measured: Engine, articles: number): { articles: number; megabytes: number } {
  const collect = () => (globalThis as { gc?: () => void }).gc?.();
  collect();
  const before = process.memoryUsage().heapUsed;
  const current = createCase();
  for (const { id, text } of generateArticles(articles)) {
    current.set({ id, text, facts: measured.analyze({ id, text }) });
  }
  current.result();
  collect();
  return { articles: current.articles.size, megabytes: (process.memoryUsage().heapUsed - before) / 2 ** 20 };
}
