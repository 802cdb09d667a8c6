/** The learned tables of the quotation stage: feature hash → weights, read from one compact file. */

/** Which features have a row, and which row. */
export interface FeatureIndex {
  /** Buckets − 1; the number of buckets is a power of two. */
  readonly mask: number;
  /** The four fingerprints of a bucket in one number, 0 for an empty row. */
  readonly fingerprints: Int32Array;
  /** What one step of a weight is worth. */
  readonly scale: number;
}

/**
 * A table of features in buckets of four rows. A feature sits in the bucket that its hash names; a one-byte fingerprint
 * tells it from others, so that a feature never seen in training almost always weighs nothing (a fingerprint table as
 * in Fan et al. 2014, without the second bucket: one look-up must do).
 */
export interface FeatureTable extends FeatureIndex {
  /** A weight a row. */
  readonly weights: Int8Array;
}

/** A table with {@link COLUMNS} weights a row, of four bits each, the first lowest; see {@link LEVELS}. */
export interface WideTable extends FeatureIndex {
  readonly weights: Int32Array;
}

export interface QuotationModel {
  /** Is this word a cue? One weight a feature. */
  readonly gate: FeatureTable;
  /** Which items are content and source? {@link COLUMNS} weights a feature. */
  readonly tagger: WideTable;
  /** Is the whole proposal right? One weight a feature. */
  readonly judge: FeatureTable;
}

export const COLUMNS = 8;

export interface TableLayout {
  readonly name: string;
  /** A power of two. */
  readonly rows: number;
  readonly columns: number;
}

/** Rows and columns of the three tables, in the file's order. */
export const LAYOUT = {
  gate: { name: 'gate', rows: 1 << 15, columns: 1 },
  tagger: { name: 'tagger', rows: 1 << 17, columns: COLUMNS },
  judge: { name: 'judge', rows: 1 << 15, columns: 1 },
} as const;
const TABLES: readonly TableLayout[] = [LAYOUT.gate, LAYOUT.tagger, LAYOUT.judge];

/** Rows of a bucket. */
export const BUCKET = 4;

export const MAGIC = 0x33514343;
/** Bytes before the tables: `CCQ3`, then a float32 scale a table. */
export const HEADER = 16;

/** Bytes that a table takes in the file: fingerprints, then weights; of wide tables two weights a byte. */
export function packedSize({ rows, columns }: TableLayout): number {
  return rows + (columns === 1 ? rows : (rows * columns) / 2);
}

/** The weights that four bits can stand for: finer near zero, for most weights are small. */
export const LEVELS: readonly number[] = Array.from({ length: 16 }, (_, code) => {
  const step = code - 8;
  return Math.sign(step) * Math.round(127 * (Math.abs(step) / 8) ** 1.6);
});

/** For each byte of a row the sum of its two weights, the second 65,536-fold: two sums run in one number. */
export const PAIRS: Int32Array = Int32Array.from(
  { length: 256 },
  (_, byte) => (LEVELS[byte & 15] ?? 0) + (LEVELS[byte >> 4] ?? 0) * 65_536,
);

/** The fingerprint of a feature, 1 to 255. */
export function fingerprintOf(hash: number): number {
  const top = hash >>> 24;
  return top === 0 ? 1 : top;
}

/** Row of a feature in a table, or -1. */
export function rowOf(fingerprints: Int32Array, mask: number, hash: number): number {
  const bucket = hash & mask;
  const four = fingerprints[bucket] ?? 0;
  const top = hash >>> 24;
  const sought = top === 0 ? 1 : top;
  // A zero byte tells that one of the four is the one sought (Mycroft 1987).
  const difference = four ^ Math.imul(sought, 0x01010101);
  if (((difference - 0x01010101) & ~difference & 0x80808080) === 0) return -1;
  if ((difference & 0xff) === 0) return bucket * BUCKET;
  if ((difference & 0xff00) === 0) return bucket * BUCKET + 1;
  return (difference & 0xff0000) === 0 ? bucket * BUCKET + 2 : bucket * BUCKET + 3;
}

/** Sum of the weights of `size` features in a table of one column, in log odds. */
export function sumBinary(table: FeatureTable, features: Int32Array, size: number): number {
  const { fingerprints, weights, mask, scale } = table;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const row = rowOf(fingerprints, mask, features[i] ?? 0);
    if (row >= 0) sum += weights[row] ?? 0;
  }
  return sum * scale;
}

/**
 * Reads a model file.
 * @throws SyntaxError when `bytes` is no model file (a broken installation, not user input)
 */
export function readQuotationModel(bytes: Uint8Array): QuotationModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = TABLES.reduce((sum, layout) => sum + packedSize(layout), HEADER);
  if (bytes.byteLength !== size || view.getUint32(0, true) !== MAGIC) {
    throw new SyntaxError('quotations.bin is damaged');
  }
  let at = HEADER;
  const [gate, tagger, judge] = TABLES.map(({ name, rows, columns }, i) => {
    const fingerprints = readNumbers(view, at, rows / BUCKET);
    const end = at + packedSize({ name, rows, columns });
    const from = at + rows;
    at = end;
    const scale = view.getFloat32(4 + 4 * i, true);
    return { from, end, index: { mask: rows / BUCKET - 1, fingerprints, scale } };
  });
  if (gate === undefined || tagger === undefined || judge === undefined) {
    throw new SyntaxError('quotations.bin is damaged');
  }
  const narrow = ({ from, end }: typeof gate) =>
    new Int8Array(bytes.buffer, bytes.byteOffset + from, end - from);
  return {
    gate: { ...gate.index, weights: narrow(gate) },
    tagger: { ...tagger.index, weights: readNumbers(view, tagger.from, LAYOUT.tagger.rows) },
    judge: { ...judge.index, weights: narrow(judge) },
  };
}

/** Numbers of four bytes, low byte first. */
function readNumbers(view: DataView, from: number, count: number): Int32Array {
  const numbers = new Int32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = view.getInt32(from + 4 * i, true);
  return numbers;
}
