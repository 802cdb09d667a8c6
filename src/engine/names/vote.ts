/** Makes one document agree with itself: the same word names the same kind of thing, and a surname stays a person. */
import { type NameContext, SEEN, STYLE } from './context';
import type { ModelKind } from './labels';
import { type NameLexicon, WORD } from './lexicon';
import { isHonorific, type RepairedSpan } from './repair';
import { CASE } from './words';

const SURNAME = 'the surname of a person named in full in this article';
const SHORT = 'the short form of an organisation named in full in this article';
const AGREED = 'the same word is such a name elsewhere in this article';
/** So often must a lone word be a name of one kind before it is taken for one where the model missed it. */
const ENOUGH = 2;

interface Ballot {
  person: number;
  organization: number;
  place: number;
  other: number;
  surname: boolean;
  orgHead: boolean;
}

/** Corrects and completes `spans` (in order, not overlapping); the result is in order and does not overlap either. */
export function voteOnNames(
  context: NameContext,
  spans: readonly RepairedSpan[],
  lexicon: NameLexicon,
): RepairedSpan[] {
  const ballots = countVotes(context, spans, lexicon);
  const persons = new Set(
    spans
      .filter(({ from, to, kind }) => kind === 'person' && to - from > 1)
      .map((span) => textOf(context, span)),
  );
  const taken = new Uint8Array(context.document.tokens.length);
  const voted = spans.map((span): RepairedSpan => {
    taken.fill(1, span.from, span.to);
    if (span.to - span.from !== 1) {
      const named = span.kind === 'organization' && persons.has(textOf(context, span));
      return named ? { ...span, kind: 'person', reason: AGREED } : span;
    }
    const word = context.document.tokens[span.from]?.lower ?? '';
    const ballot = ballots.get(word);
    if (ballot === undefined) return span;
    if (span.kind !== 'person' && isSurname(context, lexicon, span.from, ballot)) {
      return { ...span, kind: 'person', reason: SURNAME };
    }
    const isShort = ballot.orgHead && !ballot.surname && ballot.organization >= ballot.person;
    if (span.kind === 'person' && isShort && !isHonorific(context.document.tokens, span.from - 1)) {
      return { ...span, kind: 'organization', reason: SHORT };
    }
    return span;
  });
  return [...voted, ...findMissed(context, ballots, taken, lexicon)].sort((a, b) => a.from - b.from);
}

function findMissed(
  context: NameContext,
  ballots: ReadonlyMap<string, Ballot>,
  taken: Uint8Array,
  lexicon: NameLexicon,
): RepairedSpan[] {
  const { tokens } = context.document;
  const missed: RepairedSpan[] = [];
  for (const { from, to } of context.document.sentences) {
    for (let i = from; i < to; i++) {
      if (taken[i] === 1 || (context.forms[i]?.letters ?? CASE.none) < CASE.first) continue;
      if (isHonorific(tokens, i - 1) && i > from && !isHonorific(tokens, i)) {
        const end = endOfRun(context, i, to, taken);
        missed.push({ from: i, to: end, kind: 'person', reason: 'a name after an honorific' });
        i = end - 1;
        continue;
      }
      const word = tokens[i]?.lower ?? '';
      const ballot = ballots.get(word);
      if (ballot === undefined || !standsAlone(context, i, from, to)) continue;
      if (isSurname(context, lexicon, i, ballot)) {
        missed.push({ from: i, to: i + 1, kind: 'person', reason: SURNAME });
        continue;
      }
      const kind = agreedKind(context, i, ballot);
      if (kind !== null) missed.push({ from: i, to: i + 1, kind, reason: AGREED });
    }
  }
  return missed;
}

function countVotes(
  context: NameContext,
  spans: readonly RepairedSpan[],
  lexicon: NameLexicon,
): Map<string, Ballot> {
  const { tokens } = context.document;
  const ballots = new Map<string, Ballot>();
  const ballotOf = (word: string): Ballot => {
    let ballot = ballots.get(word);
    if (ballot === undefined) {
      ballot = { person: 0, organization: 0, place: 0, other: 0, surname: false, orgHead: false };
      ballots.set(word, ballot);
    }
    return ballot;
  };
  for (const { from, to, kind } of spans) {
    const last = tokens[to - 1]?.lower ?? '';
    if (to - from === 1) {
      const weight = context.styles[context.sentenceOf[from] ?? 0] === STYLE.plain ? 1 : 0.5;
      if (kind === 'organization' && stampsNoun(context, to)) continue;
      ballotOf(last)[kind] += weight;
    } else if (kind === 'person') {
      const ballot = ballotOf(last);
      ballot.person++;
      if (last.length > 1) ballot.surname = true;
    } else if (kind === 'organization' && (lexicon.wordBits(last) & WORD.orgWord) !== 0) {
      const ballot = ballotOf(tokens[from]?.lower ?? '');
      ballot.organization++;
      ballot.orgHead = true;
    }
  }
  return ballots;
}

function isSeenInLowerCase({ forms }: NameContext, at: number): boolean {
  return ((forms[at]?.sighting.bits ?? 0) & SEEN.lower) !== 0;
}

/** “the Falkner campaign”: the noun after it says little of what the name before it names. */
function stampsNoun(context: NameContext, after: number): boolean {
  const token = context.document.tokens[after];
  return token?.tag === 'NOUN' && token.text === token.lower;
}

function textOf(context: NameContext, { from, to }: RepairedSpan): string {
  const words = context.document.tokens.slice(from, to);
  return words.map(({ lower }) => lower).join(' ');
}

function isSurname(context: NameContext, lexicon: NameLexicon, at: number, ballot: Ballot): boolean {
  if (!ballot.surname || ballot.person <= ballot.place + (ballot.orgHead ? 0 : ballot.organization))
    return false;
  const barred = WORD.orgWord | WORD.title | WORD.demonym;
  const word = context.document.tokens[at]?.lower ?? '';
  return (lexicon.wordBits(word) & barred) === 0 && !isSeenInLowerCase(context, at);
}

/** The one kind that a lone word has wherever the model took it for a name; `null` when it is not that clear. */
function agreedKind(context: NameContext, at: number, ballot: Ballot): ModelKind | null {
  if (isSeenInLowerCase(context, at)) return null;
  for (const kind of ['person', 'organization', 'place'] as const) {
    const rest = ballot.person + ballot.organization + ballot.place + ballot.other - ballot[kind];
    if (ballot[kind] >= ENOUGH && rest === 0) return kind;
  }
  return null;
}

/** End of the capitalised words from `at` on that belong to no other name, three at most. */
function endOfRun(context: NameContext, at: number, to: number, taken: Uint8Array): number {
  let end = at + 1;
  while (end < to && end < at + 3 && taken[end] !== 1 && (context.forms[end]?.letters ?? 0) >= CASE.first)
    end++;
  return end;
}

/** No capitalised neighbour that could make the word part of a longer name (except in headlines). */
function standsAlone(context: NameContext, at: number, from: number, to: number): boolean {
  if (context.styles[context.sentenceOf[at] ?? 0] !== STYLE.plain) return true;
  const capital = (i: number) => i >= from && i < to && (context.forms[i]?.letters ?? 0) >= CASE.first;
  return !capital(at + 1) && !capital(at - 1);
}
