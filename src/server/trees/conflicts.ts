/** The Conflicts view: by severity and kind, by kind, by article, or as one list; each opens into its sides. */
import {
  type Article,
  CONFLICT_KINDS,
  type Conflict,
  type Evidence,
  listDecisions,
  SEVERITIES,
} from '../../engine';
import type { TreeOptions } from '../../protocol/messages';
import type { CaseState } from '../cases';
import { readSurroundings } from '../context';
import { toLocation } from '../convert';
import { describeDecision } from '../decisions/list';
import { describeVerdict } from '../decisions/verdict';
import { describeConflict } from '../features/cards/conflict';
import { escapeText, shorten } from '../markdown';
import { nameApart, nameConflictKind, nameSeverities, SEVERITY_ICONS } from '../names';
import type { Translate } from '../translate';
import { isWanted } from '../visible';
import { compareDates, compareNames } from './filter';
import { spanLeaf } from './leaves';
import type { Arrangement, Branch } from './tree';

export function buildConflicts(t: Translate, current: CaseState, arrangement: Arrangement): Branch[] {
  return [...buildOpen(t, current, arrangement), ...buildDecided(t, current, arrangement)];
}

/** What the user dismissed, and what was decided about places that are no more. */
function buildDecided(t: Translate, current: CaseState, arrangement: Arrangement): Branch[] {
  const { dismissed, orphaned } = current.index().result;
  const decisions = new Map(listDecisions(current.decisions, (path) => path).map((one) => [one.id, one]));
  const orphans = orphaned.flatMap(({ id, note, words }): Branch[] => {
    const decision = decisions.get(id);
    if (decision === undefined) return [];
    return [
      {
        key: id,
        label: describeDecision(t, decision),
        ...(note === '' ? {} : { description: note }),
        describe: () =>
          escapeText(
            t('“{0}” is no longer found in {1}.', shorten(words, 120), decision.anchors[0]?.article ?? ''),
          ),
        icon: 'question',
        context: 'orphan',
        subject: `decision:${id}`,
      },
    ];
  });
  return [
    ...group('dismissed', t('Dismissed'), 'dismissed', dismissed, {
      icon: 'circle-slash',
      expanded: false,
      expand: () =>
        sortConflicts(current, dismissed, arrangement.sort).map((conflict) =>
          conflictBranch(t, current, conflict),
        ),
    }),
    ...group('orphaned', t('Orphaned decisions'), 'orphaned', orphans, {
      icon: 'debug-disconnect',
      expanded: false,
      expand: () => orphans,
    }),
  ];
}

function buildOpen(t: Translate, current: CaseState, arrangement: Arrangement): Branch[] {
  const { settings, sort } = arrangement;
  const wanted = current.index().result.conflicts.filter((conflict) => isWanted(conflict, settings));
  const conflicts = sortConflicts(current, wanted, sort);
  const toBranches = (list: readonly Conflict[]) =>
    list.map((conflict) => conflictBranch(t, current, conflict));
  switch (arrangement.group ?? 'severity') {
    case 'none':
      return toBranches([...conflicts].sort((a, b) => gravityOf(a) - gravityOf(b)));
    case 'kind':
      return groupByKind(t, conflicts, toBranches);
    case 'article':
      return groupByArticle(current, conflicts, toBranches);
    case 'severity':
      return SEVERITIES.flatMap((severity) => {
        const members = conflicts.filter((conflict) => conflict.severity === severity);
        return group(severity, nameSeverities(t, severity), 'severity', members, {
          ...SEVERITY_ICONS[severity],
          expanded: severity !== 'variation',
          expand: () => groupByKind(t, members, toBranches),
        });
      });
  }
}

type ToBranches = (conflicts: readonly Conflict[]) => Branch[];

function groupByKind(t: Translate, conflicts: readonly Conflict[], toBranches: ToBranches): Branch[] {
  return CONFLICT_KINDS.flatMap((kind) => {
    const members = conflicts.filter((conflict) => conflict.kind === kind);
    return group(kind, nameConflictKind(t, kind), 'conflictKind', members, {
      icon: 'symbol-enum',
      expanded: true,
      expand: () => toBranches(members),
    });
  });
}

