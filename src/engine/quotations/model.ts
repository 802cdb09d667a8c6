/** The learned tables of the quotation stage, read from one file of small integers. */

/**
 * Layout of the file: `CCQ1`, three scales (float32: gate, tagger, judge), then the tables as int8:
 * gate (a weight a feature), tagger ({@link COLUMNS} weights a feature), judge (a weight a feature).
 */
export interface QuotationModel {
  readonly gate: Int8Array;
  readonly tagger: Int8Array;
  readonly judge: Int8Array;
  readonly gateScale: number;
  readonly taggerScale: number;
  readonly judgeScale: number;
}

export const GATE_ROWS = 1 << 15;
export const TAGGER_ROWS = 1 << 16;
export const JUDGE_ROWS = 1 << 15;
export const COLUMNS = 8;
const HEADER = 16;
const MAGIC = 0x31514343;

/** Size in bytes of a model file. */
export const MODEL_SIZE = HEADER + GATE_ROWS + TAGGER_ROWS * COLUMNS + JUDGE_ROWS;

/**
 * Lays the tables over `bytes` without copying.
 * @throws SyntaxError when `bytes` is no model file (a broken installation, not user input)
 */
export function readQuotationModel(bytes: Uint8Array): QuotationModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength !== MODEL_SIZE || view.getUint32(0, true) !== MAGIC) {
    throw new SyntaxError('quotations.bin is damaged');
  }
  let at = bytes.byteOffset + HEADER;
  const table = (size: number) => {
    const part = new Int8Array(bytes.buffer, at, size);
    at += size;
    return part;
  };
  return {
    gateScale: view.getFloat32(4, true),
    taggerScale: view.getFloat32(8, true),
    judgeScale: view.getFloat32(12, true),
    gate: table(GATE_ROWS),
    tagger: table(TAGGER_ROWS * COLUMNS),
    judge: table(JUDGE_ROWS),
  };
}

/** Writes a model file; weights beyond int8 are cut at its ends. */
export function writeQuotationModel(
  gate: Float32Array,
  tagger: Float32Array,
  judge: Float32Array,
): Uint8Array {
  const bytes = new Uint8Array(MODEL_SIZE);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  let at = HEADER;
  [gate, tagger, judge].forEach((table, i) => {
    const scale = scaleOf(table);
    view.setFloat32(4 + 4 * i, scale, true);
    for (const weight of table) view.setInt8(at++, Math.max(-127, Math.min(127, Math.round(weight / scale))));
  });
  return bytes;
}

/** A step such that one weight in two thousand of those that are not zero is cut. */
function scaleOf(table: Float32Array): number {
  const sizes = table
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  return (sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / 127 || 1;
}
