/** Words that might report speech or thought: every verb, nouns of saying and thinking, other listed words, and the colon of “Name: …”. */
import cueWords from '../lexicon/cue-words.txt';
import { parseList } from '../lexicon/list';
import type { Document } from '../text/document';
import { nounSense } from './senses';

const CUE_WORDS: ReadonlySet<string> = new Set(parseList(cueWords));

/** Indexes of the tokens that may be cues, in order. */
export function listCandidates(document: Document): number[] {
  const candidates: number[] = [];
  document.tokens.forEach(({ tag, lemma, lower }, i) => {
    if (
      tag === 'VERB' ||
      lower === ':' ||
      (tag === 'NOUN' && nounSense(lemma) > 0) ||
      CUE_WORDS.has(lemma) ||
      CUE_WORDS.has(lower)
    )
      candidates.push(i);
  });
  return candidates;
}
