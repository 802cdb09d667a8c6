/** Writes trained weights in the file layout that src/engine/names/model.ts reads. */
import { LABELS } from '../../../src/engine/names/labels';
import type { Crf } from './crf';

const MAGIC = 0x434e4d31;
/** Weights beyond this many steps are cut off. */
const MOST_STEPS = 127;
const LARGEST = 4;

/** The model's file; rows keep the feature hashes of `crf` in ascending order. */
export function encodeModel(crf: Crf): Uint8Array {
  const scale = LARGEST / MOST_STEPS;
  const step = (weight: number) =>
    Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.round(weight / scale))) & 255;
  const order = crf.hashes.map((hash, row) => ({ hash, row })).sort((a, b) => a.hash - b.hash);
  const bytes: number[] = [];
  for (const weight of crf.transitions) bytes.push(step(weight));
  let last = 0;
  for (const { hash } of order) {
    let difference = hash - last;
    last = hash;
    while (difference > 127) {
      bytes.push((difference & 127) | 128);
      difference >>>= 7;
    }
    bytes.push(difference);
  }
  for (const { row } of order) {
    for (let label = 0; label < LABELS; label++) bytes.push(step(crf.weights[row * LABELS + label] ?? 0));
  }
  const file = new Uint8Array(12 + bytes.length);
  const view = new DataView(file.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, order.length, true);
  view.setFloat32(8, scale, true);
  file.set(bytes, 12);
  return file;
}
