/** Code lenses: what the article holds, above its headline; what the sources say, above conflicts that matter. */
import type { CodeLens } from 'vscode-languageserver';
import type { Conflict, Evidence, Span } from '../../engine';
import { COMMANDS } from '../../protocol/names';
import type { Settings } from '../../protocol/settings';
import type { CaseState, Source } from '../cases';
import { toRange } from '../convert';
import { shorten } from '../markdown';
import { count, type Translate } from '../translate';
import { shownIn } from '../visible';
import { endsInProse } from './diagnostics';

const LONGEST_SIDE = 48;

export function provideCodeLenses(
  t: Translate,
  source: Source,
  current: CaseState,
  settings: Settings,
): CodeLens[] {
  const shown = shownIn(source.uri, current, settings);
  return [
    ...(settings['codeLens.headline'] ? headlineLens(t, source, current, shown) : []),
    ...(settings['codeLens.conflicts'] ? conflictLenses(t, source, current, shown) : []),
  ];
}

function headlineLens(
  t: Translate,
  { article, snapshot, uri }: Source,
  current: CaseState,
  conflicts: readonly Conflict[],
): CodeLens[] {
  const { regions, mentions, quotations } = article.facts;
  const first = regions.find(({ kind }) => kind === 'headline') ?? regions[0];
  if (first === undefined) return [];
  const index = current.index();
  const people = new Set(
    mentions
      .filter(({ kind }) => kind === 'person')
      .map(({ entity }) => index.entityOf(article.id, entity)?.id),
  );
  const parts = [
    count(t, people.size, '{0} person', '{0} people'),
    count(t, quotations.length, '{0} quotation', '{0} quotations'),
    count(t, conflicts.length, '{0} conflict', '{0} conflicts'),
  ];
  return [
    {
      range: toRange(snapshot, first),
      command: { title: parts.join(' · '), command: COMMANDS.revealInTree, arguments: [uri] },
    },
  ];
}

function conflictLenses(
  t: Translate,
  { article, snapshot, uri }: Source,
  current: CaseState,
  conflicts: readonly Conflict[],
): CodeLens[] {
  // A variation is worth a dotted line, not a line of its own.
  const grave = conflicts.filter(({ severity }) => severity !== 'variation');
  const lenses = grave.flatMap((conflict): { at: Span; lens: CodeLens }[] => {
    const end = endsInProse(conflict, current.index().article).find(
      ({ evidence }) => evidence.article === article.id,
    );
    if (end === undefined) return [];
    const title = `${describeSides(t, conflict)} · ${t('Compare')}`;
    const command = { title, command: COMMANDS.compare, arguments: [{ conflict: conflict.id, uri }] };
    return [{ at: end.evidence, lens: { range: toRange(snapshot, end.evidence), command } }];
  });
  return lenses.sort((a, b) => a.at.start - b.at.start).map(({ lens }) => lens);
}

/** “3 sources say first, 2 say second”: the side of most sources first. */
export function describeSides(t: Translate, { sides, evidence }: Conflict): string {
  const counted = sides.map((says, side) => ({
    says: shorten(says, LONGEST_SIDE),
    sources: new Set(evidence.filter((one: Evidence) => one.side === side).map(({ article }) => article))
      .size,
  }));
  return counted
    .sort((a, b) => b.sources - a.sources)
    .map(({ says, sources }, at) => {
      if (at === 0)
        return sources === 1 ? t('1 source says {0}', says) : t('{0} sources say {1}', sources, says);
      return sources === 1 ? t('1 says {0}', says) : t('{0} say {1}', sources, says);
    })
    .join(', ');
}
