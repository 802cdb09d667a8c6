/** Decisions in words: for the list of all, and for those that no longer find their place. */
import { type Decision, listDecisions } from '../../engine';
import type { MadeDecision } from '../../protocol/decisions';
import type { CaseState } from '../cases';
import { shorten } from '../markdown';
import { nameDismissal, nameEntityKind } from '../names';
import type { Translate } from '../translate';

/** The latest first. */
export function listMadeDecisions(t: Translate, current: CaseState): MadeDecision[] {
  const orphaned = new Set(current.index().result.orphaned.map(({ id }) => id));
  return listDecisions(current.decisions, (path) => path)
    .sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : a.id < b.id ? -1 : 1))
    .map((decision) => ({
      id: decision.id,
      label: describeDecision(t, decision),
      note: decision.note,
      isOrphaned: orphaned.has(decision.id),
    }));
}

/** “Merged: Ana Torvik, A. Torvik”. */
export function describeDecision(t: Translate, decision: Decision): string {
  const [first, second] = decision.anchors.map(({ exact }) => shorten(exact, 50));
  switch (decision.type) {
    case 'accept':
      return t('Accepted: {0}', sidesOf(decision.sides, first));
    case 'dismiss':
      return t(
        'Dismissed ({0}): {1}',
        nameDismissal(t, decision.reason ?? 'other'),
        sidesOf(decision.sides, first),
      );
    case 'merge':
      return t('Merged: {0} and {1}', first ?? '', second ?? '');
    case 'split':
      return t('Split off: {0}', first ?? '');
    case 'rename':
      return t('Renamed: {0} to {1}', first ?? '', decision.name);
    case 'kind':
      return t('Kind of {0}: {1}', first ?? '', nameEntityKind(t, decision.kind));
    case 'not-a-name':
      return t('Not a name: {0}', first ?? '');
    case 'speaker':
      return t('Speaker of {0}: {1}', first ?? '', decision.name ?? second ?? t('speaker unknown'));
  }
}

function sidesOf(sides: readonly string[], words = ''): string {
  return sides.length === 0 ? words : sides.map((side) => shorten(side, 50)).join(' ≠ ');
}
