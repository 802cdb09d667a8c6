/** Proposes pairs of persons of different articles that are, or may be, one person. */
import type { Context, EntityPair } from '../conflicts/detector';
import type { Article } from '../types';

/** Aligns the persons of one story's `articles`; the result does not depend on their order. */
export function alignPersons(articles: readonly Article[], context: Context): EntityPair[] {
  void articles;
  void context;
  return [];
}
