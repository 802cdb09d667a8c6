/** Particulars of a person that stand right at the name: age, home town, party. */
import type { Article, Mention, Span } from '../types';

/** A particular with the words that give it, name included. */
export interface Particular extends Span {
  readonly kind: 'age' | 'town' | 'party';
  /** Comparable value: “51”, “kelpie bay”, “republican”. */
  readonly value: string;
}

/** Characters before and after a name in which particulars are looked for. */
const BEFORE = 48;
const AFTER = 64;
const AGE_AFTER = /^,? (?:aged )?\(?(\d{1,3})\)?(?=[,.;)]|$)/;
const AGE_BEFORE = /(\d{1,3})-year-old (?:[\p{L}-]+ ){0,3}$/u;
const TOWN_AFTER = /^(?:, \d{1,3},?|,) (?:of|from) (?=\p{Lu})/u;
const PARTY_AFTER = /^,? \(?([DR])[-\u2013][A-Z][\p{L}.]*/u;
const PARTIES: Readonly<Record<string, string>> = { D: 'Democrat', R: 'Republican' };
const OLDEST = 120;

/** Reads the particulars of the local entity `local` at its names in running text. */
export function readParticulars({ text, facts }: Article, local: number): Particular[] {
  const places = new Map(facts.mentions.flatMap((one) => (one.kind === 'place' ? [[one.start, one]] : [])));
  return facts.mentions
    .filter(({ entity, form }) => entity === local && form === 'name')
    .flatMap((mention) => [
      ...readAge(text, mention),
      ...readTown(text, mention, places),
      ...readParty(text, mention),
    ]);
}

function readAge(text: string, { start, end }: Span): Particular[] {
  const after = AGE_AFTER.exec(text.slice(end, end + AFTER));
  const before = AGE_BEFORE.exec(text.slice(Math.max(0, start - BEFORE), start));
  const age = Number(after?.[1] ?? before?.[1] ?? Number.NaN);
  if (!(age > 0 && age <= OLDEST)) return [];
  const span =
    after === null
      ? { start: start - (before?.[0].length ?? 0), end }
      : { start, end: end + after[0].length };
  return [{ kind: 'age', value: String(age), ...span }];
}

function readTown(text: string, { start, end }: Span, places: ReadonlyMap<number, Mention>): Particular[] {
  const found = TOWN_AFTER.exec(text.slice(end, end + AFTER));
  const place = found === null ? undefined : places.get(end + found[0].length);
  if (place === undefined) return [];
  return [{ kind: 'town', value: text.slice(place.start, place.end).toLowerCase(), start, end: place.end }];
}

function readParty(text: string, { start, end }: Span): Particular[] {
  const found = PARTY_AFTER.exec(text.slice(end, end + AFTER));
  const party = PARTIES[found?.[1] ?? ''];
  return found === null || party === undefined
    ? []
    : [{ kind: 'party', value: party, start, end: end + found[0].length }];
}
