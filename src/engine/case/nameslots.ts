/** Which names may fill the same slot, and whether an article names somebody at all. */
import type { Context } from '../conflicts/detector';
import { foldForComparison } from '../text/fold';
import type { Article, NameReference } from '../types';

/** The names of one article by entity of the case and by the words they are made of. */
export interface NameIndex {
  /** Whether this article names whom `value` of the other article names, or somebody of a like name. */
  names(other: NameIndex, value: NameReference): boolean;
  kindOf(value: NameReference): string;
  idOf(value: NameReference): string;
  wordsOf(value: NameReference): readonly string[];
}

/** Words that many names share and that tell nobody apart. */
const PLAIN = new Set(
  'the of and for new university county city state national united party house street john'.split(' '),
);

export function indexNames(article: Article, context: Context): NameIndex {
  const { entities } = article.facts;
  const ids = entities.map((_, local) => context.entityOf(article, local)?.id ?? `${article.id} ${local}`);
  const words = entities.map(({ name, aliases }) => [...new Set([name, ...aliases].flatMap(wordsIn))]);
  const known = new Set(ids);
  const text = foldForComparison(article.text);
  const spoken = new Set(text.split(/[^a-z0-9]+/));
  return {
    names(other, value) {
      if (known.has(other.idOf(value))) return true;
      const own = other.wordsOf(value);
      return own.length === 0 || own.some((word) => spoken.has(word));
    },
    kindOf: ({ entity }) => entities[entity]?.kind ?? '',
    idOf: ({ entity }) => ids[entity] ?? '',
    wordsOf: ({ entity }) => words[entity] ?? [],
  };
}

function wordsIn(name: string): string[] {
  return foldForComparison(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2 && !PLAIN.has(word));
}

const PLACING = new Set(['in', 'at', 'near', 'outside', 'from', 'to', 'on', 'around', 'off']);

/** How well two names fit one slot, 0 to 1: same kind, same preposition or role, the same words right around them. */
export function fitNames(a: NameReference, left: NameIndex, b: NameReference, right: NameIndex): number {
  const kindA = left.kindOf(a);
  const kindB = right.kindOf(b);
  const placed = PLACING.has(a.relation) && PLACING.has(b.relation);
  if (kindA !== kindB && !(placed && kindA !== 'person' && kindB !== 'person')) return 0;
  if (placed || kindA === 'place') return a.relation === b.relation ? 1 : placed ? 0.7 : listed(a, b);
  if (a.role === 'subject' && b.role === 'subject') return a.family === b.family ? 1 : 0.5;
  if (a.role !== b.role && a.relation !== b.relation) return 0;
  return a.family === b.family ? 0.9 : a.relation !== '' && a.relation === b.relation ? 0.8 : listed(a, b);
}

const listed = (a: NameReference, b: NameReference): number => (a.list === b.list && a.list > 1 ? 0.9 : 0);
