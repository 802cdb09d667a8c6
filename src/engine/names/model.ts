/** The learned weights of the name model: a hash table from feature to one small number per label. */
import { LABELS } from './labels';

const MAGIC = 0x434e4d31;
const EMPTY = -1;
const HEADER = 12;
const SMALLEST_TABLE = 16;

/**
 * File layout, little endian: magic, number of rows, scale (float: weight of one step); transitions as int8
 * (label × label, then first labels, then last labels); feature hashes ascending as variable-length differences;
 * one int8 per label and row. Scores stay in steps: only their order matters.
 */
export class NameModel {
  readonly #keys: Int32Array;
  readonly #weights: Int8Array;
  readonly #mask: number;
  /** Score of label `b` right after label `a` at `a * LABELS + b`. */
  readonly transitions: Int8Array;
  readonly starts: Int8Array;
  readonly ends: Int8Array;

  /** @throws SyntaxError when `bytes` is not a model file (a broken installation, not user input) */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEADER || view.getUint32(0, true) !== MAGIC) {
      throw new SyntaxError('not a name model');
    }
    const count = view.getUint32(4, true);
    const steps = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = HEADER;
    const read = (length: number) => {
      at += length;
      return steps.slice(at - length, at);
    };
    this.transitions = read(LABELS * LABELS);
    this.starts = read(LABELS);
    this.ends = read(LABELS);
    const { keys, end } = readKeys(bytes, at, count);
    if (end + count * LABELS > bytes.length) throw new SyntaxError('name model is cut short');
    let size = SMALLEST_TABLE;
    while (size < count * 2) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Int32Array(size).fill(EMPTY);
    this.#weights = new Int8Array(size * LABELS);
    for (let row = 0; row < count; row++) {
      const key = keys[row] ?? 0;
      let slot = key & this.#mask;
      while (this.#keys[slot] !== EMPTY) slot = (slot + 1) & this.#mask;
      this.#keys[slot] = key;
      const from = end + row * LABELS;
      for (let label = 0; label < LABELS; label++)
        this.#weights[slot * LABELS + label] = steps[from + label] ?? 0;
    }
  }

  /** Adds the weights of `count` features to the scores at `scores[offset…offset + LABELS)`. */
  score(hashes: Int32Array, count: number, scores: Int32Array, offset: number): void {
    const keys = this.#keys;
    const weights = this.#weights;
    const mask = this.#mask;
    for (let i = 0; i < count; i++) {
      const hash = hashes[i] ?? 0;
      let slot = hash & mask;
      let key = keys[slot];
      while (key !== hash && key !== EMPTY) {
        slot = (slot + 1) & mask;
        key = keys[slot];
      }
      if (key === EMPTY) continue;
      const row = slot * LABELS;
      for (let label = 0; label < LABELS; label++) {
        scores[offset + label] = (scores[offset + label] ?? 0) + (weights[row + label] ?? 0);
      }
    }
  }
}

/** Ascending feature hashes from their differences, seven bits a byte, low bits first. */
function readKeys(bytes: Uint8Array, start: number, count: number): { keys: Int32Array; end: number } {
  const keys = new Int32Array(count);
  let at = start;
  let key = 0;
  for (let row = 0; row < count; row++) {
    let shift = 0;
    let byte = 0;
    let step = 0;
    do {
      byte = bytes[at++] ?? 0;
      step |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    key += step;
    keys[row] = key;
  }
  return { keys, end: at };
}
