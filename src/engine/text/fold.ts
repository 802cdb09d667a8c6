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
  '\u0131': 'i',
  '\u0142': 'l',
  '\u0141': 'L',
  '\u0111': 'd',
  '\u0110': 'D',
  '\u0153': 'o',
  '\u0152': 'O',
};
/** Letters of Latin-1 that do not come apart into a base letter and a mark. */
const LATIN_1: Readonly<Record<string, string>> = { ß: 's', æ: 'a', ø: 'o', ð: 'd', þ: 't' };

/** Every white space but the plain space, and everything outside Latin-1. */
const TO_FOLD = /[\t\v\f\u00a0\u0100-\uffff]/g;
const LETTER_OR_MARK = /[\p{L}\p{M}]/u;
const COMBINING_LATIN = /[\u0300-\u036f]/;
const UPPER = /\p{Lu}/u;
const SPACE = /\s/;

/**
 * Folds letters outside Latin-1 to a base letter, typographic marks to plain ones and every white space to a space,
 * one unit for one unit. wink-nlp breaks words at letters outside Latin-1 (`Erdo|ğ|an`); folded text it reads whole.
 * Letters without a base in Latin-1 (Cyrillic, Greek, CJK) become `x`/`X`, so that a word stays one word.
 */
export function foldKeepingOffsets(text: string): string {
  return text.replace(TO_FOLD, foldUnit);
}

function foldUnit(unit: string): string {
  const mark = MARKS[unit];
  if (mark !== undefined) return mark;
  // JavaScript counts the byte order mark as white space; in the middle of a text it is an invisible character.
  if (SPACE.test(unit)) return unit === '\ufeff' ? unit : ' ';
  const base = unit.normalize('NFD').charAt(0);
  if (base !== unit && base.charCodeAt(0) < 0x100) return base;
  if (!LETTER_OR_MARK.test(unit) || COMBINING_LATIN.test(unit)) return unit;
  return UPPER.test(unit) ? 'X' : 'x';
}

const COMBINING = /\p{M}/gu;
const ACCENTED = /[\u00df-\u00ff]|[\u0300-\u036f]/;
const WITHOUT_BASE = /[ßæøðþ]/g;

/** Lower-case text without diacritics: `josé` → `jose`. May change length. @param lower in lower case, folded */
export function stripDiacritics(lower: string): string {
  if (!ACCENTED.test(lower)) return lower;
  const bare = lower.normalize('NFD').replace(COMBINING, '');
  return bare.replace(WITHOUT_BASE, (letter) => LATIN_1[letter] ?? letter);
}

/** A comparison key: lower case, no diacritics, plain marks. Changes length; never use it for offsets. */
export function foldForComparison(text: string): string {
  return stripDiacritics(foldKeepingOffsets(text).toLowerCase());
}
