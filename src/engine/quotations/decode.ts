/** Labels the items of a window: content, source, or neither (Viterbi over a linear chain, Forney 1973). */
import { COLUMNS, PAIRS, rowOf, type WideTable } from './model';

/** What an item is; `B` begins a stretch, `I` goes on with it. */
export const LABEL = { out: 0, beginContent: 1, inContent: 2, beginSource: 3, inSource: 4 } as const;
/** Columns of the tagger's table besides the labels: a content or source ended before this item; a further content begins. */
export const COLUMN = { endContent: 5, endSource: 6, furtherContent: 7 } as const;

/**
 * States: label × content so far (0 none, 1 with plain words, 2 quoted items only) × source so far (0, 1).
 * Numbers: label * 6 + content * 2 + source. A window has at most one source, which no quoted item begins; once its content was quoted
 * items only, further content must be quoted too (“…,” she said in Oslo. “…”).
 */
export const STATES = 30;
const PLAIN = 1;
const QUOTED = 2;

interface Move {
  readonly from: number;
  readonly to: number;
  /** Columns whose weights the move takes. */
  readonly columns: readonly number[];
}

/** Label of a state. */
export function labelOf(state: number): number {
  return Math.floor(state / 6);
}

function listMoves(quoted: boolean): Move[] {
  const moves: Move[] = [];
  for (let from = 0; from < STATES; from++) {
    const label = labelOf(from);
    const content = (from >> 1) % 3;
    const source = from & 1;
    const inContent = label === LABEL.beginContent || label === LABEL.inContent;
    const inSource = label === LABEL.beginSource || label === LABEL.inSource;
    const ended = inContent ? [COLUMN.endContent] : inSource ? [COLUMN.endSource] : [];
    const stateOf = (next: number, c: number, s: number) => next * 6 + c * 2 + s;
    const onlyQuoted = quoted && content !== PLAIN ? QUOTED : PLAIN;
    moves.push({ from, to: stateOf(LABEL.out, content, source), columns: [LABEL.out, ...ended] });
    if (content !== QUOTED || quoted) {
      const further = content === 0 ? [] : [COLUMN.furtherContent];
      const to = stateOf(LABEL.beginContent, onlyQuoted, source);
      moves.push({ from, to, columns: [LABEL.beginContent, ...further, ...ended] });
    }
    if (source === 0 && !quoted) {
      moves.push({
        from,
        to: stateOf(LABEL.beginSource, content, 1),
        columns: [LABEL.beginSource, ...ended],
      });
    }
    if (inContent) {
      moves.push({ from, to: stateOf(LABEL.inContent, onlyQuoted, source), columns: [LABEL.inContent] });
    }
    if (inSource)
      moves.push({ from, to: stateOf(LABEL.inSource, content, source), columns: [LABEL.inSource] });
  }
  return moves;
}

const ON_PLAIN = listMoves(false);
const ON_QUOTED = listMoves(true);

/** What decoding must know of an item: it must stay out (the cue, a break), or it is quoted, or neither. */
export const ITEM = { plain: 0, quoted: 1, barred: 2 } as const;

/** The steps that an item of this kind allows. */
export function movesOn(kind: number): readonly Move[] {
  return kind === ITEM.quoted ? ON_QUOTED : ON_PLAIN;
}

/** Moves as parallel arrays, which decoding runs through fastest; column {@link COLUMNS} stands for none. */
function flatten(moves: readonly Move[]) {
  const column = (nth: number) => Uint8Array.from(moves, ({ columns }) => columns[nth] ?? COLUMNS);
  return {
    from: Uint8Array.from(moves, ({ from }) => from),
    to: Uint8Array.from(moves, ({ to }) => to),
    first: column(0),
    second: column(1),
    third: column(2),
  };
}

const FLAT_PLAIN = flatten(ON_PLAIN);
/** By {@link ITEM} kind. */
const FLAT = [
  FLAT_PLAIN,
  flatten(ON_QUOTED),
  flatten(ON_PLAIN.filter(({ to }) => labelOf(to) === LABEL.out)),
];

