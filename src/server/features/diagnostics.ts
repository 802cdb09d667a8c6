/** Diagnostics: each conflict at each of its ends, with the other ends as related information. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Article, Conflict, Evidence, Severity, Span } from '../../engine';
import { PRODUCT, REPOSITORY } from '../../protocol/names';
import type { Level } from '../../protocol/settings';
import type { CaseState } from '../cases';
import { readSurroundings } from '../context';
import { toLocation, toRange } from '../convert';
import { describeVerdict } from '../decisions/verdict';
import { shorten } from '../markdown';
import { standsInProse } from '../prose';
import type { Translate } from '../translate';
import { type FolderSettings, shownIn } from '../visible';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  contradiction: DiagnosticSeverity.Warning,
  discrepancy: DiagnosticSeverity.Information,
  variation: DiagnosticSeverity.Hint,
};

const LEVELS: Readonly<Record<Exclude<Level, 'auto' | 'off'>, DiagnosticSeverity>> = {
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What decides which findings are shown, besides the findings. */
export interface Showing {
  readonly settings: FolderSettings;
  /** The paragraph of an article that is being written: nothing is shown there. */
  activeIn(uri: string): Span | undefined;
}

/** Longest far end that is quoted whole, in UTF-16 units. */
const LONGEST = 240;

/** Diagnostics of a case by URI; every article of the case has an entry, an empty one when it is clean. */
export function provideDiagnostics(
  t: Translate,
  current: CaseState,
  showing: Showing,
): Map<string, Diagnostic[]> {
  const { result, article } = current.index();
  const settings = showing.settings.of(current.folder);
  const shown = new Map(
    [...current.sources.keys()].map((uri) => [uri, new Set(shownIn(uri, current, settings))]),
  );
  const byUri = new Map<string, Diagnostic[]>([...current.sources.keys()].map((uri) => [uri, []]));
  for (const conflict of result.conflicts) {
    for (const { evidence, others } of endsInProse(conflict, article)) {
      const source = current.sources.get(evidence.article);
      if (source === undefined || !shown.get(evidence.article)?.has(conflict)) continue;
      const active = showing.activeIn(evidence.article);
      if (active && evidence.start <= active.end && evidence.end >= active.start) continue;
      byUri.get(evidence.article)?.push({
        range: toRange(source.snapshot, evidence),
        severity: levelOf(conflict, settings['findings.severity'][conflict.kind]),
        source: PRODUCT,
        code: conflict.kind,
        codeDescription: { href: `${REPOSITORY}/blob/main/docs/conflicts.md#${conflict.kind}` },
        message: [conflict.message, ...describeVerdict(t, conflict)].join(' — '),
        relatedInformation: others.flatMap((other) => {
          const at = current.sources.get(other.article);
          return at ? [{ location: toLocation(at.snapshot, other), message: quote(at.article, other) }] : [];
        }),
        data: { conflict: conflict.id },
      });
    }
  }
  return byUri;
}

function levelOf({ severity }: Conflict, level: Level | undefined): DiagnosticSeverity {
  return level === undefined || level === 'auto' || level === 'off' ? SEVERITIES[severity] : LEVELS[level];
}

/** The words of a far end with those around it, after the outlet where one is known: the editor names the file itself. */
function quote(article: Article, evidence: Evidence): string {
  const { before, after } = readSurroundings(article, evidence);
  const words = shorten(`${before}${evidence.text}${after}`, LONGEST);
  const { outlet } = article.facts;
  return outlet === null ? words : `${outlet}: ${words}`;
}

/**
 * The ends of a conflict that stand in prose, each with the ends of other sides.
 * None at all when fewer than two sides say it in prose: a teaser of another story is not this article's word.
 */
export function endsInProse(
  conflict: Conflict,
  article: (id: string) => Article | undefined,
): { evidence: Evidence; others: Evidence[] }[] {
  const ends = conflict.evidence.filter((evidence) => {
    const found = article(evidence.article);
    return found !== undefined && standsInProse(found, evidence);
  });
  if (new Set(ends.map(({ side }) => side)).size < 2) return [];
  return ends.map((evidence) => ({
    evidence,
    others: ends.filter((other) => other !== evidence && other.side !== evidence.side),
  }));
}
