/** Makes one document agree with itself: the same word names the same kind of thing, and a surname stays a person. */
import { type NameContext, STYLE } from './context';
import type { LabelledSpan } from './labels';
import { type NameLexicon, WORD } from './lexicon';
import { CASE } from './words';

export interface VotedSpan extends LabelledSpan {
  readonly reason?: string;
}

/** Corrects and completes `spans` (in order, not overlapping); the result is in order and does not overlap either. */
export function voteOnNames(
  context: NameContext,
  spans: readonly LabelledSpan[],
  lexicon: NameLexicon,
): VotedSpan[] {
  const surnames = readSurnames(context, spans, lexicon);
  const taken = new Uint8Array(context.document.tokens.length);
  const voted: VotedSpan[] = spans.map((span) => {
    taken.fill(1, span.from, span.to);
    if (span.kind === 'person' || span.to - span.from !== 1) return span;
    const word = context.document.tokens[span.from]?.lower ?? '';
    if (!surnames.has(word) || (lexicon.wordBits(word) & WORD.demonym) !== 0) return span;
    return { ...span, kind: 'person', reason: 'the surname of a person named in full in this article' };
  });
  for (const { from, to } of context.document.sentences) {
    for (let i = from; i < to; i++) {
      if (taken[i] === 1 || !surnames.has(context.document.tokens[i]?.lower ?? '')) continue;
      if ((context.forms[i]?.letters ?? CASE.none) < CASE.first || !standsAlone(context, i, from, to))
        continue;
      voted.push({
        from: i,
        to: i + 1,
        kind: 'person',
        reason: 'the surname of a person named in full in this article',
      });
    }
  }
  return voted.sort((a, b) => a.from - b.from);
}

/** Last words of names of persons of two words or more, unless the document uses them as common words or places too. */
function readSurnames(
  context: NameContext,
  spans: readonly LabelledSpan[],
  lexicon: NameLexicon,
): Set<string> {
  const { tokens } = context.document;
  const votes = new Map<string, number>();
  const full = new Set<string>();
  for (const { from, to, kind } of spans) {
    const word = tokens[to - 1]?.lower ?? '';
    if (kind === 'person' && to - from > 1 && word.length > 2) full.add(word);
    if (kind === 'other') continue;
    const plain = context.styles[context.sentenceOf[from] ?? 0] === STYLE.plain ? 2 : 1;
    if (to - from === 1 || kind === 'person')
      votes.set(word, (votes.get(word) ?? 0) + (kind === 'person' ? plain : -plain));
  }
  for (const word of full) {
    const common = ((context.seen.get(word) ?? 0) & 1) !== 0;
    if ((votes.get(word) ?? 0) <= 0 || common || lexicon.wordBits(word) & (WORD.orgWord | WORD.title))
      full.delete(word);
  }
  return full;
}

/** No capitalised neighbour that could make the word part of a longer name (except in headlines). */
function standsAlone(context: NameContext, at: number, from: number, to: number): boolean {
  if (context.styles[context.sentenceOf[at] ?? 0] !== STYLE.plain) return true;
  const capital = (i: number) => i >= from && i < to && (context.forms[i]?.letters ?? 0) >= CASE.first;
  return !capital(at + 1) && !capital(at - 1);
}
