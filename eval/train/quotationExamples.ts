/** Turns annotated articles into what the quotation models learn from: candidate cues, windows and labels. */

import { listCandidates } from '../../src/engine/quotations/candidates';
import { LABEL } from '../../src/engine/quotations/decode';
import { type Reading, readQuotationMarks } from '../../src/engine/quotations/reading';
import { buildWindow, createCollapsed, type Window } from '../../src/engine/quotations/window';
import { readWords, type Words } from '../../src/engine/quotations/words';
import { readDocument } from '../../src/engine/text/read';
import type { TagText } from '../../src/engine/text/tagger';
import type { Span } from '../../src/engine/types';
import { type AnnotatedArticle, type Attribution, isHeldOut } from './polnear';

export interface Prepared {
  readonly article: AnnotatedArticle;
  readonly heldOut: boolean;
  readonly reading: Reading;
  readonly words: Words;
  readonly candidates: readonly number[];
  /** Token of the cue → its attribution. */
  readonly golds: ReadonlyMap<number, Attribution>;
}

/** Paragraphs run on from one to the next: the articles of the training data are body text throughout. */
export const JOINED = () => true;

export function prepare(articles: readonly AnnotatedArticle[], tag: TagText): Prepared[] {
  const read = articles.map((article) => {
    const document = readDocument(article.text, tag);
    const reading = readQuotationMarks(document);
    return { article, reading, words: readWords(document), candidates: listCandidates(document) };
  });
  const inCue = new Map<string, number>();
  const seen = new Map<string, number>();
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const { article, reading, candidates } of read) {
    if (isHeldOut(article.name)) continue;
    for (const at of candidates) {
      const token = reading.document.tokens[at];
      if (token === undefined) continue;
      count(seen, token.lemma);
      if (article.attributions.some(({ cue }) => overlap(cue, [token]) > 0)) count(inCue, token.lemma);
    }
  }
  const prior = (lemma: string) => ((inCue.get(lemma) ?? 0) + 0.1) / ((seen.get(lemma) ?? 0) + 1);
  return read.map((prepared) => {
    const golds = new Map<number, Attribution>();
    for (const attribution of prepared.article.attributions) {
      const cue = headOf(attribution, prepared, prior);
      const before = cue === null ? undefined : golds.get(cue);
      if (cue !== null && (before === undefined || size(before.content) < size(attribution.content))) {
        golds.set(cue, attribution);
      }
    }
    return { ...prepared, heldOut: isHeldOut(prepared.article.name), golds };
  });
}

/** Of the candidates in the annotated cue the one that is most often a cue. */
function headOf(
  { cue }: Attribution,
  { reading, candidates }: { reading: Reading; candidates: readonly number[] },
  prior: (lemma: string) => number,
): number | null {
  let best: number | null = null;
  let bestPrior = 0;
  for (const at of candidates) {
    const token = reading.document.tokens[at];
    if (token === undefined || overlap(cue, [token]) === 0) continue;
    const value = prior(token.lemma) + (token.lower === ':' ? -0.2 : 0);
    if (best === null || value >= bestPrior) {
      best = at;
      bestPrior = value;
    }
  }
  return best;
}

/** The labels that an annotator would give the items of `window`. */
export function labelsOf(window: Window, { content, source }: Attribution): Uint8Array {
  const labels = new Uint8Array(window.items.length);
  const roles = window.items.map((item, i): number => {
    if (item.kind === 'break' || i === window.cue) return 0;
    const length = item.end - item.start;
    if (overlap(content, [item]) * 2 > length) return LABEL.beginContent;
    return overlap(source, [item]) * 2 > length ? LABEL.beginSource : 0;
  });
  dropPlainAfterQuoted(window, roles);
  let longest: readonly [number, number] = [0, -1];
  for (let i = 0; i < roles.length; i++) {
    if (roles[i] !== LABEL.beginSource || roles[i - 1] === LABEL.beginSource) continue;
    let last = i;
    while (roles[last + 1] === LABEL.beginSource) last++;
    if (last - i > longest[1] - longest[0]) longest = [i, last];
  }
  roles.forEach((role, i) => {
    const goesOn = i > 0 && roles[i - 1] === role;
    if (role === LABEL.beginContent) labels[i] = goesOn ? LABEL.inContent : role;
    if (role === LABEL.beginSource && i >= longest[0] && i <= longest[1]) {
      labels[i] = goesOn ? LABEL.inSource : role;
    }
  });
  return labels;
}

/** Once the content was quoted items only, what follows must be quoted: the tagger knows no other (see `decode.ts`). */
function dropPlainAfterQuoted({ items }: Window, roles: number[]): void {
  let state: 'none' | 'quoted' | 'plain' = 'none';
  for (let i = 0; i < roles.length; i++) {
    if (roles[i] !== LABEL.beginContent) continue;
    const begins = roles[i - 1] !== LABEL.beginContent;
    const quoted = items[i]?.kind === 'quoted';
    if (begins && state === 'quoted' && !quoted) {
      for (let j = i; roles[j] === LABEL.beginContent; j++) roles[j] = LABEL.out;
    } else if (state !== 'plain') state = quoted ? 'quoted' : 'plain';
  }
}

export function windowOf({ reading }: Prepared, cue: number): Window {
  return buildWindow(reading, cue, JOINED, createCollapsed());
}

export function overlap(a: readonly Span[], b: readonly Span[]): number {
  let both = 0;
  for (const x of a) {
    for (const y of b) both += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  }
  return both;
}

export function size(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Shared characters as a part of the characters in either. */
export function jaccard(a: readonly Span[], b: readonly Span[]): number {
  const both = overlap(a, b);
  const either = size(a) + size(b) - both;
  return either === 0 ? 0 : both / either;
}
