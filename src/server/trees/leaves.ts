/** The leaves that several trees share: a quotation, a claim, a mention, each with its exact place. */
import type { Article, Span } from '../../engine';
import type { CaseState } from '../cases';
import { toLocation } from '../convert';
import { describeQuotation } from '../features/cards/quotation';
import { extent, textOf } from '../find';
import { escapeText, shorten } from '../markdown';
import type { Translate } from '../translate';
import type { Branch } from './tree';

const LABEL = 100;

/** @param isKnown the speaker is plain from the tree: the cue is told instead */
export function quotationLeaf(
  t: Translate,
  current: CaseState,
  article: Article,
  index: number,
  isKnown = false,
): Branch[] {
  const quotation = article.facts.quotations[index];
  const source = current.sources.get(article.id);
  if (quotation === undefined || source === undefined || quotation.content.length === 0) return [];
  const speaker = current.index().entityOf(article.id, quotation.speaker);
  const cue = quotation.cue === null ? undefined : article.text.slice(quotation.cue.start, quotation.cue.end);
  const description = isKnown ? cue : (speaker?.name ?? t('speaker unknown'));
  return [
    {
      key: `q${index}`,
      label: shorten(textOf(article, quotation.content), LABEL),
      ...(description === undefined ? {} : { description }),
      describe: () =>
        `${describeQuotation(t, current, article, index)}\n\n${escapeText(shorten(textOf(article, quotation.content), 600))}`,
      icon: quotation.type === 'indirect' ? 'comment' : 'quote',
      context: 'quotation',
      location: toLocation(source.snapshot, extent(quotation.content)),
    },
  ];
}

export function spanLeaf(
  current: CaseState,
  article: Article,
  span: Span,
  leaf: Pick<Branch, 'key' | 'icon' | 'context'> & Partial<Branch>,
): Branch[] {
  const source = current.sources.get(article.id);
  if (source === undefined) return [];
  const text = article.text.slice(span.start, span.end);
  return [
    {
      label: shorten(text, LABEL),
      describe: () => escapeText(shorten(text, 600)),
      ...leaf,
      location: toLocation(source.snapshot, span),
    },
  ];
}
