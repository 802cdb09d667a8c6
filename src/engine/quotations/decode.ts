/** Labels the items of a window: content, source, or neither (Viterbi over a linear chain, Forney 1973). */
import { COLUMNS, TAGGER_ROWS } from './model';

/** What an item is; `B` begins a stretch, `I` goes on with it. */
export const LABEL = { out: 0, beginContent: 1, inContent: 2, beginSource: 3, inSource: 4 } as const;
/** Columns of the tagger's table besides the labels: a content or source ended before this item; a further content begins. */
export const COLUMN = { endContent: 5, endSource: 6, furtherContent: 7 } as const;

/**
 * States: label × content seen before × source seen before. Numbers: label * 4 + content * 2 + source.
 * A window has any number of contents and at most one source.
 */
export const STATES = 20;

interface Move {
  readonly from: number;
  readonly to: number;
  /** Columns whose weights the move takes. */
  readonly columns: readonly number[];
}

function listMoves(): Move[] {
  const moves: Move[] = [];
  for (let from = 0; from < STATES; from++) {
    const label = from >> 2;
    const content = (from >> 1) & 1;
    const source = from & 1;
    const inContent = label === LABEL.beginContent || label === LABEL.inContent;
    const inSource = label === LABEL.beginSource || label === LABEL.inSource;
    // Within a stretch the flags tell what was seen before it began; leaving it sets its own.
    const seenContent = inContent ? 1 : content;
    const seenSource = inSource ? 1 : source;
    const ended = inContent ? [COLUMN.endContent] : inSource ? [COLUMN.endSource] : [];
    const left = seenContent * 2 + seenSource;
    moves.push({ from, to: left, columns: [LABEL.out, ...ended] });
    const further = seenContent === 1 ? [COLUMN.furtherContent] : [];
    moves.push({ from, to: 4 + left, columns: [LABEL.beginContent, ...further, ...ended] });
    if (seenSource === 0) moves.push({ from, to: 12 + left, columns: [LABEL.beginSource, ...ended] });
    if (inContent) moves.push({ from, to: 8 + content * 2 + source, columns: [LABEL.inContent] });
    if (inSource) moves.push({ from, to: 16 + content * 2 + source, columns: [LABEL.inSource] });
  }
  return moves;
}

/** Every allowed step from state to state. */
export const MOVES: readonly Move[] = listMoves();

/** Sums of weights: {@link COLUMNS} numbers an item. */
export function sumWeights(
  table: Int8Array | Float32Array,
  features: Int32Array,
  size: number,
  sums: Float32Array,
  item: number,
): void {
  const base = item * COLUMNS;
  sums.fill(0, base, base + COLUMNS);
  for (let f = 0; f < size; f++) {
    const row = ((features[f] ?? 0) & (TAGGER_ROWS - 1)) * COLUMNS;
    for (let c = 0; c < COLUMNS; c++) sums[base + c] = (sums[base + c] ?? 0) + (table[row + c] ?? 0);
  }
}

export interface Decoded {
  /** A label an item. */
  readonly labels: Uint8Array;
  /** Score of the best labelling above the one without content and source. */
  readonly margin: number;
}

/**
 * The best labelling of `length` items.
 * @param sums {@link COLUMNS} numbers an item
 * @param barred items that must stay out (the cue, breaks)
 */
export function decode(sums: Float32Array, length: number, barred: (item: number) => boolean): Decoded {
  let scores = new Float64Array(STATES).fill(-Infinity);
  let next = new Float64Array(STATES);
  scores[0] = 0;
  let nothing = 0;
  const back = new Uint8Array(length * STATES);
  for (let i = 0; i < length; i++) {
    next.fill(-Infinity);
    const out = barred(i);
    const base = i * COLUMNS;
    for (const { from, to, columns } of MOVES) {
      if (out && to > 3) continue;
      let score = scores[from] ?? -Infinity;
      if (score === -Infinity) continue;
      for (const column of columns) score += sums[base + column] ?? 0;
      if (score > (next[to] ?? -Infinity)) {
        next[to] = score;
        back[i * STATES + to] = from;
      }
    }
    nothing += sums[base] ?? 0;
    [scores, next] = [next, scores];
  }
  let best = 0;
  for (let s = 1; s < STATES; s++) if ((scores[s] ?? -Infinity) > (scores[best] ?? -Infinity)) best = s;
  const margin = (scores[best] ?? 0) - nothing;
  const labels = new Uint8Array(length);
  for (let i = length - 1, state = best; i >= 0; i--) {
    labels[i] = state >> 2;
    state = back[i * STATES + state] ?? 0;
  }
  return { labels, margin };
}

/** The states that a row of labels passes through, to learn from. */
export function pathOf(labels: Uint8Array): Uint8Array {
  const states = new Uint8Array(labels.length);
  let before = 0;
  labels.forEach((label, i) => {
    const move = MOVES.find(({ from, to }) => from === before && to >> 2 === label);
    before = move?.to ?? 0;
    states[i] = before;
  });
  return states;
}
