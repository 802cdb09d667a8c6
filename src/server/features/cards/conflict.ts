/** The card of a conflict: both sides verbatim with links, and the reason. */
import type { Article, Conflict, Evidence } from '../../../engine';
import type { CaseState } from '../../cases';
import { readSurroundings } from '../../context';
import { toLocation } from '../../convert';
import { describeVerdict } from '../../decisions/verdict';
import { escapeKeepingEnds, escapeText, link, shorten } from '../../markdown';
import { nameApart, nameConflictKind, nameSeverity } from '../../names';
import type { Translate } from '../../translate';
import { endsInProse } from '../diagnostics';

/** @param here the evidence under the pointer: its side comes first, and the diagnostic above gives the reason */
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
    const place = link(names.get(evidence.article) ?? '', toLocation(source.snapshot, evidence));
    const says = conflict.sides[evidence.side] ?? '';
    const gist = isTold(says, evidence.text) ? '' : ` — ${escapeText(says)}`;
    return [`- ${place}${gist}  \n  ${quoteEvidence(source.article, evidence)}`];
  });
  const reason = here !== undefined && isShown(current, conflict, here) ? [] : [escapeText(conflict.message)];
  const verdict = describeVerdict(t, conflict).map((text) => `*${escapeText(text)}*`);
  return [head, ...verdict, ...reason, sides.join('\n')].join('\n\n');
}

/** The words of an end in bold within the assertion they stand in. */
function quoteEvidence(article: Article, evidence: Evidence): string {
  const { before, after } = readSurroundings(article, evidence);
  const words = escapeText(shorten(evidence.text));
  if (before.trim() === '' && after.trim() === '') return words;
  return `${escapeKeepingEnds(before)}**${words}**${escapeKeepingEnds(after)}`;
}

/** Whether the words themselves say what a side says. */
function isTold(says: string, words: string): boolean {
  return normalize(words).includes(normalize(says));
}

function normalize(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Whether a diagnostic with the reason stands at this end, which the editor shows in the same hover. */
function isShown(current: CaseState, conflict: Conflict, here: Evidence): boolean {
  return endsInProse(conflict, current.index().article).some(({ evidence }) => evidence === here);
}
