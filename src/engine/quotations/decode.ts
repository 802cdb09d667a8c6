/** Labels the items of a window: content, source, or neither (Viterbi over a linear chain, Forney 1973). */
import { COLUMNS, type FeatureTable, rowOf } from './model';

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
  table: FeatureTable,
  features: Int32Array,
  size: number,
  sums: Float32Array,
  item: number,
): void {
  const { weights } = table;
  const base = item * COLUMNS;
  sums.fill(0, base, base + COLUMNS);
  for (let f = 0; f < size; f++) {
    const row = rowOf(table, features[f] ?? 0) * COLUMNS;
    if (row < 0) continue;
    for (let c = 0; c < COLUMNS; c++) sums[base + c] = (sums[base + c] ?? 0) + (weights[row + c] ?? 0);
  }
}

export interface Decoded {
  /** A label an item. */
  readonly labels: Uint8Array;
  /** Score of the best labelling above the one without content and source. */
  readonly margin: number;
}

/**
 * The best labelling of a row of items.
 * @param sums {@link COLUMNS} numbers an item
 * @param kinds an {@link ITEM} kind an item
 */
export function decode(sums: Float32Array, kinds: Uint8Array): Decoded {
  const { length } = kinds;
  let scores = new Float64Array(STATES).fill(-Infinity);
  let next = new Float64Array(STATES);
  scores[0] = 0;
  let nothing = 0;
  const back = new Uint8Array(length * STATES);
  /** The item's sums, and a zero for moves that take fewer columns. */
  const item = new Float64Array(COLUMNS + 1);
  for (let i = 0; i < length; i++) {
    next.fill(-Infinity);
    const { from, to, first, second, third } = FLAT[kinds[i] ?? 0] ?? FLAT_PLAIN;
    for (let c = 0; c < COLUMNS; c++) item[c] = sums[i * COLUMNS + c] ?? 0;
    for (let m = 0; m < from.length; m++) {
      const state = from[m] ?? 0;
      const before = scores[state] ?? -Infinity;
      if (before === -Infinity) continue;
      const target = to[m] ?? 0;
      const score =
        before + (item[first[m] ?? 0] ?? 0) + (item[second[m] ?? 0] ?? 0) + (item[third[m] ?? 0] ?? 0);
      if (score > (next[target] ?? -Infinity)) {
        next[target] = score;
        back[i * STATES + target] = state;
      }
    }
    nothing += item[0] ?? 0;
    [scores, next] = [next, scores];
  }
  let best = 0;
  for (let s = 1; s < STATES; s++) if ((scores[s] ?? -Infinity) > (scores[best] ?? -Infinity)) best = s;
  return { labels: traceBack(back, best, length), margin: (scores[best] ?? 0) - nothing };
}

function traceBack(back: Uint8Array, best: number, length: number): Uint8Array {
  const labels = new Uint8Array(length);
  for (let i = length - 1, state = best; i >= 0; i--) {
    labels[i] = labelOf(state);
    state = back[i * STATES + state] ?? 0;
  }
  return labels;
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
