/** How close two words are in sense: synonyms, one step wider or narrower, opposites; by stem, looked up when asked. */
import { stemOf } from '../text/stem';
import { parseList } from './list';
import synonymList from './near-synonyms.txt';
import oppositeList from './opposites-wordnet.txt';
import rarityList from './word-rarity.txt';

/** Rarity of words that are not in the list: they stand in fewer than one sentence of forty thousand. */
const RAREST = 31;

/** Relations between stems; each instance remembers what it was asked. */
export interface WordRelations {
  /** 0 for “the” to 1 for a word that news hardly ever uses. */
  rarity(stem: string): number;
  /** 0.8 for synonyms, 0.6 for one step wider or narrower, else 0. */
  nearness(a: string, b: string): number;
  areOpposites(a: string, b: string): boolean;
}

interface Lexicon {
  readonly rarities: ReadonlyMap<string, number>;
  /** Stem of the head word → the rest of its lines. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
  readonly opposites: ReadonlySet<string>;
}

interface Relatives {
  readonly same: ReadonlySet<string>;
  readonly near: ReadonlySet<string>;
}

/** Builds the relations from the bundled lists: some ten thousand words are stemmed once. */
export function createWordRelations(): WordRelations {
  const lexicon = readLexicon();
  const relatives = new Map<string, Relatives>();
  const relativesOf = (stem: string): Relatives => {
    const known = relatives.get(stem);
    if (known !== undefined) return known;
    const read = readRelatives(lexicon.synonyms.get(stem) ?? []);
    relatives.set(stem, read);
    return read;
  };
  return {
    rarity: (stem) => (lexicon.rarities.get(stem) ?? RAREST) / RAREST,
    nearness(a, b) {
      const ofA = relativesOf(a);
      const ofB = relativesOf(b);
      if (ofA.same.has(b) || ofB.same.has(a)) return 0.8;
      return ofA.near.has(b) || ofB.near.has(a) ? 0.6 : 0;
    },
    areOpposites: (a, b) => lexicon.opposites.has(`${a} ${b}`) || lexicon.opposites.has(`${b} ${a}`),
  };
}

function readLexicon(): Lexicon {
  const rarities = new Map<string, number>();
  for (const line of parseList(rarityList)) {
    const [rarity = '', ...words] = line.split(' ');
    for (const word of words) {
      const stem = stemOf(word);
      rarities.set(stem, Math.min(Number(rarity), rarities.get(stem) ?? RAREST));
    }
  }
  const synonyms = new Map<string, string[]>();
  for (const line of parseList(synonymList)) {
    const colon = line.indexOf(':');
    const stem = stemOf(line.slice(0, colon));
    const rest = line.slice(colon + 1);
    const lines = synonyms.get(stem);
    if (lines === undefined) synonyms.set(stem, [rest]);
    else lines.push(rest);
  }
  const opposites = new Set(
    parseList(oppositeList).map((line) =>
      line
        .split(' ')
        .map((word) => stemOf(word))
        .join(' '),
    ),
  );
  return { rarities, synonyms, opposites };
}

function readRelatives(lines: readonly string[]): Relatives {
  const same = new Set<string>();
  const near = new Set<string>();
  for (const line of lines) {
    const [close = '', wide = ''] = line.split('|');
    for (const word of close.split(' ')) if (word !== '') same.add(stemOf(word));
    for (const word of wide.split(' ')) if (word !== '') near.add(stemOf(word));
  }
  return { same, near };
}