/** Sums the weights of an item's features: {@link COLUMNS} numbers from `item * COLUMNS` on. */
export function sumItem(
  { weights, fingerprints, mask }: WideTable,
  features: Int32Array,
  size: number,
  sums: Float32Array,
  item: number,
): void {
  // Fewer than 200 features of at most 127 each: neither half of a sum overflows.
  let s01 = 0;
  let s23 = 0;
  let s45 = 0;
  let s67 = 0;
  for (let f = 0; f < size; f++) {
    const row = rowOf(fingerprints, mask, features[f] ?? 0);
    if (row < 0) continue;
    const packed = weights[row] ?? 0;
    s01 += PAIRS[packed & 255] ?? 0;
    s23 += PAIRS[(packed >>> 8) & 255] ?? 0;
    s45 += PAIRS[(packed >>> 16) & 255] ?? 0;
    s67 += PAIRS[packed >>> 24] ?? 0;
  }
  const base = item * COLUMNS;
  split(s01, sums, base);
  split(s23, sums, base + 2);
  split(s45, sums, base + 4);
  split(s67, sums, base + 6);
}

function split(pair: number, sums: Float32Array, at: number): void {
  const low = (pair << 16) >> 16;
  sums[at] = low;
  sums[at + 1] = (pair - low) >> 16;
}

/** Room for decoding one row of items, used again for the next. */
export interface Room {
  readonly scores: Float64Array;
  readonly next: Float64Array;
  readonly back: Uint8Array;
  /** The item's sums, and a zero for moves that take fewer columns. */
  readonly item: Float64Array;
  /** A label an item: what decoding finds. */
  readonly labels: Uint8Array;
  /** An {@link ITEM} kind an item. */
  readonly kinds: Uint8Array;
}

/** Room for up to `items` items. */
export function createRoom(items: number): Room {
  return {
    scores: new Float64Array(STATES),
    next: new Float64Array(STATES),
    back: new Uint8Array(items * STATES),
    item: new Float64Array(COLUMNS + 1),
    labels: new Uint8Array(items),
    kinds: new Uint8Array(items),
  };
}

/**
 * Finds the best labelling of `length` items, whose kinds stand in `room.kinds`, and leaves it in `room.labels`.
 * @param sums {@link COLUMNS} numbers an item
 * @returns the score of the best labelling above the one without content and source
 */
export function decode(sums: Float32Array, length: number, room: Room): number {
  let { scores, next } = room;
  const { back, item, kinds } = room;
  scores.fill(-Infinity);
  scores[0] = 0;
  let nothing = 0;
  for (let i = 0; i < length; i++) {
    next.fill(-Infinity);
    for (let c = 0; c < COLUMNS; c++) item[c] = sums[i * COLUMNS + c] ?? 0;
    step(FLAT[kinds[i] ?? 0] ?? FLAT_PLAIN, scores, next, item, back, i * STATES);
    nothing += item[0] ?? 0;
    [scores, next] = [next, scores];
  }
  let best = 0;
  for (let s = 1; s < STATES; s++) if ((scores[s] ?? -Infinity) > (scores[best] ?? -Infinity)) best = s;
  const margin = (scores[best] ?? 0) - nothing;
  for (let i = length - 1; i >= 0; i--) {
    room.labels[i] = labelOf(best);
    best = back[i * STATES + best] ?? 0;
  }
  return margin;
}

/** One item of decoding: the best way into each state. */
function step(
  { from, to, first, second, third }: typeof FLAT_PLAIN,
  scores: Float64Array,
  next: Float64Array,
  item: Float64Array,
  back: Uint8Array,
  base: number,
): void {
  for (let m = 0; m < from.length; m++) {
    const state = from[m] ?? 0;
    const before = scores[state] ?? -Infinity;
    if (before === -Infinity) continue;
    const target = to[m] ?? 0;
    const score =
      before + (item[first[m] ?? 0] ?? 0) + (item[second[m] ?? 0] ?? 0) + (item[third[m] ?? 0] ?? 0);
    if (score > (next[target] ?? -Infinity)) {
      next[target] = score;
      back[base + target] = state;
    }
  }
}

/** The steps that a row of labels takes, to learn from; `null` when the grammar has no such row. */
export function stepsOf(labels: Uint8Array, kinds: Uint8Array): Move[] | null {
  const steps: Move[] = [];
  let state = 0;
  for (let i = 0; i < labels.length; i++) {
    const move = movesOn(kinds[i] ?? 0).find(({ from, to }) => from === state && labelOf(to) === labels[i]);
    if (move === undefined) return null;
    steps.push(move);
    state = move.to;
  }
  return steps;
}
