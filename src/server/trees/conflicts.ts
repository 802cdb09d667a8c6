/** The Conflicts view: by severity, then by kind; each conflict opens into its sides. */
import { CONFLICT_KINDS, type Conflict, SEVERITIES } from '../../engine';
import type { CaseState } from '../cases';
import { toLocation } from '../convert';
import { describeConflict } from '../features/cards/conflict';
import { shorten } from '../markdown';
import { nameApart, nameConflictKind, nameSeverities, SEVERITY_ICONS } from '../names';
import type { Translate } from '../translate';
import { spanLeaf } from './leaves';
import type { Branch } from './tree';

export function buildConflicts(t: Translate, current: CaseState): Branch[] {
  const { conflicts } = current.index().result;
  return SEVERITIES.flatMap((severity): Branch[] => {
    const ofSeverity = conflicts.filter((conflict) => conflict.severity === severity);
    if (ofSeverity.length === 0) return [];
    return [
      {
        key: severity,
        label: nameSeverities(t, severity),
        description: String(ofSeverity.length),
        ...SEVERITY_ICONS[severity],
        context: 'severity',
        expanded: severity !== 'variation',
        expand: () => buildKinds(t, current, ofSeverity),
      },
    ];
  });
}

function buildKinds(t: Translate, current: CaseState, conflicts: readonly Conflict[]): Branch[] {
  return CONFLICT_KINDS.flatMap((kind): Branch[] => {
    const ofKind = conflicts.filter((conflict) => conflict.kind === kind);
    if (ofKind.length === 0) return [];
    return [
      {
        key: kind,
        label: nameConflictKind(t, kind),
        description: String(ofKind.length),
        icon: 'symbol-enum',
        context: 'conflictKind',
        expanded: true,
        expand: () => ofKind.map((conflict) => conflictBranch(t, current, conflict)),
      },
    ];
  });
}

/** A conflict with one leaf for each piece of evidence. */
export function conflictBranch(t: Translate, current: CaseState, conflict: Conflict): Branch {
  const index = current.index();
  const names = nameApart(index.articles);
  const [first] = conflict.evidence;
  const source = first && current.sources.get(first.article);
  return {
    key: conflict.id,
    label:
      conflict.sides.length > 1
        ? conflict.sides.map((side) => shorten(side, 60)).join(' ≠ ')
        : conflict.message,
    description: shorten(conflict.message, 160),
    tooltip: describeConflict(t, current, conflict),
    ...SEVERITY_ICONS[conflict.severity],
    context: 'conflict',
    ...(first && source ? { location: toLocation(source.snapshot, first) } : {}),
    expand: () =>
      conflict.evidence.flatMap((evidence, at) => {
        const article = index.article(evidence.article);
        if (article === undefined) return [];
        return spanLeaf(current, article, evidence, {
          key: `${at}`,
          icon: 'file-text',
          context: 'evidence',
          label: names.get(evidence.article) ?? '',
          description: shorten(evidence.text, 120),
        });
      }),
  };
}
