/** Cuts a sentence into clauses: stretches with a verb of their own, split at coordination and subordination. */
import type { Token } from '../text/document';

/** A range of tokens: `from` inclusive, `to` exclusive. */
export interface Clause {
  readonly from: number;
  readonly to: number;
}

const SUBORDINATORS = new Set(
  'while whereas although though because after before when since unless if until as where which who whose whom so'.split(
    ' ',
  ),
);
const COORDINATORS = new Set(['and', 'but', 'or', 'nor']);
const CUTS = new Set([';', ':', '—', '–', '--', '(', ')']);
/** Fewer tokens than this stand with their neighbour. */
const SHORTEST = 4;

/** The clauses of tokens `from` to `to`: they follow each other without gaps. */
export function splitClauses(tokens: readonly Token[], from: number, to: number): Clause[] {
  const clauses: Clause[] = [];
  let start = from;
  for (let i = from + 1; i < to; i++) {
    if (i - start < SHORTEST || to - i < SHORTEST || !mayCut(tokens, i)) continue;
    if (!hasVerb(tokens, start, i) || !hasVerb(tokens, i, Math.min(to, i + 14))) continue;
    clauses.push({ from: start, to: i });
    start = i;
  }
  if (start < to) clauses.push({ from: start, to });
  return clauses;
}

function mayCut(tokens: readonly Token[], i: number): boolean {
  const word = tokens[i]?.lower ?? '';
  const before = tokens[i - 1]?.lower ?? '';
  if (CUTS.has(word)) return true;
  if (COORDINATORS.has(word)) return before === ',' || startsPredicate(tokens, i + 1);
  if (SUBORDINATORS.has(word)) return word !== 'as' || before === ',';
  // “…, leaving three dead”: a participle after a comma is a clause of its own.
  const tag = tokens[i]?.tag;
  return before === ',' && tag === 'VERB' && word.endsWith('ing');
}

/** “and has invested”, “but they left”: a verb or a subject with its verb follows the coordinator. */
function startsPredicate(tokens: readonly Token[], i: number): boolean {
  const first = tokens[i]?.tag;
  if (first === 'VERB' || first === 'AUX') return true;
  if (first !== 'PRON' && first !== 'DET' && first !== 'PROPN') return false;
  for (let j = i + 1; j < i + 5; j++) {
    const tag = tokens[j]?.tag;
    if (tag === 'AUX') return true;
    if (tag === 'VERB') return first === 'PRON';
    if (tag !== 'PROPN' && tag !== 'NOUN' && tag !== 'ADJ') return false;
  }
  return false;
}

function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const tag = tokens[i]?.tag;
    if (tag === 'VERB' || tag === 'AUX') return true;
  }
  return false;
}
