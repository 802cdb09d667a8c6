/** One candidate cue with the content and source that the tagger proposes for it. */
import type { Document } from '../text/document';
import type { Span } from '../types';
import type { Anchors } from './anchors';
import { readCueFeatures } from './cueFeatures';
import { createRoom, decode, ITEM, LABEL, type Room, sumItem } from './decode';
import { createFeatures, type Features } from './hashing';
import { mend, stretchOf } from './mend';
import { COLUMNS, type QuotationModel, sumBinary, type WideTable } from './model';
import type { Reading } from './reading';
import { buildWindow, type Collapsed, createCollapsed, type Window } from './window';
import {
  createLanes,
  type Lanes,
  type Numbered,
  numberWindow,
  PAD,
  readItemFeatures,
} from './windowFeatures';
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
  readonly anchors: Anchors;
  /** How likely the likeliest other cue is (0 to 4): before this one, after it, and within the content. */
  readonly rivals: { readonly before: number; readonly after: number; readonly inside: number };
}

/** Room for the numbers of one analysis, used again for each candidate. */
export interface Scratch {
  readonly features: Features;
  sums: Float32Array;
  lanes: Lanes;
  room: Room;
  readonly memo: Collapsed;
}

export function createScratch(): Scratch {
  return {
    features: createFeatures(96),
    room: createRoom(400),
    sums: new Float32Array(400 * COLUMNS),
    lanes: createLanes(400),
    memo: createCollapsed(),
  };
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
  table: WideTable,
  scratch: Scratch,
): Numbered {
  if (scratch.sums.length < window.items.length * COLUMNS) {
    scratch.sums = new Float32Array(window.items.length * COLUMNS);
    scratch.lanes = createLanes(window.items.length);
    scratch.room = createRoom(window.items.length);
  }
  const numbered = numberWindow(window, reading, words, gates, scratch.lanes);
  for (let i = 0; i < window.items.length; i++) {
    readItemFeatures(numbered, i, scratch.features);
    sumItem(table, scratch.features.values, scratch.features.size, scratch.sums, i);
  }
  return numbered;
}

/** Writes the kind of each item as decoding needs it into `kinds`. */
export function readKinds({ items, cue }: Window, kinds: Uint8Array): void {
  for (let i = 0; i < items.length; i++) {
    const kind = items[i]?.kind;
    kinds[i] = i === cue || kind === 'break' ? ITEM.barred : kind === 'quoted' ? ITEM.quoted : ITEM.plain;
  }
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
  const window = buildWindow(reading, at, joined, scratch.memo);
  const numbered = sumWindow(window, reading, words, gates, model.tagger, scratch);
  const { room, sums } = scratch;
  readKinds(window, room.kinds);
  const margin = decode(sums, window.items.length, room);
  const { labels } = room;
  return mend(
    {
      cue: at,
      window,
      ...collectStretches(window, labels),
      gate: gates[at] ?? 0,
      margin: margin * model.tagger.scale,
      anchors: numbered.anchors,
      rivals: findRivals(numbered, labels),
    },
    reading,
  );
}

function findRivals({ likely, length, cue }: Numbered, labels: Uint8Array) {
  let before = 0;
  let after = 0;
  let inside = 0;
  for (let i = 0; i < length; i++) {
    const here = likely[i + PAD] ?? 0;
    if (here === 0 || i === cue) continue;
    if (labels[i] === LABEL.beginContent || labels[i] === LABEL.inContent) inside = Math.max(inside, here);
    else if (i < cue) before = Math.max(before, here);
    else after = Math.max(after, here);
  }
  return { before, after, inside };
}

function collectStretches({ items }: Window, labels: Uint8Array) {
  const contents: Stretch[] = [];
  let source: Stretch | null = null;
  let i = 0;
  while (i < items.length) {
    const begin = labels[i];
    const inside = begin === LABEL.beginContent ? LABEL.inContent : LABEL.inSource;
    let last = i;
    if (begin !== LABEL.out) {
      while (last + 1 < items.length && labels[last + 1] === inside) last++;
      const stretch = stretchOf(items, i, last);
      if (begin === LABEL.beginContent) contents.push(stretch);
      else source = stretch;
    }
    i = last + 1;
  }
  return { contents, source };
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
