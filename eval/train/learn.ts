/** The two learners: logistic regression with AdaGrad, and an averaged structured perceptron. Both deterministic. */
import { decode, MOVES, pathOf, STATES, sumWeights } from '../../src/engine/quotations/decode';
import { COLUMNS, TAGGER_ROWS } from '../../src/engine/quotations/model';

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

export interface BinaryExample {
  readonly features: Int32Array;
  readonly positive: boolean;
}

/** Logistic regression over `rows` hashed features (Duchi et al. 2011 for the step size); `decay` is the L2 weight. */
export function learnBinary(
  examples: readonly BinaryExample[],
  rows: number,
  epochs: number,
  rate = 0.15,
  decay = 2e-5,
): Float32Array {
  const weights = new Float32Array(rows);
  const squares = new Float32Array(rows).fill(1);
  const random = createRandom(7);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { features, positive } of shuffle(examples, random)) {
      let sum = 0;
      for (const feature of features) sum += weights[feature & (rows - 1)] ?? 0;
      const slope = (positive ? 1 : 0) - 1 / (1 + Math.exp(-sum));
      for (const feature of features) {
        const row = feature & (rows - 1);
        const weight = weights[row] ?? 0;
        const step = slope - decay * weight;
        squares[row] = (squares[row] ?? 1) + step * step;
        weights[row] = weight + (rate * step) / Math.sqrt(squares[row] ?? 1);
      }
    }
  }
  return weights;
}

export interface SequenceExample {
  /** Features of all items, one after the other, `width` each. */
  readonly features: Int32Array;
  readonly width: number;
  readonly labels: Uint8Array;
  readonly barred: (item: number) => boolean;
}

const COLUMNS_OF: (readonly number[] | undefined)[] = [];
for (const { from, to, columns } of MOVES) COLUMNS_OF[from * STATES + to] = columns;

/** Averaged structured perceptron (Collins 2002), decoding with a cost for every wrong label (Taskar et al. 2005). */
export function learnTagger(
  examples: readonly SequenceExample[],
  epochs: number,
  cost: number,
): Float32Array {
  const weights = new Float32Array(TAGGER_ROWS * COLUMNS);
  const sumsOfUpdates = new Float64Array(TAGGER_ROWS * COLUMNS);
  const random = createRandom(11);
  const sums = new Float32Array(1000 * COLUMNS);
  let time = 1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { features, width, labels, barred } of shuffle(examples, random)) {
      const { length } = labels;
      for (let i = 0; i < length; i++) {
        sumWeights(weights, features.subarray(i * width, (i + 1) * width), width, sums, i);
        const gold = labels[i] ?? 0;
        for (let c = 0; c < 5; c++)
          if (c !== gold) sums[i * COLUMNS + c] = (sums[i * COLUMNS + c] ?? 0) + cost;
      }
      const guessed = decode(sums, length, barred).labels;
      if (guessed.every((label, i) => label === labels[i])) {
        time++;
        continue;
      }
      update(pathOf(labels), 1);
      update(pathOf(guessed), -1);
      time++;

      function update(path: Uint8Array, step: number): void {
        for (let i = 0; i < length; i++) {
          const columns = COLUMNS_OF[(i === 0 ? 0 : (path[i - 1] ?? 0)) * STATES + (path[i] ?? 0)] ?? [];
          for (let f = i * width; f < (i + 1) * width; f++) {
            const row = ((features[f] ?? 0) & (TAGGER_ROWS - 1)) * COLUMNS;
            for (const column of columns) {
              weights[row + column] = (weights[row + column] ?? 0) + step;
              sumsOfUpdates[row + column] = (sumsOfUpdates[row + column] ?? 0) + step * time;
            }
          }
        }
      }
    }
  }
  return weights.map((weight, i) => weight - (sumsOfUpdates[i] ?? 0) / time);
}
