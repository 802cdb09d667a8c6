/** Anchors: a span told by its words with what stands before and after, and found again after edits. */
import type { Span } from '../types';
import type { Anchor } from './types';

/** Words before and after that are kept at first, in UTF-16 units; more where the same words stand twice. */
const CONTEXT = 32;
const MOST_CONTEXT = 512;
/** Of longer spans the beginning is kept. */
const LONGEST = 160;
/** Words of this length that stand in a text once are found without their surroundings. */
const TELLING = 24;
/** Words that stand in a text more often tell no place. */
const MOST_PLACES = 10_000;

/** A text with every run of white space as one space, and where each unit stands in the text itself. */
export interface Collapsed {
  readonly text: string;
  /** Offset in the text itself of each unit, and of the end. */
  readonly offsets: Uint32Array;
}

export function collapseSpaces(text: string): Collapsed {
  const offsets = new Uint32Array(text.length + 1);
  const parts: string[] = [];
  let length = 0;
  let begun = 0;
  let at = 0;
  while (at < text.length) {
    if (!isSpace(text.charCodeAt(at))) {
      offsets[length++] = at++;
      continue;
    }
    parts.push(text.slice(begun, at), ' ');
    offsets[length++] = at;
    while (at < text.length && isSpace(text.charCodeAt(at))) at++;
    begun = at;
  }
  parts.push(text.slice(begun));
  offsets[length] = text.length;
  return { text: parts.join(''), offsets: offsets.subarray(0, length + 1) };
}

/** The anchor of `span`, an empty or blank one has none; `article` is handed on as it is. */
export function createAnchor(article: string, source: Collapsed, span: Span): Anchor | undefined {
  const { text } = source;
  let start = position(source.offsets, span.start);
  let end = position(source.offsets, span.end);
  while (start < end && text.charCodeAt(start) === 32) start++;
  while (end > start && text.charCodeAt(end - 1) === 32) end--;
  if (end === start) return undefined;
  end = wholeUnit(text, Math.min(end, start + LONGEST));
  const exact = text.slice(start, end);
  for (let context = CONTEXT; ; context *= 2) {
    const prefix = text.slice(wholeUnit(text, Math.max(0, start - context)), start);
    const suffix = text.slice(end, wholeUnit(text, Math.min(text.length, end + context)));
    const anchor = { article, exact, prefix, suffix };
    if (context >= MOST_CONTEXT || findAnchor(anchor, source) !== undefined) return anchor;
  }
}

/**
 * The one place where the anchor's words stand in surroundings that are the same for the greater part.
 * @returns `undefined` when there is none, or when several fit equally well: a decision is never moved by a guess
 */
export function findAnchor({ exact, prefix, suffix }: Anchor, source: Collapsed): Span | undefined {
  if (exact === '') return undefined;
  const { text, offsets } = source;
  const context = prefix.length + suffix.length;
  let best = -1;
  let bestScore = -1;
  let isTie = false;
  let count = 0;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    if (++count > MOST_PLACES) return undefined;
    const score = countBefore(prefix, text, at) + countAfter(suffix, text, at + exact.length);
    isTie = score === bestScore || (isTie && score < bestScore);
    if (score > bestScore) {
      best = at;
      bestScore = score;
    }
    if (bestScore === context && isTie) break;
  }
  if (best < 0 || isTie) return undefined;
  const fits = 2 * bestScore >= context || (count === 1 && exact.length >= TELLING);
  if (!fits) return undefined;
  return { start: offsets[best] ?? 0, end: (offsets[best + exact.length - 1] ?? 0) + 1 };
}

/** Length of the longest end of `prefix` that stands right before `at`. */
function countBefore(prefix: string, text: string, at: number): number {
  let same = 0;
  while (
    same < prefix.length &&
    same < at &&
    prefix.charCodeAt(prefix.length - 1 - same) === text.charCodeAt(at - 1 - same)
  )
    same++;
  return same;
}

/** Length of the longest start of `suffix` that stands at `at`. */
function countAfter(suffix: string, text: string, at: number): number {
  let same = 0;
  while (
    same < suffix.length &&
    at + same < text.length &&
    suffix.charCodeAt(same) === text.charCodeAt(at + same)
  )
    same++;
  return same;
}

/** Index of the first unit that stands at `offset` of the text itself or after it. */
function position(offsets: Uint32Array, offset: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `at`, or one less where it would cut a surrogate pair. */
function wholeUnit(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0x2028 || unit === 0x2029;
}
