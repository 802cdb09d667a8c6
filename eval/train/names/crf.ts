/** Trains a linear-chain conditional random field by AdaGrad (Lafferty et al. 2001; Duchi et al. 2011). */
import { HASH_BITS } from '../../../src/engine/names/features';
import { LABELS, mayFollow, OUTSIDE } from '../../../src/engine/names/labels';
import { createRandom } from './augment';
import type { Example, Stretch } from './examples';

export interface Settings {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** Share of tokens whose naming features are left out, drawn anew each epoch. */
  readonly dropout: number;
  readonly seed: number;
}

const L = LABELS;

export class Crf {
  /** Dense number of each feature hash, −1 when it has none. */
  readonly index = new Int32Array(1 << HASH_BITS).fill(-1);
  readonly weights: Float32Array;
  /** Label × label, then starts, then ends. */
  readonly transitions = new Float64Array(L * L + 2 * L);
  readonly #squares: Float32Array;
  readonly #transitionSquares = new Float64Array(L * L + 2 * L).fill(1);

  constructor(readonly hashes: readonly number[]) {
    hashes.forEach((hash, i) => {
      this.index[hash] = i;
    });
    this.weights = new Float32Array(hashes.length * L);
    this.#squares = new Float32Array(hashes.length * L).fill(1);
  }

  train(
    examples: readonly Example[],
    settings: Settings,
    report: (epoch: number, loss: number) => void,
  ): void {
    const random = createRandom(settings.seed);
    const work = examples.flatMap(({ stretches, weight }) =>
      stretches.map((stretch) => ({ stretch: this.#toRows(stretch), weight })),
    );
    for (let epoch = 0; epoch < settings.epochs; epoch++) {
      for (let i = work.length - 1; i > 0; i--) {
        const j = Math.floor(random() * (i + 1));
        const [a, b] = [work[i], work[j]];
        if (a !== undefined && b !== undefined) {
          work[i] = b;
          work[j] = a;
        }
      }
      let loss = 0;
      for (const { stretch, weight } of work) loss += this.#learn(stretch, weight, settings, random);
      report(epoch, loss / work.length);
    }
  }

  /** The stretch with row offsets in place of feature hashes; features without a row are left out. */
  #toRows(stretch: Stretch): Stretch {
    const general: number[] = [];
    const features = stretch.features.map((hashes, t) => {
      const rows: number[] = [];
      const front = stretch.general[t] ?? 0;
      let kept = 0;
      hashes.forEach((hash, k) => {
        const row = this.index[hash] ?? -1;
        if (row < 0) return;
        rows.push(row * L);
        if (k < front) kept++;
      });
      general.push(kept);
      return Int32Array.from(rows);
    });
    return { ...stretch, features, general };
  }

  /** Scores of all labels for each token of a stretch of feature hashes. */
  emissions(stretch: Stretch): Float64Array {
    const { features } = this.#toRows(stretch);
    return this.#score(
      features,
      features.map(({ length }) => length),
    );
  }

  #score(features: readonly Int32Array[], kept: readonly number[]): Float64Array {
    const scores = new Float64Array(features.length * L);
    features.forEach((rows, t) => {
      const count = kept[t] ?? 0;
      for (let k = 0; k < count; k++) {
        const row = rows[k] ?? 0;
        for (let l = 0; l < L; l++)
          scores[t * L + l] = (scores[t * L + l] ?? 0) + (this.weights[row + l] ?? 0);
      }
    });
    return scores;
  }

