/** Utterances that several articles report, as plain data for views: which stretches, whose, how sure. */
import type { QuotationPair, SpeakerRelation } from '../conflicts/detector';
import type { QuotationType, Span } from '../types';

/** One article's report of an utterance. */
export interface UtteranceEnd {
  readonly article: string;
  /** Index into the article's quotations; `null`: quoted words that belong to no quotation with a cue. */
  readonly quotation: number | null;
  readonly content: readonly Span[];
  /** From the first to the last word that the other report has too, or words otherwise. */
  readonly shared: Span;
  readonly type: QuotationType;
  /** Index into the article's entities; `null`: unknown. */
  readonly speaker: number | null;
}

export interface SharedUtterance {
  readonly left: UtteranceEnd;
  readonly right: UtteranceEnd;
  /** 0 to 1: how sure it is that both report one utterance. */
  readonly score: number;
  readonly speakers: SpeakerRelation;
  /** Equal for all reports of one utterance; made from its words. */
  readonly matter: string;
  /** Whether words differ that both give as the speaker’s own. */
  readonly differs: boolean;
}

/** @returns the pairs that alignment proposed, the surest first; equal ones in the order of articles and text */
export function listSharedUtterances(pairs: readonly QuotationPair[]): SharedUtterance[] {
  return pairs
    .map((pair) => ({
      left: readEnd(pair.left, pair.alignment.left),
      right: readEnd(pair.right, pair.alignment.right),
      score: pair.score,
      speakers: pair.speakers,
      matter: pair.matter,
      differs: pair.hunks.length > 0,
    }))
    .sort((a, b) => b.score - a.score || compareEnds(a.left, b.left) || compareEnds(a.right, b.right));
}

function readEnd(
  { article, item, index, utterance }: QuotationPair['left'],
  [from, to]: readonly [number, number],
): UtteranceEnd {
  const { content, type, speaker } = item;
  const isLoose = index >= article.facts.quotations.length;
  const start = utterance.words[from]?.start ?? content[0]?.start ?? 0;
  const end = utterance.words[to - 1]?.end ?? start;
  const shared = { start, end };
  return { article: article.id, quotation: isLoose ? null : index, content, shared, type, speaker };
}

function compareEnds(a: UtteranceEnd, b: UtteranceEnd): number {
  if (a.article !== b.article) return a.article < b.article ? -1 : 1;
  return (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0);
}
