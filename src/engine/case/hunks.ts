/** Where two aligned utterances differ in words that both give as the speaker's own. */
import fillerList from '../lexicon/fillers.txt';
import { parseList } from '../lexicon/list';
import type { WordAlignment } from './matching';
import type { UtteredWord } from './utterance';

/** Words of either side that stand for each other and differ; one side may be empty. */
export interface Hunk {
  readonly left: readonly UtteredWord[];
  readonly right: readonly UtteredWord[];
}

/** Words that transcribers leave out or put in without changing what was said. */
const FILLERS = new Set(parseList(fillerList));
/** Longest tail or head in which two quotations still end or start in the same place. */
const LONGEST_EDGE = 4;
/** Fewer words in common may end in two different sentences. */
const FEWEST_BEFORE_TAIL = 6;

type Words = readonly UtteredWord[];

/**
 * The differing stretches of two aligned utterances, in order.
 * Left out, because they say nothing about the words spoken: ellipses, editors' brackets, a quotation that starts
 * later or ends earlier, words outside quotation marks, whole sentences left out, fillers.
 */
export function findHunks(left: Words, right: Words, alignment: WordAlignment): Hunk[] {
  const hunks: Hunk[] = [];
  let fromLeft = alignment.left[0];
  let fromRight = alignment.right[0];
  const head = edgeBefore(left, right, alignment);
  if (head !== undefined) hunks.push(head);
  for (const match of [...alignment.matches, undefined]) {
    const toLeft = match?.left ?? alignment.left[1];
    const toRight = match?.right ?? alignment.right[1];
    const hunk = { left: left.slice(fromLeft, toLeft), right: right.slice(fromRight, toRight) };
    if (match !== undefined && isDifference(hunk, left, right, toLeft, toRight)) hunks.push(hunk);
    if (match !== undefined) {
      const a = left[match.left];
      const b = right[match.right];
      if (a !== undefined && b !== undefined && a.form !== b.form) {
        const pair = { left: [a], right: [b] };
        if (isQuoted(pair) && !isEditorial(pair)) hunks.push(pair);
      }
      fromLeft = match.left + 1;
      fromRight = match.right + 1;
    }
  }
  const tail = edgeAfter(left, right, alignment);
  if (tail !== undefined) hunks.push(tail);
  return joinNeighbours(hunks).filter((hunk) => !isCompound(hunk));
}

/** “cyber crimes” and “cybercrimes”, “in to” and “into”: one spelling more. */
function isCompound({ left, right }: Hunk): boolean {
  const join = (words: Words) => words.map(({ form }) => form).join('');
  return join(left) === join(right);
}

/** The words of a hunk as a reader would see them. */
export function textOf(text: string, words: Words): string {
  const first = words[0];
  const last = words.at(-1);
  return first === undefined || last === undefined ? '' : text.slice(first.start, last.end);
}

function isDifference(hunk: Hunk, left: Words, right: Words, toLeft: number, toRight: number): boolean {
  if (hunk.left.length === 0 && hunk.right.length === 0) return false;
  const nextLeft = left[toLeft];
  const nextRight = right[toRight];
  if (nextLeft?.afterGap || nextRight?.afterGap || isEditorial(hunk)) return false;
  if ([...hunk.left, ...hunk.right].some(({ afterGap }) => afterGap)) return false;
  if (hunk.left.length > 0 && hunk.right.length > 0) return isQuoted(hunk);
  const [omitted, other, next] =
    hunk.left.length > 0
      ? [hunk.left, right.slice(toRight - 1, toRight + 1), nextRight]
      : [hunk.right, left.slice(toLeft - 1, toLeft + 1), nextLeft];
  // Words are missing only where the other side runs on inside one pair of marks.
  if (!omitted.every(({ quoted }) => quoted) || !other.every(({ quoted }) => quoted)) return false;
  if (omitted.length === 1 && isContracted(omitted[0], other[0])) return false;
  if (next?.afterBreak || omitted.every(({ form }) => FILLERS.has(form))) return false;
  return !isWholeSentence(omitted, hunk.left.length > 0 ? nextLeft : nextRight);
}

/** “Easter is” and “Easter’s”. */
function isContracted(omitted: UtteredWord | undefined, before: UtteredWord | undefined): boolean {
  return before?.possessive === true && (omitted?.form === 'is' || omitted?.form === 'has');
}

function isWholeSentence(omitted: Words, next: UtteredWord | undefined): boolean {
  return omitted[0]?.opensSentence === true && next?.opensSentence === true;
}

function isQuoted({ left, right }: Hunk): boolean {
  return left.every(({ quoted }) => quoted) && right.every(({ quoted }) => quoted);
}

function isEditorial({ left, right }: Hunk): boolean {
  return left.some(({ editorial }) => editorial) || right.some(({ editorial }) => editorial);
}

/** Words after the aligned stretch, when both sides end their sentence within a few words of it. */
function edgeAfter(left: Words, right: Words, alignment: WordAlignment): Hunk | undefined {
  if (alignment.count < FEWEST_BEFORE_TAIL) return undefined;
  return takeEdge(restOfSentence(left, alignment.left[1]), restOfSentence(right, alignment.right[1]));
}

/** Words before the aligned stretch, when both sides start their sentence within a few words of it. */
function edgeBefore(left: Words, right: Words, alignment: WordAlignment): Hunk | undefined {
  const sides = [
    startOfSentence(left, alignment.left[0]),
    startOfSentence(right, alignment.right[0]),
  ] as const;
  // A quotation may start within a sentence; a capital on both sides says that it does not.
  return sides.every((words) => words?.[0]?.capital) ? takeEdge(...sides) : undefined;
}

function takeEdge(left: Words | undefined, right: Words | undefined): Hunk | undefined {
  if (left === undefined || right === undefined || left.length === 0 || right.length === 0) return undefined;
  const hunk = { left, right };
  const real = (words: Words) => words.some(({ form }) => !FILLERS.has(form));
  const gap = [...left, ...right].some(({ afterGap }) => afterGap);
  return isQuoted(hunk) && !isEditorial(hunk) && !gap && real(left) && real(right) ? hunk : undefined;
}

function restOfSentence(words: Words, from: number): Words | undefined {
  let to = from;
  while (to < words.length && !(words[to]?.opensSentence ?? true)) to++;
  return to - from > LONGEST_EDGE ? undefined : words.slice(from, to);
}

function startOfSentence(words: Words, to: number): Words | undefined {
  let from = to;
  while (from > 0 && !(words[from]?.opensSentence ?? true)) from--;
  return to - from > LONGEST_EDGE ? undefined : words.slice(from, to);
}

/** Neighbouring hunks read as one. */
function joinNeighbours(hunks: readonly Hunk[]): Hunk[] {
  const joined: Hunk[] = [];
  for (const hunk of hunks) {
    const before = joined.at(-1);
    if (before !== undefined && touches(before, hunk)) {
      joined[joined.length - 1] = {
        left: [...before.left, ...hunk.left],
        right: [...before.right, ...hunk.right],
      };
    } else joined.push(hunk);
  }
  return joined;
}

function touches(before: Hunk, after: Hunk): boolean {
  const sides = [before.left.length * after.left.length, before.right.length * after.right.length];
  // Two hunks without a side in common are apart.
  if (sides.every((product) => product === 0)) return false;
  return follows(before.left, after.left) && follows(before.right, after.right);
}

/** Whether nothing stands between; an empty side says nothing against it. */
function follows(before: Words, after: Words): boolean {
  const a = before.at(-1);
  const b = after[0];
  return a === undefined || b === undefined || (b.start >= a.end && b.start - a.end <= 2);
}
