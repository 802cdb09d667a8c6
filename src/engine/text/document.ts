/** The tokens, sentences and paragraphs of one text: what every later stage reads. */
import type { Span } from '../types';

/** Universal part-of-speech tags as wink-nlp gives them. */
export type Tag =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** One word or mark. */
export interface Token extends Span {
  /** As written. */
  readonly text: string;
  /** Folded to plain letters and marks, lower case. */
  readonly lower: string;
  readonly tag: Tag;
  /** Dictionary form, lower case. */
  readonly lemma: string;
}

/** A sentence: a range of characters and of tokens (`from` inclusive, `to` exclusive). */
export interface Sentence extends Span {
  readonly from: number;
  readonly to: number;
  /** Index into {@link Document.paragraphs}. */
  readonly paragraph: number;
}

/** A line of text that is not blank; sentences never cross its ends. */
export interface Paragraph extends Span {
  /** Range of sentences: `from` inclusive, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** Number of blank lines before it. */
  readonly gap: number;
}

export interface Document {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly paragraphs: readonly Paragraph[];
}

/** Index of the token that covers or follows `offset` (UTF-16); `tokens.length` when none does. Binary search. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const token = tokens[middle];
    if (token !== undefined && token.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
