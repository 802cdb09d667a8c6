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

/** How much each feature matters: the size of its weights, times the root of how often it is seen. */
export function worthOf({ hashes, counts, weights }: Learned, columns: number): Float64Array {
  return Float64Array.from(hashes, (_, i) => {
    let sum = 0;
    for (let c = 0; c < columns; c++) sum += Math.abs(weights[i * columns + c] ?? 0);
    return sum * Math.sqrt(counts[i] ?? 0);
  });
}

function place(learned: Learned, layout: (typeof LAYOUT)[number], scale: number, out: Uint8Array): void {
  const { hashes, weights } = learned;
  const { rows, columns } = layout;
  const owners = seat(learned, layout);
  let placed = 0;
  owners.forEach((owner, row) => {
    if (owner < 0) return;
    placed++;
    out[row] = fingerprintOf(hashes[owner] ?? 0);
    for (let c = 0; c < columns; c++) {
      const weight = (weights[owner * columns + c] ?? 0) / scale;
      if (columns === 1) out[rows + row] = Math.max(-127, Math.min(127, Math.round(weight))) & 255;
      else {
        const byte = rows + ((row * COLUMNS + c) >> 1);
        out[byte] = (out[byte] ?? 0) | (nearestLevel(weight) << (c % 2 === 0 ? 0 : 4));
      }
    }
  });
  console.log(`${layout.name}: ${hashes.length} features, ${placed} placed in ${rows} rows`);
}

/** How many features may move to make room for one. */
const MOVES = 60;

/** Gives each feature a row, the weightiest first; a feature in the way moves to another of its rows (cuckoo hashing). */
function seat({ hashes, counts, weights }: Learned, { rows, columns }: (typeof LAYOUT)[number]): Int32Array {
  const worth = worthOf({ hashes, counts, weights }, columns);
  const order = Array.from(hashes, (_, i) => i)
    .filter((i) => (worth[i] ?? 0) > 0)
    .sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || (hashes[a] ?? 0) - (hashes[b] ?? 0));
  const owners = new Int32Array(rows).fill(-1);
  const seatsOf = (i: number) => {
    const hash = hashes[i] ?? 0;
    return [firstRow(hash, rows), secondRow(hash, rows)].flatMap((row) => [row, row + 1]);
  };
  const isTwin = (row: number, i: number) => {
    const owner = owners[row] ?? -1;
    return owner >= 0 && owner !== i && fingerprintOf(hashes[owner] ?? 0) === fingerprintOf(hashes[i] ?? 0);
  };
  for (const feature of order) {
    // A row with the same fingerprint would answer for this feature: leave it to the weightier one.
    if (seatsOf(feature).some((row) => isTwin(row, feature))) continue;
    const moved: (readonly [row: number, owner: number])[] = [];
    let current = feature;
    let seated = false;
    for (let step = 0; step < MOVES && !seated; step++) {
      const seats = seatsOf(current);
      const row = seats.find((candidate) => owners[candidate] === -1) ?? seats[(step * 3 + current) % 4] ?? 0;
      const owner = owners[row] ?? -1;
      moved.push([row, owner]);
      owners[row] = current;
      seated = owner === -1;
      current = owner;
    }
    if (seated) continue;
    for (const [row, owner] of moved.reverse()) owners[row] = owner;
  }
  return owners;
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
