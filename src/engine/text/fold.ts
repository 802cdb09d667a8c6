/** Folding that keeps offsets: every UTF-16 unit of the result stands for the same unit of the input. */

const MARKS: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u201f': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2032': "'",
  '\u2033': '"',
  '\u00a0': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u0131': 'i',
  '\u0142': 'l',
  '\u0141': 'L',
  '\u0111': 'd',
  '\u0110': 'D',
  '\u0153': 'o',
  '\u0152': 'O',
};

const OUTSIDE_LATIN_1 = /[\u00a0\u0100-\uffff]/g;
const LETTER = /\p{L}/u;
const UPPER = /\p{Lu}/u;

/**
 * Folds letters outside Latin-1 to a base letter and typographic marks to plain ones, one unit for one unit.
 * wink-nlp breaks words at letters outside Latin-1 (`Erdo|ğ|an`); folded text it reads whole.
 * Letters without a base in Latin-1 (Cyrillic, Greek, CJK) become `x`/`X`, so that a word stays one word.
 */
export function foldKeepingOffsets(text: string): string {
  return text.replace(OUTSIDE_LATIN_1, foldUnit);
}

function foldUnit(unit: string): string {
  const mark = MARKS[unit];
  if (mark !== undefined) return mark;
  const base = unit.normalize('NFD').charAt(0);
  if (base !== unit && base.charCodeAt(0) < 0x100) return base;
  if (!LETTER.test(unit)) return unit;
  return UPPER.test(unit) ? 'X' : 'x';
}

const COMBINING = /\p{M}/gu;

/** A comparison key: lower case, no diacritics, plain marks. Changes length; never use it for offsets. */
export function foldForComparison(text: string): string {
  return foldKeepingOffsets(text).normalize('NFD').replace(COMBINING, '').toLowerCase();
}
