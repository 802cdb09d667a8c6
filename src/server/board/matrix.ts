/** Rows of the matrix: the matters that several sources report, and the conflicts that rest on none of them. */
import type { Conflict, Evidence, Span } from '../../engine';
import type { BoardMatter, BoardSide, BoardStatement } from '../../protocol/board';
import { extent } from '../find';
import { listMatters, type MatterClaim, type MatterView } from '../matters';
import { compareText, describeConflict, GRAVITY, overlaps, type Scene, toStatement } from './scene';

/** Disagreements first, the gravest first; then by the number of sources. */
export function buildMatters(scene: Scene): BoardMatter[] {
  const inStory = new Set(scene.story.articles);
  const matters = listMatters(scene.index).filter(({ claims }) =>
    claims.some(({ article }) => inStory.has(article.id)),
  );
  const told = new Set(matters.flatMap(({ conflicts }) => conflicts.map(({ id }) => id)));
  const rows = [
    ...matters.map((matter) => matterRow(scene, matter)),
    ...scene.index.result.conflicts
      .filter(({ id, evidence }) => !told.has(id) && evidence.some(({ article }) => inStory.has(article)))
      .map((conflict) => conflictRow(scene, conflict)),
  ];
  return rows.sort(
    (a, b) => gravity(a) - gravity(b) || sourcesOf(b) - sourcesOf(a) || compareText(a.label, b.label),
  );
}

function gravity({ conflicts }: BoardMatter): number {
  const [worst] = conflicts;
  return worst === undefined ? 3 : GRAVITY[worst.severity];
}

function sourcesOf({ statements }: BoardMatter): number {
  return new Set(statements.map(({ source }) => source)).size;
}

function matterRow(scene: Scene, { key, label, claims, conflicts }: MatterView): BoardMatter {
  const statements: BoardStatement[] = [];
  const covered: { article: string; span: Span }[] = [];
  for (const group of groupBySource(claims)) {
    const [first] = group;
    if (first === undefined) continue;
    const span = extent(group.map(({ claim }) => claim).sort((a, b) => a.start - b.start));
    covered.push({ article: first.article.id, span });
    const { marks, sides } = findSides(conflicts, first.article.id, span);
    const [only] = marks;
    statements.push(
      ...toStatement(scene, {
        article: first.article,
        span,
        target: only !== undefined && marks.length === 1 ? only : span,
        marks,
        speaker: speakerOf(scene, first),
        sides,
      }),
    );
  }
  // A conflict may rest on more sources than speak in this matter.
  conflicts.forEach((conflict, at) => {
    for (const one of conflict.evidence) {
      if (covered.some(({ article, span }) => article === one.article && overlaps(span, one))) continue;
      covered.push({ article: one.article, span: one });
      statements.push(...evidenceStatement(scene, one, at));
    }
  });
  return {
    key,
    label,
    conflicts: conflicts.map((conflict) => describeConflict(scene.t, conflict)),
    statements: statements.sort(byColumn),
  };
}

function conflictRow(scene: Scene, conflict: Conflict): BoardMatter {
  return {
    key: conflict.id,
    label: conflict.sides.join(' ≠ '),
    conflicts: [describeConflict(scene.t, conflict)],
    statements: conflict.evidence.flatMap((one) => evidenceStatement(scene, one, 0)).sort(byColumn),
  };
}

function byColumn(a: BoardStatement, b: BoardStatement): number {
  return a.source - b.source;
}

/** Claims of one article next to each other, in the order of the text. */
function groupBySource(claims: readonly MatterClaim[]): MatterClaim[][] {
  const groups = new Map<string, MatterClaim[]>();
  for (const claim of claims) {
    const group = groups.get(claim.article.id);
    if (group === undefined) groups.set(claim.article.id, [claim]);
    else group.push(claim);
  }
  return [...groups.values()];
}

function findSides(conflicts: readonly Conflict[], article: string, span: Span) {
  const marks: Evidence[] = [];
  const sides: BoardSide[] = [];
  conflicts.forEach(({ evidence }, conflict) => {
    for (const one of evidence) {
      if (one.article !== article || !overlaps(one, span)) continue;
      marks.push(one);
      if (sides.some((side) => side.conflict === conflict && side.side === one.side)) continue;
      sides.push({ conflict, side: one.side });
    }
  });
  return { marks, sides };
}

/** What surrounds the evidence: the sentence’s claim that holds it, else the line around it. */
function evidenceStatement(scene: Scene, evidence: Evidence, conflict: number): BoardStatement[] {
  const article = scene.index.article(evidence.article);
  if (article === undefined) return [];
  const holder = article.facts.claims.find(
    ({ start, end }) => start <= evidence.start && evidence.end <= end,
  );
  return toStatement(scene, {
    article,
    span: holder ?? lineAround(article.text, evidence),
    target: evidence,
    marks: [evidence],
    speaker: null,
    sides: [{ conflict, side: evidence.side }],
  });
}

/** Most UTF-16 units of context on either side of evidence that no claim holds. */
const CONTEXT = 70;

function lineAround(text: string, { start, end }: Span): Span {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline;
  const space = text.indexOf(' ', Math.max(lineStart, start - CONTEXT));
  const from = start - lineStart > CONTEXT && space >= 0 && space < start ? space + 1 : lineStart;
  const last = text.lastIndexOf(' ', Math.min(lineEnd, end + CONTEXT));
  return { start: Math.min(from, start), end: lineEnd - end > CONTEXT && last > end ? last : lineEnd };
}

function speakerOf({ index }: Scene, { article, claim }: MatterClaim): string | null {
  if (claim.quotation === null) return null;
  const quotation = article.facts.quotations[claim.quotation];
  return (quotation && index.entityOf(article.id, quotation.speaker)?.name) ?? null;
}
