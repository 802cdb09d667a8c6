/** Proposes pairs of claims of different articles that are about the same matter. */
import type { ClaimPair, Context } from '../conflicts/detector';
import type { Article } from '../types';

/** Aligns the claims of one story's `articles`; the result does not depend on their order. */
export function alignClaims(articles: readonly Article[], context: Context): ClaimPair[] {
  void articles;
  void context;
  return [];
}
