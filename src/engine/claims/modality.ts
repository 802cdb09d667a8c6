/** How sure or how done a clause is: asserted, planned, possible, alleged, denied. */
import { parseList } from '../lexicon/list';
import cueList from '../lexicon/modality-cues.txt';
import type { Token } from '../text/document';
import type { Modality } from '../types';
import type { Clause } from './clauses';

const CUES = new Map<string, Modality>();
for (const line of parseList(cueList)) {
  const [kind, ...lemmas] = line.split(' ');
  for (const lemma of lemmas) CUES.set(lemma, kind as Modality);
}
/** When several stand in a clause the one further from fact wins. */
const ORDER: readonly Modality[] = ['asserted', 'planned', 'possible', 'alleged', 'denied'];

/** The modality of tokens `from` to `to`. */
export function findModality(tokens: readonly Token[], from: number, to: number): Modality {
  let found: Modality = 'asserted';
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token === undefined || token.tag === 'PROPN' || token.tag === 'DET') continue;
    const cue = CUES.get(token.lemma) ?? CUES.get(token.lower);
    if (cue === undefined || isNoun(token, tokens[i - 1])) continue;
    if (token.lower === 'talks' && tokens[i - 1]?.lower !== 'in') continue;
    if (ORDER.indexOf(cue) > ORDER.indexOf(found)) found = cue;
  }
  if (found === 'asserted' && isComing(tokens, from, to)) return 'planned';
  return found;
}

/** “a will”, “the can”: the word as a noun is no cue; “the plan to close” and “talks” are. */
const isNoun = (token: Token, before: Token | undefined): boolean =>
  token.tag === 'NOUN' &&
  (token.lemma === 'will' || token.lemma === 'can' || token.lemma === 'may' || token.lemma === 'promise') &&
  before !== undefined;

/** “is going to”, “is set to”, “is due to”, “is to”. */
function isComing(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i + 1 < to; i++) {
    if (tokens[i + 1]?.lower !== 'to') continue;
    const word = tokens[i]?.lower;
    const before = tokens[i - 1];
    if ((word === 'going' || word === 'set' || word === 'due' || word === 'about') && before?.tag === 'AUX')
      return true;
    if ((word === 'is' || word === 'are') && tokens[i + 2]?.tag === 'VERB') return true;
  }
  return false;
}

/** Whether a clause speaks of what is to come, so that “Friday” is the next one. */
export function isFuture(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const lower = tokens[i]?.lower;
    if (lower === 'will' || lower === "'ll" || lower === 'shall') return true;
    if (lower === 'scheduled' || lower === 'upcoming' || lower === 'planned' || lower === 'expected')
      return true;
  }
  return isComing(tokens, from, to);
}

const CONDITIONS = new Set(['if', 'unless', 'whether', 'should', 'would', 'might', 'may', 'could']);

/** Whether a clause is a condition, a question or a mere thought: it asserts nothing. */
export function isHypothetical(tokens: readonly Token[], { from, to }: Clause, sentenceEnd: number): boolean {
  for (let i = sentenceEnd - 1; i >= sentenceEnd - 3; i--) if (tokens[i]?.lower === '?') return true;
  for (let i = from; i < to; i++) {
    const word = tokens[i]?.lower ?? '';
    if (CONDITIONS.has(word) && !isUnable(tokens, i)) return true;
  }
  return false;
}

/** “could not find” tells what happened. */
const isUnable = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.lower === 'could' && (tokens[i + 1]?.lower === 'not' || tokens[i + 1]?.lower === "n't");
