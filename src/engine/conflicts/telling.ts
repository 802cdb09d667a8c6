/** Which words around a value tell what happened. */
import { rarityOf } from '../case/weights';
import { foldForComparison } from '../text/fold';
import type { Claim } from '../types';
import type { Located } from './detector';

/** Words rarer than this say what happened, 0 to 1. */
const TELLING = 0.5;

/** Those of `words` that are rare enough and no part of a name in the claim: a place or person alone makes no event. */
export function leaveOutNames({ article, item }: Located<Claim>, words: readonly string[]): string[] {
  const names = item.entities.map((entity) => foldForComparison(article.facts.entities[entity]?.name ?? ''));
  return words.filter((word) => rarityOf(word) >= TELLING && !names.some((name) => name.includes(word)));
}
