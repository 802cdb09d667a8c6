/** Persons of one passage whom the matched passage leaves out though its article knows them: the count is of somebody else. */
import type { Match } from './match';
import type { Passage } from './passages';

const PERSON = '@person:';

/** On how many sides, 0 to 2, a passage tells of somebody whom the other article names, but not there. */
export type Strangers = (match: Match) => number;

/** Reads who is named where; `passages` by article. */
export function readStrangers(passages: readonly (readonly Passage[])[]): Strangers {
  const known = passages.map((own) => new Set(own.flatMap(personsOf)));
  const hasStranger = (passage: Passage, other: Passage) =>
    personsOf(passage).some((id) => !other.features.has(id) && known[other.source]?.has(id) === true);
  return ({ left, right }) => Number(hasStranger(left, right)) + Number(hasStranger(right, left));
}

const personsOf = ({ features }: Passage): string[] =>
  [...features.keys()].filter((feature) => feature.startsWith(PERSON));
