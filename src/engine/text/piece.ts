/** One stretch of a paragraph read by the tagger: tokens and sentences with offsets from its start. */
import type { Tag } from './document';
import { foldKeepingOffsets, stripDiacritics } from './fold';
import { type Smoothed, smooth } from './smooth';
import type { Tagged } from './wink';

/** Tokens of one piece of text as parallel arrays, which cost a third of objects; offsets count from its start. */
export interface Piece {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly texts: readonly string[];
  readonly lowers: readonly string[];
  readonly tags: readonly Tag[];
  readonly lemmas: readonly string[];
  /** Index of each sentence's first token; sentences follow each other without a gap. */
  readonly sentences: readonly number[];
}

/** How far a token that is not where its spaces say is looked for, in UTF-16 units. */
const LONGEST_SLIP = 64;

/**
 * Reads `text`, a line or a part of one. Every character that is neither white space nor invisible lies in exactly
 * one token.
 */
export function readPiece(text: string, tag: (folded: string) => Tagged): Piece {
  const folded = foldKeepingOffsets(text);
  const smoothed = smooth(folded);
  const tagged = tag(smoothed.text);
  return placeTokens(text, smoothed, tagged);
}

function placeTokens(text: string, smoothed: Smoothed, tagged: Tagged): Piece {
  const { text: seen, offsets } = smoothed;
  const same = seen === text;
  const starts: number[] = [];
  const ends: number[] = [];
  const texts: string[] = [];
  const lowers: string[] = [];
  const tags: Tag[] = [];
  const lemmas: string[] = [];
  /** Index among ours of each of the tagger's tokens. */
  const indexes: number[] = [];

  function add(from: number, to: number, value: string | undefined, i: number): void {
    const start = offsets === undefined ? from : (offsets[from] ?? text.length);
    // A token ends after its last visible unit: invisible ones that follow stay outside.
    const end = offsets === undefined ? to : (offsets[to - 1] ?? text.length - 1) + 1;
    const lower =
      (value === undefined ? undefined : tagged.lowers[i]) ??
      stripDiacritics(seen.slice(from, to).toLowerCase());
    starts.push(start);
    ends.push(end);
    texts.push(same && value !== undefined ? value : text.slice(start, end));
    lowers.push(lower);
    tags.push((value === undefined ? undefined : tagged.tags[i]) ?? 'X');
    lemmas.push((value === undefined ? undefined : tagged.lemmas[i]) ?? lower);
  }

  /** Characters that the tagger dropped become tokens of their own. */
  function addDropped(from: number, to: number): void {
    let start = from;
    while (start < to) {
      while (start < to && seen.charAt(start) === ' ') start++;
      let end = start;
      while (end < to && seen.charAt(end) !== ' ') end++;
      if (end > start) add(start, end, undefined, 0);
      start = end;
    }
  }

  let at = 0;
  for (let i = 0; i < tagged.values.length; i++) {
    const value = tagged.values[i] ?? '';
    const start = findValue(seen, value, at + (tagged.spaces[i] ?? 0), at);
    if (start === undefined) {
      indexes.push(starts.length);
      continue;
    }
    addDropped(at, start);
    indexes.push(starts.length);
    at = start + value.length;
    add(start, at, value, i);
  }
  addDropped(at, seen.length);
  const sentences = firstTokens(tagged, indexes, starts.length);
  return { starts, ends, texts, lowers, tags, lemmas, sentences };
}

/** Each sentence's first token among ours, in order, none twice. */
function firstTokens({ sentences }: Tagged, indexes: readonly number[], count: number): number[] {
  const firsts = count > 0 ? [0] : [];
  for (const [head = 0] of sentences) {
    const first = indexes[head] ?? count;
    if (first < count && first > (firsts.at(-1) ?? 0)) firsts.push(first);
  }
  return firsts;
}

/** Trusts the tagger's spaces and checks against the text; `undefined` when the value is not near. */
function findValue(text: string, value: string, expected: number, from: number): number | undefined {
  if (value === '') return undefined;
  if (text.startsWith(value, expected)) return expected;
  const near = text.slice(from, from + LONGEST_SLIP + value.length).indexOf(value);
  return near >= 0 ? from + near : undefined;
}
