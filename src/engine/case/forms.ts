/** Keys under which spellings of one name meet: names in parts, transliterations folded, nicknames known. */
import { parseList } from '../lexicon/list';
import nicknameList from '../lexicon/nicknames.txt';
import { foldForComparison } from '../text/fold';

/** A person's name in parts; all folded to plain lower-case letters. */
export interface PersonForm {
  /** As written. */
  readonly text: string;
  /** Given names, then surname, without particles; never empty. */
  readonly parts: readonly string[];
  /** `jr`, `sr`, `ii`…; empty when the name carries none. */
  readonly suffix: string;
  /** The surname after {@link foldTransliteration}, and its consonants: {@link skeletonOf}. */
  readonly folded: string;
  readonly skeleton: string;
}

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
const PARTICLES = new Set(
  'al el ul ar as ad bin ibn bint ben abu de del della der den di da dos das du la le van von ter ten zu zur af av y'.split(
    ' ',
  ),
);

/** Splits a person's name; “Last, First” is put in order. A name of particles only keeps them. */
export function readPersonForm(text: string): PersonForm {
  const comma = text.indexOf(',');
  const after = comma < 0 ? '' : text.slice(comma + 1).trim();
  const isSuffix = SUFFIXES.has(foldForComparison(after).replace(/\W/g, ''));
  const ordered = comma > 0 && after !== '' && !isSuffix ? `${after} ${text.slice(0, comma)}` : text;
  const words: string[] = [];
  for (const raw of foldForComparison(ordered)
    .replace(/[-\u2013]/g, ' ')
    .split(/[\s,.]+/)) {
    const word = raw.replace(/[^\p{L}\d]/gu, '');
    if (word !== '') words.push(word);
  }
  let suffix = '';
  const last = words.at(-1) ?? '';
  if (words.length > 1 && SUFFIXES.has(last)) {
    suffix = last;
    words.pop();
  }
  const parts = words.filter((word, i) => i === 0 || !PARTICLES.has(word));
  const [first = ''] = parts;
  if (parts.length > 1 && PARTICLES.has(first)) parts.shift();
  const whole = parts.length > 0 ? parts : [text];
  const surname = whole.at(-1) ?? '';
  return {
    text,
    parts: whole,
    suffix,
    folded: foldTransliteration(surname),
    skeleton: skeletonOf(surname),
  };
}

/** The last part. */
export function surnameOf({ parts }: Pick<PersonForm, 'parts'>): string {
  return parts.at(-1) ?? '';
}

/**
 * Folds ways of writing one foreign name in English: y/i, kh/h, -off/-ov, ou/u, doubled letters.
 * @param word folded lower-case letters
 */
export function foldTransliteration(word: string): string {
  return word
    .replace(/o?ff$/, (end) => (end === 'off' ? 'ov' : 'f'))
    .replace(/eff$/, 'ev')
    .replace(/w/g, 'v')
    .replace(/ph/g, 'f')
    .replace(/tsch|tch/g, 'ch')
    .replace(/sch/g, 'sh')
    .replace(/dzh|dj/g, 'j')
    .replace(/kh/g, 'h')
    .replace(/ck|q|c(?![h])/g, 'k')
    .replace(/ou|oo/g, 'u')
    .replace(/ee/g, 'i')
    .replace(/ai|ay|ei|ey/g, 'e')
    .replace(/[yj]/g, 'i')
    .replace(/ks/g, 'x')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=.{2})h$/, '');
}

/** The consonants of a word after transliteration folding, its first letter kept: a key for blocking. */
export function skeletonOf(word: string): string {
  const folded = foldTransliteration(word);
  return folded.charAt(0) + folded.slice(1).replace(/[aeiou]/g, '');
}

const shortFor = new Map<string, string[]>();
for (const entry of parseList(nicknameList)) {
  const [full = '', ...short] = entry.split(' ');
  for (const name of [full, ...short]) shortFor.set(name, [...(shortFor.get(name) ?? []), full]);
}

/** True when one given name may stand for the other: “Bill” and “William”. */
export function areNicknames(a: string, b: string): boolean {
  const of = shortFor.get(a);
  return of !== undefined && (shortFor.get(b)?.some((full) => of.includes(full)) ?? false);
}

/** How two given names can be one person's. */
export type GivenMatch = 'same' | 'spelling' | 'nickname' | 'initial';

/** Compares two given names; `undefined`: they are two people's. */
export function compareGiven(a: string, b: string): GivenMatch | undefined {
  if (a === b) return 'same';
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 1) return long.startsWith(short) ? 'initial' : undefined;
  if (foldTransliteration(a) === foldTransliteration(b)) return 'spelling';
  if (areNicknames(a, b)) return 'nickname';
  if (short.length >= 3 && long.length > short.length && long.startsWith(short)) return 'nickname';
  if (short.length >= 4 && skeletonOf(a) === skeletonOf(b) && skeletonOf(a).length >= 3) return 'spelling';
  return undefined;
}

/** True when two surnames are spellings of one: equal when folded, or one letter apart in a long name. */
export function areSpellings(a: string, b: string): boolean {
  return a === b || areNearlyEqual(foldTransliteration(a), foldTransliteration(b));
}

/** {@link areSpellings} of the surnames of two names. */
export function shareSurname(a: PersonForm, b: PersonForm): boolean {
  return surnameOf(a) === surnameOf(b) || areNearlyEqual(a.folded, b.folded);
}

function areNearlyEqual(x: string, y: string): boolean {
  if (x === y) return true;
  if (Math.min(x.length, y.length) < 5 || x.charAt(0) !== y.charAt(0)) return false;
  return isOneEdit(x, y);
}

/** One letter changed, added, dropped, or two neighbours swapped. */
function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short.charAt(i) === long.charAt(i)) i++;
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1);
  const swapped = short.charAt(i) === long.charAt(i + 1) && short.charAt(i + 1) === long.charAt(i);
  return short.slice(i + 1) === long.slice(i + 1) || (swapped && short.slice(i + 2) === long.slice(i + 2));
}
