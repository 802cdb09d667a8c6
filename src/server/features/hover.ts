/** Hover: who a name is, who says a quotation, what a conflict is about. */
import type { Hover } from 'vscode-languageserver';
import type { Settings } from '../../protocol/settings';
import type { CaseState, Source } from '../cases';
import { toRange } from '../convert';
import { conflictsAt, extent, mentionAt, quotationAt } from '../find';
import type { Translate } from '../translate';
import { shownIn } from '../visible';
import { describeConflict } from './cards/conflict';
import { describeEntity } from './cards/entity';
import { describeQuotation } from './cards/quotation';

/** The card for what stands at `offset`: the name, then the quotation, then conflicts. `null`: nothing. */
export function provideHover(
  t: Translate,
  source: Source,
  current: CaseState,
  offset: number,
  settings: Settings,
): Hover | null {
  const { article, snapshot } = source;
  const index = current.index();
  const cards: string[] = [];
  const mention = mentionAt(article, offset);
  const entity = mention && index.entityOf(article.id, mention.entity);
  if (mention && entity) cards.push(describeEntity(t, current, entity, mention));
  const quoted = quotationAt(article, offset);
  if (quoted) cards.push(describeQuotation(t, current, article, quoted.index));
  // Only what is marked: a conflict that the user does not want to see has no card either.
  const marked = shownIn(source.uri, current, settings);
  for (const { conflict, evidence } of conflictsAt(marked, article.id, offset)) {
    cards.push(describeConflict(t, current, conflict, evidence));
  }
  if (cards.length === 0) return null;
  const span = mention ?? (quoted && extent(quoted.quotation.content));
  return {
    contents: { kind: 'markdown', value: cards.join('\n\n---\n\n') },
    ...(span ? { range: toRange(snapshot, span) } : {}),
  };
}
