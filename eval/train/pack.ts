/** Packs learned weights into the model file: the weightiest features first, as many as find a row. */
import {
  COLUMNS,
  fingerprintOf,
  firstRow,
  HEADER,
  LAYOUT,
  LEVELS,
  MAGIC,
  packedSize,
  secondRow,
} from '../../src/engine/quotations/model';

/** Learned weights: `columns` a feature, in the order of `hashes`. */
export interface Learned {
  readonly hashes: Int32Array;
  /** How often each feature was seen. */
  readonly counts: Int32Array;
  readonly weights: Float32Array;
}

/** The bytes of a model file. */
export function packModel(gate: Learned, tagger: Learned, judge: Learned): Uint8Array {
  const size = LAYOUT.reduce((sum, layout) => sum + packedSize(layout), HEADER);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  let at = HEADER;
  [gate, tagger, judge].forEach((learned, i) => {
    const layout = LAYOUT[i];
    if (layout === undefined) return;
    const scale = scaleOf(learned.weights);
    view.setFloat32(4 + 4 * i, scale, true);
    place(learned, layout, scale, bytes.subarray(at, at + packedSize(layout)));
    at += packedSize(layout);
  });
  return bytes;
}

function place(
  { hashes, counts, weights }: Learned,
  layout: (typeof LAYOUT)[number],
  scale: number,
  out: Uint8Array,
): void {
  const { rows, columns } = layout;
  const worth = Float64Array.from(hashes, (_, i) => {
    let largest = 0;
    for (let c = 0; c < columns; c++) largest += Math.abs(weights[i * columns + c] ?? 0);
    return largest * Math.sqrt(counts[i] ?? 0);
  });
  const order = Array.from(hashes, (_, i) => i)
    .filter((i) => (worth[i] ?? 0) > 0)
    .sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || (hashes[a] ?? 0) - (hashes[b] ?? 0));
  let placed = 0;
  for (const i of order) {
    const hash = hashes[i] ?? 0;
    const fingerprint = fingerprintOf(hash);
    const free = [firstRow(hash, rows), secondRow(hash, rows)];
    // A row whose fingerprint is the same already would answer for this feature: leave it to the weightier one.
    if (free.some((row) => out[row] === fingerprint)) continue;
    const row = free.find((candidate) => out[candidate] === 0);
    if (row === undefined) continue;
    placed++;
    out[row] = fingerprint;
    for (let c = 0; c < columns; c++) {
      const weight = (weights[i * columns + c] ?? 0) / scale;
      if (columns === 1) out[rows + row] = Math.max(-127, Math.min(127, Math.round(weight))) & 255;
      else {
        const byte = rows + ((row * COLUMNS + c) >> 1);
        out[byte] = (out[byte] ?? 0) | (nearestLevel(weight) << (c % 2 === 0 ? 0 : 4));
      }
    }
  }
  console.log(`${layout.name}: ${order.length} features, ${placed} placed in ${rows} rows`);
}

function nearestLevel(weight: number): number {
  let best = 0;
  LEVELS.forEach((level, code) => {
    if (Math.abs(level - weight) < Math.abs((LEVELS[best] ?? 0) - weight)) best = code;
  });
  return best;
}

/** A step such that one weight in two thousand of those that are not zero is cut. */
function scaleOf(weights: Float32Array): number {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  return (sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / 127 || 1;
}
