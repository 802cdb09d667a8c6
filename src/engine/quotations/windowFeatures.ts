/** What the tagger looks at for each item of a window: words, tags, place relative to the cue, quotation marks. */
import { type Anchors, findAnchors } from './anchors';
import { type Features, hashText, mix } from './hashing';
import type { Reading } from './reading';
import type { Item, Window } from './window';
import { tagNumber, type Words } from './words';

const VERB = tagNumber('VERB');
const AUX = tagNumber('AUX');
const PUNCT = tagNumber('PUNCT');
/** Stand-ins for tags and words of items that are no tokens. */
const QUOTED = 40;
const BREAK = 41;
const EDGE = 42;

/** The items of a window as numbers, two places wider on either side so that neighbours need no bounds check. */
export interface Numbered {
  readonly length: number;
  readonly cue: number;
  readonly word: Int32Array;
  readonly tag: Uint8Array;
  readonly shape: Uint8Array;
  /** Commas, verbs and quoted items between the cue and this item, each counted to 3; `that` seen. */
  readonly between: Int32Array;
  readonly distance: Int32Array;
  /** How far the sentence's start and end are, counted to 3. */
  readonly fromStart: Uint8Array;
  readonly toEnd: Uint8Array;
  readonly quoted: Uint16Array;
  /** How likely each item is a cue itself: 0 no candidate, then 1 (unlikely) to 4. */
  readonly likely: Uint8Array;
  readonly cueLemma: number;
  readonly cueForm: number;
  readonly cueSense: number;
  /** What follows and precedes the cue. */
  readonly after: number;
  readonly frame: number;
  readonly anchors: Anchors;
  /** {@link anchors} as one number. */
  readonly tie: number;
}

/** Places before the first item. */
export const PAD = 2;

/** Room for the numbers of one window, used again for the next. */
export type Lanes = Pick<
  Numbered,
  'word' | 'tag' | 'shape' | 'between' | 'distance' | 'fromStart' | 'toEnd' | 'quoted' | 'likely'
>;

/** Lanes for windows of up to `items` items. */
export function createLanes(items: number): Lanes {
  const size = items + 2 * PAD;
  return {
    word: new Int32Array(size),
    tag: new Uint8Array(size),
    shape: new Uint8Array(size),
    between: new Int32Array(size),
    distance: new Int32Array(size),
    fromStart: new Uint8Array(size),
    toEnd: new Uint8Array(size),
    quoted: new Uint16Array(size),
    likely: new Uint8Array(size),
  };
}

/**
 * Numbers the items of `window`.
 * @param gates the gate's log odds of every token, -Infinity for no candidate
 * @param lanes room for the result, which is good until they are used again
 */
export function numberWindow(
  window: Window,
  reading: Reading,
  words: Words,
  gates: Float32Array,
  lanes: Lanes,
): Numbered {
  const { items, cue } = window;
  const { length } = items;
  const size = length + 2 * PAD;
  const { word, tag, shape, quoted, likely } = lanes;
  word.fill(EDGE, 0, size);
  tag.fill(EDGE, 0, size);
  shape.fill(0, 0, size);
  quoted.fill(0, 0, size);
  likely.fill(0, 0, size);
  for (let i = 0; i < length; i++) {
    const item = items[i];
    if (item === undefined) continue;
    const at = i + PAD;
    if (item.kind === 'token') {
      word[at] = words.word[item.from] ?? 0;
      tag[at] = words.tag[item.from] ?? 0;
      shape[at] = words.shape[item.from] ?? 0;
      likely[at] = likelihood(gates[item.from] ?? -Infinity);
    } else if (item.kind === 'break') {
      word[at] = BREAK;
      tag[at] = BREAK;
    } else {
      quoted[at] = describeQuoted(item, reading, words);
      word[at] = mix(QUOTED, (quoted[at] ?? 0) >> 2);
      tag[at] = QUOTED;
    }
  }
  measureFromCue(items, cue, words, lanes);
  measureEdges(items, lanes);
  const cueToken = items[cue]?.from ?? 0;
  const after = classify(word, tag, cue + 1 + PAD);
  const before = classify(word, tag, cue - 1 + PAD);
  const anchors = findAnchors(window, reading, words);
  const quotedBefore = items.findIndex(({ kind }) => kind === 'quoted');
  const hasBefore = quotedBefore !== -1 && quotedBefore < cue ? 1 : 0;
  let hasAfter = 0;
  for (let i = cue + 1; i < length; i++) if (items[i]?.kind === 'quoted') hasAfter = 1;
  return {
    ...lanes,
    length,
    cue,
    cueLemma: words.lemma[cueToken] ?? 0,
    cueForm: mix(words.form[cueToken] ?? 0, words.tag[cueToken] ?? 0),
    cueSense: words.sense[cueToken] ?? 0,
    after,
    frame: mix(after, before, hasBefore, hasAfter),
    anchors,
    tie: anchors.left * 16 + anchors.right,
  };
}

