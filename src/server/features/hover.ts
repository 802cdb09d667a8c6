/** Hover: who a name is, who says a quotation, what a conflict is about. */
import type { Hover } from 'vscode-languageserver';
import type { CaseState, Source } from '../cases';
import { toRange } from '../convert';
import { conflictsAt, extent, mentionAt, quotationAt } from '../find';
import type { Translate } from '../translate';
import { describeConflict } from './cards/conflict';
import { describeEntity } from './cards/entity';
import { describeQuotation } from './cards/quotation';

/** The card for what stands at `offset`: the name, then the quotation, then conflicts. `null`: nothing. */
export function provideHover(t: Translate, source: Source, current: CaseState, offset: number): Hover | null {
  const { article, snapshot } = source;
  const index = current.index();
  const cards: string[] = [];
  const mention = mentionAt(article, offset);
  const entity = mention && index.entityOf(article.id, mention.entity);
  if (mention && entity) cards.push(describeEntity(t, current, entity, mention));
  const quoted = quotationAt(article, offset);
  if (quoted) cards.push(describeQuotation(t, current, article, quoted.index));
  for (const { conflict, evidence } of conflictsAt(index.conflictsIn(article.id), article.id, offset)) {
    cards.push(describeConflict(t, current, conflict, evidence));
  }
  if (cards.length === 0) return null;
  const span = mention ?? (quoted && extent(quoted.quotation.content));
  return {
    contents: { kind: 'markdown', value: cards.join('\n\n---\n\n') },
    ...(span ? { range: toRange(snapshot, span) } : {}),
  };
}
