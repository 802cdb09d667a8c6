/** Numbers for every token of a document, worked out once: word, lemma, tag, form and shape. */
import type { Document, Tag, Token } from '../text/document';
import { hashText } from './hashing';
import { nounSense, verbSense } from './senses';

export interface Words {
  /** Hash of the folded word. */
  readonly word: Int32Array;
  readonly lemma: Int32Array;
  /** Number of the tag, from 1. */
  readonly tag: Uint8Array;
  /** {@link FORMS} of the word by its ending. */
  readonly form: Uint8Array;
  /** 0 no letter, 1 lower case, 2 capital first, 3 all capitals (two letters or more), 4 with a digit. */
  readonly shape: Uint8Array;
  /** What a verb or noun means as far as reporting goes (`senses.ts`), 0 for others. */
  readonly sense: Uint8Array;
}

export const TAGS: readonly Tag[] = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
];

const NUMBER_OF: ReadonlyMap<string, number> = new Map(TAGS.map((tag, i) => [tag, i + 1]));

/** The number of a tag as {@link Words.tag} holds it. */
export function tagNumber(tag: Tag): number {
  return NUMBER_OF.get(tag) ?? 0;
}

/** Inflected forms as far as the ending tells. */
export const FORMS = { base: 0, s: 1, past: 2, ing: 3 } as const;

const IRREGULAR_PAST = new Set([
  'said',
  'told',
  'wrote',
  'thought',
  'felt',
  'knew',
  'found',
  'saw',
  'went',
  'read',
  'heard',
  'spoke',
  'made',
  'gave',
  'took',
  'held',
  'put',
  'swore',
  'began',
  'meant',
  'understood',
  'quoth',
  'chose',
  'kept',
  'set',
  'led',
]);

/** Reads the numbers of all tokens of `document`. */
export function readWords(document: Document): Words {
  const { tokens } = document;
  const words = {
    word: new Int32Array(tokens.length),
    lemma: new Int32Array(tokens.length),
    tag: new Uint8Array(tokens.length),
    form: new Uint8Array(tokens.length),
    shape: new Uint8Array(tokens.length),
    sense: new Uint8Array(tokens.length),
  };
  tokens.forEach((token, i) => {
    words.word[i] = hashText(token.lower);
    words.lemma[i] = token.lemma === token.lower ? (words.word[i] ?? 0) : hashText(token.lemma);
    words.tag[i] = tagNumber(token.tag);
    words.form[i] = formOf(token);
    words.shape[i] = shapeOf(token.text);
    words.sense[i] = senseOf(token);
  });
  return words;
}

function senseOf({ tag, lemma }: Token): number {
  return tag === 'VERB' ? verbSense(lemma) : tag === 'NOUN' ? nounSense(lemma) : 0;
}

function formOf({ lower }: Token): number {
  if (lower.endsWith('ing')) return FORMS.ing;
  if (lower.endsWith('ed') || IRREGULAR_PAST.has(lower)) return FORMS.past;
  return lower.endsWith('s') ? FORMS.s : FORMS.base;
}

function shapeOf(text: string): number {
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) return 4;
  // Plain lower-case letters throughout need no folding.
  let plain = true;
  for (let i = 0; i < text.length && plain; i++) {
    const unit = text.charCodeAt(i);
    plain = unit >= 97 && unit <= 122;
  }
  if (plain) return text.length > 0 ? 1 : 0;
  const lower = text.toLowerCase();
  if (text === lower) return lower === text.toUpperCase() ? 0 : 1;
  return text.length > 1 && text === text.toUpperCase() ? 3 : 2;
}
