/** What an article is made of: regions line by line, outlet, publication date, headline. */
import type { Document } from '../text/document';
import type { ArticleInput, Region, RegionKind } from '../types';

export interface Layout {
  readonly outlet: string | null;
  /** ISO date `YYYY-MM-DD`. */
  readonly published: string | null;
  readonly headline: string | null;
  readonly regions: readonly Region[];
  /** The kind of each paragraph of the document, by index (the kind of its main part). */
  readonly kinds: readonly RegionKind[];
}

/** Reads the layout of an article; unknown stays `null`. */
export function readLayout(document: Document, input: ArticleInput): Layout {
  const kinds = document.paragraphs.map((): RegionKind => 'body');
  const regions = document.paragraphs.map(({ start, end }): Region => ({ kind: 'body', start, end }));
  const { outlet, published, headline } = input.metadata ?? {};
  return { outlet: outlet ?? null, published: published ?? null, headline: headline ?? null, regions, kinds };
}
