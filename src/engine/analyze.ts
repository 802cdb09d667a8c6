/** One article: text → document → layout → names → quotations → claims. A pure function of its input. */
import { findUnknownWords } from './article/damaged';
import { readLayout } from './article/layout';
import { findClaims } from './claims/claims';
import type { Language } from './language';
import { findNames } from './names/names';
import { findQuotations } from './quotations/quotations';
import { readDocument } from './text/read';
import type { ArticleFacts, ArticleInput } from './types';

/** Analyses one article; never throws on any text. */
export function analyzeArticle(input: ArticleInput, language: Language): ArticleFacts {
  const document = readDocument(input.text, language.tag);
  const layout = readLayout(document, input);
  const names = findNames(document, layout, language);
  const quotations = findQuotations(document, layout, names, language);
  const claims = findClaims(document, layout, names, quotations);
  const { outlet, published, printed, headline, regions } = layout;
  return {
    outlet,
    published,
    printed,
    headline,
    regions,
    mentions: names.mentions,
    entities: names.entities,
    quotations,
    claims,
    damaged: findUnknownWords(document, layout, language),
    problems: [],
  };
}
