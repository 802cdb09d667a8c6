/** One candidate cue with the content and source that the tagger proposes for it. */
import type { Document } from '../text/document';
import type { Span } from '../types';
import { readCueFeatures } from './cueFeatures';
import { type Decoded, decode, ITEM, LABEL, sumItem } from './decode';
import { createFeatures, type Features } from './hashing';
import { COLUMNS, type FeatureTable, type QuotationModel, sumBinary } from './model';
import type { Reading } from './reading';
import { buildWindow, type Item, type Window } from './window';
import { numberWindow, readItemFeatures } from './windowFeatures';
import type { Words } from './words';

/** A run of items with one role. */
export interface Stretch extends Span {
  /** Items: `first` to `last`, both inclusive. */
  readonly first: number;
  readonly last: number;
}

export interface Proposal {
  /** Token of the cue. */
  readonly cue: number;
  readonly window: Window;
  readonly contents: readonly Stretch[];
  readonly source: Stretch | null;
  /** How sure the gate is that this is a cue (log odds). */
  readonly gate: number;
  /** How much better the labelling is than none. */
  readonly margin: number;
}

/** Room for the numbers of one analysis, used again for each candidate. */
export interface Scratch {
  readonly features: Features;
  sums: Float32Array;
}

export function createScratch(): Scratch {
  return { features: createFeatures(96), sums: new Float32Array(400 * COLUMNS) };
}

/** Tells whether text runs on from one paragraph to the next. */
export type Joined = (paragraph: number, next: number) => boolean;

/** Log odds that each token is a cue; -Infinity for tokens that are no candidates. */
export function scoreGates(
  reading: Reading,
  words: Words,
  candidates: readonly number[],
  model: Pick<QuotationModel, 'gate'>,
  scratch: Scratch,
): Float32Array {
  const gates = new Float32Array(reading.document.tokens.length).fill(-Infinity);
  for (const at of candidates) gates[at] = scoreGate(reading, words, at, model, scratch);
  return gates;
}

/** Log odds that the token `at` is a cue. */
function scoreGate(
  reading: Reading,
  words: Words,
  at: number,
  { gate }: Pick<QuotationModel, 'gate'>,
  { features }: Scratch,
): number {
  readCueFeatures(reading, words, at, features);
  return sumBinary(gate, features.values, features.size);
}

/** Sums the tagger's weights for every item of `window` into `scratch.sums`. */
export function sumWindow(
  window: Window,
  reading: Reading,
  words: Words,
  gates: Float32Array,
  table: FeatureTable,
  scratch: Scratch,
): void {
  const numbered = numberWindow(window, reading, words, gates);
  if (scratch.sums.length < window.items.length * COLUMNS) {
    scratch.sums = new Float32Array(window.items.length * COLUMNS);
  }
  for (let i = 0; i < window.items.length; i++) {
    readItemFeatures(numbered, i, scratch.features);
    sumItem(table, scratch.features.values, scratch.features.size, scratch.sums, i);
  }
}

/** The kind of each item as decoding needs it. */
export function kindsOf({ items, cue }: Window): Uint8Array {
  return Uint8Array.from(items, (item, i) => {
    if (i === cue || item.kind === 'break') return ITEM.barred;
    return item.kind === 'quoted' ? ITEM.quoted : ITEM.plain;
  });
}

/** Proposes content and source for the cue at token `at`. */
export function propose(
  reading: Reading,
  words: Words,
  at: number,
  gates: Float32Array,
  joined: Joined,
  model: Pick<QuotationModel, 'tagger'>,
  scratch: Scratch,
): Proposal {
  const window = buildWindow(reading, at, joined);
  sumWindow(window, reading, words, gates, model.tagger, scratch);
  const decoded = decode(scratch.sums, kindsOf(window));
  return mendLoneThat(
    assemble(at, window, decoded, gates[at] ?? 0, decoded.margin * model.tagger.scale),
    reading,
  );
}

function assemble(cue: number, window: Window, { labels }: Decoded, gate: number, margin: number): Proposal {
  const contents: Stretch[] = [];
  let source: Stretch | null = null;
  let i = 0;
  while (i < labels.length) {
    const begin = labels[i];
    const inside = begin === LABEL.beginContent ? LABEL.inContent : LABEL.inSource;
    let last = i;
    if (begin !== LABEL.out) {
      while (labels[last + 1] === inside) last++;
      const stretch = { ...spanOf(window.items, i, last), first: i, last };
      if (begin === LABEL.beginContent) contents.push(stretch);
      else source = stretch;
    }
    i = last + 1;
  }
  return { cue, window, contents, source, gate, margin };
}

/** “said that, in her view, …”: content that stops at `that` goes on to the end of the sentence. */
function mendLoneThat(proposal: Proposal, { document }: Reading): Proposal {
  const { contents, window } = proposal;
  const [only] = contents;
  if (only === undefined || contents.length > 1 || only.first !== only.last) return proposal;
  const { items } = window;
  if (document.tokens[items[only.first]?.from ?? -1]?.lower !== 'that' || only.first < window.cue)
    return proposal;
  let last = only.first;
  while (last + 1 < items.length && items[last + 1]?.kind !== 'break') last++;
  while (last > only.first && document.tokens[items[last]?.from ?? -1]?.tag === 'PUNCT') {
    if (items[last]?.kind === 'quoted') break;
    last--;
  }
  return { ...proposal, contents: [{ ...spanOf(items, only.first, last), first: only.first, last }] };
}

function spanOf(items: readonly Item[], first: number, last: number): Span {
  return { start: items[first]?.start ?? 0, end: items[last]?.end ?? 0 };
}

/** Whether every word of `contents` stands in quotation marks, some do, or none. */
export function typeOf({ contents, window }: Proposal, document: Document): 'direct' | 'mixed' | 'indirect' {
  let quoted = 0;
  let plain = 0;
  for (const { first, last } of contents) {
    for (let i = first; i <= last; i++) {
      const item = window.items[i];
      if (item?.kind === 'quoted') quoted++;
      else if (item !== undefined && document.tokens[item.from]?.tag !== 'PUNCT') plain++;
    }
  }
  return quoted === 0 ? 'indirect' : plain === 0 ? 'direct' : 'mixed';
}
