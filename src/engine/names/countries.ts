/** Which country a word speaks of: “Russian”, “Russia” and “Moscow” give one key. */
import countryList from '../lexicon/countries.txt';
import { parseList } from '../lexicon/list';

const byWord = new Map<string, string>();
for (const entry of parseList(countryList)) {
  const [country = '', ...words] = entry.split('|');
  for (const word of [country, ...words]) byWord.set(word, country);
}

/**
 * The country that a word or two-word name speaks of.
 * @param words lower case, plain letters: “russian”, “south korean”, “u.s.”
 * @returns the country’s key, or `null`
 */
export function countryOf(words: string): string | null {
  return byWord.get(words) ?? null;
}
