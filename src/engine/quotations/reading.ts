/** What the quotation stage reads of a document: segments in quotation marks laid over tokens, and units of sentences. */
import type { Document } from '../text/document';
import { tokenAt } from '../text/document';
import { findSegments, type Segment } from './marks';

/** A segment with the tokens it covers. */
export interface QuotedSegment extends Segment {
  /** Token range, marks included: `from` inclusive, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** Index of the segment around it, or -1. */
  readonly parent: number;
}

/** Sentences that no quotation crosses: a range of tokens (`from` inclusive, `to` exclusive). */
export interface Unit {
  readonly from: number;
  readonly to: number;
  readonly paragraph: number;
}

export interface Reading {
  readonly document: Document;
  readonly segments: readonly QuotedSegment[];
  /** Innermost segment of each token, or -1. */
  readonly segmentOf: Int32Array;
  readonly units: readonly Unit[];
  /** Unit of each token. */
  readonly unitOf: Int32Array;
  /** Sentence of each token. */
  readonly sentenceOf: Int32Array;
}

/** Lays the quoted segments of `document` over its tokens and joins sentences that an outermost segment crosses. */
export function readQuotationMarks(document: Document): Reading {
  const { tokens } = document;
  const segmentOf = new Int32Array(tokens.length).fill(-1);
  const segments: QuotedSegment[] = [];
  const around: number[] = [];
  for (const segment of findSegments(document.text, document.paragraphs)) {
    const from = tokenAt(tokens, segment.start);
    const to = tokenAt(tokens, segment.end - 1) + 1;
    while (around.length > segment.depth) around.pop();
    const parent = around.at(-1) ?? -1;
    around.push(segments.length);
    segmentOf.fill(segments.length, from, to);
    segments.push({ ...segment, from, to: Math.min(to, tokens.length), parent });
  }
  const { units, unitOf, sentenceOf } = joinSentences(document, segments);
  return { document, segments, segmentOf, units, unitOf, sentenceOf };
}

/** Longest run of tokens that an open bracket holds together: “(R-S.C.)” is cut in two by its points. */
const LONGEST_BRACKETED = 80;

function countBrackets({ tokens }: Document, from: number, to: number): number {
  let open = 0;
  for (let i = from; i < to; i++) {
    const lower = tokens[i]?.lower;
    if (lower === '(') open++;
    else if (lower?.endsWith(')') === true) open--;
  }
  return open;
}

function joinSentences(document: Document, segments: readonly QuotedSegment[]) {
  const units: Unit[] = [];
  const unitOf = new Int32Array(document.tokens.length);
  const sentenceOf = new Int32Array(document.tokens.length);
  const outermost = segments.filter(({ depth }) => depth === 0);
  let next = 0;
  let open = 0;
  let current: { from: number; to: number; paragraph: number } | undefined;
  document.sentences.forEach((sentence, i) => {
    sentenceOf.fill(i, sentence.from, sentence.to);
    while (next < outermost.length && (outermost[next]?.to ?? 0) <= sentence.from) next++;
    const segment = outermost[next];
    const crossed = segment !== undefined && segment.from < sentence.from && segment.to > sentence.from;
    const bracketed = open > 0 && sentence.to - (current?.from ?? 0) < LONGEST_BRACKETED;
    if (current !== undefined && (crossed || bracketed) && current.paragraph === sentence.paragraph) {
      current.to = sentence.to;
    } else {
      current = { from: sentence.from, to: sentence.to, paragraph: sentence.paragraph };
      units.push(current);
      open = 0;
    }
    open = Math.max(0, open + countBrackets(document, sentence.from, sentence.to));
    unitOf.fill(units.length - 1, sentence.from, sentence.to);
  });
  return { units, unitOf, sentenceOf };
}
