/** What detectors `place` and `actor` share: two names in one slot, told apart and reported. */
import type { ConflictKind, NameReference } from '../types';
import type { ClaimPair, Finding, Slot } from './detector';
import { describeMatter } from './matter';

/** How sure it must be that two names fill one slot, 0 to 1. */
const LEAST_SLOT = 0.6;
/** How alike the two passages, and the two clauses, must be, 0 to 1. */
const LEAST_PASSAGE = 0.28;
const LEAST_CLAUSE = 0.22;

const PLACING = new Set(['in', 'at', 'near', 'outside', 'from', 'to', 'on', 'around', 'off']);

/** The surest slot of a pair whose names are of the kind a detector looks for. */
export function findNameSlot(
  pair: ClaimPair,
  wanted: (slot: Slot<NameReference>) => boolean,
): Slot<NameReference> | undefined {
  if (pair.score < LEAST_PASSAGE || pair.clause < LEAST_CLAUSE) return undefined;
  return pair.names
    .filter((slot) => slot.score >= LEAST_SLOT && wanted(slot))
    .sort((a, b) => b.score - a.score)[0];
}

/** Whether both names tell where something is rather than who does it. */
export function isPlaced(pair: ClaimPair, { left, right }: Slot<NameReference>): boolean {
  const kindOf = (side: 'left' | 'right', { entity }: NameReference) =>
    pair[side].article.facts.entities[entity]?.kind;
  if (kindOf('left', left) === 'place' || kindOf('right', right) === 'place') return true;
  return (
    PLACING.has(left.relation) &&
    left.relation !== 'to' &&
    left.relation !== 'on' &&
    left.relation === right.relation
  );
}

export function reportNames(
  kind: ConflictKind,
  pair: ClaimPair,
  { left, right, scope, score }: Slot<NameReference>,
): Finding {
  const one = pair.left.article.text.slice(left.start, left.end);
  const other = pair.right.article.text.slice(right.start, right.end);
  return {
    kind,
    severity: 'contradiction',
    sides: [
      {
        article: pair.left.article,
        span: { start: left.start, end: left.end },
        says: one,
        key: one.toLowerCase(),
      },
      {
        article: pair.right.article,
        span: { start: right.start, end: right.end },
        says: other,
        key: other.toLowerCase(),
      },
    ],
    matter: describeMatter(pair, kind),
    differs:
      kind === 'place'
        ? 'They put the same matter in different places.'
        : 'They name somebody else in the same part.',
    reconciles: null,
    explanation: [
      pair.reason,
      `both names fill one slot${scope < 1 ? '' : ': they hang on the same word or stand in the same list'}; likeness of passages ${pair.score.toFixed(2)}, of the slots ${score.toFixed(2)}`,
    ],
  };
}
