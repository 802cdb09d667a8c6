/** Trains the quotation models on PolNeAR's train part, less the held-out articles, and writes models/quotations.bin. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readCueFeatures } from '../../src/engine/quotations/cueFeatures';
import { readJudgeFeatures } from '../../src/engine/quotations/judgeFeatures';
import { LAYOUT, type QuotationModel, readQuotationModel } from '../../src/engine/quotations/model';
import { createScratch, propose, readKinds, scoreGates } from '../../src/engine/quotations/proposal';
import { GATE_FLOOR } from '../../src/engine/quotations/quotations';
import { createLanes, numberWindow, readItemFeatures } from '../../src/engine/quotations/windowFeatures';
import { createTagger } from '../../src/engine/text/tagger';
import { learnField, type SequenceExample } from './field';
import { type BinaryExample, learnBinary } from './learn';
import { packModel, type Table } from './pack';
import { readPolnear } from './polnear';
import { JOINED, jaccard, labelsOf, type Prepared, prepare, windowOf } from './quotationExamples';

const [corpus = '../shared/polnear/train', out = 'models/quotations.bin'] = process.argv.slice(2);
const EPOCHS = Number(process.env['EPOCHS'] ?? 8);
/** In how many parts the articles are scored by models that have not seen them. */
const PARTS = 3;
const scratch = createScratch();

const started = Date.now();
const say = (message: string) => console.log(`${((Date.now() - started) / 1000).toFixed(0)} s: ${message}`);
const tag = createTagger(readFileSync('dist/english.json', 'utf8'));
const training = prepare(readPolnear(corpus, 'every'), tag).filter(({ heldOut }) => !heldOut);
say(
  `${training.length} articles, ${training.reduce((n, { golds }) => n + golds.size, 0)} attributions with a cue`,
);

/** By name, so that both annotations of an article fall into one part. */
const names = [...new Set(training.map(({ article }) => article.name))];
const partOf = new Map(names.map((name, i) => [name, i % PARTS]));
const parts = Array.from({ length: PARTS }, (_, part) =>
  training.filter(({ article }) => partOf.get(article.name) === part),
);
const without = (part: number) => parts.flatMap((articles, i) => (i === part ? [] : articles));

// What a stage learns from must be as unsure as what it will see, so each part is scored by a model of the others.
const gates = new Map<Prepared, Float32Array>();
parts.forEach((part, i) => {
  const model = readQuotationModel(packModel({ gate: learnGate(without(i)) }));
  for (const prepared of part) {
    const { reading, words, candidates } = prepared;
    gates.set(prepared, scoreGates(reading, words, candidates, model, scratch));
  }
});
say('gates scored');
const judged: BinaryExample[] = parts.flatMap((part, i) => {
  const model = readQuotationModel(packModel({ tagger: learnItems(without(i), 5) }));
  return judgeExamples(part, model);
});
say(`${judged.length} proposals to judge, ${judged.filter(({ positive }) => positive).length} right`);
const judge = learnBinary(judged, LAYOUT.judge, { epochs: 8 });
const bytes = packModel({ gate: learnGate(training), tagger: learnItems(training, EPOCHS), judge });
mkdirSync('models', { recursive: true });
writeFileSync(out, bytes);
say(`${out}: ${bytes.length} bytes`);

function gatesOf(prepared: Prepared): Float32Array {
  return gates.get(prepared) ?? new Float32Array(prepared.reading.document.tokens.length);
}

function learnGate(articles: readonly Prepared[]): Table {
  const examples = articles.flatMap(({ reading, words, candidates, golds }) =>
    candidates.map((at): BinaryExample => {
      readCueFeatures(reading, words, at, scratch.features);
      return { features: scratch.features.values.slice(0, scratch.features.size), positive: golds.has(at) };
    }),
  );
  return learnBinary(examples, LAYOUT.gate);
}

function learnItems(articles: readonly Prepared[], epochs: number): Table {
  const examples = articles.flatMap((prepared) =>
    [...prepared.golds].flatMap(([cue, attribution]): SequenceExample[] => {
      const window = windowOf(prepared, cue);
      const labels = labelsOf(window, attribution);
      if (!labels.some((label) => label === 1)) return [];
      const numbered = numberWindow(
        window,
        prepared.reading,
        prepared.words,
        gatesOf(prepared),
        createLanes(window.items.length),
      );
      const rows = window.items.map((_, i) => {
        readItemFeatures(numbered, i, scratch.features);
        return scratch.features.values.slice(0, scratch.features.size);
      });
      const width = rows[0]?.length ?? 0;
      const features = new Int32Array(rows.length * width);
      rows.forEach((row, i) => {
        features.set(row, i * width);
      });
      const kinds = new Uint8Array(window.items.length);
      readKinds(window, kinds);
      return [{ features, width, labels, kinds }];
    }),
  );
  say(`${examples.length} windows`);
  return learnField(examples, { epochs });
}

function judgeExamples(articles: readonly Prepared[], model: QuotationModel): BinaryExample[] {
  return articles.flatMap((prepared) => {
    const { reading, words, candidates, golds } = prepared;
    const scores = gatesOf(prepared);
    return candidates.flatMap((at): BinaryExample[] => {
      if ((scores[at] ?? -Infinity) < GATE_FLOOR) return [];
      const proposal = propose(reading, words, at, scores, JOINED, model, scratch);
      if (proposal.contents.length === 0) return [];
      const gold = golds.get(at);
      const positive = gold !== undefined && jaccard(gold.content, proposal.contents) >= 0.3;
      readJudgeFeatures(proposal, reading, words, scratch.features);
      return [{ features: scratch.features.values.slice(0, scratch.features.size), positive }];
    });
  });
}
