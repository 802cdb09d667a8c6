/** Builds a wink-nlp instance from the English model's data, which the host reads once and shares. */

import featureFn from 'wink-eng-lite-web-model/dist/feature.js';
import lemmatize from 'wink-eng-lite-web-model/dist/lemmatize.js';
import loadPOSModel from 'wink-eng-lite-web-model/dist/load-pos-model.js';
import loadSBDModel from 'wink-eng-lite-web-model/dist/load-sbd-model.js';
import stem from 'wink-eng-lite-web-model/dist/porter-stemmer.js';
import winkNLP from 'wink-nlp';
import type { Tag } from './document';
import { stripDiacritics } from './fold';
import { type CoreModel, closeDictionary, decodeCore, openDictionary } from './wink-core';

/** One tokenised, tagged stretch of text: parallel arrays, a token each. */
export interface Tagged {
  readonly values: readonly string[];
  /** Number of spaces before each token. */
  readonly spaces: readonly number[];
  readonly tags: readonly Tag[];
  /** Values in lower case without diacritics. */
  readonly lowers: readonly string[];
  /** Lower case without diacritics. */
  readonly lemmas: readonly string[];
  /** Token ranges of sentences, both ends inclusive. */
  readonly sentences: readonly (readonly number[])[];
}

/** wink-nlp's own record of a document: four numbers a token. */
interface RawDocument {
  readonly tokens: readonly number[];
  readonly sentences: readonly (readonly number[])[];
  readonly cache: { value(index: number): string };
}
type SetTags = (document: RawDocument, ...rest: unknown[]) => void;
type LemmaOf = (index: number, document: RawDocument, addons: object) => string;

/** A tagger over one wink-nlp instance. */
export interface Wink {
  tag(text: string): Tagged;
  /** Number of words it holds beyond its dictionary; memory grows with it. */
  unseen(): number;
  /** True for a word of its dictionary, lower case. */
  knows(word: string): boolean;
}

/** wink-nlp loads all its state machines; those of stages we leave out get one that recognises nothing. */
const EMPTY_MACHINE = JSON.stringify([100, 0, { 0: {} }, {}, {}, {}]);
/** A token is four numbers: word, spaces (with a contraction's normal above 16 bits), tag and lemma, flags. */
const TOKEN_SIZE = 4;
const SPACES = 0xffff;
const LEMMA = 0xfffff;
const TAG_SHIFT = 20;
const TAG_COUNT = 64;

/**
 * Makes instances that share one decoded model; only the latest one made may be used.
 * @param core text of `eng-core-web-model.json` of wink-eng-lite-web-model
 * @throws SyntaxError when `core` is not that JSON (a broken installation, not user input)
 */
export function createWinkMaker(core: string): () => Wink {
  const decoded = decodeCore(JSON.parse(core));
  return () => createWink(decoded);
}

interface WordCache {
  lookup(word: string): readonly number[] | null;
  intrinsicSize(): number;
  posOf(index: number): number;
}
interface Features {
  pos(word: string, category: number, cache: WordCache): number;
}
/** What looking up a word gives that is in no dictionary: an index beyond its end. */
const UNSEEN = [Number.MAX_SAFE_INTEGER];

/** wink's own features of unseen words; the default tag looks a new word up and expects to find it. */
function createFeatures(config: unknown): Features {
  const features = (featureFn as (config: unknown) => Features)(config);
  const pos = features.pos;
  features.pos = (word, category, cache) =>
    pos(word, category, {
      lookup: (text) => cache.lookup(text) ?? UNSEEN,
      intrinsicSize: cache.intrinsicSize,
      posOf: cache.posOf,
    });
  return features;
}

function createWink(core: CoreModel): Wink {
  let raw: RawDocument | undefined;
  const none = () => ({ machines: [EMPTY_MACHINE], setter: () => undefined, transformers: [] });
  const addons = { stem, lemmatize, readabilityStats: () => undefined, wordVectors: undefined };
  const tagging = (loadPOSModel as () => { setter: SetTags })();
  const model = {
    core: () => core,
    sbd: loadSBDModel,
    // The last stage hands over wink's record of the document: one pass over it instead of one for each property.
    pos: () => ({
      ...tagging,
      setter: (document: RawDocument, ...rest: unknown[]) => {
        tagging.setter(document, ...rest);
        raw = document;
      },
    }),
    ner: none,
    negation: none,
    sa: none,
    metaCER: none,
    featureFn: createFeatures,
    addons,
  };
  openDictionary(core);
  const nlp = winkNLP(model as never, ['sbd', 'pos']);
  closeDictionary(core);
  const words = core.features['lexeme'];
  const tagNames: readonly string[] = core.features['pos']?.list ?? [];
  const lemmaOf = nlp.its.lemma as unknown as LemmaOf;
  const lemmas = new Map<number, string>();
  const lowers = new Map<number, string>();

  function findLemma(document: RawDocument, at: number, word: number, tag: number): string {
    const info = document.tokens[at * TOKEN_SIZE + 2] ?? 0;
    const contracted = (document.tokens[at * TOKEN_SIZE + 1] ?? 0) > SPACES;
    const key = (contracted ? -1 - (info & LEMMA) : word) * TAG_COUNT + tag;
    let lemma = lemmas.get(key);
    if (lemma === undefined) {
      // wink has no lemma for some words it has not seen; the word stands for itself then.
      const found: string | undefined = lemmaOf(at, document, addons);
      lemma = stripDiacritics((found ?? '').toLowerCase());
      lemmas.set(key, lemma);
    }
    return lemma;
  }

  function findLower(word: number, value: string): string {
    let lower = lowers.get(word);
    if (lower === undefined) {
      lower = stripDiacritics(value.toLowerCase());
      lowers.set(word, lower);
    }
    return lower;
  }

  return {
    knows: (word) => (words?.hash[word] ?? Number.POSITIVE_INFINITY) < (words?.intrinsicSize ?? 0),
    unseen: () => (words === undefined ? 0 : words.list.length - words.intrinsicSize),
    tag(text) {
      raw = undefined;
      nlp.readDoc(text);
      const document: RawDocument = raw ?? { tokens: [], sentences: [], cache: { value: () => '' } };
      const { tokens, sentences, cache } = document;
      const values: string[] = [];
      const spaces: number[] = [];
      const tags: Tag[] = [];
      const lowered: string[] = [];
      const found: string[] = [];
      for (let i = 0, at = 0; i < tokens.length; i += TOKEN_SIZE, at++) {
        const word = tokens[i] ?? 0;
        const tag = (tokens[i + 2] ?? 0) >>> TAG_SHIFT;
        const value = cache.value(word);
        values.push(value);
        lowered.push(findLower(word, value));
        spaces.push((tokens[i + 1] ?? 0) & SPACES);
        tags.push((tagNames[tag & (TAG_COUNT - 1)] ?? 'X') as Tag);
        found.push(findLemma(document, at, word, tag & (TAG_COUNT - 1)));
      }
      return { values, spaces, tags, lowers: lowered, lemmas: found, sentences };
    },
  };
}
