/** Resolves descriptions: “the Russian leader”, “the mayor”, “the newspaper”, by the roles that the article gives. */

import { parseList } from '../lexicon/list';
import nounList from '../lexicon/person-nouns.txt';
import type { Document, Sentence, Token } from '../text/document';
import { foldForComparison } from '../text/fold';
import type { Gender } from '../types';
import type { KnownNames } from './coreference';
import { countryOf } from './countries';
import type { Discourse } from './discourse';
import { readOffice } from './offices';

/** Reads the description that starts with “the” at token `at`; `to` is exclusive. */
export type DescriptionReader = (
  sentence: Sentence,
  number: number,
  at: number,
  discourse: Discourse,
) => { entity: number; to: number; reason: string } | undefined;

interface Profile {
  readonly entity: number;
  readonly heads: ReadonlySet<string>;
  readonly scope: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  readonly former: boolean;
}

const nouns = new Map<string, Gender | null>();
for (const entry of parseList(nounList)) {
  const [noun = '', gender] = entry.startsWith('prime minister') ? ['prime minister'] : entry.split(' ');
  nouns.set(noun, gender === 'male' || gender === 'female' ? gender : null);
}
const LEADERS = new Set([
  'president',
  'minister',
  'premier',
  'chancellor',
  'king',
  'queen',
  'leader',
  'emir',
  'sultan',
  'monarch',
  'dictator',
  'ruler',
]);
/** Nouns for bodies, with words that the names of such bodies contain. */
const BODIES: Readonly<Record<string, readonly string[]>> = {
  newspaper: [
    'times',
    'post',
    'journal',
    'newspaper',
    'herald',
    'tribune',
    'guardian',
    'telegraph',
    'gazette',
    'chronicle',
    'daily',
    'courier',
    'observer',
    'globe',
    'inquirer',
    'examiner',
  ],
  paper: [
    'times',
    'post',
    'journal',
    'newspaper',
    'herald',
    'tribune',
    'guardian',
    'telegraph',
    'gazette',
    'chronicle',
    'daily',
    'globe',
  ],
  agency: ['agency', 'irna', 'tass', 'xinhua'],
  ministry: ['ministry'],
  department: ['department'],
  committee: ['committee'],
  commission: ['commission'],
  university: ['university'],
  bank: ['bank'],
  airline: ['airlines', 'airways', 'airline', 'air'],
  union: ['union'],
  institute: ['institute'],
  foundation: ['foundation'],
  court: ['court'],
};
const MODIFIERS = 4;

/** Prepares what the article says of its entities’ roles. */
export function readDescriptions(
  document: Document,
  known: KnownNames,
  genders: readonly (Gender | null)[],
): DescriptionReader {
  const profiles = known.entities.map((_, entity) => readProfile(known, entity));
  return (sentence, number, at, discourse) => {
    const noun = readNoun(document.tokens, sentence, at);
    if (noun === undefined) return undefined;
    const person = nouns.get(noun.head);
    const fits = person === undefined ? bodyFits(noun, known) : personFits(noun, person, profiles, genders);
    if (fits === undefined) return undefined;
    const reach = discourse.candidates(
      number,
      sentence.paragraph,
      { use: 'subject', says: false },
      (entity) => fits(entity) && known.entities[entity] !== undefined,
    );
    const [first, second] = reach;
    const all = known.entities.flatMap((_, entity) => (fits(entity) ? [entity] : []));
    const [only] = all;
    const words = document.text.slice(
      document.tokens[at]?.start ?? 0,
      document.tokens[noun.to - 1]?.end ?? 0,
    );
    if (
      first !== undefined &&
      !first.trace.quoted &&
      (second === undefined || first.score - second.score >= 1)
    ) {
      return {
        entity: first.entity,
        to: noun.to,
        reason: `${words}: ${known.entities[first.entity]?.name ?? ''}, named just before`,
      };
    }
    if (
      person !== undefined &&
      only !== undefined &&
      all.length === 1 &&
      first === undefined &&
      isNamedBefore(known, only, sentence.start)
    ) {
      return { entity: only, to: noun.to, reason: `${words}: nobody else in the article is one` };
    }
    return undefined;
  };
}

interface NounPhrase {
  readonly head: string;
  readonly modifiers: readonly string[];
  readonly to: number;
}

