/** How much a shared word or entity says: rare in news and rare in the story weighs most. */
import { parseList } from '../lexicon/list';
import rarityList from '../lexicon/word-rarity.txt';

/** Rarity of words outside the list: twice the binary logarithm of one in about 30,000 sentences. */
const RAREST = 30;

const RARITY = new Map<string, number>();
for (const line of parseList(rarityList)) {
  const [rarity, ...words] = line.split(' ');
  for (const word of words) RARITY.set(word, Number(rarity));
}

/** How rare a lemma is in news at large, 0 (in every sentence) to 1. */
export const rarityOf = (word: string): number => (RARITY.get(word) ?? RAREST) / RAREST;

/**
 * The weight of a feature in a story.
 * @param frequency in how many of the story's sentences it stands
 * @param sentences how many sentences the story has
 */
export function weigh(feature: string, frequency: number, sentences: number): number {
  const inStory = Math.log2(1 + sentences / Math.max(1, frequency)) / Math.log2(1 + Math.max(2, sentences));
  return (feature.startsWith('@') ? 0.9 : rarityOf(feature)) * inStory;
}