function likelihood(gate: number): number {
  if (gate === -Infinity) return 0;
  return gate < -2 ? 1 : gate < 0 ? 2 : gate < 1.5 ? 3 : 4;
}

/** Length class, first letter's case, last mark inside, closed: packed into a small number. */
function describeQuoted(item: Item, { document, segments, segmentOf }: Reading, words: Words): number {
  const count = item.to - item.from - 2;
  const size = count < 2 ? 0 : count < 4 ? 1 : count < 8 ? 2 : count < 20 ? 3 : 4;
  const upper = (words.shape[item.from + 1] ?? 0) >= 2 ? 1 : 0;
  const segment = segments[segmentOf[item.from] ?? -1];
  const last = document.text.charAt((segment?.inner.end ?? item.end) - 1);
  const mark = last === ',' ? 1 : last === '.' ? 2 : last === '?' || last === '!' ? 3 : 0;
  return (size << 5) | (upper << 4) | (mark << 2) | (segment?.closed === false ? 1 : 0);
}

const THAT = hashText('that');
const COMMA = hashText(',');

function measureFromCue(
  items: readonly Item[],
  cue: number,
  words: Words,
  { between, distance }: Lanes,
): void {
  between[cue] = 0;
  distance[cue] = 0;
  for (const step of [-1, 1]) {
    let commas = 0;
    let verbs = 0;
    let quotes = 0;
    let that = 0;
    let breaks = 0;
    for (let i = cue + step; i >= 0 && i < items.length; i += step) {
      between[i] = commas | (verbs << 2) | (quotes << 4) | (that << 6) | (breaks << 7);
      distance[i] = step * bucket(Math.abs(i - cue));
      const item = items[i];
      if (item?.kind === 'quoted') quotes = Math.min(3, quotes + 1);
      else if (item?.kind === 'break') breaks = Math.min(3, breaks + 1);
      else {
        const token = item?.from ?? 0;
        const tag = words.tag[token];
        const word = words.word[token];
        if (word === COMMA) commas = Math.min(3, commas + 1);
        else if (tag === VERB || tag === AUX) verbs = Math.min(3, verbs + 1);
        else if (word === THAT) that = 1;
      }
    }
  }
}

function bucket(distance: number): number {
  if (distance <= 4) return distance;
  return distance <= 7 ? 5 : distance <= 15 ? 6 : 7;
}

function measureEdges(items: readonly Item[], { fromStart, toEnd }: Lanes): void {
  let count = 0;
  for (let i = 0; i < items.length; i++) {
    if (items[i]?.kind === 'break') count = -1;
    fromStart[i] = Math.min(3, Math.max(0, count++));
  }
  count = 0;
  for (let i = items.length - 1; i >= 0; i--) {
    if (items[i]?.kind === 'break') count = -1;
    toEnd[i] = Math.min(3, Math.max(0, count++));
  }
}

/** The tag, and for marks and small words the word itself. */
function classify(word: Int32Array, tag: Uint8Array, at: number): number {
  const kind = tag[at] ?? EDGE;
  return CLOSED.has(kind) ? mix(kind, word[at] ?? 0) : kind;
}
const CLOSED = new Set([
  PUNCT,
  AUX,
  tagNumber('ADP'),
  tagNumber('SCONJ'),
  tagNumber('PART'),
  tagNumber('CCONJ'),
]);

