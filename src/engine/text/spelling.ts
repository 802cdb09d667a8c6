/** Folds house spelling and notation, so that only words that really differ compare as different. */
import { parseList } from '../lexicon/list';
import variantList from '../lexicon/spelling-variants.txt';

const VARIANTS: ReadonlyMap<string, string> = new Map(
  parseList(variantList).flatMap((line) => {
    const [form = '', ...others] = line.split(' ');
    return others.map((other): [string, string] => [other, form]);
  }),
);
const NUMERALS: ReadonlyMap<string, string> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value): [string, string] => [word, String(value)]),
);
const VERB_ENDINGS = ['e', 'es', 'ed', 'er', 'ers', 'ing', 'ation', 'ations'];

/**
 * A word's comparable form: -ise/-ize, -our/-or, -tre/-ter, doubled l, “U.S.”/“US”, “1,000”/“1000”, “five”/“5”.
 * Expects folded lower case. The result need not be a word; it is equal for spellings of one word.
 */
export function foldSpelling(word: string): string {
  const code = word.charCodeAt(0);
  if (code > 47 && code < 58) return word.replaceAll(',', '');
  const plain = word.includes('.') ? word.replaceAll('.', '') : word;
  const known = NUMERALS.get(plain) ?? VARIANTS.get(plain);
  if (known !== undefined) return known;
  return plain.length > 5
    ? foldEndings(plain)
    : plain.length > 4 && plain.endsWith('our')
      ? `${plain.slice(0, -3)}or`
      : plain;
}

function foldEndings(word: string): string {
  for (const ending of VERB_ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    if (stem.endsWith('is') || stem.endsWith('ys')) return `${stem.slice(0, -1)}z${ending}`;
    if (word.length > 7 && stem.endsWith('ll')) return stem.slice(0, -1) + ending;
  }
  if (word.endsWith('tre') || word.endsWith('bre')) return `${word.slice(0, -2)}er`;
  const our = word.lastIndexOf('our');
  // “labour”, “favourite”, “honourable”, but not “court” or “journal”: a vowel or the end must follow.
  const after = word.charAt(our + 3);
  if (our > 1 && (after === '' || 'aeis'.includes(after)))
    return `${word.slice(0, our)}or${word.slice(our + 3)}`;
  return word;
}
