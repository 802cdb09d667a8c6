/** docs/performance.md: every figure from the run that wrote it. */
import { cpus, totalmem } from 'node:os';
import { devDependencies as versions } from '../package.json';
import { type EditCost, type Step, worstDoubling } from './growth';
import { type Contender, NAMES } from './peers';

export interface Figures {
  readonly date: string;
  readonly source: string;
  readonly characters: number;
  readonly ours: readonly Contender[];
  readonly subset: number;
  readonly analysisOfSubset: number;
  readonly compromise: Contender;
  readonly start: { readonly resources: number; readonly engine: number };
  readonly byLength: readonly Step[];
  readonly byArticles: readonly Step[];
  readonly edits: readonly EditCost[];
  readonly memory: { readonly articles: number; readonly megabytes: number };
}

/** The page, in Markdown. */
export function writeReport(figures: Figures): string {
  const { ours, compromise, analysisOfSubset } = figures;
  const of = (name: string) => ours.find((one) => one.name === name)?.milliseconds ?? Number.NaN;
  const whole = of(NAMES.analysis) / of(NAMES.wink);
  const ahead = compromise.milliseconds / analysisOfSubset;
  const speed = (ms: number) => (figures.characters / 1e6 / (ms / 1000)).toFixed(2);
  const slowest = figures.edits.find(({ size }) => size === 1_000);
  const flat = Math.max(
    ...figures.edits.map((step) => step.milliseconds / (figures.edits[0]?.milliseconds ?? 1)),
  );
  return `<!-- Written by \`npm run bench\`; edit bench/report.ts instead. -->
# Performance

Measured on ${figures.date}: ${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.version}; wink-nlp ${versions['wink-nlp']} with wink-eng-lite-web-model ${versions['wink-eng-lite-web-model']}, compromise ${versions.compromise}. Times are processor time of one process, the least of several rounds in which the contenders take turns; ratios within one run are what to compare, not milliseconds.

Run it again: \`npm run bench\`. Text: ${figures.source}, ${(figures.characters / 1e6).toFixed(2)} million characters.

## Against the peers
| | ms | MB/s | against wink-nlp alone |
|---|---|---|---|
${ours.map(({ name, milliseconds }) => `| ${name} | ${milliseconds.toFixed(0)} | ${speed(milliseconds)} | ${(milliseconds / of(NAMES.wink)).toFixed(2)}× |`).join('\n')}

${compromise.name}, over the first ${figures.subset} of these articles: ${compromise.milliseconds.toFixed(0)} ms; our whole analysis of the same articles in the same run: ${analysisOfSubset.toFixed(0)} ms.

| target | measured | |
|---|---|---|
| whole analysis ≤ 2.5 × wink-nlp alone | ${whole.toFixed(2)}× | ${mark(whole <= 2.5)} |
| whole analysis ≥ 10 × faster than compromise doing less | ${ahead.toFixed(1)}× | ${mark(ahead >= 10)} |
| length doubled: cost at most 2.3 × | ${worstDoubling(figures.byLength).toFixed(2)}× | ${mark(worstDoubling(figures.byLength) <= 2.3)} |
| number of articles doubled: cost at most 2.3 × | ${worstDoubling(figures.byArticles).toFixed(2)}× | ${mark(worstDoubling(figures.byArticles) <= 2.3)} |
| one edit in a case of 1,000 articles, 95 of 100: ≤ 50 ms | ${(slowest?.slow ?? Number.NaN).toFixed(0)} ms | ${mark((slowest?.slow ?? Number.NaN) <= 50)} |
| one edit in a case of ${figures.edits.map(({ size }) => size.toLocaleString('en')).join(' / ')} articles: within 1.5 × | ${flat.toFixed(2)}× | ${mark(flat <= 1.5)} |

## Start
Reading the data files takes ${figures.start.resources.toFixed(0)} ms, building the engine ${figures.start.engine.toFixed(0)} ms (processor time).

## Growth
Analysis of one article by its length (invented articles, bench/generate.ts):

${table('KB', figures.byLength)}

A case from nothing to all findings, by its number of articles (4.5 KB each, four to a story):

${table('articles', figures.byArticles)}

One edit, from changed text to new findings (a number changes or a sentence with a new name is added, by turns; stories of four articles):

| articles | ms (median) | ms (95 of 100 at most) | of it analysis of the article (median) |
|---|---|---|---|
${figures.edits.map((step) => `| ${step.size.toLocaleString('en')} | ${step.milliseconds.toFixed(1)} | ${step.slow.toFixed(1)} | ${step.analysis.toFixed(1)} |`).join('\n')}

Memory after a case of ${figures.memory.articles.toLocaleString('en')} articles with all texts, facts and findings: ${figures.memory.megabytes.toFixed(0)} MB of heap.

\`npm test\` checks the shapes (test/growth/), not the milliseconds.
`;
}

function mark(reached: boolean): string {
  return reached ? 'reached' : 'not reached';
}

function table(unit: string, steps: readonly Step[]): string {
  const rows = steps.map(({ size, milliseconds }, i) => {
    const before = steps[i - 1];
    const factor = before === undefined ? '' : `${(milliseconds / before.milliseconds).toFixed(2)}×`;
    return `| ${size.toLocaleString('en')} | ${milliseconds.toFixed(1)} | ${factor} |`;
  });
  return [`| ${unit} | ms | against the row above |`, '|---|---|---|', ...rows].join('\n');
}
