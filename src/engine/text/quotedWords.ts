/** Splits quoted text into words made comparable: contractions apart, house spelling and numerals folded. */
import type { Span } from '../types';
import { foldKeepingOffsets } from './fold';
import { foldSpelling } from './spelling';
import { stemOf } from './stem';

/** A word of quoted or reported text. Two words may share a span: “hadn’t” is “had” and “not”. */
export interface QuotedWord extends Span {
  /** Comparable form: equal for words that differ only in case, house spelling or notation. */
  readonly form: string;
  readonly stem: string;
  /** Words were left out before it (an ellipsis). */
  readonly afterGap: boolean;
  /** In square brackets: an editor’s word, not the speaker’s. */
  readonly editorial: boolean;
  readonly capital: boolean;
  /** Written with ’s, which may also be a contracted “is”. */
  readonly possessive: boolean;
  /** First word of a sentence. */
  readonly opensSentence: boolean;
}

/** Second parts of contractions, by what follows the apostrophe. */
const EXPANSIONS: Readonly<Record<string, string>> = {
  ll: 'will',
  ve: 'have',
  re: 'are',
  m: 'am',
  d: 'would',
};
/** Words after which ’s is “is” (or “has”), not a possessive. */
const WITH_IS = new Set(
  'it he she that there here what who where how when this everything something nothing everyone nobody'.split(
    ' ',
  ),
);
const NOT_FORMS: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall', ai: 'is' };
const INFORMAL: Readonly<Record<string, readonly string[]>> = {
  gonna: ['going', 'to'],
  wanna: ['want', 'to'],
  gotta: ['got', 'to'],
  cannot: ['can', 'not'],
};
const WORD = /[\p{L}\p{N}]/u;

/** The words of `text` within `span`, in order. Linear in the length of the span. */
export function readQuotedWords(text: string, span: Span): QuotedWord[] {
  const folded = foldKeepingOffsets(text.slice(span.start, span.end));
  const words: QuotedWord[] = [];
  let gap = false;
  let opens = true;
  let brackets = 0;
  let at = 0;
  const push = (start: number, end: number, form: string) => {
    words.push({
      start: span.start + start,
      end: span.start + end,
      form,
      stem: stemOf(form),
      afterGap: gap,
      editorial: brackets > 0,
      possessive: end - start > 2 && folded.slice(end - 2, end) === "'s",
      capital: /\p{Lu}/u.test(text.charAt(span.start + start)),
      opensSentence: opens,
    });
    gap = false;
    opens = false;
  };
  while (at < folded.length) {
    const unit = folded.charAt(at);
    if (isWordUnit(unit)) {
      const end = wordEnd(folded, at);
      for (const form of formsOf(folded.slice(at, end).toLowerCase())) push(at, end, form);
      at = end;
      continue;
    }
    if (unit === '[') brackets++;
    else if (unit === ']') brackets = Math.max(0, brackets - 1);
    else if (unit === '%') push(at, at + 1, 'percent');
    else if (unit === '&') push(at, at + 1, 'and');
    else if (unit === '\u2026') gap = true;
    else if (unit === '.' || unit === '?' || unit === '!') {
      const dots = dotsAt(folded, at);
      if (dots > 2) {
        gap = true;
        at += dots;
        continue;
      }
      opens = true;
    }
    at++;
  }
  return words;
}

function isWordUnit(unit: string): boolean {
  const code = unit.charCodeAt(0);
  if (code < 128) return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
  return WORD.test(unit);
}

/** End of the word at `from`: letters and digits, with apostrophes, points and commas between them kept inside. */
function wordEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    const unit = text.charAt(at);
    if (isWordUnit(unit)) at++;
    else if (joins(text, at)) at += 2;
    else if (unit === '.' && isAcronym(text, from, at)) at++;
    else break;
  }
  return at;
}

/** Whether the mark at `at` stands inside a word: an apostrophe between letters, a point or comma between digits. */
function joins(text: string, at: number): boolean {
  const unit = text.charAt(at);
  const before = text.charCodeAt(at - 1);
  const after = text.charAt(at + 1);
  if (after === '' || !isWordUnit(after)) return false;
  const digits = before > 47 && before < 58 && /\d/.test(after);
  if (unit === "'") return true;
  if (unit === ',' || unit === '.')
    return (
      digits ||
      (unit === '.' && text.charAt(at - 2) !== '' && isSingle(text, at - 1) && isSingle(text, at + 1))
    );
  return false;
}

/** Whether the letter at `at` stands alone between points: part of “U.S.” or “a.m.”. */
function isSingle(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  return (before === '' || !isWordUnit(before)) && (after === '' || !isWordUnit(after));
}

function isAcronym(text: string, from: number, at: number): boolean {
  return at - from >= 3 && text.charAt(at - 2) === '.';
}

function dotsAt(text: string, from: number): number {
  let at = from;
  while (
    at < text.length &&
    (text.charAt(at) === '.' || (text.charAt(at) === ' ' && text.charAt(at + 1) === '.'))
  )
    at++;
  return text.slice(from, at).replaceAll(' ', '').length > 2 ? at - from : 0;
}

function formsOf(word: string): readonly string[] {
  const informal = Object.hasOwn(INFORMAL, word) ? INFORMAL[word] : undefined;
  if (informal !== undefined) return informal;
  const apostrophe = word.lastIndexOf("'");
  if (apostrophe > 0) {
    const head = word.slice(0, apostrophe);
    const tail = word.slice(apostrophe + 1);
    if (tail === 't' && head.endsWith('n')) {
      const verb = head.slice(0, -1);
      return [foldSpelling(NOT_FORMS[verb] ?? verb), 'not'];
    }
    if (tail === 's')
      return WITH_IS.has(head) ? [head, 'is'] : head === 'let' ? ['let', 'us'] : [foldSpelling(head)];
    const second = Object.hasOwn(EXPANSIONS, tail) ? EXPANSIONS[tail] : undefined;
    if (second !== undefined) return [foldSpelling(head), second];
    return [foldSpelling(word.replaceAll("'", ''))];
  }
  return [foldSpelling(word)];
}
