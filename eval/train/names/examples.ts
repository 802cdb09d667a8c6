/** Training examples: documents as the engine reads them, with features and gold labels of their active tokens. */
import { surveyDocument } from '../../../src/engine/names/context';
import { FeatureWriter, IDENTITY } from '../../../src/engine/names/features';
import { HISTORY_FEATURES, LabelHistory } from '../../../src/engine/names/history';
import { firstLabel, mayFollow, OUTSIDE } from '../../../src/engine/names/labels';
import type { NameLexicon } from '../../../src/engine/names/lexicon';
import { findStretches } from '../../../src/engine/names/tagger';
import { type Document, tokenAt } from '../../../src/engine/text/document';
import { readDocument } from '../../../src/engine/text/read';
import type { TagText } from '../../../src/engine/text/tagger';
import type { GoldText } from './conll';

export interface Stretch {
  /** First token. */
  readonly from: number;
  readonly gold: Uint8Array;
  /** Features of each token. */
  readonly features: readonly Int32Array[];
  /** How many of each token's features, at the front, do not depend on which word it is. */
  readonly general: readonly number[];
}

export interface Example {
  readonly document: Document;
  readonly active: Uint8Array;
  readonly gold: Uint8Array;
  readonly stretches: readonly Stretch[];
  readonly styleAt: (token: number) => number;
  /** Less than 1 for labels that nobody checked. */
  readonly weight: number;
}

/** Templates that name the word itself or its run; left out at random so that unseen names are learned from context. */
const NAMING = new Set([IDENTITY, IDENTITY + 1, IDENTITY + 2, IDENTITY + 3, 6, 7, 18, 19]);

export function makeExample(
  { text, names }: GoldText,
  tag: TagText,
  lexicon: NameLexicon,
  weight = 1,
): Example {
  const document = readDocument(text, tag);
  const context = surveyDocument(document, lexicon);
  const gold = new Uint8Array(document.tokens.length);
  for (const { start, end, kind } of names) {
    const from = tokenAt(document.tokens, start);
    for (let i = from; (document.tokens[i]?.start ?? end) < end; i++) {
      gold[i] = i === from ? firstLabel(kind) : firstLabel(kind) + 1;
    }
  }
  const writer = new FeatureWriter(context);
  const stretches = findStretches(context).map(([from, to]): Stretch => {
    const features: Int32Array[] = [];
    const general: number[] = [];
    for (let i = from; i < to; i++) {
      writer.write(i);
      const front: number[] = [];
      const naming: number[] = [];
      for (let k = 0; k < writer.count; k++) {
        (NAMING.has(writer.templates[k] ?? 0) ? naming : front).push(writer.hashes[k] ?? 0);
      }
      features.push(Int32Array.from([...front, ...naming]));
      general.push(front.length);
    }
    return { from, gold: makeLegal(gold.slice(from, to)), features, general };
  });
  const styleAt = (token: number) => context.styles[context.sentenceOf[token] ?? 0] ?? 0;
  return { document, active: context.active, gold, stretches, styleAt, weight };
}

/** A later word with no first word before it (its start lies outside the stretch) becomes a first word. */
function makeLegal(gold: Uint8Array): Uint8Array {
  let last = OUTSIDE;
  gold.forEach((label, i) => {
    if (!mayFollow(last, label)) gold[i] = label - 1;
    last = gold[i] ?? OUTSIDE;
  });
  return gold;
}

/** The example's second reading: the same features, and those of the labels that a first reading gave. */
export function addHistory(example: Example, labels: Uint8Array): Example {
  const history = new LabelHistory(example.document, example.active, labels);
  const hashes = new Int32Array(HISTORY_FEATURES);
  const stretches = example.stretches.map((stretch): Stretch => {
    const features = stretch.features.map((own, i) => {
      const at = stretch.from + i;
      history.write(at, example.styleAt(at), hashes);
      return Int32Array.from([...hashes, ...own]);
    });
    return { ...stretch, features, general: stretch.general.map((count) => count + HISTORY_FEATURES) };
  });
  return { ...example, stretches };
}
