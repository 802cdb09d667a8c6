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
  const lists = listSizes(tokens, from, inside);
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
      list: lists[i] ?? 1,
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

/** How many names each mention is listed with: “A, B and C”. */
function listSizes(tokens: readonly Token[], from: number, inside: readonly Mention[]): number[] {
  const sizes: number[] = [];
  let start = 0;
  let at = from;
  inside.forEach((mention, i) => {
    const before = inside[i - 1];
    if (before === undefined || !joins(before.end, mention.start)) start = i;
    for (let j = start; j <= i; j++) sizes[j] = i - start + 1;
  });
  return sizes;

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
