/** What “Compare Side by Side” shows: two places of one conflict, from the reader's own article first. */
import type { Conflict, Evidence } from '../engine';
import type { Comparison } from '../protocol/messages';
import type { CaseState, Source } from './cases';
import { toLocation } from './convert';
import { conflictsAt } from './find';
import { nameApart } from './names';

/** The conflict with the id; without one, the gravest at `offset`, else the first after it in the article. */
export function chooseConflict(
  current: CaseState,
  id: string | undefined,
  source: Source | undefined,
  offset: number,
): Conflict | undefined {
  const index = current.index();
  if (id !== undefined) return index.result.conflicts.find((conflict) => conflict.id === id);
  if (source === undefined) return undefined;
  const { article } = source;
  const [here] = conflictsAt(index.conflictsIn(article.id), article.id, offset);
  return here?.conflict;
}

/** @param uri the article whose side stands on the left, if it has one; `undefined` when a place is gone */
export function compareSides(current: CaseState, conflict: Conflict, uri?: string): Comparison | undefined {
  const left = conflict.evidence.find(({ article }) => article === uri) ?? conflict.evidence[0];
  const right = conflict.evidence.find((one) => one.side !== left?.side && one.article !== left?.article);
  if (left === undefined || right === undefined) return undefined;
  const names = nameApart(current.index().articles);
  const place = (evidence: Evidence) => {
    const source = current.sources.get(evidence.article);
    if (source === undefined) return undefined;
    return { ...toLocation(source.snapshot, evidence), name: names.get(evidence.article) ?? '' };
  };
  const [here, there] = [place(left), place(right)];
  return here && there && { left: here, right: there, message: conflict.message };
}
