/** Utterances that several articles report, as plain data for views: which stretches, whose, how sure. */
import type { Located, QuotationPair, SpeakerRelation } from '../conflicts/detector';
import type { Quotation, Span } from '../types';

/** One article's report of an utterance. */
export interface UtteranceEnd {
  readonly article: string;
  /** Index into the article's quotations; `null`: quoted words that belong to no quotation with a cue. */
  readonly quotation: number | null;
  readonly content: readonly Span[];
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
      left: readEnd(pair.left),
      right: readEnd(pair.right),
      score: pair.score,
      speakers: pair.speakers,
      matter: pair.matter,
      differs: pair.hunks.length > 0,
    }))
    .sort((a, b) => b.score - a.score || compareEnds(a.left, b.left) || compareEnds(a.right, b.right));
}

function readEnd({ article, item, index }: Located<Quotation>): UtteranceEnd {
  const isLoose = index >= article.facts.quotations.length;
  return { article: article.id, quotation: isLoose ? null : index, content: item.content };
}

function compareEnds(a: UtteranceEnd, b: UtteranceEnd): number {
  if (a.article !== b.article) return a.article < b.article ? -1 : 1;
  return (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0);
}
