/** Resolves third-person singular pronouns: subject before object, near before far, and only with a clear margin. */
import type { Document, Sentence } from '../text/document';
import type { Gender } from '../types';
import type { KnownNames } from './coreference';
import type { Candidate, Discourse } from './discourse';
import { isSpeaker, readRole } from './grammar';

export interface Pronoun {
  readonly gender: Gender;
  readonly use: 'subject' | 'object' | 'owner' | 'reflexive';
}

/** “her” owns when a noun follows; it is read where it stands. */
export const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map([
  ['he', { gender: 'male', use: 'subject' }],
  ['him', { gender: 'male', use: 'object' }],
  ['his', { gender: 'male', use: 'owner' }],
  ['himself', { gender: 'male', use: 'reflexive' }],
  ['she', { gender: 'female', use: 'subject' }],
  ['her', { gender: 'female', use: 'owner' }],
  ['hers', { gender: 'female', use: 'owner' }],
  ['herself', { gender: 'female', use: 'reflexive' }],
]);

export interface PronounPlace {
  readonly pronoun: Pronoun;
  readonly sentence: Sentence;
  readonly number: number;
  /** Index of the pronoun’s token. */
  readonly at: number;
  readonly document: Document;
  readonly known: KnownNames;
  /** Index of the first name mention after the pronoun. */
  readonly ahead: number;
  readonly quoted: Uint8Array;
}

/** How far the best candidate must lead, in the scores of {@link Discourse}. */
const MARGIN = 0.7;
/** A candidate weaker than this is too far away to be meant. */
const WEAKEST = 1.4;
const KNOWN_GENDER = 0.5;

export function isReflexive(word: string): boolean {
  return word === 'himself' || word === 'herself';
}

/** The entity a pronoun means, with the reason; `undefined` below a clear margin. */
export function resolvePronoun(
  place: PronounPlace,
  discourse: Discourse,
  genderOf: (entity: number) => Gender | null,
): { entity: number; reason: string } | undefined {
  const { pronoun, sentence, number, at, document } = place;
  const forward = resolveForward(place, genderOf);
  if (forward !== undefined) return forward;
  const subject = discourse.subjectOf(number);
  const use = useOf(place);
  const excluded =
    use === 'object' && subject !== undefined && isSameClause(document, subject.token, at)
      ? subject.entity
      : null;
  const admits = (entity: number) =>
    isPerson(place, entity) && genderOf(entity) !== opposite(pronoun.gender) && entity !== excluded;
  const seeker = {
    use: use === 'reflexive' ? ('subject' as const) : use,
    says: isSpeaker(document.tokens, at, at + 1, sentence.to),
  };
  const candidates = discourse
    .candidates(number, sentence.paragraph, seeker, admits)
    .map((candidate) => ({
      ...candidate,
      score: candidate.score + (genderOf(candidate.entity) === pronoun.gender ? KNOWN_GENDER : 0),
    }))
    .sort((a, b) => b.score - a.score || b.trace.token - a.trace.token);
  const [first, second] = candidates;
  if (first === undefined || first.entity < 0 || first.trace.quoted || first.score < WEAKEST)
    return undefined;
  if (use === 'reflexive' && subject !== undefined && subject.entity !== first.entity) return undefined;
  if (second !== undefined && first.score - second.score < MARGIN) return undefined;
  return { entity: first.entity, reason: explain(first, second, place) };
}

/** “In his first speech, Ana Díaz …”: the pronoun stands before the comma, its subject right after. */
function resolveForward(
  place: PronounPlace,
  genderOf: (entity: number) => Gender | null,
): { entity: number; reason: string } | undefined {
  const { pronoun, sentence, at, document, known, ahead, quoted } = place;
  const { tokens } = document;
  const opener = tokens[sentence.from];
  if (pronoun.use !== 'owner' || opener === undefined || at - sentence.from > 8) return undefined;
  if (opener.tag !== 'ADP' && opener.tag !== 'SCONJ' && !opener.lower.endsWith('ing')) return undefined;
  let comma = at;
  while (comma < sentence.to && tokens[comma]?.lower !== ',') comma++;
  for (let i = sentence.from; i < at; i++)
    if (tokens[i]?.tag === 'PROPN' || quoted[i] === 1) return undefined;
  const from = tokens[comma + 1];
  if (from === undefined || comma + 1 >= sentence.to) return undefined;
  for (let m = ahead; m < known.mentions.length; m++) {
    const mention = known.mentions[m];
    if (mention === undefined || mention.start >= sentence.end) return undefined;
    if (mention.start < from.start || !isPerson(place, mention.entity)) continue;
    let start = comma + 1;
    while (start < sentence.to && (tokens[start]?.start ?? 0) < mention.start) start++;
    let to = start;
    while (to < sentence.to && (tokens[to]?.start ?? 0) < mention.end) to++;
    // Only titles may stand between the comma and the subject’s name.
    for (let i = comma + 1; i < start; i++)
      if (tokens[i]?.tag === 'VERB' || tokens[i]?.tag === 'AUX' || tokens[i]?.tag === 'PRON')
        return undefined;
    if (readRole(tokens, start, to, sentence.to) !== 'subject') return undefined;
    if (genderOf(mention.entity) === opposite(pronoun.gender)) return undefined;
    return {
      entity: mention.entity,
      reason: `the subject that follows, ${known.entities[mention.entity]?.name ?? ''}`,
    };
  }
  return undefined;
}

function useOf({ pronoun, document, at }: PronounPlace): Pronoun['use'] {
  if (document.tokens[at]?.lower !== 'her') return pronoun.use;
  const next = document.tokens[at + 1];
  const owns =
    next !== undefined &&
    (next.tag === 'NOUN' || next.tag === 'ADJ' || next.tag === 'NUM' || next.tag === 'PROPN');
  return owns ? 'owner' : 'object';
}

/** No mark, conjunction or relative word between the subject and the pronoun opens another clause. */
function isSameClause({ tokens }: Document, from: number, at: number): boolean {
  let verbs = 0;
  for (let i = from; i < at; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    if (token.tag === 'SCONJ' || token.lower === 'who' || token.lower === 'that' || token.lower === ';')
      return false;
    if (token.tag === 'VERB') verbs++;
  }
  return verbs <= 3;
}

function isPerson({ known }: PronounPlace, entity: number): boolean {
  return entity < 0 || known.entities[entity]?.kind === 'person';
}

function opposite(gender: Gender): Gender {
  return gender === 'male' ? 'female' : 'male';
}

function explain(
  { entity, trace }: Candidate,
  second: Candidate | undefined,
  { pronoun, known, number }: PronounPlace,
): string {
  const noun = pronoun.gender === 'male' ? 'man' : 'woman';
  const name = known.entities[entity]?.name ?? '';
  if (second === undefined) return `the only ${noun} named just before, ${name}`;
  if (trace.role === 'subject')
    return trace.sentence === number
      ? `the subject of the sentence, ${name}`
      : `the last ${noun} named as a subject, ${name}`;
  return `the ${noun} named last, ${name}`;
}