/** “the” + up to four adjectives or nouns + a noun of the lists, with nothing behind it that narrows it. */
function readNoun(tokens: readonly Token[], sentence: Sentence, at: number): NounPhrase | undefined {
  const modifiers: string[] = [];
  for (let i = at + 1; i < Math.min(sentence.to, at + 2 + MODIFIERS); i++) {
    const token = tokens[i];
    if (token === undefined) return undefined;
    const word = token.lower;
    const two = `${tokens[i - 1]?.lower ?? ''} ${word}`;
    if ((nouns.has(word) || word in BODIES) && !continues(tokens, sentence, i + 1)) {
      return { head: nouns.has(two) ? two : word, modifiers, to: i + 1 };
    }
    if (token.tag !== 'ADJ' && token.tag !== 'NOUN' && token.tag !== 'PROPN' && token.lower !== '-')
      return undefined;
    modifiers.push(word);
  }
  return undefined;
}

/** True when the noun phrase goes on: another noun, a name, “of …”, “who …”, an apposition. */
function continues(tokens: readonly Token[], sentence: Sentence, at: number): boolean {
  const next = tokens[at];
  if (next === undefined || at >= sentence.to) return false;
  if (next.tag === 'NOUN' || next.tag === 'PROPN' || next.tag === 'ADJ' || next.lower === '-') return true;
  if (
    next.lower === 'of' ||
    next.lower === 'who' ||
    next.lower === 'and' ||
    next.lower === 'or' ||
    next.lower === 'for'
  )
    return true;
  const after = tokens[at + 1];
  return next.lower === ',' && after !== undefined && after.tag === 'PROPN';
}

function readProfile({ entities }: KnownNames, entity: number): Profile {
  const heads = new Set<string>();
  const scope = new Set<string>();
  const countries = new Set<string>();
  let former = false;
  for (const { text } of entities[entity]?.roles ?? []) {
    const office = readOffice(text);
    if (office !== null) {
      heads.add(office.head);
      for (const word of office.scope) scope.add(word);
    }
    const words = foldForComparison(text).split(/[^a-z.]+/);
    if (words.includes('former') || words.includes('ex')) former = true;
    words.forEach((word, i) => {
      const country = countryOf(`${word} ${words[i + 1] ?? ''}`) ?? countryOf(word);
      if (country !== null) countries.add(country);
    });
  }
  return { entity, heads, scope, countries, former };
}

function personFits(
  { head, modifiers }: NounPhrase,
  gender: Gender | null,
  profiles: readonly Profile[],
  genders: readonly (Gender | null)[],
): ((entity: number) => boolean) | undefined {
  const wanted = readOffice(head)?.head ?? head;
  const country =
    modifiers
      .map((word, i) => countryOf(`${word} ${modifiers[i + 1] ?? ''}`) ?? countryOf(word))
      .find((key) => key !== null) ?? null;
  const former = modifiers.includes('former');
  const narrowing = modifiers.filter(
    (word) => countryOf(word) === null && word !== 'former' && word !== '-' && word !== 'prime',
  );
  return (entity) => {
    const profile = profiles[entity];
    if (profile === undefined || profile.former !== former) return false;
    if (gender !== null && genders[entity] !== null && genders[entity] !== gender) return false;
    const isHead =
      profile.heads.has(wanted) ||
      (wanted === 'leader' && [...profile.heads].some((one) => LEADERS.has(one)));
    if (!isHead || (country !== null && !profile.countries.has(country))) return false;
    if (head === 'prime minister' && !profile.scope.has('prime')) return false;
    return narrowing.every((word) => profile.scope.has(word));
  };
}

function bodyFits(
  { head, modifiers }: NounPhrase,
  { entities }: KnownNames,
): ((entity: number) => boolean) | undefined {
  const words = BODIES[head];
  if (words === undefined || modifiers.length > 0) return undefined;
  return (entity) => {
    const known = entities[entity];
    if (known?.kind !== 'organization') return false;
    const own = new Set(
      foldForComparison([known.name, ...known.roles.map(({ text }) => text)].join(' ')).split(/[^a-z]+/),
    );
    return words.some((word) => own.has(word)) || own.has(head);
  };
}

function isNamedBefore({ mentions }: KnownNames, entity: number, offset: number): boolean {
  for (const mention of mentions) {
    if (mention.start >= offset) return false;
    if (mention.entity === entity) return true;
  }
  return false;
}
