/** A quotation as comparable words: which stand in quotation marks, which in a quotation within it. */
import { findSegments } from '../quotations/marks';
import { type QuotedWord, readQuotedWords } from '../text/quotedWords';
import type { Article, Quotation, Span } from '../types';

/** Longest stretch of a quotation that is compared, in words. */
const MOST_WORDS = 250;
/** The same in UTF-16 units, for text that has no words. */
const LONGEST = 4000;

export interface UtteredWord extends QuotedWord {
  /** In quotation marks: given as the speaker's own words. */
  readonly quoted: boolean;
  /** In a quotation within the quotation: somebody else's words. */
  readonly nested: boolean;
  /** Part of a person's name. */
  readonly named: boolean;
  /** The sentence it stands in is a question. */
  readonly asked: boolean;
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

/** Reads the utterances of an article; see {@link readUtterances}. */
export type UtteranceReader = (article: Article) => readonly Utterance[];

/** {@link readUtterances} that remembers what it read as long as the article is the same object. */
export function createUtteranceReader(): UtteranceReader {
  const known = new WeakMap<Article, readonly Utterance[]>();
  return (article) => {
    const read = known.get(article) ?? readUtterances(article);
    known.set(article, read);
    return read;
  };
}

/** Fewest words of a quoted stretch without cue and speaker that is an utterance, not a name or a scare quote. */
const FEWEST_LOOSE = 4;

/**
 * The utterances of an article's prose: its quotations, and quoted stretches that belong to none of them
 * (their speaker is unknown).
 */
export function readUtterances(article: Article): Utterance[] {
  const { quotations, regions, mentions } = article.facts;
  const names = mentions.filter(({ kind, form }) => kind === 'person' && form === 'name');
  const found = quotations.map((quotation, index) => readUtterance(article, index, quotation, names));
  const covered = quotations.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
  const loose = segmentsIn(article.text, { start: 0, end: article.text.length })
    .filter(({ start, end, depth }) => depth === 0 && !overlapsAny({ start, end }, covered))
    .map(({ start, end }, i) =>
      readUtterance(article, quotations.length + i, quoteLoose(article, { start, end }), names),
    )
    .filter(({ words }) => words.length >= FEWEST_LOOSE);
  const prose = regions.filter(({ kind }) => kind !== 'related' && kind !== 'boilerplate');
  return [...found, ...loose].filter(({ words }) => words[0] !== undefined && overlapsAny(words[0], prose));
}

/** A quoted stretch as a quotation; its speaker is the only person named before it in its paragraph, if one is. */
function quoteLoose({ text, facts }: Article, span: Span): Quotation {
  const paragraph = text.lastIndexOf('\n', span.start) + 1;
  const before = facts.mentions.filter(
    ({ kind, start, end }) => kind === 'person' && start >= paragraph && end <= span.start,
  );
  const [first] = before;
  const only =
    first !== undefined && before.every(({ entity }) => entity === first.entity) ? first : undefined;
  const sentence =
    only !== undefined && /[.:]["”’]?\s*$/.test(text.slice(Math.max(paragraph, span.start - 4), span.start));
  return {
    type: 'direct',
    content: [span],
    cue: null,
    source: only !== undefined && sentence ? { start: only.start, end: only.end } : null,
    speaker: only !== undefined && sentence ? only.entity : null,
    confidence: 0,
    reason: 'the only person named before it in the paragraph',
  };
}

/** Binary search over ordered spans for one that overlaps `span`. */
function overlapsAny(span: Span, ordered: readonly Span[]): boolean {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const next = ordered[low];
  return next !== undefined && next.start < span.end;
}

/** Reads the words of the quotation at `index` of `article`. */
function readUtterance(
  article: Article,
  index: number,
  quotation: Quotation,
  names: readonly Span[],
): Utterance {
  const words: UtteredWord[] = [];
  for (const content of quotation.content) {
    if (words.length >= MOST_WORDS) break;
    const span = { start: content.start, end: Math.min(content.end, content.start + LONGEST) };
    const segments = segmentsIn(article.text, span);
    const outer = quotation.type === 'direct' ? [span] : segments.filter(({ depth }) => depth === 0);
    const nested = segments.filter(({ depth }) => depth > 0);
    let first = words.length > 0;
    let previous = -1;
    for (const word of readQuotedWords(article.text, span)) {
      const within = indexWithin(word, outer);
      const afterBreak = first || (previous >= 0 && within !== previous);
      words.push({
        ...word,
        quoted: within >= 0,
        nested: indexWithin(word, nested) >= 0,
        named: overlapsAny(word, names),
        asked: isAsked(article.text, word.end, span.end),
        afterBreak,
      });
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

/** Whether the next end of a sentence after `from` is a question mark. */
function isAsked(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = text.charAt(at);
    if (unit === '?') return true;
    if (unit === '!' || (unit === '.' && !/[\p{L}\p{N}]/u.test(text.charAt(at + 1)))) return false;
  }
  return false;
}

function indexWithin(word: Span, spans: readonly Span[]): number {
  return spans.findIndex(({ start, end }) => start <= word.start && word.end <= end);
}
