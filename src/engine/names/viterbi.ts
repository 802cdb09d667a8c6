/** The best sequence of labels for a stretch of neighbouring tokens, given a score per token and label. */
import { LABELS, mayFollow, OUTSIDE } from './labels';

/** Scores of label changes: label × label, at the start and at the end of a stretch. */
export interface Transitions {
  readonly transitions: Float32Array;
  readonly starts: Float32Array;
  readonly ends: Float32Array;
}

const FORBIDDEN = -1e9;
const ALLOWED: readonly boolean[] = Array.from({ length: LABELS * LABELS }, (_, i) =>
  mayFollow(Math.floor(i / LABELS), i % LABELS),
);

/**
 * Writes the best labels of tokens `from` to `to` (exclusive) into `labels`.
 * @param scores `LABELS` numbers per token
 */
export function findBestLabels(
  model: Transitions,
  scores: Float32Array,
  from: number,
  to: number,
  labels: Uint8Array,
): void {
  const length = to - from;
  const back = new Uint8Array(length * LABELS);
  let best = new Float64Array(LABELS);
  for (let label = 0; label < LABELS; label++) {
    const allowed = mayFollow(OUTSIDE, label);
    best[label] = allowed ? (model.starts[label] ?? 0) + (scores[from * LABELS + label] ?? 0) : FORBIDDEN;
  }
  for (let i = 1; i < length; i++) {
    const next = new Float64Array(LABELS);
    for (let label = 0; label < LABELS; label++) {
      let top = FORBIDDEN * 2;
      let origin = 0;
      for (let previous = 0; previous < LABELS; previous++) {
        if (!ALLOWED[previous * LABELS + label]) continue;
        const score = (best[previous] ?? FORBIDDEN) + (model.transitions[previous * LABELS + label] ?? 0);
        if (score > top) {
          top = score;
          origin = previous;
        }
      }
      next[label] = top + (scores[(from + i) * LABELS + label] ?? 0);
      back[i * LABELS + label] = origin;
    }
    best = next;
  }
  let label = OUTSIDE;
  for (let i = 1; i < LABELS; i++) {
    if ((best[i] ?? 0) + (model.ends[i] ?? 0) > (best[label] ?? 0) + (model.ends[label] ?? 0)) label = i;
  }
  for (let i = length - 1; i >= 0; i--) {
    labels[from + i] = label;
    label = back[i * LABELS + label] ?? OUTSIDE;
  }
}
