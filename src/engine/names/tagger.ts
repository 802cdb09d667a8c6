/** Labels every token of a document with the name model: once by itself, once more knowing the rest of the document. */
import type { Document } from '../text/document';
import { type NameContext, surveyDocument } from './context';
import { FeatureWriter } from './features';
import { HISTORY_FEATURES, LabelHistory } from './history';
import { LABELS } from './labels';
import type { NameLexicon } from './lexicon';
import type { NameModel } from './model';
import { LabelDecoder } from './viterbi';

/** What finding names needs: the word lists and the learned weights. */
export interface NameKnowledge {
  readonly lexicon: NameLexicon;
  readonly model: NameModel;
}

export interface TaggedNames {
  readonly context: NameContext;
  /** A label per token. */
  readonly labels: Uint8Array;
}

/** Labels `document`; the time is linear in its length. */
export function tagNames(document: Document, { lexicon, model }: NameKnowledge): TaggedNames {
  const context = surveyDocument(document, lexicon);
  const scores = new Int32Array(document.tokens.length * LABELS);
  const writer = new FeatureWriter(context);
  const stretches = findStretches(context);
  for (const [from, to] of stretches) {
    for (let i = from; i < to; i++) {
      writer.write(i);
      model.score(writer.hashes, writer.count, scores, i * LABELS);
    }
  }
  const first = decode(model, scores, stretches, document.tokens.length);
  const history = new LabelHistory(document, context.active, first);
  const hashes = new Int32Array(HISTORY_FEATURES);
  for (const [from, to] of stretches) {
    for (let i = from; i < to; i++) {
      const style = context.styles[context.sentenceOf[i] ?? 0] ?? 0;
      model.score(hashes, history.write(i, style, hashes), scores, i * LABELS);
    }
  }
  return { context, labels: decode(model, scores, stretches, document.tokens.length) };
}

function decode(
  model: NameModel,
  scores: Int32Array,
  stretches: readonly (readonly [number, number])[],
  length: number,
): Uint8Array {
  const labels = new Uint8Array(length);
  const decoder = new LabelDecoder(model);
  for (const [from, to] of stretches) decoder.decode(scores, from, to, labels);
  return labels;
}

/** Neighbouring active tokens of one sentence, as ranges. */
export function findStretches({ document, active }: NameContext): (readonly [number, number])[] {
  const stretches: (readonly [number, number])[] = [];
  for (const { from, to } of document.sentences) {
    for (let i = from; i < to; i++) {
      if (active[i] !== 1) continue;
      let end = i + 1;
      while (end < to && active[end] === 1) end++;
      stretches.push([i, end]);
      i = end;
    }
  }
  return stretches;
}
