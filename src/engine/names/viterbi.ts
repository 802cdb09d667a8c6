/** The best sequence of labels for a stretch of neighbouring tokens, given a score per token and label. */
import { LABELS, mayFollow, OUTSIDE } from './labels';

/** Scores of label changes: label × label, at the start and at the end of a stretch. */
export interface Transitions {
  readonly transitions: ArrayLike<number>;
  readonly starts: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
}

const FORBIDDEN = -1e9;
const LABEL_NUMBERS = Array.from({ length: LABELS }, (_, label) => label);
/** For each label those that may stand before it. */
const BEFORE: readonly Uint8Array[] = LABEL_NUMBERS.map((label) =>
  Uint8Array.from(LABEL_NUMBERS.filter((previous) => mayFollow(previous, label))),
);
const MAY_START: readonly boolean[] = LABEL_NUMBERS.map((label) => mayFollow(OUTSIDE, label));

/** Decodes stretches one after another with buffers of its own. */
export class LabelDecoder {
  readonly #model: Transitions;
  #best = new Float64Array(LABELS);
  #next = new Float64Array(LABELS);
  #back = new Uint8Array(LABELS * 64);

  constructor(model: Transitions) {
    this.#model = model;
  }

  /**
   * Writes the best labels of tokens `from` to `to` (exclusive) into `labels`.
   * @param scores `LABELS` numbers per token
   */
  decode(scores: ArrayLike<number>, from: number, to: number, labels: Uint8Array): void {
    const length = to - from;
    if (this.#back.length < length * LABELS) this.#back = new Uint8Array(length * LABELS * 2);
    this.#start(scores, from * LABELS);
    for (let i = 1; i < length; i++) this.#step(scores, (from + i) * LABELS, i * LABELS);
    let label = this.#finish();
    for (let i = length - 1; i >= 0; i--) {
      labels[from + i] = label;
      label = this.#back[i * LABELS + label] ?? OUTSIDE;
    }
  }

  #start(scores: ArrayLike<number>, offset: number): void {
    const { starts } = this.#model;
    for (let label = 0; label < LABELS; label++) {
      this.#best[label] = MAY_START[label] ? (starts[label] ?? 0) + (scores[offset + label] ?? 0) : FORBIDDEN;
    }
  }

  #step(scores: ArrayLike<number>, offset: number, backOffset: number): void {
    const { transitions } = this.#model;
    const best = this.#best;
    const next = this.#next;
    for (let label = 0; label < LABELS; label++) {
      const before = BEFORE[label];
      if (before === undefined) continue;
      let top = Number.NEGATIVE_INFINITY;
      let origin = 0;
      for (let k = 0; k < before.length; k++) {
        const previous = before[k] ?? 0;
        const score = (best[previous] ?? FORBIDDEN) + (transitions[previous * LABELS + label] ?? 0);
        if (score > top) {
          top = score;
          origin = previous;
        }
      }
      next[label] = top + (scores[offset + label] ?? 0);
      this.#back[backOffset + label] = origin;
    }
    this.#best = next;
    this.#next = best;
  }

  #finish(): number {
    const { ends } = this.#model;
    let label = OUTSIDE;
    for (let i = 1; i < LABELS; i++) {
      if ((this.#best[i] ?? 0) + (ends[i] ?? 0) > (this.#best[label] ?? 0) + (ends[label] ?? 0)) label = i;
    }
    return label;
  }
}
