/** The same utterance in other sources: quotations of one speaker whose words largely agree. */
import { diffWordsWithSpace } from 'diff';
import type { Article } from '../engine';
import type { CaseIndex, LocatedQuotation } from './caseIndex';
import { textOf } from './find';

/** Share of words that two quotations must have in common to be one utterance. */
const ENOUGH = 0.5;
/** Shorter quotations (“isolated”) must agree wholly: one word in common says little. */
const SHORT = 4;

const WORD = /[\p{L}\p{N}]+/gu;

export interface SameUtterance extends LocatedQuotation {
  readonly text: string;
}

/**
 * Quotations in other articles that look like the same utterance, best first.
 * Compared by the words they share (overlap coefficient), only against quotations of the same speaker.
 */
export function findSameUtterance(index: CaseIndex, article: Article, at: number): SameUtterance[] {
  const quotation = article.facts.quotations[at];
  if (quotation === undefined || quotation.type === 'indirect') return [];
  const speaker = index.entityOf(article.id, quotation.speaker);
  if (speaker === undefined) return [];
  const words = wordsOf(textOf(article, quotation.content));
  const best = new Map<string, { same: SameUtterance; score: number }>();
  for (const other of index.quotationsOf(speaker)) {
    if (other.article.id === article.id || other.quotation.type === 'indirect') continue;
    const text = textOf(other.article, other.quotation.content);
    const score = overlap(words, wordsOf(text));
    if (score > (best.get(other.article.id)?.score ?? 0)) {
      best.set(other.article.id, { same: { ...other, text }, score });
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score).map(({ same }) => same);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(WORD) ?? []);
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shorter = Math.min(a.size, b.size);
  if (shorter === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  const score = shared / shorter;
  const enough = shorter < SHORT ? a.size === b.size && score === 1 : score >= ENOUGH;
  return enough ? score : 0;
}

/** One stretch of the other wording: in both, or only there (`added`), or only here (`removed`). */
export interface Wording {
  readonly text: string;
  readonly change: 'same' | 'added' | 'removed';
}

/** The words of `there` as they differ from `here`. */
export function compareWording(here: string, there: string): Wording[] {
  return (
    diffWordsWithSpace(here, there, { timeout: 20 })?.map(({ value, added, removed }) => ({
      text: value,
      change: added ? 'added' : removed ? 'removed' : 'same',
    })) ?? [{ text: there, change: 'added' }]
  );
}
