/** Names the matter that two claims are about, by content only. */
import type { ClaimPair } from './detector';

/** The same for pairs about the same slot: kind of value, things counted, rarest shared words. */
export function describeMatter(pair: ClaimPair, ...slot: readonly string[]): string {
  return [...slot].sort().concat(pair.shared.slice(0, 4)).join(' ');
}
