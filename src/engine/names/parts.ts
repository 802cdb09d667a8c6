/** The parts of a person's name, for comparing names with each other. */
import { foldForComparison } from '../text/fold';

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
const ARTICLE = /^(?:al|el|ul|ar|as|ad)-(?=.{2})/;

/** Folded lower-case parts without points; `al-Hadi` gives two. A suffix such as “Jr.” is left out. */
export function splitName(name: string): string[] {
  const parts: string[] = [];
  for (const raw of foldForComparison(name).split(/[\s,]+/)) {
    const word = raw.replace(/^[^\p{L}\d@]+/u, '').replace(/[^\p{L}\d]{1,9}$/u, '');
    if (word === '' || SUFFIXES.has(word)) continue;
    const article = ARTICLE.exec(word);
    if (article === null) parts.push(word);
    else parts.push(word.slice(0, article[0].length - 1), word.slice(article[0].length));
  }
  return parts;
}

/** The last part: what people are called by after their first mention. */
export function surnameOf(parts: readonly string[]): string {
  return parts.at(-1) ?? '';
}

/**
 * Whether both full names can be one person's: the same surname, and every given name of the shorter one found in
 * order in the longer one, initials and short forms allowed (“J. Smith”, “Ben”).
 */
export function canBeOnePerson(a: readonly string[], b: readonly string[]): boolean {
  if (surnameOf(a) !== surnameOf(b)) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  for (const part of short.slice(0, -1)) {
    let found = -1;
    for (let i = at; i < long.length - 1 && found < 0; i++) {
      if (agree(part, long[i] ?? '')) found = i;
    }
    if (found < 0) {
      if (part.length > 2) return false;
      continue;
    }
    at = found + 1;
  }
  return true;
}

const SHORTEST_NICKNAME = 3;

function agree(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const plain = short.replaceAll('.', '');
  return long.startsWith(plain) && (plain.length === 1 || plain.length >= SHORTEST_NICKNAME);
}
