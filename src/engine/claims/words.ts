/** Content words: what a clause is about, as folded lemmas. */
import { parseList } from '../lexicon/list';
import stopList from '../lexicon/stop-words.txt';
import type { Token } from '../text/document';
import { foldForComparison } from '../text/fold';

const STOP = new Set(parseList(stopList).flatMap((line) => line.split(' ')));
const CONTENT = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'ADV', 'X']);

/** Whether a token says something about the matter: a noun, name, verb, adjective or adverb that is no stop word. */
export function isContent(token: Token): boolean {
  return CONTENT.has(token.tag) && !STOP.has(token.lemma) && !STOP.has(token.lower) && isWord(token.lower);
}

/** The lemma of a token, folded; names keep their written form. */
export function lemmaOf(token: Token): string {
  const word = token.tag === 'PROPN' || token.lemma === '' ? token.lower : token.lemma;
  return isPlain(word) ? word : foldForComparison(word);
}

function isWord(text: string): boolean {
  if (text.length < 2) return false;
  const unit = text.charCodeAt(0);
  return (unit >= 97 && unit <= 122) || unit > 191;
}

function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 126) return false;
  return true;
}
