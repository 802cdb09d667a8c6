/** What one document shows of its words: case of each sentence, where capitalised words stand, listed phrases. */
import type { Document, Token } from '../text/document';
import { type NameLexicon, WORD } from './lexicon';
import { CASE, type WordForm, WordForms } from './words';

/** How a sentence uses capitals. */
export const STYLE = { plain: 0, title: 1, upper: 2 } as const;

/** Where else in the document a capitalised word was seen, as bits. */
export const SEEN = {
  lower: 1,
  inside: 2,
  afterTitle: 4,
  afterPreposition: 8,
  lastOfMany: 16,
  firstOfMany: 32,
  alone: 64,
  speaking: 128,
  beforeOrgWord: 256,
} as const;

/** A run of capitalised words, joined by hyphens and ampersands: token range, `to` exclusive. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

export interface NameContext {
  readonly document: Document;
  readonly forms: readonly WordForm[];
  /** A {@link STYLE} per sentence. */
  readonly styles: Uint8Array;
  /** Sentence of each token. */
  readonly sentenceOf: Int32Array;
  /** Run of each token; `null` for a token outside. */
  readonly runs: readonly (Run | null)[];
  /** Listed phrases per token. */
  readonly phrases: Uint8Array;
  /** 1 for each token that the model looks at. */
  readonly active: Uint8Array;
}

const PREPOSITIONS = new Set(['in', 'at', 'from', 'near', 'to', 'across', 'outside', 'into']);
const SPEAKING = new Set(['said', 'says', 'told', 'added', 'wrote', 'tweeted', 'asked', 'argued', 'replied']);
const JOINTS = new Set(['-', '&', '–']);
/** An inner word may be this many tokens away from a capitalised one on either side. */
const REACH = 3;

/** Surveys `document` once; linear in its length. */
export function surveyDocument(document: Document, lexicon: NameLexicon): NameContext {
  const { tokens, sentences } = document;
  const table = new WordForms(lexicon);
  const forms = tokens.map((token) => table.get(token));
  const styles = new Uint8Array(sentences.length);
  const sentenceOf = new Int32Array(tokens.length);
  const runs: (Run | null)[] = new Array<Run | null>(tokens.length).fill(null);
  const phrases = new Uint8Array(tokens.length);
  const active = new Uint8Array(tokens.length);
  sentences.forEach(({ from, to }, index) => {
    const style = styleOf(forms, from, to, tokens[to - 1]?.text === '.');
    styles[index] = style;
    let lastCapital = -REACH - 1;
    for (let i = from; i < to; i++) {
      sentenceOf[i] = index;
      const token = tokens[i];
      if (token === undefined) continue;
      const letters = forms[i]?.letters ?? CASE.none;
      if (letters < CASE.first) {
        if (style === STYLE.plain && letters === CASE.lower) note(forms[i], SEEN.lower);
        continue;
      }
      lexicon.markPhrases(tokens, i, phrases);
      if (i - lastCapital <= REACH) for (let k = lastCapital + 1; k < i; k++) active[k] = 1;
      active[i] = 1;
      if ((forms[i - 1]?.bits ?? 0) & WORD.particle && i > from) active[i - 1] = 1;
      lastCapital = i;
    }
    markRuns(tokens, forms, from, to, runs);
    if (style === STYLE.plain) noteRuns(tokens, forms, from, to, runs);
  });
  return { document, forms, styles, sentenceOf, runs, phrases, active };
}

/** Share of capitalised words, in tenths, that makes a line a headline; a sentence with a full stop needs more. */
const TITLE_SHARE = 6;
const TITLE_SHARE_BEFORE_STOP = 8;

function styleOf(forms: readonly WordForm[], from: number, to: number, stopped: boolean): number {
  let upper = 0;
  let first = 0;
  let lower = 0;
  for (let i = from; i < to; i++) {
    const letters = forms[i]?.letters;
    if (letters === CASE.upper) upper++;
    else if (letters === CASE.first || letters === CASE.mixed) first++;
    else if (letters === CASE.lower) lower++;
  }
  const words = upper + first + lower;
  if (words < 3) return upper > 0 && first + lower === 0 ? STYLE.upper : STYLE.plain;
  if (upper * 10 > words * 7) return STYLE.upper;
  const share = stopped ? TITLE_SHARE_BEFORE_STOP : TITLE_SHARE;
  return first > 2 && (upper + first) * 10 >= words * share ? STYLE.title : STYLE.plain;
}

function markRuns(
  tokens: readonly Token[],
  forms: readonly WordForm[],
  from: number,
  to: number,
  runs: (Run | null)[],
): void {
  const capital = (i: number) => i < to && (forms[i]?.letters ?? 0) >= CASE.first;
  for (let i = from; i < to; i++) {
    if (!capital(i)) continue;
    let end = i + 1;
    while (capital(end) || (JOINTS.has(tokens[end]?.text ?? '') && capital(end + 1))) end++;
    const run = { from: i, to: end };
    for (let k = i; k < end; k++) runs[k] = run;
    i = end;
  }
}

function noteRuns(
  tokens: readonly Token[],
  forms: readonly WordForm[],
  from: number,
  to: number,
  runs: readonly (Run | null)[],
): void {
  for (let i = from; i < to; i++) {
    const run = runs[i];
    const token = tokens[i];
    if (run === null || run === undefined || token === undefined) continue;
    if (i === from && run.to === i + 1) continue;
    let bits: number = SEEN.inside;
    const before = i > from ? tokens[i - 1] : undefined;
    if ((forms[i - 1]?.bits ?? 0) & WORD.title && before !== undefined) bits |= SEEN.afterTitle;
    if (i === run.from && before !== undefined && PREPOSITIONS.has(before.lower))
      bits |= SEEN.afterPreposition;
    if (run.to - run.from === 1) bits |= SEEN.alone;
    else if (i === run.to - 1) bits |= SEEN.lastOfMany;
    else if (i === run.from) bits |= SEEN.firstOfMany;
    if (i < run.to - 1 && (forms[run.to - 1]?.bits ?? 0) & WORD.orgWord) bits |= SEEN.beforeOrgWord;
    const after = run.to < to ? tokens[run.to] : undefined;
    if (after !== undefined && SPEAKING.has(after.lower)) bits |= SEEN.speaking;
    note(forms[i], bits);
  }
}

function note(form: WordForm | undefined, bits: number): void {
  if (form !== undefined) form.sighting.bits |= bits;
}
