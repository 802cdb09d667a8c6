/** Hashes of words and of feature combinations: small integers that index the learned tables. */

/** 32-bit FNV-1a of the text's UTF-16 units. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** Mixes up to four integers into one; the order matters (the finisher is that of MurmurHash3, Appleby 2011). */
export function mix(a: number, b: number, c = 0, d = 0): number {
  let hash = Math.imul(a + 0x7ed55d16, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16) ^ d, 0x27d4eb2f);
  return hash ^ (hash >>> 15);
}

/** A growing list of feature hashes that is filled and read over and over. */
export interface Features {
  readonly values: Int32Array;
  size: number;
}

export function createFeatures(capacity: number): Features {
  return { values: new Int32Array(capacity), size: 0 };
}

export function add(features: Features, hash: number): void {
  if (features.size < features.values.length) features.values[features.size++] = hash;
}
