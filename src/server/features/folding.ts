/** Folding: buttons and forms of the page, teasers of other stories, quotations of several paragraphs. */
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import type { Region, Span } from '../../engine';
import type { Source } from '../cases';
import { toRange } from '../convert';
import { extent } from '../find';

/** What is not the article folds as a comment, so that “Fold All Block Comments” hides it; quotations as regions. */
export function provideFolding({ article, snapshot }: Source): FoldingRange[] {
  const { regions, quotations } = article.facts;
  const folds = [
    ...joinRuns(regions).map((span) => ({ span, kind: FoldingRangeKind.Comment })),
    ...quotations.map(({ content }) => ({ span: extent(content), kind: FoldingRangeKind.Region })),
  ];
  const taken = new Set<number>();
  return folds.flatMap(({ span, kind }) => {
    const { start, end } = toRange(snapshot, span);
    const endLine = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
    // Two folds cannot begin in one line.
    if (endLine <= start.line || taken.has(start.line)) return [];
    taken.add(start.line);
    return [{ startLine: start.line, endLine, kind }];
  });
}

/** Neighbouring regions that are not the article, boilerplate and teasers apart. */
function joinRuns(regions: readonly Region[]): Span[] {
  const runs: { kind: string; start: number; end: number }[] = [];
  let last: { kind: string; start: number; end: number } | undefined;
  for (const { kind, start, end } of regions) {
    if (kind !== 'boilerplate' && kind !== 'related') last = undefined;
    else if (last?.kind === kind) last.end = end;
    else {
      last = { kind, start, end };
      runs.push(last);
    }
  }
  return runs;
}
