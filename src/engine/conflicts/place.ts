/** Detector `place`: the same event in different places. */
import type { ClaimDetector } from './detector';
import { findNameSlot, isPlaced, reportNames } from './names';

export const place: ClaimDetector = {
  id: 'place',
  title: 'Different places',
  compare(pair) {
    const slot = findNameSlot(pair, (candidate) => isPlaced(pair, candidate));
    return slot && reportNames('place', pair, slot);
  },
};