/** A conflict stands below each article that it concerns. */
function groupByArticle(
  current: CaseState,
  conflicts: readonly Conflict[],
  toBranches: ToBranches,
): Branch[] {
  const names = nameApart(current.index().articles);
  return [...names]
    .sort(([, a], [, b]) => compareNames(a, b))
    .flatMap(([id, name]) => {
      const members = conflicts.filter(({ evidence }) => evidence.some(({ article }) => article === id));
      return group(id, name, 'conflictArticle', members, {
        icon: 'file-text',
        expanded: true,
        expand: () => toBranches(members),
      });
    });
}

function group(
  key: string,
  label: string,
  context: string,
  members: readonly unknown[],
  rest: Pick<Branch, 'icon' | 'expanded' | 'expand'>,
): Branch[] {
  if (members.length === 0) return [];
  return [{ key, label, description: String(members.length), context, isGroup: true, ...rest }];
}

function gravityOf({ severity }: Conflict): number {
  return SEVERITIES.indexOf(severity);
}

/** By how many sources take part, by what the sides say, by the latest article; otherwise as the engine has them. */
function sortConflicts(
  current: CaseState,
  conflicts: readonly Conflict[],
  sort: TreeOptions['sort'],
): readonly Conflict[] {
  if (sort === undefined) return conflicts;
  const { article } = current.index();
  const articlesOf = ({ evidence }: Conflict) => [...new Set(evidence.map((one) => one.article))];
  const latest = (conflict: Conflict) =>
    articlesOf(conflict)
      .map((id) => article(id)?.facts.published ?? '')
      .sort()
      .at(-1);
  const orders: Readonly<Record<NonNullable<typeof sort>, (a: Conflict, b: Conflict) => number>> = {
    count: (a, b) => articlesOf(b).length - articlesOf(a).length,
    name: (a, b) => compareNames(titleOf(a), titleOf(b)),
    newest: (a, b) => compareDates(latest(a), latest(b)),
  };
  return [...conflicts].sort(orders[sort]);
}

function titleOf({ sides, message }: Conflict): string {
  return sides.length > 1 ? sides.map((side) => shorten(side, 60)).join(' ≠ ') : message;
}

const VERDICT_ICONS = { accepted: 'pass', dismissed: 'circle-slash' } as const;

/** A conflict with one leaf for each piece of evidence. */
export function conflictBranch(t: Translate, current: CaseState, conflict: Conflict): Branch {
  const index = current.index();
  const [first] = conflict.evidence;
  const source = first && current.sources.get(first.article);
  return {
    key: conflict.id,
    label: titleOf(conflict),
    description: [...describeVerdict(t, conflict), shorten(conflict.message, 160)].join(' · '),
    describe: () => describeConflict(t, current, conflict),
    terms: conflict.evidence.map(({ text }) => text).join(' '),
    ...SEVERITY_ICONS[conflict.severity],
    ...(conflict.verdict ? { icon: VERDICT_ICONS[conflict.verdict.status] } : {}),
    context: conflict.verdict ? `conflict.${conflict.verdict.status}` : 'conflict',
    subject: `conflict:${conflict.id}`,
    ...(first && source ? { location: toLocation(source.snapshot, first) } : {}),
    expand: () => {
      const names = nameApart(index.articles);
      return conflict.evidence.flatMap((evidence, at) => {
        const article = index.article(evidence.article);
        if (article === undefined) return [];
        return spanLeaf(current, article, evidence, {
          key: `${at}`,
          icon: 'file-text',
          context: 'evidence',
          label: names.get(evidence.article) ?? '',
          description: quoteInContext(article, evidence),
        });
      });
    },
  };
}

/** Enough for a line of the sidebar: the words of an end with those around them. */
function quoteInContext(article: Article, evidence: Evidence): string {
  const { before, after } = readSurroundings(article, evidence);
  return shorten(`${before}${evidence.text}${after}`, 160);
}
