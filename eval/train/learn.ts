/** The learner of cues and of proposals (logistic regression with AdaGrad), and what both learners share. Deterministic. */
import { BUCKET, rowOf, type TableLayout } from '../../src/engine/quotations/model';
import { type Learned, seatFeatures, type Table } from './pack';

/** Numbers from 0 to 1 from a seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const shuffled = [...items];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const a = shuffled[i] as T;
    shuffled[i] = shuffled[j] as T;
    shuffled[j] = a;
  }
  return shuffled;
}

/** The features seen at least `least` times, in order, with their counts. */
function countFeatures(
  rows: readonly Int32Array[],
  least: number,
): { hashes: Int32Array; counts: Int32Array } {
  let total = 0;
  for (const row of rows) total += row.length;
  const all = new Int32Array(total);
  let at = 0;
  for (const row of rows) {
    all.set(row, at);
    at += row.length;
  }
  all.sort();
  const hashes: number[] = [];
  const counts: number[] = [];
  for (let i = 0; i < all.length; ) {
    let end = i + 1;
    while (all[end] === all[i]) end++;
    if (end - i >= least) {
      hashes.push(all[i] ?? 0);
      counts.push(end - i);
    }
    i = end;
  }
  return { hashes: Int32Array.from(hashes), counts: Int32Array.from(counts) };
}

function find(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = sorted[middle] ?? 0;
    if (there === value) return middle;
    if (there < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Fits weights to rows of feature numbers (−1: none): `size` numbers, `columns` weights each. */
export type Fit = (rows: readonly Int32Array[], size: number, final: boolean) => Float32Array;

/**
 * Fits weights to all features, seats the weightiest in a table, and fits again with what the table then answers.
 * So the weights make up for features that found no row and for strangers whose fingerprint is the same.
 */
export function learnTable(
  rows: readonly Int32Array[],
  layout: TableLayout,
  { least, fit }: { readonly least: number; readonly fit: Fit },
): Table {
  const { hashes, counts } = countFeatures(rows, least);
  const numbered = rows.map((row) => row.map((hash) => find(hashes, hash)));
  const learned: Learned = { hashes, counts, weights: fit(numbered, hashes.length, false) };
  const fingerprints = seatFeatures(learned, layout);
  const fours = new Int32Array(fingerprints.buffer);
  const mask = layout.rows / BUCKET - 1;
  const seated = rows.map((row) => row.map((hash) => rowOf(fours, mask, hash)));
  return { fingerprints, weights: fit(seated, layout.rows, true) };
}

export interface BinaryExample {
  /** Hashes. */
  readonly features: Int32Array;
  readonly positive: boolean;
}

/** Logistic regression (Duchi et al. 2011 for the step size); `decay` is the L2 weight. */
export function learnBinary(
  examples: readonly BinaryExample[],
  layout: TableLayout,
  { epochs = 6, least = 3, rate = 0.15, decay = 3e-5 } = {},
): Table {
  const rows = examples.map(({ features }) => features);
  const order = examples.map((_, i) => i);
  const fit: Fit = (numbers, size) => {
    const weights = new Float32Array(size);
    const squares = new Float32Array(size).fill(1);
    const random = createRandom(7);
    for (let epoch = 0; epoch < epochs; epoch++) {
      const pace = rate * (1 - (0.8 * epoch) / epochs);
      for (const example of shuffle(order, random)) {
        const features = numbers[example] ?? new Int32Array();
        let sum = 0;
        for (const feature of features) if (feature >= 0) sum += weights[feature] ?? 0;
        const slope = (examples[example]?.positive === true ? 1 : 0) - 1 / (1 + Math.exp(-sum));
        for (const feature of features) {
          if (feature < 0) continue;
          const weight = weights[feature] ?? 0;
          const step = slope - decay * weight;
          squares[feature] = (squares[feature] ?? 1) + step * step;
          weights[feature] = weight + (pace * step) / Math.sqrt(squares[feature] ?? 1);
        }
      }
    }
    return weights;
  };
  return learnTable(rows, layout, { least, fit });
}
