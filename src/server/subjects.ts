/** What stands at an offset, as the subjects that nodes of the trees stand for. */
import type { CaseState, Source } from './cases';
import { conflictsAt, contains, mentionAt, quotationAt } from './find';
import { listMatters } from './matters';

/** @param offset `null`: the article as a whole, else conflicts, matters and the person named or speaking there, too */
export function listSubjects({ article }: Source, current: CaseState, offset: number | null): string[] {
  if (offset === null) return [`article:${article.id}`];
  const index = current.index();
  const subjects = conflictsAt(index.conflictsIn(article.id), article.id, offset).map(
    ({ conflict }) => `conflict:${conflict.id}`,
  );
  for (const { key, claims } of listMatters(index)) {
    if (claims.some((one) => one.article.id === article.id && contains(one.claim, offset)))
      subjects.push(`matter:${key}`);
  }
  const mention = mentionAt(article, offset);
  const local = mention?.entity ?? quotationAt(article, offset)?.quotation.speaker ?? null;
  const entity = index.entityOf(article.id, local);
  if (entity !== undefined) subjects.push(`entity:${entity.id}`);
  subjects.push(`article:${article.id}`);
  return subjects;
}
