/** A quotation on its way: where its words, cue and source are, before its speaker is resolved. */
import type { Span } from '../types';

export interface Draft {
  /** In order, not overlapping. */
  readonly content: readonly Span[];
  /** Some words stand in quotation marks; some do not. */
  readonly quoted: boolean;
  readonly plain: boolean;
  readonly cue: Span | null;
  readonly source: Span | null;
  /** Log odds that this is reported speech or thought. */
  readonly odds: number;
  /** First and last token of the content and cue together. */
  readonly from: number;
  readonly to: number;
}

/** The spans of `a` and `b` in order, touching ones kept apart. */
export function joinSpans(a: readonly Span[], b: readonly Span[]): Span[] {
  return [...a, ...b].sort((x, y) => x.start - y.start);
}
