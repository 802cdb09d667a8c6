/** Seats learned features in the model's tables and packs the tables into the model file. */
import {
  BUCKET,
  fingerprintOf,
  HEADER,
  LAYOUT,
  LEVELS,
  MAGIC,
  packedSize,
  type TableLayout,
} from '../../src/engine/quotations/model';

/** Learned weights: `columns` a feature, in the order of `hashes`. */
export interface Learned {
  readonly hashes: Int32Array;
  /** How often each feature was seen. */
  readonly counts: Int32Array;
  readonly weights: Float32Array;
}

/** A table as it goes into the file: a fingerprint a row, `columns` weights a row. */
export interface Table {
  readonly fingerprints: Uint8Array;
  readonly weights: Float32Array;
}

/** A table that answers nothing. */
export function emptyTable({ rows, columns }: TableLayout): Table {
  return { fingerprints: new Uint8Array(rows), weights: new Float32Array(rows * columns) };
}

/** The bytes of a model file. */
export function packModel(tables: Partial<Record<keyof typeof LAYOUT, Table>>): Uint8Array {
  const layouts = [LAYOUT.gate, LAYOUT.tagger, LAYOUT.judge] as const;
  const size = layouts.reduce((sum, layout) => sum + packedSize(layout), HEADER);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  let at = HEADER;
  layouts.forEach((layout, i) => {
    const table = tables[layout.name] ?? emptyTable(layout);
    const scale = scaleOf(table.weights);
    view.setFloat32(4 + 4 * i, scale, true);
    writeTable(table, layout, scale, bytes.subarray(at, at + packedSize(layout)));
    at += packedSize(layout);
  });
  return bytes;
}

function writeTable(
  { fingerprints, weights }: Table,
  { rows, columns }: TableLayout,
  scale: number,
  out: Uint8Array,
): void {
  out.set(fingerprints);
  weights.forEach((weight, i) => {
    const steps = weight / scale;
    if (columns === 1) out[rows + i] = Math.max(-127, Math.min(127, Math.round(steps))) & 255;
    else {
      const byte = rows + (i >> 1);
      out[byte] = (out[byte] ?? 0) | (nearestLevel(steps) << (i % 2 === 0 ? 0 : 4));
    }
  });
}

/** How much each feature matters: the size of its weights, times the root of how often it is seen. */
function worthOf({ hashes, counts, weights }: Learned, columns: number): Float64Array {
  return Float64Array.from(hashes, (_, i) => {
    let sum = 0;
    for (let c = 0; c < columns; c++) sum += Math.abs(weights[i * columns + c] ?? 0);
    return sum * Math.sqrt(counts[i] ?? 0);
  });
}

/** The fingerprints of a table that holds the weightiest features of each bucket. */
export function seatFeatures(learned: Learned, { name, rows, columns }: TableLayout): Uint8Array {
  const worth = worthOf(learned, columns);
  const { hashes } = learned;
  const order = Array.from(hashes, (_, i) => i)
    .filter((i) => (worth[i] ?? 0) > 0)
    .sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || (hashes[a] ?? 0) - (hashes[b] ?? 0));
  const fingerprints = new Uint8Array(rows);
  const mask = rows / BUCKET - 1;
  let seated = 0;
  for (const i of order) {
    const hash = hashes[i] ?? 0;
    const first = (hash & mask) * BUCKET;
    const print = fingerprintOf(hash);
    for (let row = first; row < first + BUCKET; row++) {
      // A twin answers for both: what is learned afterwards learns with that.
      if (fingerprints[row] === print) break;
      if (fingerprints[row] === 0) {
        fingerprints[row] = print;
        seated++;
        break;
      }
    }
  }
  console.log(`${name}: ${hashes.length} features, ${seated} seated in ${rows} rows`);
  return fingerprints;
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
