/** Detector `actor`: the same act with a different doer, addressee or set of participants. */
import type { ClaimDetector } from './detector';
import { findNameSlot, isPlaced, reportNames } from './names';

export const actor: ClaimDetector = {
  id: 'actor',
  title: 'Different people or bodies',
  compare(pair) {
    const slot = findNameSlot(pair, (candidate) => !isPlaced(pair, candidate));
    return slot && reportNames('actor', pair, slot);
  },
};