/** Writes the features of item `i` into `out` (cleared first). */
export function readItemFeatures(n: Numbered, i: number, out: Features): void {
  const at = i + PAD;
  const { word, tag, shape } = n;
  const w = word[at] ?? 0;
  const w1 = word[at - 1] ?? 0;
  const w2 = word[at + 1] ?? 0;
  const t = tag[at] ?? 0;
  const t1 = tag[at - 1] ?? 0;
  const t2 = tag[at + 1] ?? 0;
  const t0 = tag[at - 2] ?? 0;
  const t3 = tag[at + 2] ?? 0;
  const between = n.between[i] ?? 0;
  const distance = (n.distance[i] ?? 0) + 8;
  const side = i < n.cue ? 1 : i > n.cue ? 2 : 3;
  const commas = between & 3;
  const verbs = (between >> 2) & 3;
  const quotes = (between >> 4) & 3;
  const that = (between >> 6) & 1;
  const breaks = (between >> 7) & 3;
  const edge = (n.fromStart[i] ?? 0) * 4 + (n.toEnd[i] ?? 0);
  const { values } = out;
  let k = 0;
  values[k++] = mix(1, t, side);
  values[k++] = mix(2, w, side);
  values[k++] = mix(3, t1, t, side);
  values[k++] = mix(4, t, t2, side);
  values[k++] = mix(5, w1, side, commas);
  values[k++] = mix(6, w2, side, t);
  values[k++] = mix(7, t1, t, mix(t2, side));
  values[k++] = mix(8, w1, w, side);
  values[k++] = mix(9, w, w2, side);
  values[k++] = mix(10, distance, t);
  values[k++] = mix(11, distance, n.cueForm, n.after);
  values[k++] = mix(12, side, n.cueLemma);
  values[k++] = mix(13, distance, n.cueLemma, t);
  values[k++] = mix(14, side, n.frame);
  values[k++] = mix(15, distance, n.frame);
  values[k++] = mix(16, side, n.frame, t);
  values[k++] = mix(17, w1, mix(side, verbs, commas, t));
  values[k++] = mix(18, side, that, mix(w1, t));
  values[k++] = mix(19, edge, side, n.cueForm);
  values[k++] = mix(20, edge, side, w);
  values[k++] = mix(21, n.quoted[at] ?? 0, distance, n.quoted[at - 1] ?? 0);
  values[k++] = mix(22, n.quoted[at] ?? 0, side, mix(breaks, quotes, n.frame));
  values[k++] = mix(23, t0, t1, mix(t, side));
  values[k++] = mix(24, t, t2, mix(t3, side));
  values[k++] = mix(25, shape[at] ?? 0, shape[at - 1] ?? 0, mix(distance, t));
  values[k++] = mix(26, w1, w, mix(w2, side));
  values[k++] = mix(27, side, breaks * 4 + quotes, mix(commas, verbs, t));
  values[k++] = mix(28, w, n.after, side);
  values[k++] = mix(29, w1, t, mix(t2, t3, side));
  values[k++] = mix(30, n.cueLemma, side, mix(w1, n.after));
  values[k++] = mix(31, quotes, side, mix(n.quoted[at - 1] ?? 0, w, n.quoted[at + 1] ?? 0));
  values[k++] = mix(32, distance, commas, mix(verbs, n.cueForm));
  const l1 = n.likely[at + 1] ?? 0;
  const l2 = n.likely[at + 2] ?? 0;
  values[k++] = mix(33, side, mix(n.likely[at] ?? 0, t1), t);
  values[k++] = mix(34, w, side, l1);
  values[k++] = mix(35, w, w2, mix(l2, side));
  values[k++] = mix(36, w, w2, mix(t3, side));
  values[k++] = mix(37, n.cueLemma, side, w);
  values[k++] = mix(38, n.cueSense, distance, n.after);
  values[k++] = mix(39, n.cueSense, side, mix(w1, t));
  const tied = i === n.anchors.leftItem ? 1 : i === n.anchors.rightItem ? 2 : 0;
  values[k++] = mix(40, n.tie, side, t);
  values[k++] = mix(41, n.tie, distance, mix(tied, t));
  values[k++] = mix(42, n.tie, side, mix(w1, commas, quotes));
  values[k++] = mix(43, n.tie, mix(tied, n.quoted[at] ?? 0), n.cueLemma);
  values[k++] = mix(44, tied, n.tie, mix(t1, t2, side));
  out.size = k;
}
