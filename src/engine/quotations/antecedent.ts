/** Whom a source means that the names stage left open: “he” by subject or last speaker, “the ayatollah” by office. */
import type { Names } from '../names/names';
import { type Document, tokenAt } from '../text/document';
import type { Gender, Mention, Span } from '../types';
import { firstEndingAfter, isGoverned, isPossessive } from './mentions';

/** The person who spoke last, and in which sentence. */
export interface LastSpeaker {
  readonly entity: number;
  readonly sentence: number;
}

export interface Antecedent {
  readonly entity: number;
  /** Goes on from the words of the source: “is Ana Díaz, the last to speak”. */
  readonly reason: string;
}

const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['she', 'female'],
]);
const RELATIVES = new Set(['who', 'which', 'that', 'whom']);
/** How many sentences back the last speaker may be. */
const LOOK_BACK = 2;

/** Finds whom `source`, which stands in sentence number `sentence`, means; `null`: nobody can be told. */
export function findAntecedent(
  source: Span,
  sentence: number,
  document: Document,
  names: Names,
  last: LastSpeaker | null,
): Antecedent | null {
  const words = document.text.slice(source.start, source.end).toLowerCase();
  const gender = GENDERS.get(words);
  if (gender !== undefined) return findPerson(source, sentence, gender, document, names, last);
  const at = tokenAt(document.tokens, source.start);
  if (RELATIVES.has(words)) {
    const comma = document.tokens[at - 1]?.lower === ',';
    return findByOffice(at - (comma ? 2 : 1), document, names);
  }
  const end = tokenAt(document.tokens, source.end - 1);
  const opener = document.tokens[at]?.lower;
  return opener === 'the' || opener === 'this' ? findByOffice(end, document, names) : null;
}

function findPerson(
  source: Span,
  sentence: number,
  gender: Gender,
  document: Document,
  names: Names,
  last: LastSpeaker | null,
): Antecedent | null {
  const { mentions, entities } = names;
  const admits = (entity: number) => {
    const known = entities[entity];
    return known?.kind === 'person' && (known.gender ?? gender) === gender;
  };
  const named = (entity: number, why: string): Antecedent => ({
    entity,
    reason: `is ${entities[entity]?.name ?? ''}, ${why}`,
  });
  const own = document.sentences[sentence];
  if (own === undefined) return null;
  const isSubject = (mention: Mention, clause: Span) =>
    admits(mention.entity) && !isPossessive(mention, document) && !isGoverned(mention, clause, document);
  let i = firstEndingAfter(mentions, source.start) - 1;
  for (; i >= 0; i--) {
    const mention = mentions[i];
    if (mention === undefined || mention.start < own.start) break;
    if (isSubject(mention, own)) return named(mention.entity, 'named before it in the sentence');
  }
  if (
    last !== null &&
    last.sentence <= sentence &&
    sentence - last.sentence <= LOOK_BACK &&
    admits(last.entity)
  )
    return named(last.entity, 'the last to speak');
  const before = document.sentences[sentence - 1];
  if (before === undefined) return null;
  let subject: Mention | null = null;
  for (; i >= 0; i--) {
    const mention = mentions[i];
    if (mention === undefined || mention.start < before.start) break;
    if (isSubject(mention, before)) subject = mention;
  }
  return subject === null ? null : named(subject.entity, 'the subject of the sentence before');
}

/** The subject of the sentence, for a verb that has none of its own: “Ruiz left, proclaiming …”; `null`: none is named. */
export function findSentenceSubject(
  cue: Span,
  sentence: number,
  document: Document,
  { mentions, entities }: Names,
): Antecedent | null {
  const own = document.sentences[sentence];
  const verb = document.tokens[tokenAt(document.tokens, cue.start)];
  if (own === undefined || verb?.tag !== 'VERB' || !verb.lower.endsWith('ing')) return null;
  for (let i = firstEndingAfter(mentions, own.start); i < mentions.length; i++) {
    const mention = mentions[i];
    if (mention === undefined || mention.start >= cue.start) return null;
    if (mention.kind === 'place' || isPossessive(mention, document)) continue;
    if (isGoverned(mention, own, document)) continue;
    return {
      entity: mention.entity,
      reason: `${entities[mention.entity]?.name ?? ''} is the subject of the sentence`,
    };
  }
  return null;
}

/** The only person of the article in the office that the noun at token `at` names. */
function findByOffice(at: number, { tokens }: Document, { entities }: Names): Antecedent | null {
  const noun = tokens[at];
  if (noun === undefined || (noun.tag !== 'NOUN' && noun.tag !== 'PROPN')) return null;
  const sought = noun.lower;
  let holder = -1;
  for (let i = 0; i < entities.length; i++) {
    const entity = entities[i];
    if (entity?.kind !== 'person' || !entity.roles.some(({ text }) => endsWith(text, sought))) continue;
    if (holder >= 0) return null;
    holder = i;
  }
  if (holder < 0) return null;
  return { entity: holder, reason: `is ${entities[holder]?.name ?? ''}, the only ${sought} in the article` };
}

/** Whether a role's last word is `sought`: “Supreme Leader Ayatollah” makes an ayatollah, “his spokesman’s deputy” no spokesman. */
function endsWith(role: string, sought: string): boolean {
  const words = role.toLowerCase();
  return words === sought || words.endsWith(` ${sought}`);
}
