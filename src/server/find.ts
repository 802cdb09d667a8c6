/** What stands at an offset: the smallest mention, the quotation, the conflicts. */
import type { Article, Conflict, Evidence, Mention, Quotation, Span } from '../engine';

export function contains({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** The shortest mention at `offset`; names before pronouns and descriptions of the same length. */
export function mentionAt(article: Article, offset: number): Mention | undefined {
  let best: Mention | undefined;
  for (const mention of article.facts.mentions) {
    if (!contains(mention, offset)) continue;
    if (best === undefined || mention.end - mention.start < best.end - best.start) best = mention;
  }
  return best;
}

/** The shortest quotation whose content or cue is at `offset`; a source is a name and has the name's card. */
export function quotationAt(
  article: Article,
  offset: number,
): { quotation: Quotation; index: number } | undefined {
  let best: { quotation: Quotation; index: number; length: number } | undefined;
  article.facts.quotations.forEach((quotation, index) => {
    const { content, cue } = quotation;
    const spans = cue ? [...content, cue] : content;
    if (!spans.some((span) => contains(span, offset))) return;
    const { start, end } = extent(content);
    if (best === undefined || end - start < best.length) best = { quotation, index, length: end - start };
  });
  return best;
}

/** Conflicts with evidence at `offset` of `article`, with that evidence. */
export function conflictsAt(
  conflicts: readonly Conflict[],
  article: string,
  offset: number,
): { conflict: Conflict; evidence: Evidence }[] {
  return conflicts.flatMap((conflict) => {
    const evidence = conflict.evidence.find((one) => one.article === article && contains(one, offset));
    return evidence ? [{ conflict, evidence }] : [];
  });
}

/** From the first start to the last end; an empty list is an empty span at 0. */
export function extent(spans: readonly Span[]): Span {
  const start = spans[0]?.start ?? 0;
  return { start, end: spans.reduce((end, span) => Math.max(end, span.end), start) };
}

/** The words of `spans`, joined by an ellipsis where other words stand between. */
export function textOf(article: Article, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => article.text.slice(start, end)).join(' … ');
}
