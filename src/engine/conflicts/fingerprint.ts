/** Content-based fingerprints: equal for equal words, whatever their place, file or order. */
import { foldForComparison } from '../text/fold';

const NOT_WORD = /[^\p{L}\p{N}]+/gu;

/** The words of `text`, folded and separated by single spaces: what a fingerprint is made of. */
export function normalizeWords(text: string): string {
  return foldForComparison(text).replace(NOT_WORD, ' ').trim();
}

/**
 * A short fingerprint of `parts`, in the order given (sort them first where order must not count).
 * The hash is “cyrb53”: two 32-bit multiplicative hashes, 53 bits kept.
 */
export function fingerprint(parts: readonly string[]): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const part of parts) {
    for (let i = 0; i <= part.length; i++) {
      // One unit past the end is NaN → 0: it separates the parts.
      const unit = part.charCodeAt(i) | 0;
      high = Math.imul(high ^ unit, 2654435761);
      low = Math.imul(low ^ unit, 1597334677);
    }
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36).padStart(11, '0');
}
