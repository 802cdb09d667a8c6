/** Whether a word means saying, thinking, feeling or perceiving, from WordNet's classes of its first two senses. */

import { parseList } from '../lexicon/list';
import nounClasses from '../lexicon/noun-classes.txt';
import verbClasses from '../lexicon/verb-classes.txt';

const LETTERS = 'xcgeps';

function readClasses(list: string): ReadonlyMap<string, number> {
  return new Map(
    parseList(list).map((line) => {
      const [word = '', [first = 'x', second = 'x'] = []] = line.split(' ');
      return [word, 1 + LETTERS.indexOf(first) * LETTERS.length + LETTERS.indexOf(second)] as const;
    }),
  );
}

const VERBS = readClasses(verbClasses);
const NOUNS = readClasses(nounClasses);
/** Set apart from the verbs' numbers. */
const NOUN = 64;

/** A number for the classes of a verb, from 1; 0 for a verb that is not listed. */
export function verbSense(lemma: string): number {
  return VERBS.get(lemma) ?? 0;
}

/** A number for the classes of a noun, from {@link NOUN} on; 0 for a noun that is not listed. */
export function nounSense(lemma: string): number {
  const sense = NOUNS.get(lemma);
  return sense === undefined ? 0 : NOUN + sense;
}
