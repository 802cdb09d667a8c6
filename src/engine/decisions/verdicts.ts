/** Verdicts on conflicts: each decision finds its conflict by content, else by the evidence it rested on. */
import type { Conflict } from '../types';
import type { Places } from './place';
import type { ConflictDecision } from './types';

export interface Judged {
  /** Open and accepted ones, in the order given. */
  readonly conflicts: readonly Conflict[];
  readonly dismissed: readonly Conflict[];
  readonly orphaned: readonly ConflictDecision[];
}

export function judgeConflicts(
  conflicts: readonly Conflict[],
  decisions: readonly ConflictDecision[],
  places: Places,
): Judged {
  if (decisions.length === 0) return { conflicts, dismissed: [], orphaned: [] };
  const byId = new Map(conflicts.map((conflict) => [conflict.id, conflict]));
  const judged = new Map<string, ConflictDecision>();
  const lost: ConflictDecision[] = [];
  for (const decision of decisions) {
    if (byId.has(decision.conflict)) judged.set(decision.conflict, decision);
    else lost.push(decision);
  }
  const orphaned: ConflictDecision[] = [];
  for (const decision of lost) {
    const candidates = findByEvidence(conflicts, decision, places).filter(({ id }) => !judged.has(id));
    const [only] = candidates;
    if (only !== undefined && candidates.length === 1) judged.set(only.id, decision);
    else orphaned.push(decision);
  }
  const all = conflicts.map((conflict): Conflict => {
    const decision = judged.get(conflict.id);
    if (decision === undefined) return conflict;
    const { id, type, reason, note } = decision;
    return {
      ...conflict,
      verdict: { decision: id, status: type === 'accept' ? 'accepted' : 'dismissed', reason, note },
    };
  });
  return {
    conflicts: all.filter(({ verdict }) => verdict?.status !== 'dismissed'),
    dismissed: all.filter(({ verdict }) => verdict?.status === 'dismissed'),
    orphaned,
  };
}

/** Conflicts of the kind that rest on every place of the decision, and in which no side is new. */
function findByEvidence(
  conflicts: readonly Conflict[],
  { kind, sides, anchors }: ConflictDecision,
  places: Places,
): Conflict[] {
  const found = anchors.flatMap((anchor) => places.find(anchor) ?? []);
  if (found.length < 2 || found.length < anchors.length) return [];
  return conflicts.filter(
    (conflict) =>
      conflict.kind === kind &&
      conflict.sides.length <= Math.max(2, sides.length) &&
      found.every((place) =>
        conflict.evidence.some(
          ({ article, start, end }) => article === place.article.id && start < place.end && end > place.start,
        ),
      ),
  );
}
