/** The findings for people: where, both sides verbatim, the reason. */
import type { Case, Conflict, OrphanedDecision, Severity } from '../engine';
import { SEVERITIES } from '../engine';
import { createLocate, type Locate } from './position';
import { createPaint, type Paint, plain, type Style } from './terminal';

export interface TextOptions {
  readonly colour: boolean;
  /** Whether to say why the two were paired and which rule spoke. */
  readonly explain: boolean;
}

const STYLES: Readonly<Record<Severity, Style>> = {
  contradiction: 'red',
  discrepancy: 'yellow',
  variation: 'cyan',
};
/** Longer evidence is shortened in the middle; the range tells where it ends. */
const LONGEST = 400;

/** All findings of a case, gravest first, then a line that counts them. */
export function formatText(current: Case, { colour, explain }: TextOptions): string {
  const paint = createPaint(colour);
  const { conflicts, dismissed, orphaned } = current.result();
  const locates = new Map<string, Locate>();
  const place = (article: string, offset: number): string => {
    const locate = locates.get(article) ?? createLocate(current.articles.get(article)?.text ?? '');
    locates.set(article, locate);
    const { line, column } = locate(offset);
    return `${plain(article)}:${line}:${column}`;
  };
  const gravest = SEVERITIES.flatMap((severity) => conflicts.filter((one) => one.severity === severity));
  const parts = gravest.map((conflict) => formatConflict(conflict, place, paint, explain));
  const lost = orphaned.map(formatOrphan).join('');
  return [...parts, ...(lost === '' ? [] : [lost]), countAll(current, conflicts, dismissed.length)].join(
    '\n',
  );
}

/** Whether a case holds a contradiction or a discrepancy. */
export function hasSubstance(conflicts: readonly Conflict[]): boolean {
  return conflicts.some(({ severity }) => severity !== 'variation');
}

function formatOrphan({ article, words, note }: OrphanedDecision): string {
  const why = note === '' ? '' : ` (${plain(note)})`;
  return `${plain(article)}: a decision no longer finds its place${why}: ${plain(shorten(words))}\n`;
}

function formatConflict(
  { kind, severity, message, evidence, explanation, verdict }: Conflict,
  place: (article: string, offset: number) => string,
  paint: Paint,
  explain: boolean,
): string {
  const head = evidence[0];
  const where = head === undefined ? '' : `${paint('bold', place(head.article, head.start))}: `;
  const lines = [`${where}${paint(STYLES[severity], severity)} (${kind}): ${plain(message)}`];
  for (const { article, start, text } of evidence) {
    lines.push(`    ${place(article, start)}: ${plain(shorten(text))}`);
  }
  if (verdict) lines.push(`    accepted${verdict.note === '' ? '' : `: ${plain(verdict.note)}`}`);
  if (explain) lines.push(...explanation.map((reason) => paint('dim', `    why: ${plain(reason)}`)));
  return `${lines.join('\n')}\n`;
}

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST / 2)} […] ${text.slice(-LONGEST / 2)}`;
}

function countAll(current: Case, conflicts: readonly Conflict[], dismissed: number): string {
  const articles = count(current.articles.size, 'article', 'articles');
  const rest = dismissed === 0 ? '' : `; ${dismissed} dismissed`;
  if (current.articles.size < 2) return `${articles}: nothing to compare, findings need at least two.\n`;
  if (conflicts.length === 0) return `${articles}, no findings${rest}.\n`;
  const of = (severity: Severity) => conflicts.filter((one) => one.severity === severity).length;
  const counts = [
    count(of('contradiction'), 'contradiction', 'contradictions'),
    count(of('discrepancy'), 'discrepancy', 'discrepancies'),
    count(of('variation'), 'variation', 'variations'),
  ];
  return `${articles}: ${counts.join(', ')}${rest}.\n`;
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
