/** Pairs quotation marks of every style into quoted segments, paragraph by paragraph, in linear time. */
import type { Paragraph } from '../text/document';
import type { Span } from '../types';
import { type Mark, readMarks } from './markRoles';

/** A stretch in quotation marks, marks included. */
export interface Segment extends Span {
  /** The words between the marks. */
  readonly inner: Span;
  /** 0 for an outermost segment; a quotation within a quotation has depth 1, and so on. */
  readonly depth: number;
  /** `false`: the closing mark is missing and the segment ends with its paragraph (or before the next opening mark). */
  readonly closed: boolean;
  /** Index into the document's paragraphs. */
  readonly paragraph: number;
}

/** Finds the segments of all paragraphs, ordered by start, outer before inner. */
export function findSegments(text: string, paragraphs: readonly Paragraph[]): Segment[] {
  return paragraphs.flatMap((paragraph, index) => pairMarks(text, paragraph, index));
}

function pairMarks(text: string, paragraph: Paragraph, index: number): Segment[] {
  const marks = readMarks(text, paragraph.start, paragraph.end);
  if (marks.length === 0) return [];
  const found: Omit<Segment, 'depth'>[] = [];
  const stack: Mark[] = [];
  const close = (mark: Mark, innerEnd: number, end: number, closed: boolean) => {
    const innerStart = mark.at + mark.length;
    if (innerEnd <= innerStart) return;
    found.push({
      start: mark.at,
      end,
      inner: { start: innerStart, end: innerEnd },
      closed,
      paragraph: index,
    });
  };
  const followers = readFollowers(marks);
  const open = { double: 0, single: 0, angle: 0 };
  const pop = () => {
    const top = stack.pop();
    if (top !== undefined) open[top.family]--;
    return top;
  };
  marks.forEach((mark, i) => {
    const { family } = mark;
    const opens = mark.role === 'open' || (mark.role === 'either' && open[family] === 0);
    if (!opens) {
      if (open[family] === 0) return;
      let top = pop();
      while (top !== undefined && top.family !== family) top = pop();
      if (top !== undefined) close(top, mark.at, mark.at + mark.length, true);
      return;
    }
    // A second opening mark not followed by two closing ones means that the first was never closed.
    while (open[family] > 0 && followers[i] !== 'cc') {
      const top = pop();
      if (top === undefined) break;
      if (top.family === family && family !== 'single') {
        const end = trimEnd(text, top.at, mark.at);
        close(top, end, end, false);
      }
    }
    stack.push(mark);
    open[family]++;
  });
  const outermost = stack.find(({ family }) => family !== 'single');
  if (outermost !== undefined) close(outermost, paragraph.end, paragraph.end, false);
  return nest(found);
}

/** For each mark the roles of the next two marks of its family, `c` for one that can close and `o` for another. */
function readFollowers(marks: readonly Mark[]): string[] {
  const next = { double: '', single: '', angle: '' };
  const followers: string[] = [];
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i];
    if (mark === undefined) continue;
    followers[i] = next[mark.family];
    next[mark.family] = ((mark.role === 'open' ? 'o' : 'c') + next[mark.family]).slice(0, 2);
  }
  return followers;
}

function trimEnd(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}

/** Orders segments and gives each its depth; segments that cross another one are left out. */
function nest(found: readonly Omit<Segment, 'depth'>[]): Segment[] {
  const ordered = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const segments: Segment[] = [];
  const around: number[] = [];
  for (const segment of ordered) {
    while (around.length > 0 && (around.at(-1) ?? 0) <= segment.start) around.pop();
    if (around.length > 0 && segment.end > (around.at(-1) ?? 0)) continue;
    segments.push({ ...segment, depth: around.length });
    around.push(segment.end);
  }
  return segments;
}
