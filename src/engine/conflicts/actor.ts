/** Detector `actor`: the same act with a different doer, addressee or set of participants. */
import type { Article, Span } from '../types';
import type { ClaimDetector } from './detector';
import { findNameSlot, isPlaced, reportNames } from './names';

export const actor: ClaimDetector = {
  id: 'actor',
  title: 'Different people or bodies',
  compare(pair) {
    const slot = findNameSlot(
      pair,
      (candidate) =>
        !isPlaced(pair, candidate) &&
        !isSource(pair.left.article, candidate.left) &&
        !isSource(pair.right.article, candidate.right),
    );
    return slot && reportNames('actor', pair, slot);
  },
};

/** Whether a name is the source of quoted words: who said something is the attribution detector's matter. */
function isSource({ facts }: Article, { start, end }: Span): boolean {
  return facts.quotations.some(
    ({ source, type }) => type !== 'indirect' && source !== null && source.start < end && start < source.end,
  );
}
