/** The learner of the tagger: a conditional random field over the decoder's own moves (Lafferty et al. 2001), trained with AdaGrad. */
import { ITEM, LABEL, labelOf, movesOn, STATES, stepsOf } from '../../src/engine/quotations/decode';
import { COLUMNS, LAYOUT } from '../../src/engine/quotations/model';
import { createRandom, type Fit, learnTable, shuffle } from './learn';
import type { Table } from './pack';

export interface SequenceExample {
  /** Hashes of the features of all items, one after the other, `width` each. */
  readonly features: Int32Array;
  readonly width: number;
  readonly labels: Uint8Array;
  readonly kinds: Uint8Array;
}

/** Passes over the examples that are enough to tell which features matter. */
const SELECTING_EPOCHS = 3;
/** Differences smaller than this teach nothing worth the time. */
const NEGLIGIBLE = 0.002;

/** Maximises the likelihood of the examples' labels; `decay` is the L2 weight. */
export function learnField(
  examples: readonly SequenceExample[],
  { epochs = 8, least = 4, rate = 0.2, decay = 1e-4 } = {},
): Table {
  const golds = examples.map(({ labels, kinds }) => countColumns(labels, kinds));
  const order = examples.map((_, i) => i).filter((i) => golds[i] !== null);
  const fit: Fit = (rows, size, final) => {
    const weights = new Float32Array(size * COLUMNS);
    const squares = new Float32Array(size * COLUMNS).fill(1);
    const random = createRandom(11);
    for (let epoch = 0; epoch < (final ? epochs : SELECTING_EPOCHS); epoch++) {
      const pace = rate * (final ? 1 - (0.8 * epoch) / epochs : 1);
      for (const index of shuffle(order, random)) {
        const example = examples[index];
        const gold = golds[index];
        const features = rows[index];
        if (example === undefined || gold === null || gold === undefined || features === undefined) continue;
        const { width, kinds } = example;
        const expected = expectColumns(sumColumns(features, width, kinds.length, weights), kinds);
        for (let i = 0; i < kinds.length; i++) {
          for (let c = 0; c < COLUMNS; c++) {
            const slope = (gold[i * COLUMNS + c] ?? 0) - (expected[i * COLUMNS + c] ?? 0);
            if (Math.abs(slope) < NEGLIGIBLE) continue;
            for (let f = i * width; f < (i + 1) * width; f++) {
              const feature = features[f] ?? -1;
              if (feature < 0) continue;
              const at = feature * COLUMNS + c;
              const weight = weights[at] ?? 0;
              const step = slope - decay * weight;
              const square = (squares[at] ?? 1) + step * step;
              squares[at] = square;
              weights[at] = weight + (pace * step) / Math.sqrt(square);
            }
          }
        }
      }
    }
    return weights;
  };
  const rows = examples.map(({ features }) => features);
  return learnTable(rows, LAYOUT.tagger, { least, fit });
}

/** How often each column is taken at each item by the right labels; `null` when the decoder has no such path. */
function countColumns(labels: Uint8Array, kinds: Uint8Array): Uint8Array | null {
  const steps = stepsOf(labels, kinds);
  if (steps === null) return null;
  const counts = new Uint8Array(labels.length * COLUMNS);
  steps.forEach(({ columns }, i) => {
    for (const column of columns) counts[i * COLUMNS + column] = 1;
  });
  return counts;
}

function sumColumns(
  features: Int32Array,
  width: number,
  length: number,
  weights: Float32Array,
): Float64Array {
  const sums = new Float64Array(length * COLUMNS);
  for (let i = 0; i < length; i++) {
    for (let f = i * width; f < (i + 1) * width; f++) {
      const row = (features[f] ?? -1) * COLUMNS;
      if (row < 0) continue;
      for (let c = 0; c < COLUMNS; c++)
        sums[i * COLUMNS + c] = (sums[i * COLUMNS + c] ?? 0) + (weights[row + c] ?? 0);
    }
  }
  return sums;
}

