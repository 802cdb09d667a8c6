/** Trains the quotation models on PolNeAR's train part, less the held-out articles, and writes models/quotations.bin. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readCueFeatures } from '../../src/engine/quotations/cueFeatures';
import { readJudgeFeatures } from '../../src/engine/quotations/judgeFeatures';
import {
  COLUMNS,
  GATE_ROWS,
  JUDGE_ROWS,
  type QuotationModel,
  readQuotationModel,
  TAGGER_ROWS,
  writeQuotationModel,
} from '../../src/engine/quotations/model';
import { createScratch, isBarred, propose, scoreGate } from '../../src/engine/quotations/proposal';
import { GATE_FLOOR } from '../../src/engine/quotations/quotations';
import { numberWindow, readItemFeatures } from '../../src/engine/quotations/windowFeatures';
import { createTagger } from '../../src/engine/text/tagger';
import { type BinaryExample, learnBinary, learnTagger, type SequenceExample } from './learn';
import { readPolnear } from './polnear';
import { JOINED, jaccard, labelsOf, type Prepared, prepare, windowOf } from './quotationExamples';

const [corpus = '../shared/polnear/train', out = 'models/quotations.bin'] = process.argv.slice(2);
const EPOCHS = Number(process.env['EPOCHS'] ?? 8);
const COST = Number(process.env['COST'] ?? 4);
const scratch = createScratch();

const started = Date.now();
const say = (message: string) => console.log(`${((Date.now() - started) / 1000).toFixed(0)} s: ${message}`);
const tag = createTagger(readFileSync('dist/english.json', 'utf8'));
const training = prepare(readPolnear(corpus), tag).filter(({ heldOut }) => !heldOut);
say(
  `${training.length} articles, ${training.reduce((n, { golds }) => n + golds.size, 0)} attributions with a cue`,
);

const none = new Float32Array(JUDGE_ROWS);
const halves = [0, 1].map((half) => training.filter((_, i) => i % 2 === half));
const judged: BinaryExample[] = halves.flatMap((half, i) => {
  const other = halves[1 - i] ?? [];
  const model = readQuotationModel(writeQuotationModel(learnGate(other), learnItems(other), none));
  return judgeExamples(half, model);
});
say(`${judged.length} proposals to judge, ${judged.filter(({ positive }) => positive).length} right`);
const judge = learnBinary(judged, JUDGE_ROWS, 8);
const bytes = writeQuotationModel(learnGate(training), learnItems(training), judge);
mkdirSync('models', { recursive: true });
writeFileSync(out, bytes);
say(`${out}: ${bytes.length} bytes`);

function learnGate(articles: readonly Prepared[]): Float32Array {
  const examples = articles.flatMap(({ reading, words, candidates, golds }) =>
    candidates.map((at): BinaryExample => {
      readCueFeatures(reading, words, at, scratch.features);
      return { features: scratch.features.values.slice(0, scratch.features.size), positive: golds.has(at) };
    }),
  );
  return learnBinary(examples, GATE_ROWS, 6);
}

function learnItems(articles: readonly Prepared[]): Float32Array {
  const examples = articles.flatMap((prepared) =>
    [...prepared.golds].flatMap(([cue, attribution]): SequenceExample[] => {
      const window = windowOf(prepared, cue);
      const labels = labelsOf(window, attribution);
      if (!labels.some((label) => label === 1)) return [];
      const numbered = numberWindow(window, prepared.reading, prepared.words);
      const rows = window.items.map((_, i) => {
        readItemFeatures(numbered, i, scratch.features);
        return scratch.features.values.slice(0, scratch.features.size);
      });
      const width = rows[0]?.length ?? 0;
      const features = new Int32Array(rows.length * width);
      rows.forEach((row, i) => {
        features.set(row, i * width);
      });
      return [{ features, width, labels, barred: (i) => isBarred(window, i) }];
    }),
  );
  say(`${examples.length} windows`);
  const weights = learnTagger(examples, EPOCHS, COST);
  return weights.length === TAGGER_ROWS * COLUMNS ? weights : new Float32Array(TAGGER_ROWS * COLUMNS);
}

function judgeExamples(articles: readonly Prepared[], model: QuotationModel): BinaryExample[] {
  return articles.flatMap(({ reading, words, candidates, golds }) =>
    candidates.flatMap((at): BinaryExample[] => {
      const gate = scoreGate(reading, words, at, model, scratch);
      if (gate < GATE_FLOOR) return [];
      const proposal = propose(reading, words, at, gate, JOINED, model, scratch);
      if (proposal.contents.length === 0) return [];
      const gold = golds.get(at);
      const positive = gold !== undefined && jaccard(gold.content, proposal.contents) >= 0.3;
      readJudgeFeatures(proposal, reading, words, scratch.features);
      return [{ features: scratch.features.values.slice(0, scratch.features.size), positive }];
    }),
  );
}
