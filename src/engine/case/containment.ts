/** Whether one of two names may stand for the other: a city for its country, a chamber for its parliament. */
import bodyList from '../lexicon/body-parts.txt';
import { parseList } from '../lexicon/list';
import aliasList from '../lexicon/place-aliases.txt';
import placeList from '../lexicon/place-parents.txt';
import { countryOf } from '../names/countries';
import { foldForComparison } from '../text/fold';
import type { Article } from '../types';

const WHOLES = new Map<string, Set<string>>();
for (const line of parseList(placeList)) {
  const [whole = '', ...parts] = line.split('|');
  for (const part of parts) WHOLES.set(part, (WHOLES.get(part) ?? new Set()).add(whole));
}
const FULL = new Map<string, string>();
for (const line of parseList(aliasList)) {
  const [full = '', ...others] = line.split('|');
  for (const other of others) FULL.set(other, full);
}
const COMPANY = new Map<string, number[]>();
parseList(bodyList).forEach((line, i) => {
  for (const body of line.split('|')) COMPANY.set(body, [...(COMPANY.get(body) ?? []), i]);
});

/** Deepest nesting of places that is followed: city, state, country. */
const DEEPEST = 3;

/** A name as the lists have it: folded, without “the”, in full. */
export function placeKey(name: string): string {
  const folded = foldForComparison(name).replace(/^the /, '').trim();
  return FULL.get(folded) ?? folded;
}

/** Whether one of two places lies within the other as far as the lists know, or both names speak of one country. */
export function mayContain(a: string, b: string): boolean {
  const [one, other] = [placeKey(a), placeKey(b)];
  if (one === other || reaches(one, other) || reaches(other, one)) return true;
  const country = countryOf(one);
  return country !== null && country === countryOf(other);
}

function reaches(part: string, whole: string): boolean {
  let ring: ReadonlySet<string> = new Set([part]);
  for (let depth = 0; depth < DEEPEST; depth++) {
    const next = new Set<string>();
    for (const place of ring) for (const around of WHOLES.get(place) ?? []) next.add(around);
    if (next.has(whole)) return true;
    ring = next;
  }
  return false;
}

/** Whether two bodies go together: “the House” and “Congress”. */
export function goTogether(a: string, b: string): boolean {
  const lines = COMPANY.get(placeKey(a));
  return lines?.some((line) => COMPANY.get(placeKey(b))?.includes(line)) === true;
}

/**
 * Pairs of local entities of which an article says that one lies within the other, “Tirosa, Ossin” or “Tirosa in
 * Ossin”, as `part whole` and `whole part`.
 */
export function readNesting({ text, facts }: Article): ReadonlySet<string> {
  const nested = new Set<string>();
  const { mentions } = facts;
  mentions.forEach((mention, i) => {
    const next = mentions[i + 1];
    if (next === undefined || mention.kind === 'person' || next.kind !== 'place') return;
    if (next.start - mention.end > 12 || next.entity === mention.entity) return;
    const between = text.slice(mention.end, next.start);
    if (
      !/^(?:, | in | of | near |, in | outside )(?:the |northern |southern |eastern |western |central )?$/.test(
        between,
      )
    )
      return;
    nested.add(`${mention.entity} ${next.entity}`);
    nested.add(`${next.entity} ${mention.entity}`);
  });
  return nested;
}
