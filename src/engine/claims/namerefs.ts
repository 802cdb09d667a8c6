/** Names of a clause as slots: the preposition they hang on, their role, the words around them. */
import type { Token } from '../text/document';
import type { Claim, Mention, NameReference } from '../types';
import type { Clause } from './clauses';
import { isContent, lemmaOf } from './words';

/** Content words on each side that tell what slot a name fills. */
const REACH = 5;
/** Those that count as right around it. */
const NEAR = 2;

type Roles = Pick<Claim, 'family' | 'subjects' | 'objects'>;

/** The names among the mentions of a clause, in order; pronouns and descriptions are left out. */
export function findNames(
  tokens: readonly Token[],
  { from, to }: Clause,
  inside: readonly Mention[],
  { family, subjects, objects }: Roles,
): NameReference[] {
  const names: NameReference[] = [];
  const lists = readLists(tokens, from, inside);
  let at = from;
  inside.forEach((mention, i) => {
    while (at < to && (tokens[at]?.end ?? 0) <= mention.start) at++;
    if (mention.form !== 'name') return;
    let end = at;
    while (end < to && (tokens[end]?.start ?? mention.end) < mention.end) end++;
    const relation = prepositionBefore(tokens, from, at);
    const isSubject = subjects.includes(mention.entity);
    const role = isSubject
      ? 'subject'
      : objects.includes(mention.entity) && relation === ''
        ? 'object'
        : 'other';
    const before = collect(tokens, at - 1, from - 1, -1);
    const after = collect(tokens, end, to, 1);
    names.push({
      start: mention.start,
      end: mention.end,
      entity: mention.entity,
      relation,
      role,
      family,
      scope: [...before].reverse().concat(after),
      near: [...before.slice(0, NEAR), ...after.slice(0, NEAR)],
      list: lists[i]?.length ?? 1,
      companions: (lists[i] ?? []).filter((entity) => entity !== mention.entity),
      host: isAttribute(tokens, end) ? '' : hostOf(tokens, { from, to }, at, end, relation, isSubject),
    });
  });
  return names;
}

function collect(tokens: readonly Token[], start: number, stop: number, step: 1 | -1): string[] {
  const words: string[] = [];
  for (let i = start; i !== stop && words.length < REACH; i += step) {
    const token = tokens[i];
    if (token === undefined) break;
    if (isContent(token) && token.tag !== 'PROPN') words.push(lemmaOf(token));
  }
  return words;
}

/** The preposition right before a name; “the”, titles and adjectives may stand between. */
function prepositionBefore(tokens: readonly Token[], from: number, at: number): string {
  for (let i = at - 1; i >= Math.max(from, at - 4); i--) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.tag === 'ADP') return token.lower;
    if (token.tag !== 'DET' && token.tag !== 'ADJ' && token.tag !== 'PROPN') break;
  }
  return '';
}

/** “Manafort’s lawyer”, “Pentagon rules”: the name only says of what kind something is. */
function isAttribute(tokens: readonly Token[], end: number): boolean {
  const next = tokens[end];
  return next?.tag === 'NOUN' || next?.lower === "'s" || next?.lower === "'";
}

/**
 * The word that a name hangs on: before a preposition the nearest noun or verb, for a subject the verb that follows;
 * for a name that opens its clause, “In Tirosa the school …”, the first noun after it.
 */
function hostOf(
  tokens: readonly Token[],
  { from, to }: Clause,
  at: number,
  end: number,
  relation: string,
  isSubject: boolean,
): string {
  const wanted = (token: Token) =>
    token.tag === 'VERB' || (relation !== '' && token.tag === 'NOUN' && isContent(token));
  if (relation === '' && isSubject) {
    for (let i = end; i < Math.min(to, end + REACH); i++) {
      const token = tokens[i];
      if (token?.tag === 'VERB' && isContent(token)) return lemmaOf(token);
    }
  }
  for (let i = at - 1; i >= Math.max(from, at - 2 * REACH); i--) {
    const token = tokens[i];
    if (token !== undefined && wanted(token)) return lemmaOf(token);
  }
  for (let i = end; i < Math.min(to, end + 2 * REACH); i++) {
    const token = tokens[i];
    if (token?.tag === 'NOUN' && isContent(token)) return lemmaOf(token);
  }
  return '';
}

/** The entities each mention is listed with, itself among them: “A, B and C”. */
function readLists(tokens: readonly Token[], from: number, inside: readonly Mention[]): number[][] {
  const lists: number[][] = [];
  let at = from;
  inside.forEach((mention, i) => {
    const before = inside[i - 1];
    const last = lists[i - 1];
    const list = before !== undefined && last !== undefined && joins(before.end, mention.start) ? last : [];
    list.push(mention.entity);
    lists.push(list);
  });
  return lists;

  function joins(end: number, next: number): boolean {
    if (next - end > 12) return false;
    while ((tokens[at]?.end ?? Number.POSITIVE_INFINITY) <= end) at++;
    let links = 0;
    for (let i = at; (tokens[i]?.start ?? next) < next; i++) {
      const lower = tokens[i]?.lower;
      if (lower !== ',' && lower !== 'and' && lower !== 'or' && lower !== 'the') return false;
      if (lower !== 'the') links++;
    }
    return links > 0;
  }
}
