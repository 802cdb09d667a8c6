/** Selection ranges: word, name, quoted words, quotation with its cue and source, sentence, paragraph, article. */
import type { SelectionRange } from 'vscode-languageserver';
import type { Article, Engine, Span } from '../../engine';
import type { Source } from '../cases';
import { toRange } from '../convert';
import { contains, extent } from '../find';
import { paragraphAt } from './typing';

const WORD = /[\p{L}\p{N}\p{M}]/u;
/** Inside a word when letters stand on both sides. */
const JOINING = /['’\-‑]/u;
const OPENING = /^["'“‘«„]/u;
const CLOSING = /["'”’»“]$/u;
/** Longest paragraph that is split into sentences, in UTF-16 units. */
const LONGEST = 20_000;

/** The chain of ranges around `offset`, each within the next. */
export function provideSelectionRange(engine: Engine, source: Source, offset: number): SelectionRange {
  const { article, snapshot } = source;
  const whole: Span = { start: 0, end: article.text.length };
  const spans = [...listSpans(engine, article, offset), whole]
    .filter((span) => span.end > span.start && contains(span, offset))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const chain: Span[] = [];
  for (const span of spans) {
    const inner = chain.at(-1);
    const grows = inner === undefined || span.end - span.start > inner.end - inner.start;
    if (grows && (inner === undefined || (span.start <= inner.start && span.end >= inner.end)))
      chain.push(span);
  }
  return (
    chain.reduceRight<SelectionRange | undefined>(
      (parent, span) => ({ range: toRange(snapshot, span), ...(parent ? { parent } : {}) }),
      undefined,
    ) ?? { range: toRange(snapshot, { start: offset, end: offset }) }
  );
}

function listSpans(engine: Engine, { text, facts }: Article, offset: number): Span[] {
  const paragraph = paragraphAt(text, { start: offset, end: offset });
  const spans: Span[] = [wordAt(text, offset), paragraph];
  for (const mention of facts.mentions) if (contains(mention, offset)) spans.push(mention);
  for (const { content, cue, source } of facts.quotations) {
    for (const part of content) spans.push(part, withoutMarks(text, part));
    const all = [...content, ...(cue ? [cue] : []), ...(source ? [source] : [])];
    spans.push(extent(content), extent(all.sort((a, b) => a.start - b.start)));
  }
  if (paragraph.end - paragraph.start > LONGEST) return spans;
  for (const { start, end } of engine.splitSentences(text.slice(paragraph.start, paragraph.end)))
    spans.push({ start: start + paragraph.start, end: end + paragraph.start });
  return spans;
}

/** The word around `offset`, apostrophes and hyphens within it included; empty between other signs. */
function wordAt(text: string, offset: number): Span {
  const isWord = (at: number): boolean => {
    const unit = text[at];
    if (unit === undefined) return false;
    if (WORD.test(unit)) return true;
    return JOINING.test(unit) && WORD.test(text[at - 1] ?? '') && WORD.test(text[at + 1] ?? '');
  };
  let start = offset;
  while (isWord(start - 1)) start--;
  let end = offset;
  while (isWord(end)) end++;
  return { start, end };
}

function withoutMarks(text: string, { start, end }: Span): Span {
  const quoted = text.slice(start, end);
  const isQuoted = quoted.length > 2 && OPENING.test(quoted);
  if (!isQuoted) return { start, end };
  return { start: start + 1, end: CLOSING.test(quoted) ? end - 1 : end };
}
