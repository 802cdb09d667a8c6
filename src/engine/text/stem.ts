/** Stems: one key for the forms of a word, where no tags are at hand (quoted words, word lists). */
import irregular from 'wink-eng-lite-web-model/dist/wn-verb-exceptions.js';

/**
 * A word's stem: plural, -ing, -ed and -ly off, a doubled last consonant and a last “e” off, last “y” as “i”.
 * Irregular verb forms go by their base form (WordNet's exception list). Expects lower case.
 * Lighter than Porter's: it joins the forms of one word, not words of one family.
 */
export function stemOf(word: string): string {
  const base = Object.hasOwn(irregular, word) ? irregular[word] : undefined;
  let stem = base ?? word;
  if (stem.length < 4) return stem;
  stem = stripPlural(stem);
  if (base === undefined) {
    if (stem.length > 5 && stem.endsWith('ing') && hasVowel(stem, stem.length - 3)) stem = stem.slice(0, -3);
    else if (stem.length > 4 && stem.endsWith('ed') && hasVowel(stem, stem.length - 2))
      stem = stem.slice(0, -2);
  }
  if (stem.length > 5 && stem.endsWith('ly')) stem = stem.slice(0, -2);
  const last = stem.charAt(stem.length - 1);
  if (stem.length > 3 && last === stem.charAt(stem.length - 2) && last !== 'e') return stem.slice(0, -1);
  if (stem.length > 3 && last === 'e') return stem.slice(0, -1);
  return last === 'y' ? `${stem.slice(0, -1)}i` : stem;
}

function stripPlural(word: string): string {
  if (!word.endsWith('s')) return word;
  const before = word.charAt(word.length - 2);
  if (before === 's' || before === 'u' || before === 'i') return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (before !== 'e') return word.slice(0, -1);
  const third = word.charAt(word.length - 3);
  const hissing = third === 's' || third === 'x' || third === 'z' || third === 'h';
  return hissing && word.length > 4 ? word.slice(0, -2) : word.slice(0, -1);
}

function hasVowel(word: string, end: number): boolean {
  for (let i = 0; i < end; i++) if ('aeiouy'.includes(word.charAt(i))) return true;
  return false;
}
