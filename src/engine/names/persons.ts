/** Which person of the article each name of a person means: full names first, then surnames, first names and titles. */
import { type NameLexicon, WORD } from './lexicon';
import type { Gender, NameMention } from './mention';
import { canBeOnePerson, splitName, surnameOf } from './parts';

/** A person named in one article. */
export interface LocalPerson {
  /** Parts of the fullest name. */
  parts: readonly string[];
  gender: Gender | null;
  /** How often the person is named in full. */
  prominence: number;
  /** Numbers of the mentions, in order of linking. */
  readonly mentions: { readonly mention: number; readonly reason: string }[];
}

interface Named {
  readonly number: number;
  readonly mention: NameMention;
  readonly parts: readonly string[];
}

/** How much more often one of two namesakes must be named in full for a bare surname to be theirs by prominence. */
const CLEARLY_MORE = 2;

/** Groups the person mentions among `mentions`; mentions of other kinds are passed over. */
export function groupPersons(
  mentions: readonly NameMention[],
  text: string,
  lexicon: NameLexicon,
): LocalPerson[] {
  const named: Named[] = [];
  mentions.forEach((mention, number) => {
    if (mention.kind !== 'person') return;
    named.push({ number, mention, parts: splitName(text.slice(mention.start, mention.end)) });
  });
  const people: LocalPerson[] = [];
  const bySurname = new Map<string, LocalPerson[]>();
  groupFullNames(named, people, bySurname, lexicon);
  const byGiven = new Map<string, LocalPerson[]>();
  for (const person of people) {
    for (const part of person.parts.slice(0, -1)) add(byGiven, part, person);
  }
  groupShortNames(named, people, bySurname, byGiven);
  return people;
}

function groupFullNames(
  named: readonly Named[],
  people: LocalPerson[],
  bySurname: Map<string, LocalPerson[]>,
  lexicon: NameLexicon,
): void {
  const full = named.filter(({ parts }) => parts.length > 1);
  const longestFirst = [...full].sort((a, b) => b.parts.length - a.parts.length || a.number - b.number);
  for (const { number, mention, parts } of longestFirst) {
    const gender = mention.gender ?? genderOfName(parts, lexicon);
    const namesakes = bySurname.get(surnameOf(parts)) ?? [];
    let person = namesakes.find((one) => canBeOnePerson(parts, one.parts) && !differ(gender, one.gender));
    if (person === undefined) {
      person = { parts, gender, prominence: 0, mentions: [] };
      people.push(person);
      add(bySurname, surnameOf(parts), person);
    }
    person.gender ??= gender;
    person.prominence++;
    person.mentions.push({ mention: number, reason: 'named in full' });
  }
}

function groupShortNames(
  named: readonly Named[],
  people: LocalPerson[],
  bySurname: Map<string, LocalPerson[]>,
  byGiven: Map<string, LocalPerson[]>,
): void {
  const lastNamed = new Map<string, LocalPerson>();
  const owner = new Map<number, LocalPerson>();
  for (const person of people) for (const { mention } of person.mentions) owner.set(mention, person);
  for (const { number, mention, parts } of named) {
    const known = owner.get(number);
    if (known !== undefined) {
      lastNamed.set(surnameOf(known.parts), known);
      continue;
    }
    const [word = ''] = parts;
    const namesakes = bySurname.get(word) ?? [];
    const agreeing = namesakes.filter(({ gender }) => !differ(mention.gender, gender));
    const chosen = chooseNamesake(agreeing, lastNamed.get(word));
    const given = (byGiven.get(word) ?? []).filter(({ gender }) => !differ(mention.gender, gender));
    if (chosen !== null) {
      chosen.person.mentions.push({ mention: number, reason: chosen.reason });
      chosen.person.gender ??= mention.gender;
    } else if (given[0] !== undefined && given.length === 1) {
      given[0].mentions.push({ mention: number, reason: 'the given name of a person named in full' });
    } else {
      const person: LocalPerson = { parts, gender: mention.gender, prominence: 0, mentions: [] };
      person.mentions.push({ mention: number, reason: 'named by one name only' });
      people.push(person);
      add(bySurname, word, person);
    }
  }
}

/** The person a bare surname means, with the reason. */
function chooseNamesake(
  namesakes: readonly LocalPerson[],
  last: LocalPerson | undefined,
): { person: LocalPerson; reason: string } | null {
  const [only] = namesakes;
  if (only === undefined) return null;
  if (namesakes.length === 1) return { person: only, reason: 'the surname of the only person so named here' };
  const ranked = [...namesakes].sort((a, b) => b.prominence - a.prominence);
  const [first, second] = ranked;
  if (first !== undefined && first.prominence >= CLEARLY_MORE * (second?.prominence ?? 0)) {
    return { person: first, reason: 'the surname of the namesake whom the article names in full most often' };
  }
  if (last !== undefined && namesakes.includes(last)) {
    return { person: last, reason: 'the surname of the namesake last named in full' };
  }
  return { person: first ?? only, reason: 'the surname of a person named in full further on' };
}

function genderOfName(parts: readonly string[], lexicon: NameLexicon): Gender | null {
  const bits = lexicon.wordBits(parts[0] ?? '');
  if (bits & WORD.female) return 'female';
  return bits & WORD.male ? 'male' : null;
}

function differ(a: Gender | null, b: Gender | null): boolean {
  return a !== null && b !== null && a !== b;
}

function add(index: Map<string, LocalPerson[]>, key: string, person: LocalPerson): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [person]);
  else known.push(person);
}
