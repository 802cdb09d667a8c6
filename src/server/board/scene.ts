/** The story that a board shows, with the look-ups that each of its tabs needs. */
import type { Article, Conflict, Span, Story } from '../../engine';
import type { BoardConflict, BoardSide, BoardSource, BoardStatement } from '../../protocol/board';
import type { CaseIndex } from '../caseIndex';
import type { CaseState } from '../cases';
import { toLocation } from '../convert';
import { nameApart, nameConflictKind } from '../names';
import type { Translate } from '../translate';

export interface Scene {
  readonly t: Translate;
  readonly current: CaseState;
  readonly index: CaseIndex;
  readonly story: Story;
  /** Columns: by date, then by name. */
  readonly articles: readonly Article[];
  /** Column of an article; `undefined`: it belongs to another story. */
  columnOf(article: string): number | undefined;
}

export const GRAVITY = { contradiction: 0, discrepancy: 1, variation: 2 } as const;

export function createScene(t: Translate, current: CaseState, story: Story): Scene {
  const index = current.index();
  const names = nameApart(index.articles);
  const articles = story.articles
    .flatMap((id) => index.article(id) ?? [])
    .sort(
      (a, b) =>
        compareText(a.facts.published ?? '9999', b.facts.published ?? '9999') ||
        compareText(names.get(a.id) ?? '', names.get(b.id) ?? '') ||
        compareText(a.id, b.id),
    );
  const columns = new Map(articles.map(({ id }, at) => [id, at]));
  return { t, current, index, story, articles, columnOf: (article) => columns.get(article) };
}

export function describeSources({ index, articles }: Scene): BoardSource[] {
  const names = nameApart(index.articles);
  return articles.map(({ id, facts }) => ({
    uri: id,
    name: names.get(id) ?? id,
    published: facts.published,
    headline: facts.headline,
  }));
}

export function describeConflict(t: Translate, { severity, kind, message, sides }: Conflict): BoardConflict {
  return { severity, kind: nameConflictKind(t, kind), message, sides };
}

export interface StatementParts {
  readonly article: Article;
  /** What is shown. */
  readonly span: Span;
  /** What a click selects, within `span` as a rule. */
  readonly target: Span;
  /** Words to mark; any order. */
  readonly marks: readonly Span[];
  readonly speaker: string | null;
  readonly sides: readonly BoardSide[];
}

/** Longest statement that is shown, in UTF-16 units. */
const LONGEST = 320;

/** A statement with its text on one line; nothing when its article is no column. */
export function toStatement(
  scene: Scene,
  { article, span, target, marks, speaker, sides }: StatementParts,
): BoardStatement[] {
  const column = scene.columnOf(article.id);
  const source = scene.current.sources.get(article.id);
  if (column === undefined || source === undefined) return [];
  const excerpt = excerptOf(article.text, span, marks);
  return [{ source: column, ...excerpt, place: toLocation(source.snapshot, target), speaker, sides }];
}

/** The words of `span` on one line, cut where they are long, so that the first mark stays in sight. */
function excerptOf(text: string, span: Span, marks: readonly Span[]) {
  const ordered = [...marks].sort((a, b) => a.start - b.start);
  const first = ordered[0];
  const skip =
    first !== undefined && first.end - span.start > LONGEST ? wordStart(text, first.start - 80) : span.start;
  const start = Math.max(span.start, skip);
  const end = span.end - start > LONGEST ? wordEnd(text, start + LONGEST) : span.end;
  let shown = start > span.start ? '…' : '';
  const ranges: [number, number][] = [];
  let at = start;
  for (const mark of ordered) {
    const from = Math.max(mark.start, at);
    const to = Math.min(mark.end, end);
    if (to <= from) continue;
    shown += flatten(text.slice(at, from));
    const begun = shown.length;
    shown += flatten(text.slice(from, to));
    ranges.push([begun, shown.length]);
    at = to;
  }
  shown += flatten(text.slice(at, end)) + (end < span.end ? '…' : '');
  return { text: shown, marks: ranges };
}

function flatten(text: string): string {
  return text.replace(/[\t\n\r\f\v ]+/g, ' ');
}

function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', Math.max(0, at));
  return space < 0 || space > at + 40 ? Math.max(0, at) : space + 1;
}

function wordEnd(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  return space > at - 40 ? space : at;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
