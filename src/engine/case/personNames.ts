/** Compares how two articles write the name of one person. */
import { parseList } from '../lexicon/list';
import particleList from '../lexicon/name-particles.txt';
import { foldForComparison } from '../text/fold';
import { areSpellings, compareGiven } from './forms';

/** Particles of one letter read as initials. */
const PARTICLES = new Set(parseList(particleList).filter((word) => word.length > 1));
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
/** From this many further names on, a form of a name is a different form. */
const MANY_FURTHER = 2;

/** What differs between two forms of a name. */
export type NameDifference = 'spelling' | 'particle' | 'further names' | 'given name';

interface Parts {
  readonly names: readonly string[];
  readonly particles: readonly string[];
}

/**
 * What a desk editor would mark in two forms of one person's name; `undefined`: nothing.
 * Initials, one middle name more, nicknames, diacritics, capitals and hyphens are not marked.
 */
export function compareNames(a: string, b: string): NameDifference | undefined {
  const left = split(a);
  const right = split(b);
  const surnameA = left.names.at(-1) ?? '';
  const surnameB = right.names.at(-1) ?? '';
  if (surnameA === '' || surnameB === '') return undefined;
  if (surnameA !== surnameB && !areSpellings(surnameA, surnameB)) return undefined;
  if (left.names.length > 1 && right.names.length > 1) {
    const given = compareGivenNames(left.names.slice(0, -1), right.names.slice(0, -1));
    if (given !== undefined) return given;
    if (surnameA === surnameB && left.particles.join(' ') !== right.particles.join(' ')) return 'particle';
  }
  return surnameA === surnameB ? undefined : 'spelling';
}

function compareGivenNames(a: readonly string[], b: readonly string[]): NameDifference | undefined {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  let spelled = false;
  const free = [...many];
  for (const name of few) {
    const at = free.findIndex((other) => compareGiven(name, other) !== undefined);
    const other = free[at];
    if (other === undefined) return name.length > 1 && few.length === 1 ? 'given name' : undefined;
    spelled ||= compareGiven(name, other) === 'spelling';
    free.splice(at, 1);
  }
  if (spelled) return 'spelling';
  const further = free.filter((name) => name.length > 1);
  return further.length >= MANY_FURTHER ? 'further names' : undefined;
}

function split(name: string): Parts {
  const words = foldForComparison(name)
    .split(/[\s.,-]+/)
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '' && !SUFFIXES.has(word));
  const names = words.filter((word, i) => !PARTICLES.has(word) || (i === 0 && words.length === 1));
  return { names, particles: words.filter((word) => PARTICLES.has(word)) };
}