const MOVES = [ITEM.plain, ITEM.quoted, ITEM.barred].map((kind) => {
  const moves = movesOn(kind).filter(({ to }) => kind !== ITEM.barred || labelOf(to) === LABEL.out);
  return {
    count: moves.length,
    from: Uint8Array.from(moves, ({ from }) => from),
    to: Uint8Array.from(moves, ({ to }) => to),
    first: Uint8Array.from(moves, ({ columns }) => columns[0] ?? COLUMNS),
    second: Uint8Array.from(moves, ({ columns }) => columns[1] ?? COLUMNS),
    third: Uint8Array.from(moves, ({ columns }) => columns[2] ?? COLUMNS),
  };
});

/** How often each column is taken at each item, expected over all paths (forward and backward, scaled item by item). */
function expectColumns(sums: Float64Array, kinds: Uint8Array): Float64Array {
  const { length } = kinds;
  const width = COLUMNS + 1;
  const factors = new Float64Array(length * width).fill(1);
  for (let i = 0; i < length; i++) {
    for (let c = 0; c < COLUMNS; c++)
      factors[i * width + c] = Math.exp(Math.max(-60, Math.min(60, sums[i * COLUMNS + c] ?? 0)));
  }
  const forward = new Float64Array((length + 1) * STATES);
  forward[0] = 1;
  for (let i = 0; i < length; i++) {
    const moves = MOVES[kinds[i] ?? 0];
    if (moves === undefined) continue;
    const { count, from, to, first, second, third } = moves;
    const f = i * width;
    const here = i * STATES;
    const next = here + STATES;
    for (let m = 0; m < count; m++) {
      const before = forward[here + (from[m] ?? 0)] ?? 0;
      if (before === 0) continue;
      const factor =
        (factors[f + (first[m] ?? 0)] ?? 1) *
        (factors[f + (second[m] ?? 0)] ?? 1) *
        (factors[f + (third[m] ?? 0)] ?? 1);
      const target = next + (to[m] ?? 0);
      forward[target] = (forward[target] ?? 0) + before * factor;
    }
    scale(forward, next);
  }
  const expected = new Float64Array(length * width);
  let after: Float64Array<ArrayBufferLike> = new Float64Array(STATES).fill(1);
  for (let i = length - 1; i >= 0; i--) {
    const moves = MOVES[kinds[i] ?? 0];
    if (moves === undefined) continue;
    const { count, from, to, first, second, third } = moves;
    const f = i * width;
    const before = new Float64Array(STATES);
    let total = 0;
    for (let m = 0; m < count; m++) {
      const state = from[m] ?? 0;
      const reached = forward[i * STATES + state] ?? 0;
      if (reached === 0) continue;
      const onward =
        (after[to[m] ?? 0] ?? 0) *
        (factors[f + (first[m] ?? 0)] ?? 1) *
        (factors[f + (second[m] ?? 0)] ?? 1) *
        (factors[f + (third[m] ?? 0)] ?? 1);
      before[state] = (before[state] ?? 0) + onward;
      const share = reached * onward;
      total += share;
      const a = f + (first[m] ?? 0);
      const b = f + (second[m] ?? 0);
      const c = f + (third[m] ?? 0);
      expected[a] = (expected[a] ?? 0) + share;
      expected[b] = (expected[b] ?? 0) + share;
      expected[c] = (expected[c] ?? 0) + share;
    }
    for (let c = 0; c < COLUMNS; c++) expected[f + c] = total > 0 ? (expected[f + c] ?? 0) / total : 0;
    scale(before, 0);
    after = before;
  }
  const columns = new Float64Array(length * COLUMNS);
  for (let i = 0; i < length; i++) {
    for (let c = 0; c < COLUMNS; c++) columns[i * COLUMNS + c] = expected[i * width + c] ?? 0;
  }
  return columns;
}

function scale(values: Float64Array, at: number): void {
  let total = 0;
  for (let s = at; s < at + STATES; s++) total += values[s] ?? 0;
  if (total > 0) for (let s = at; s < at + STATES; s++) values[s] = (values[s] ?? 0) / total;
}
