/** The lines of an article as a page shows them: how they look, before anybody asks what they say. */
import type { Document, Paragraph } from '../text/document';
import { foldKeepingOffsets } from '../text/fold';
import type { Span } from '../types';

/** One line that is not blank. */
export interface Line extends Span {
  /** As written, trimmed. */
  readonly text: string;
  /** Lower case, plain marks, single spaces, without a bullet before and arrows or stops after. */
  readonly plain: string;
  readonly words: number;
  /** Words that start with a capital. */
  readonly capitals: number;
  /** All letters are capitals, and there are at least three. */
  readonly shouted: boolean;
  readonly bullet: boolean;
  /** White space units before it on its line. */
  readonly indent: number;
  /** Blank lines before it. */
  readonly gap: number;
  /** The mark that ends it as a sentence: `.`, `?`, `!`, `…`; empty when none does. */
  readonly stop: string;
}

/** Longer lines are prose; their plain form is not built whole. */
const LONGEST_FURNITURE = 400;
const BULLETS = new Set([...'•·●▪▸►▶‣◦*»›→-–—|+']);
const CLOSERS = new Set([...'"\'”’)]»']);
const TRAILERS = new Set([...' .:;!…»›→▶►▼-–—|*']);

/** The lines of `document`, one for each paragraph. */
export function readLines(document: Document): Line[] {
  return document.paragraphs.map((paragraph) => readLine(document.text, paragraph));
}

function readLine(source: string, { start, end, gap }: Paragraph): Line {
  const text = source.slice(start, end);
  const head = bulletLength(text);
  return {
    start,
    end,
    text,
    plain: plainForm(text.slice(head, LONGEST_FURNITURE)),
    ...countWords(text, head),
    bullet: head > 0,
    indent: indentOf(source, start),
    gap,
    stop: finalStop(text),
  };
}

/** A bullet is a mark set apart by a space, or one that nothing else begins with (“•Share”). */
function bulletLength(text: string): number {
  const first = text.charAt(0);
  if (!BULLETS.has(first)) return 0;
  let at = 1;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\u00a0' || text.charAt(at) === '\t') at++;
  return at > 1 || '•·●▪▸►▶‣◦'.includes(first) ? at : 0;
}

function plainForm(text: string): string {
  let end = text.length;
  while (end > 0 && TRAILERS.has(text.charAt(end - 1))) end--;
  return foldKeepingOffsets(text.slice(0, end)).toLowerCase().replace(/\s+/g, ' ').trim();
}

function countWords(text: string, from: number): { words: number; capitals: number; shouted: boolean } {
  let words = 0;
  let capitals = 0;
  let upper = 0;
  let lower = 0;
  let inside = false;
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const space = unit <= 32 || unit === 0xa0;
    if (space) {
      inside = false;
      continue;
    }
    const kind = caseOf(text, i, unit);
    if (!inside && (kind !== 0 || (unit >= 48 && unit <= 57))) {
      words++;
      if (kind === 1) capitals++;
      inside = true;
    }
    if (kind === 1) upper++;
    else if (kind === 2) lower++;
  }
  return { words, capitals, shouted: lower === 0 && upper >= 3 };
}

/** 1: capital, 2: small letter, 0: no letter (or a script without case). */
function caseOf(text: string, at: number, unit: number): 0 | 1 | 2 {
  if (unit >= 97 && unit <= 122) return 2;
  if (unit >= 65 && unit <= 90) return 1;
  if (unit < 0xc0) return 0;
  const letter = text.charAt(at);
  const down = letter.toLowerCase();
  if (letter !== down) return 1;
  return letter !== letter.toUpperCase() ? 2 : 0;
}

function finalStop(text: string): string {
  let at = text.length - 1;
  while (at > 0 && CLOSERS.has(text.charAt(at))) at--;
  const mark = text.charAt(at);
  return mark === '.' || mark === '?' || mark === '!' || mark === '…' ? mark : '';
}

function indentOf(source: string, start: number): number {
  let at = start;
  while (at > 0) {
    const unit = source.charCodeAt(at - 1);
    if (unit !== 32 && unit !== 9 && unit !== 0xa0) break;
    at--;
  }
  return start - at;
}
