/** Builds a wink-nlp instance from the English model's data, which the host reads once and shares. */

import featureFn from 'wink-eng-lite-web-model/dist/feature.js';
import lemmatize from 'wink-eng-lite-web-model/dist/lemmatize.js';
import loadPOSModel from 'wink-eng-lite-web-model/dist/load-pos-model.js';
import loadSBDModel from 'wink-eng-lite-web-model/dist/load-sbd-model.js';
import stem from 'wink-eng-lite-web-model/dist/porter-stemmer.js';
import winkNLP from 'wink-nlp';
import type { Tag } from './document';

interface Packing {
  readonly layout: Readonly<Record<string, readonly number[]>>;
  efList: string[];
}
interface Feature {
  list: string[];
  hash: Record<string, number>;
  intrinsicSize: number;
  index: number;
  maxIndex: number;
}
interface CoreModel {
  packing: Packing;
  features: Record<string, Feature>;
  pos: { hash: Record<string, number> };
  lexicon: Uint32Array | string;
  xpansions: Uint32Array | string;
}

/** One tokenised, tagged stretch of text: parallel arrays, a token each. */
export interface Tagged {
  readonly values: readonly string[];
  readonly spaces: readonly string[];
  readonly tags: readonly Tag[];
  readonly lemmas: readonly string[];
  /** Token ranges of sentences, both ends inclusive. */
  readonly sentences: readonly (readonly [number, number])[];
}

export type TagText = (text: string) => Tagged;

/** wink-nlp loads all its state machines; those of stages we leave out get one that recognises nothing. */
const EMPTY_MACHINE = JSON.stringify([100, 0, { 0: {} }, {}, {}, {}]);

/**
 * A tagger over one wink-nlp instance. Its word cache grows with every unseen word, so owners recycle it.
 * @param core text of `eng-core-web-model.json` of wink-eng-lite-web-model
 * @throws SyntaxError when `core` is not that JSON (a broken installation, not user input)
 */
export function createTagger(core: string): TagText {
  const none = () => ({ machines: [EMPTY_MACHINE], setter: () => undefined, transformers: [] });
  const model = {
    core: () => decodeCore(JSON.parse(core)),
    sbd: loadSBDModel,
    pos: loadPOSModel,
    ner: none,
    negation: none,
    sa: none,
    metaCER: none,
    featureFn,
    addons: { stem, lemmatize, readabilityStats: () => undefined, wordVectors: undefined },
  };
  const nlp = winkNLP(model as never, ['sbd', 'pos']);
  const { value, pos, lemma, precedingSpaces, span } = nlp.its;
  return (text) => {
    const document = nlp.readDoc(text);
    const tokens = document.tokens();
    return {
      values: tokens.out(value) as string[],
      spaces: tokens.out(precedingSpaces as never) as string[],
      tags: tokens.out(pos) as Tag[],
      lemmas: tokens.out(lemma as never) as string[],
      sentences: document.sentences().out(span as never) as unknown as [number, number][],
    };
  };
}

/** Unpacks the core model as wink's own loader does, from data handed in instead of a bundled file. */
function decodeCore(core: CoreModel): CoreModel {
  const { packing, features } = core;
  core.lexicon = unpack(core.lexicon);
  core.xpansions = unpack(core.xpansions);
  packing.efList = [];
  for (const [name, layout] of Object.entries(packing.layout)) {
    const feature = features[name];
    const [, mask = 0, shift = 0, isBoolean, isExtracted] = layout;
    if (feature !== undefined && isBoolean === 0) {
      feature.hash = indexOf(feature.list);
      feature.intrinsicSize = feature.list.length;
      feature.index = feature.list.length;
      feature.maxIndex = mask >>> shift;
    }
    if (isExtracted === 1) packing.efList.push(name);
  }
  const { lexeme, posClusters } = features;
  if (lexeme !== undefined) {
    lexeme.hash = indexOf(lexeme.list);
    lexeme.intrinsicSize = lexeme.list.length;
    lexeme.index = lexeme.list.length;
  }
  if (posClusters !== undefined) {
    const clusters: unknown[] = posClusters.list;
    posClusters.list.forEach((cluster, i) => {
      clusters[i] = new Set(cluster.split('_').map((tag) => core.pos.hash[tag] ?? 0));
    });
  }
  return core;
}

function indexOf(list: readonly string[]): Record<string, number> {
  const hash: Record<string, number> = Object.create(null);
  list.forEach((item, i) => {
    hash[item] = i;
  });
  return hash;
}

function unpack(packed: Uint32Array | string): Uint32Array {
  if (typeof packed !== 'string') return packed;
  const bytes = Uint8Array.from(atob(packed), (unit) => unit.charCodeAt(0));
  return new Uint32Array(bytes.buffer);
}
