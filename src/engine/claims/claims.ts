/** What an article asserts: claims that can be compared across articles. */
import type { Layout } from '../article/layout';
import type { Names } from '../names/names';
import type { Document } from '../text/document';
import type { Claim, Quotation } from '../types';

/** Finds the claims of an article, ordered by start. */
export function findClaims(
  document: Document,
  layout: Layout,
  names: Names,
  quotations: readonly Quotation[],
): Claim[] {
  void document;
  void layout;
  void names;
  void quotations;
  return [];
}
