/** A quotation as comparable words: which stand in quotation marks, which in a quotation within it. */
import { findSegments } from '../quotations/marks';
import { type QuotedWord, readQuotedWords } from '../text/quotedWords';
import type { Article, Quotation, Span } from '../types';

/** Longest stretch of a quotation that is compared, in words. */
const MOST_WORDS = 250;

export interface UtteredWord extends QuotedWord {
  /** In quotation marks: given as the speaker's own words. */
  readonly quoted: boolean;
  /** In a quotation within the quotation: somebody else's words. */
  readonly nested: boolean;
  /** The quotation breaks off before it: “…,” she said. “…”. */
  readonly afterBreak: boolean;
}

/** What a quotation reports, word by word, without the cue and the source that may stand between. */
export interface Utterance {
  readonly article: Article;
  readonly index: number;
  readonly quotation: Quotation;
  readonly words: readonly UtteredWord[];
  /** How many words stand in quotation marks. */
  readonly quoted: number;
}

/** Reads the words of the quotation at `index` of `article`. */
export function readUtterance(article: Article, index: number, quotation: Quotation): Utterance {
  const words: UtteredWord[] = [];
  for (const span of quotation.content) {
    if (words.length >= MOST_WORDS) break;
    const segments = segmentsIn(article.text, span);
    const outer = quotation.type === 'direct' ? [span] : segments.filter(({ depth }) => depth === 0);
    const nested = segments.filter(({ depth }) => depth > 0);
    let first = words.length > 0;
    let previous = -1;
    for (const word of readQuotedWords(article.text, span)) {
      const within = indexWithin(word, outer);
      const afterBreak = first || (previous >= 0 && within !== previous);
      words.push({ ...word, quoted: within >= 0, nested: indexWithin(word, nested) >= 0, afterBreak });
      previous = within;
      first = false;
    }
  }
  const kept = words.slice(0, MOST_WORDS);
  return { article, index, quotation, words: kept, quoted: kept.filter(({ quoted }) => quoted).length };
}

/** Quoted segments of each line of `span`; marks never pair over a line end. */
function segmentsIn(text: string, span: Span) {
  const lines: { start: number; end: number; from: number; to: number; gap: number }[] = [];
  let start = span.start;
  while (start < span.end) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? span.end : Math.min(newline, span.end);
    if (end > start) lines.push({ start, end, from: 0, to: 0, gap: 0 });
    start = end + 1;
  }
  return findSegments(text, lines);
}

function indexWithin(word: Span, spans: readonly Span[]): number {
  return spans.findIndex(({ start, end }) => start <= word.start && word.end <= end);
}
