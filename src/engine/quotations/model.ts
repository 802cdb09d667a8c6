/** The learned tables of the quotation stage: feature hash → weights, read from one compact file. */

/**
 * A table of features. A feature sits in one of four rows that its hash names; a one-byte fingerprint tells it from
 * others, so that a feature never seen in training almost always weighs nothing (cuckoo hashing with fingerprints,
 * Pagh and Rodler 2001; Fan et al. 2014).
 */
export interface FeatureTable {
  readonly rows: number;
  /** A fingerprint a row, 0 for an empty one. */
  readonly fingerprints: Uint8Array;
  /** `columns` weights a row. */
  readonly weights: Int8Array;
  readonly columns: number;
  /** What one step of a weight is worth. */
  readonly scale: number;
}

export interface QuotationModel {
  /** Is this word a cue? One weight a feature. */
  readonly gate: FeatureTable;
  /** Which items are content and source? {@link COLUMNS} weights a feature. */
  readonly tagger: FeatureTable;
  /** Is the whole proposal right? One weight a feature. */
  readonly judge: FeatureTable;
}

export const COLUMNS = 8;

/** Rows and columns of the three tables, in the file's order. */
export const LAYOUT = [
  { name: 'gate', rows: 48_000, columns: 1 },
  { name: 'tagger', rows: 80_000, columns: COLUMNS },
  { name: 'judge', rows: 48_000, columns: 1 },
] as const;

export const MAGIC = 0x32514343;
/** Bytes before the tables: `CCQ2`, then a float32 scale a table. */
export const HEADER = 16;

/** Bytes that a table takes in the file: fingerprints, then weights; of wide tables two weights a byte. */
export function packedSize({ rows, columns }: { readonly rows: number; readonly columns: number }): number {
  return rows + (columns === 1 ? rows : (rows * columns) / 2);
}

/** The weights that four bits can stand for: finer near zero, for most weights are small. */
export const LEVELS: readonly number[] = Array.from({ length: 16 }, (_, code) => {
  const step = code - 8;
  return Math.sign(step) * Math.round(127 * (Math.abs(step) / 8) ** 1.6);
});

/** The fingerprint of a feature, 1 to 255. */
export function fingerprintOf(hash: number): number {
  return ((hash >>> 24) % 255) + 1;
}

/** A feature sits in one of two pairs of rows; these are the first rows of the pairs. */
export function firstRow(hash: number, rows: number): number {
  return ((hash >>> 0) % (rows >> 1)) * 2;
}
export function secondRow(hash: number, rows: number): number {
  return ((Math.imul(hash ^ (hash >>> 13), 0x5bd1e995) >>> 0) % (rows >> 1)) * 2;
}

/** Row of a feature in `table`, or -1. */
export function rowOf({ rows, fingerprints }: FeatureTable, hash: number): number {
  const fingerprint = fingerprintOf(hash);
  const first = firstRow(hash, rows);
  if (fingerprints[first] === fingerprint) return first;
  if (fingerprints[first + 1] === fingerprint) return first + 1;
  const second = secondRow(hash, rows);
  if (fingerprints[second] === fingerprint) return second;
  return fingerprints[second + 1] === fingerprint ? second + 1 : -1;
}

/** Sum of the weights of `size` features in a table of one column, in log odds. */
export function sumBinary(table: FeatureTable, features: Int32Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const row = rowOf(table, features[i] ?? 0);
    if (row >= 0) sum += table.weights[row] ?? 0;
  }
  return sum * table.scale;
}

/**
 * Reads a model file.
 * @throws SyntaxError when `bytes` is no model file (a broken installation, not user input)
 */
export function readQuotationModel(bytes: Uint8Array): QuotationModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = LAYOUT.reduce((sum, layout) => sum + packedSize(layout), HEADER);
  if (bytes.byteLength !== size || view.getUint32(0, true) !== MAGIC) {
    throw new SyntaxError('quotations.bin is damaged');
  }
  let at = HEADER;
  const [gate, tagger, judge] = LAYOUT.map(({ rows, columns }, i): FeatureTable => {
    const fingerprints = bytes.subarray(at, at + rows);
    const packed = bytes.subarray(at + rows, at + packedSize({ rows, columns }));
    at += packedSize({ rows, columns });
    const weights =
      columns === 1 ? new Int8Array(packed.buffer, packed.byteOffset, packed.length) : unpack(packed);
    return { rows, columns, fingerprints, weights, scale: view.getFloat32(4 + 4 * i, true) };
  });
  if (gate === undefined || tagger === undefined || judge === undefined) {
    throw new SyntaxError('quotations.bin is damaged');
  }
  return { gate, tagger, judge };
}

function unpack(packed: Uint8Array): Int8Array {
  const levels = Int8Array.from(LEVELS);
  const weights = new Int8Array(packed.length * 2);
  for (let i = 0; i < packed.length; i++) {
    const byte = packed[i] ?? 0;
    weights[2 * i] = levels[byte & 15] ?? 0;
    weights[2 * i + 1] = levels[byte >> 4] ?? 0;
  }
  return weights;
}
