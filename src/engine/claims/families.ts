/** Near-synonyms and opposites: how alike two words are, and whether one denies the other. */
import familyList from '../lexicon/families.txt';
import { parseList } from '../lexicon/list';
import synonymList from '../lexicon/near-synonyms.txt';
import handOpposites from '../lexicon/opposites.txt';
import wordnetOpposites from '../lexicon/opposites-wordnet.txt';

/** Likeness of words of one sense; of words of one family of events; of a word and its wider or narrower term. */
const SAME_SENSE = 0.7;
const SAME_FAMILY = 0.7;
const WIDER = 0.4;

const FAMILY_OF = new Map<string, string>();
const LIKENESS = new Map<string, Map<string, number>>();

function link(a: string, b: string, likeness: number): void {
  const known = LIKENESS.get(a) ?? new Map<string, number>();
  if ((known.get(b) ?? 0) < likeness) known.set(b, likeness);
  LIKENESS.set(a, known);
}

for (const line of parseList(synonymList)) {
  const colon = line.indexOf(':');
  const word = line.slice(0, colon);
  const [strong = '', weak = ''] = line.slice(colon + 1).split('|');
  for (const other of strong.split(' ')) {
    if (other === '') continue;
    link(word, other, SAME_SENSE);
    link(other, word, SAME_SENSE);
  }
  for (const other of weak.split(' ')) {
    if (other === '') continue;
    link(word, other, WIDER);
    link(other, word, WIDER);
  }
}
for (const line of parseList(familyList)) {
  const words = line.split(' ');
  const name = words[0] ?? '';
  for (const word of words) {
    if (!FAMILY_OF.has(word)) FAMILY_OF.set(word, name);
    for (const other of words) if (other !== word) link(word, other, SAME_FAMILY);
  }
}

type Opposites = Map<string, Set<string>>;

function readOpposites(text: string, separator: string): Opposites {
  const opposites: Opposites = new Map();
  for (const line of parseList(text)) {
    const [left = '', right = ''] = line.split(separator);
    for (const a of left.split(' ')) {
      for (const b of right.split(' ')) {
        opposites.set(a, (opposites.get(a) ?? new Set()).add(b));
        opposites.set(b, (opposites.get(b) ?? new Set()).add(a));
      }
    }
  }
  return opposites;
}
const EVENT_OPPOSITES = readOpposites(handOpposites, ' / ');
const WORDNET_OPPOSITES = readOpposites(wordnetOpposites, ' ');

/** The family of near-synonyms that a lemma belongs to, named by its first word; the lemma itself when none. */
export const familyOf = (lemma: string): string => FAMILY_OF.get(lemma) ?? lemma;

/** Words like `word` with their likeness, 0 to 1; the word itself is not among them. */
export const wordsLike = (word: string): ReadonlyMap<string, number> => LIKENESS.get(word) ?? NONE;
const NONE: ReadonlyMap<string, number> = new Map();

/** How alike two lemmas are: 1 the same, 0 unrelated. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  return LIKENESS.get(a)?.get(b) ?? (sharesStem(a, b) ? 0.8 : 0);
}

/** Whether two words of events deny each other: “accept” and “reject”. */
export const areOpposite = (a: string, b: string): boolean => EVENT_OPPOSITES.get(a)?.has(b) === true;

/** Whether two verbs deny each other in any sense that WordNet knows. */
export const areOppositeVerbs = (a: string, b: string): boolean => WORDNET_OPPOSITES.get(a)?.has(b) === true;

/** “announce” and “announcement”: one is the other with an ending, or they part only in their last letters. */
function sharesStem(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < 5 || a[0] !== b[0]) return false;
  let same = 0;
  while (same < shorter && a[same] === b[same]) same++;
  return same >= 5 && same >= shorter - 2 && Math.max(a.length, b.length) - same <= 5;
}
