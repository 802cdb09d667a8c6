/** Trains the name model and writes models/names.bin. Run: eval/train/names/run.sh (about five minutes). */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HASH_BITS } from '../../../src/engine/names/features';
import { LABELS, readSpans } from '../../../src/engine/names/labels';
import { NameLexicon } from '../../../src/engine/names/lexicon';
import { NameModel } from '../../../src/engine/names/model';
import { tagNames } from '../../../src/engine/names/tagger';
import { LabelDecoder } from '../../../src/engine/names/viterbi';
import { createTagger } from '../../../src/engine/text/tagger';
import { createRandom, recaseDocument } from './augment';
import { type ConllDocument, readConll, renderText } from './conll';
import { Crf, type Settings } from './crf';
import { addTitles, collectNames, replaceNames } from './disguise';
import { addHistory, type Example, makeExample } from './examples';
import { encodeModel } from './file';

const SHARED = process.env['SHARED'] ?? '../shared';
const OUT = process.env['OUT'] ?? 'models/names.bin';
const ROWS = Number(process.env['ROWS'] ?? 64_000);
const FOLDS = 2;
/** How many disguised copies of the training text to learn from besides the text itself. */
const COPIES = Number(process.env['COPIES'] ?? 2);
const SETTINGS: Settings = {
  epochs: Number(process.env['EPOCHS'] ?? 10),
  rate: Number(process.env['RATE'] ?? 0.15),
  decay: Number(process.env['DECAY'] ?? 0.0005),
  dropout: Number(process.env['DROPOUT'] ?? 0.25),
  seed: 7,
};

const tag = createTagger(
  readFileSync(
    require.resolve('wink-eng-lite-web-model/dist/languages/cur/models/eng-core-web-model.json'),
    'utf8',
  ),
);
const lexicon = new NameLexicon();
const log = (line: string) => process.stderr.write(`${((Date.now() - began) / 1000).toFixed(0)}s ${line}\n`);
const began = Date.now();

const documents = readConll(readFileSync(join(SHARED, 'conll2003/eng.train'), 'utf8'));
const pool = collectNames(documents);
const random = createRandom(11);
const disguise = (document: ConllDocument) =>
  recaseDocument(addTitles(replaceNames(document, pool, random), random), random);
const copies = [documents, ...Array.from({ length: COPIES }, () => documents.map(disguise))].map((copy) =>
  copy.map((document) => makeExample(renderText(document), tag, lexicon)),
);
log(`${documents.length} documents, ${copies.length} copies`);

const all: Example[] = [];
jackknife(copies).forEach((labels, copy) => {
  copies[copy]?.forEach((example, i) => {
    // A first reading has no history to go by, a second one has: the model learns both, of each text one.
    const second = addHistory(example, labels[i] ?? new Uint8Array(example.gold.length));
    if (copy === 0) all.push(example, second);
    else all.push((i + copy) % 3 === 0 ? example : second);
  });
});
log('first readings done');
const wide = new Crf(countFeatures(all, 3));
log(`${wide.hashes.length} features`);
wide.train(all, { ...SETTINGS, epochs: 3 }, (epoch, loss) => log(`epoch ${epoch} loss ${loss.toFixed(4)}`));
const slim = new Crf(pickStrongest(wide, ROWS));
slim.train(all, SETTINGS, (epoch, loss) => log(`slim epoch ${epoch} loss ${loss.toFixed(4)}`));
const file = encodeModel(slim);
writeFileSync(OUT, file);
log(`${OUT}: ${file.length} bytes`);
evaluate(readConll(readFileSync(join(SHARED, 'conll2003/eng.testa'), 'utf8')), new NameModel(file));

/** Labels each document with a model that has not seen it; for each copy, labels per document. */
function jackknife(copies: readonly (readonly Example[])[]): Uint8Array[][] {
  const labels = copies.map((): Uint8Array[] => []);
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = copies.flatMap((copy) => copy.filter((_, i) => i % FOLDS !== fold));
    const crf = new Crf(countFeatures(rest, 3));
    crf.train(rest, { ...SETTINGS, epochs: 2 }, () => undefined);
    copies.forEach((copy, c) => {
      copy.forEach((example, i) => {
        if (i % FOLDS === fold) (labels[c] ?? [])[i] = read(crf, example);
      });
    });
    log(`fold ${fold}`);
  }
  return labels;
}

function read(crf: Crf, example: Example): Uint8Array {
  const labels = new Uint8Array(example.gold.length);
  const { transitions } = crf;
  const decoder = new LabelDecoder({
    transitions: transitions.slice(0, LABELS * LABELS),
    starts: transitions.slice(LABELS * LABELS, LABELS * LABELS + LABELS),
    ends: transitions.slice(LABELS * LABELS + LABELS),
  });
  for (const stretch of example.stretches) {
    const best = new Uint8Array(stretch.features.length);
    decoder.decode(crf.emissions(stretch), 0, best.length, best);
    labels.set(best, stretch.from);
  }
  return labels;
}

function countFeatures(examples: readonly Example[], least: number): number[] {
  const counts = new Uint8Array(1 << HASH_BITS);
  for (const { stretches } of examples)
    for (const { features } of stretches)
      for (const hashes of features)
        for (const hash of hashes) if ((counts[hash] ?? 0) < 255) counts[hash] = (counts[hash] ?? 0) + 1;
  const kept: number[] = [];
  counts.forEach((count, hash) => {
    if (count >= least) kept.push(hash);
  });
  return kept;
}

function pickStrongest(crf: Crf, rows: number): number[] {
  const strength = crf.hashes.map((hash, row) => {
    let most = 0;
    for (let l = 0; l < LABELS; l++) most = Math.max(most, Math.abs(crf.weights[row * LABELS + l] ?? 0));
    return { hash, most };
  });
  strength.sort((a, b) => b.most - a.most || a.hash - b.hash);
  return strength.slice(0, rows).map(({ hash }) => hash);
}

function evaluate(held: readonly ConllDocument[], model: NameModel): void {
  const tally = new Map<string, { gold: number; printed: number; right: number }>();
  for (const document of held) {
    const example = makeExample(renderText(document), tag, lexicon);
    const key = ({ from, to, kind }: { from: number; to: number; kind: string }) => `${kind} ${from} ${to}`;
    const gold = readSpans(example.gold);
    const printed = readSpans(tagNames(example.document, { lexicon, model }).labels);
    const known = new Set(gold.map(key));
    for (const [spans, field] of [
      [gold, 'gold'],
      [printed, 'printed'],
    ] as const) {
      for (const span of spans) {
        const row = tally.get(span.kind) ?? { gold: 0, printed: 0, right: 0 };
        tally.set(span.kind, row);
        row[field]++;
        if (field === 'printed' && known.has(key(span))) row.right++;
      }
    }
  }
  for (const [kind, { gold, printed, right }] of tally) {
    const f1 = (200 * right) / (gold + printed);
    log(
      `${kind} P ${((100 * right) / printed).toFixed(1)} R ${((100 * right) / gold).toFixed(1)} F1 ${f1.toFixed(1)}`,
    );
  }
}
