/** The two learners: logistic regression with AdaGrad, and an averaged structured perceptron. Both deterministic. */
import { decode, stepsOf } from '../../src/engine/quotations/decode';
import { COLUMNS } from '../../src/engine/quotations/model';
import { type Learned, worthOf } from './pack';

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

/** Gives every feature seen at least `least` times a number from 0; the others get -1. Rewrites `rows` in place. */
function numberFeatures(
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
  const sorted = Int32Array.from(hashes);
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) row[i] = find(sorted, row[i] ?? 0);
  }
  return { hashes: sorted, counts: Int32Array.from(counts) };
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

/** Keeps the `most` weightiest features and renumbers `rows`: what is learned again then makes do with them. */
function selectFeatures(
  learned: Learned,
  columns: number,
  most: number,
  rows: readonly Int32Array[],
): Learned {
  const worth = worthOf(learned, columns);
  const chosen = Array.from(learned.hashes, (_, i) => i)
    .sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
  const renumbered = new Int32Array(learned.hashes.length).fill(-1);
  chosen.forEach((old, i) => {
    renumbered[old] = i;
  });
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) row[i] = (row[i] ?? -1) < 0 ? -1 : (renumbered[row[i] ?? 0] ?? -1);
  }
  return {
    hashes: Int32Array.from(chosen, (i) => learned.hashes[i] ?? 0),
    counts: Int32Array.from(chosen, (i) => learned.counts[i] ?? 0),
    weights: new Float32Array(chosen.length * columns),
  };
}

export interface BinaryExample {
  /** Hashes; learning turns them into numbers. */
  readonly features: Int32Array;
  readonly positive: boolean;
}

/** Logistic regression (Duchi et al. 2011 for the step size); `decay` is the L2 weight. */
export function learnBinary(
  examples: readonly BinaryExample[],
  { epochs = 6, least = 3, rate = 0.15, decay = 3e-5, most = 42_000 } = {},
): Learned {
  const rows = examples.map(({ features }) => features);
  const numbered = numberFeatures(rows, least);
  const options = { epochs, rate, decay };
  const first = fitBinary(
    examples,
    { ...numbered, weights: new Float32Array(numbered.hashes.length) },
    options,
  );
  if (first.hashes.length <= most) return first;
  return fitBinary(examples, selectFeatures(first, 1, most, rows), options);
}

function fitBinary(
  examples: readonly BinaryExample[],
  { hashes, counts, weights }: Learned,
  { epochs, rate, decay }: { readonly epochs: number; readonly rate: number; readonly decay: number },
): Learned {
  const squares = new Float32Array(hashes.length).fill(1);
  const random = createRandom(7);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { features, positive } of shuffle(examples, random)) {
      let sum = 0;
      for (const feature of features) if (feature >= 0) sum += weights[feature] ?? 0;
      const slope = (positive ? 1 : 0) - 1 / (1 + Math.exp(-sum));
      for (const feature of features) {
        if (feature < 0) continue;
        const weight = weights[feature] ?? 0;
        const step = slope - decay * weight;
        squares[feature] = (squares[feature] ?? 1) + step * step;
        weights[feature] = weight + (rate * step) / Math.sqrt(squares[feature] ?? 1);
      }
    }
  }
  return { hashes, counts, weights };
}

export interface SequenceExample {
  /** Hashes of the features of all items, one after the other, `width` each; learning turns them into numbers. */
  readonly features: Int32Array;
  readonly width: number;
  readonly labels: Uint8Array;
  readonly kinds: Uint8Array;
}

/** Averaged structured perceptron (Collins 2002), decoding with a cost for every wrong label (Taskar et al. 2005). */
export function learnTagger(
  examples: readonly SequenceExample[],
  { epochs = 8, least = 4, cost = 4, most = 70_000 } = {},
): Learned {
  const rows = examples.map(({ features }) => features);
  const numbered = numberFeatures(rows, least);
  const blank = { ...numbered, weights: new Float32Array(numbered.hashes.length * COLUMNS) };
  if (blank.hashes.length <= most) return fitTagger(examples, blank, epochs, cost);
  const first = fitTagger(examples, blank, SELECTING_EPOCHS, cost);
  return fitTagger(examples, selectFeatures(first, COLUMNS, most, rows), epochs, cost);
}

/** Passes over the examples that are enough to tell which features matter. */
const SELECTING_EPOCHS = 3;

function fitTagger(
  examples: readonly SequenceExample[],
  { hashes, counts, weights }: Learned,
  epochs: number,
  cost: number,
): Learned {
  const updates = new Float64Array(hashes.length * COLUMNS);
  const random = createRandom(11);
  const sums = new Float32Array(1000 * COLUMNS);
  let time = 1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const example of shuffle(examples, random)) {
      const { features, width, labels, kinds } = example;
      sumExample(example, weights, sums, cost);
      const guessed = decode(sums, kinds).labels;
      const right = stepsOf(labels, kinds);
      const wrong = stepsOf(guessed, kinds);
      if (right !== null && wrong !== null && guessed.some((label, i) => label !== labels[i])) {
        for (const [steps, step] of [
          [right, 1],
          [wrong, -1],
        ] as const) {
          steps.forEach(({ columns }, i) => {
            for (let f = i * width; f < (i + 1) * width; f++) {
              const feature = features[f] ?? -1;
              if (feature < 0) continue;
              for (const column of columns) {
                const at = feature * COLUMNS + column;
                weights[at] = (weights[at] ?? 0) + step;
                updates[at] = (updates[at] ?? 0) + step * time;
              }
            }
          });
        }
      }
      time++;
    }
  }
  return { hashes, counts, weights: weights.map((weight, i) => weight - (updates[i] ?? 0) / time) };
}

function sumExample(
  { features, width, labels }: SequenceExample,
  weights: Float32Array,
  sums: Float32Array,
  cost: number,
): void {
  sums.fill(0, 0, labels.length * COLUMNS);
  labels.forEach((gold, i) => {
    const base = i * COLUMNS;
    for (let f = i * width; f < (i + 1) * width; f++) {
      const row = (features[f] ?? -1) * COLUMNS;
      if (row < 0) continue;
      for (let c = 0; c < COLUMNS; c++) sums[base + c] = (sums[base + c] ?? 0) + (weights[row + c] ?? 0);
    }
    for (let c = 0; c < 5; c++) if (c !== gold) sums[base + c] = (sums[base + c] ?? 0) + cost;
  });
}