  /** One step; returns the negative log-likelihood. */
  #learn(stretch: Stretch, weight: number, { rate, decay, dropout }: Settings, random: () => number): number {
    const { features, general, gold } = stretch;
    const n = features.length;
    const kept = features.map((hashes, t) =>
      random() < dropout ? (general[t] ?? hashes.length) : hashes.length,
    );
    const scores = this.#score(features, kept);
    const T = this.transitions;
    const alpha = new Float64Array(n * L);
    const beta = new Float64Array(n * L);
    const e = new Float64Array(n * L);
    const trans = EXP_SCRATCH;
    for (let a = 0; a < L; a++)
      for (let b = 0; b < L; b++) trans[a * L + b] = mayFollow(a, b) ? Math.exp(T[a * L + b] ?? 0) : 0;
    let logZ = 0;
    let goldScore = 0;
    for (let t = 0; t < n; t++) {
      let top = -Infinity;
      for (let l = 0; l < L; l++) top = Math.max(top, scores[t * L + l] ?? 0);
      for (let l = 0; l < L; l++) e[t * L + l] = Math.exp((scores[t * L + l] ?? 0) - top);
      let sum = 0;
      for (let l = 0; l < L; l++) {
        let value = 0;
        if (t === 0) value = mayFollow(OUTSIDE, l) ? Math.exp(T[L * L + l] ?? 0) : 0;
        else for (let p = 0; p < L; p++) value += (alpha[(t - 1) * L + p] ?? 0) * (trans[p * L + l] ?? 0);
        value *= e[t * L + l] ?? 0;
        alpha[t * L + l] = value;
        sum += value;
      }
      for (let l = 0; l < L; l++) alpha[t * L + l] = (alpha[t * L + l] ?? 0) / sum;
      logZ += Math.log(sum) + top;
      const y = gold[t] ?? 0;
      goldScore += scores[t * L + y] ?? 0;
      goldScore += t === 0 ? (T[L * L + y] ?? 0) : (T[(gold[t - 1] ?? 0) * L + y] ?? 0);
    }
    let endSum = 0;
    for (let l = 0; l < L; l++) {
      beta[(n - 1) * L + l] = Math.exp(T[L * L + L + l] ?? 0);
      endSum += (alpha[(n - 1) * L + l] ?? 0) * (beta[(n - 1) * L + l] ?? 0);
    }
    logZ += Math.log(endSum);
    goldScore += T[L * L + L + (gold[n - 1] ?? 0)] ?? 0;
    for (let t = n - 2; t >= 0; t--) {
      let norm = 0;
      for (let a = 0; a < L; a++) {
        let value = 0;
        for (let b = 0; b < L; b++)
          value += (trans[a * L + b] ?? 0) * (e[(t + 1) * L + b] ?? 0) * (beta[(t + 1) * L + b] ?? 0);
        beta[t * L + a] = value;
        norm += value;
      }
      for (let a = 0; a < L; a++) beta[t * L + a] = (beta[t * L + a] ?? 0) / norm;
    }
    const marginal = new Float64Array(L);
    const pair = new Float64Array(L * L);
    for (let t = 0; t < n; t++) {
      let norm = 0;
      for (let l = 0; l < L; l++) {
        marginal[l] = (alpha[t * L + l] ?? 0) * (beta[t * L + l] ?? 0);
        norm += marginal[l] ?? 0;
      }
      const y = gold[t] ?? 0;
      let largest = 0;
      for (let l = 0; l < L; l++) {
        marginal[l] = ((marginal[l] ?? 0) / norm - (l === y ? 1 : 0)) * weight;
        largest = Math.max(largest, Math.abs(marginal[l] ?? 0));
      }
      if (t === 0) for (let l = 0; l < L; l++) this.#step(L * L + l, marginal[l] ?? 0, rate);
      if (t === n - 1) for (let l = 0; l < L; l++) this.#step(L * L + L + l, marginal[l] ?? 0, rate);
      if (t > 0) {
        let total = 0;
        for (let a = 0; a < L; a++)
          for (let b = 0; b < L; b++) {
            const value =
              (alpha[(t - 1) * L + a] ?? 0) *
              (trans[a * L + b] ?? 0) *
              (e[t * L + b] ?? 0) *
              (beta[t * L + b] ?? 0);
            pair[a * L + b] = value;
            total += value;
          }
        const goldPair = (gold[t - 1] ?? 0) * L + y;
        for (let i = 0; i < L * L; i++) {
          const g = ((pair[i] ?? 0) / total - (i === goldPair ? 1 : 0)) * weight;
          if (Math.abs(g) > 1e-4) this.#step(i, g, rate);
        }
      }
      if (largest < LEAST_ERROR) continue;
      const hashes = features[t];
      const count = kept[t] ?? 0;
      for (let k = 0; k < count; k++) {
        const row = hashes?.[k] ?? 0;
        for (let l = 0; l < L; l++) {
          const at = row + l;
          const w = this.weights[at] ?? 0;
          const g = (marginal[l] ?? 0) + decay * w;
          const square = (this.#squares[at] ?? 1) + g * g;
          this.#squares[at] = square;
          this.weights[at] = w - (rate * g) / Math.sqrt(square);
        }
      }
    }
    return logZ - goldScore;
  }

  #step(at: number, g: number, rate: number): void {
    const square = (this.#transitionSquares[at] ?? 1) + g * g;
    this.#transitionSquares[at] = square;
    this.transitions[at] = (this.transitions[at] ?? 0) - (rate * g) / Math.sqrt(square);
  }
}

/** Tokens whose marginals are closer than this to the gold label teach nothing more. */
const LEAST_ERROR = 4e-3;
const EXP_SCRATCH = new Float64Array(L * L);
