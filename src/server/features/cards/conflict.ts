/** The card of a conflict: both sides verbatim with links, and the reason. */
import type { Conflict, Evidence } from '../../../engine';
import type { CaseState } from '../../cases';
import { toLocation } from '../../convert';
import { escapeText, link, shorten } from '../../markdown';
import { nameApart, nameConflictKind, nameSeverity } from '../../names';
import type { Translate } from '../../translate';

/** @param here the evidence under the pointer: its side comes first, and the note stands in the diagnostic already */
export function describeConflict(
  t: Translate,
  current: CaseState,
  conflict: Conflict,
  here?: Evidence,
): string {
  const names = nameApart(current.index().articles);
  const head = `**${escapeText(nameConflictKind(t, conflict.kind))}** · ${escapeText(nameSeverity(t, conflict.severity))}`;
  const ordered = [...conflict.evidence].sort(
    (a, b) => Number(b.side === here?.side) - Number(a.side === here?.side) || a.side - b.side,
  );
  const sides = ordered.flatMap((evidence) => {
    const source = current.sources.get(evidence.article);
    if (source === undefined) return [];
    const place = toLocation(source.snapshot, evidence);
    const says = conflict.sides[evidence.side];
    const words = shorten(evidence.text);
    const gist = says && says !== words ? ` — ${escapeText(says)}` : '';
    return [`- ${link(names.get(evidence.article) ?? '', place)}${gist}  \n  ${escapeText(words)}`];
  });
  const note = here === undefined ? [escapeText(conflict.message)] : [];
  return [head, ...note, sides.join('\n')].join('\n\n');
}
