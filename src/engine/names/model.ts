/** The learned weights of the name model: a hash table from feature to one small number per label. */
import { LABELS } from './labels';

const MAGIC = 0x434e4d31;
const EMPTY = -1;
const HEADER = 12;

/**
 * File layout, little endian: magic, number of rows, scale (float: weight of one step); transitions as int8
 * (label × label, then first labels, then last labels); feature hashes ascending as variable-length differences;
 * one int8 per label and row.
 */
export class NameModel {
  readonly #keys: Int32Array;
  readonly #rows: Int32Array;
  readonly #mask: number;
  readonly #weights: Int8Array;
  /** Score of label `b` right after label `a` at `a * LABELS + b`. */
  readonly transitions: Float32Array;
  readonly starts: Float32Array;
  readonly ends: Float32Array;
  readonly #scale: number;

  /** @throws SyntaxError when `bytes` is not a model file (a broken installation, not user input) */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEADER || view.getUint32(0, true) !== MAGIC) throw new SyntaxError('not a name model');
    const count = view.getUint32(4, true);
    const scale = view.getFloat32(8, true);
    this.#scale = scale;
    let at = HEADER;
    const read = (length: number) => {
      const values = Float32Array.from({ length }, (_, i) => view.getInt8(at + i) * scale);
      at += length;
      return values;
    };
    this.transitions = read(LABELS * LABELS);
    this.starts = read(LABELS);
    this.ends = read(LABELS);
    let size = 16;
    while (size < count * 2) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Int32Array(size).fill(EMPTY);
    this.#rows = new Int32Array(size);
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
      let slot = key & this.#mask;
      while (this.#keys[slot] !== EMPTY) slot = (slot + 1) & this.#mask;
      this.#keys[slot] = key;
      this.#rows[slot] = row * LABELS;
    }
    if (at + count * LABELS > bytes.length) throw new SyntaxError('name model is cut short');
    this.#weights = new Int8Array(bytes.buffer, bytes.byteOffset + at, count * LABELS);
  }

  /** Adds the weights of `count` features to the scores at `scores[offset…offset + LABELS)`. */
  score(hashes: Int32Array, count: number, scores: Float32Array, offset: number): void {
    for (let i = 0; i < count; i++) {
      const hash = hashes[i] ?? 0;
      let slot = hash & this.#mask;
      let key = this.#keys[slot];
      while (key !== hash && key !== EMPTY) {
        slot = (slot + 1) & this.#mask;
        key = this.#keys[slot];
      }
      if (key === EMPTY) continue;
      const row = this.#rows[slot] ?? 0;
      for (let label = 0; label < LABELS; label++) {
        scores[offset + label] =
          (scores[offset + label] ?? 0) + (this.#weights[row + label] ?? 0) * this.#scale;
      }
    }
  }
}
