/** The words around a place: what a few quoted words need to be understood. */
import type { Article, Span } from '../engine';

/** Words as long as this explain themselves, in UTF-16 units. */
const TELLING = 60;
/** Most that is shown before and after, in UTF-16 units. */
const LONGEST = 110;

export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** What stands before and after `span` within the assertion it belongs to, cut at words; nothing around long spans. */
export function readSurroundings({ text, facts }: Article, { start, end }: Span): Surroundings {
  if (end - start >= TELLING) return { before: '', after: '' };
  let around: Span | undefined;
  for (const claim of facts.claims) {
    if (claim.start > start || claim.end < end) continue;
    if (around === undefined || claim.end - claim.start > around.end - around.start) around = claim;
  }
  if (around === undefined) return { before: '', after: '' };
  return {
    before: keepEnd(text.slice(around.start, start)),
    after: keepStart(text.slice(end, around.end)),
  };
}

function keepEnd(words: string): string {
  if (words.length <= LONGEST) return words;
  const space = words.indexOf(' ', words.length - LONGEST);
  return `…${words.slice(space < 0 ? words.length - LONGEST : space + 1)}`;
}

function keepStart(words: string): string {
  if (words.length <= LONGEST) return words;
  const space = words.lastIndexOf(' ', LONGEST);
  return `${words.slice(0, space <= 0 ? LONGEST : space)}…`;
}
