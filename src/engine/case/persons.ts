/** Proposes pairs of persons of different articles that are, or may be, one person. */
import type { Context, EntityPair, Located } from '../conflicts/detector';
import femaleList from '../lexicon/female-names.txt';
import { parseList } from '../lexicon/list';
import maleList from '../lexicon/male-names.txt';
import { readOffice } from '../names/offices';
import { foldForComparison } from '../text/fold';
import type { Article, Entity, LocalEntity } from '../types';
import { compareGiven } from './forms';

/** Up to this many articles all pairs are compared, beyond it each article with the first that is unlike it. */
const FEW_ARTICLES = 12;
/** Words that say how somebody is related, not who they are. */
const KIN = new Set(
  'son daughter brother sister father mother wife husband widow widower cousin uncle aunt nephew niece grandson granddaughter child twin partner'.split(
    ' ',
  ),
);

const MALE: ReadonlySet<string> = new Set(parseList(maleList));
const FEMALE: ReadonlySet<string> = new Set(parseList(femaleList));

interface Member {
  readonly entity: Entity;
  readonly located: Located<LocalEntity>;
}

/** Aligns the persons of one story's `articles`; the result does not depend on their order. */
export function alignPersons(articles: readonly Article[], context: Context): EntityPair[] {
  const byEntity = new Map<Entity, Member[]>();
  for (const article of articles) {
    article.facts.entities.forEach((item, index) => {
      const entity = item.kind === 'person' ? context.entityOf(article, index) : undefined;
      if (entity === undefined) return;
      const member = { entity, located: { article, item, index } };
      const members = byEntity.get(entity);
      if (members === undefined) byEntity.set(entity, [member]);
      else members.push(member);
    });
  }
  const linked = [...byEntity.values()].flatMap(pairMembers);
  return [...linked, ...pairNamesakes([...byEntity.values()])];
}

function pairMembers(members: readonly Member[]): EntityPair[] {
  const pairs: EntityPair[] = [];
  const firstOf = new Map<string, Member>();
  for (const member of members) {
    const print = printOf(member.located.item);
    const others =
      members.length <= FEW_ARTICLES ? members.slice(0, members.indexOf(member)) : firstOf.values();
    for (const other of others) {
      if (printOf(other.located.item) === print && other.located.article.text === member.located.article.text)
        continue;
      pairs.push(pair(other, member, 1, 'the same person in both articles'));
    }
    if (!firstOf.has(print)) firstOf.set(print, member);
  }
  return pairs;
}

function printOf({ name, roles }: LocalEntity): string {
  return [name, ...roles.map(({ text }) => text)].join('|');
}

/** Persons of one surname and one office in different articles whose first names cannot be one person's. */
function pairNamesakes(groups: readonly (readonly Member[])[]): EntityPair[] {
  const bySurname = new Map<string, Member[][]>();
  for (const members of groups) {
    const full = members.filter(({ located }) => located.item.name.includes(' '));
    const [first] = full;
    if (first === undefined) continue;
    const surname = wordsOf(first.located.item.name).at(-1) ?? '';
    const list = bySurname.get(surname);
    if (list === undefined) bySurname.set(surname, [full]);
    else list.push(full);
  }
  const pairs: EntityPair[] = [];
  for (const people of bySurname.values()) {
    people.forEach((left, i) => {
      for (const right of people.slice(i + 1)) {
        const reason = mayBeOne(left, right);
        if (reason === undefined) continue;
        for (const a of left) for (const b of right) pairs.push(pair(a, b, 0.6, reason));
      }
    });
  }
  return pairs;
}

function mayBeOne(left: readonly Member[], right: readonly Member[]): string | undefined {
  const articles = new Set(left[0]?.entity.members.map(({ article }) => article));
  if (right[0]?.entity.members.some(({ article }) => articles.has(article))) return undefined;
  const [a = ''] = wordsOf(left[0]?.located.item.name ?? '');
  const [b = ''] = wordsOf(right[0]?.located.item.name ?? '');
  if (a.length < 2 || b.length < 2 || compareGiven(a, b) !== undefined) return undefined;
  if (a.slice(0, 3) === b.slice(0, 3) || differInGender(a, b)) return undefined;
  const held = new Set(left.flatMap(uniqueHeads));
  const office = right.flatMap(uniqueHeads).find((head) => held.has(head));
  return office === undefined
    ? undefined
    : `one surname and one office (${office}), never both in one article`;
}

/** A man's and a woman's name: a couple, not a slip. */
function differInGender(a: string, b: string): boolean {
  return (MALE.has(a) && FEMALE.has(b) && !FEMALE.has(a)) || (FEMALE.has(a) && MALE.has(b) && !MALE.has(a));
}

/** Heads of roles that only one person of a story holds: “the captain”, “Captain”, not “a nurse”. */
function uniqueHeads({ located }: Member): string[] {
  return located.item.roles.flatMap(({ text }) => {
    if (/^an? /i.test(text)) return [];
    const office = readOffice(text);
    return office === null || KIN.has(office.head) ? [] : [office.head];
  });
}

function wordsOf(name: string): string[] {
  return foldForComparison(name)
    .split(/[\s.]+/)
    .filter((word) => word !== '');
}

function pair(left: Member, right: Member, score: number, reason: string): EntityPair {
  return {
    left: left.located,
    right: right.located,
    score,
    reason,
    entity: left.entity,
    counterpart: right.entity,
  };
}
