/** Whom an article names: the question whether a name of another article is news to it. */
import type { Context } from '../conflicts/detector';
import { foldForComparison } from '../text/fold';
import type { Article, NameReference, Span } from '../types';
import { readNesting } from './containment';

/** The names of one article by entity of the case and by the words they are made of. */
export interface NameIndex {
  /** Whether this article names whom `value` of the other article names, or somebody of a like name. */
  names(other: NameIndex, value: NameReference): boolean;
  kindOf(value: NameReference): string;
  idOf(value: NameReference): string;
  idOfLocal(local: number): string;
  wordsOf(value: NameReference): readonly string[];
  nameOf(value: NameReference): string;
  /** Whether the article puts one of two entities of the case within the other. */
  nests(one: string, other: string): boolean;
  /** Whether a name is whom words are credited to: who said something is compared as attribution. */
  speaks(value: NameReference): boolean;
}

/** Words that many names share and that tell nobody apart. */
const PLAIN = new Set(
  'the of and for new university county city state national united party street john'.split(' '),
);

/** Prepositions that say where. */
export const PLACING: ReadonlySet<string> = new Set([
  'in',
  'at',
  'near',
  'outside',
  'from',
  'to',
  'on',
  'around',
  'off',
]);
/** Verbs that do no more than credit words to somebody. */
const SAYING = new Set('say tell accord write add explain argue claim ask state note'.split(' '));
/** Who was first to find or report something is part of what happened. */
const FINDING =
  /\b(?:noticed?|found|discovered|report(?:ed)?|reveal(?:ed)?|broke|obtained|published?|first)\b/i;

const isSaying = ({ text }: Article, cue: Span | null): boolean =>
  cue === null || !FINDING.test(text.slice(cue.start, cue.end));

export function indexNames(article: Article, context: Context): NameIndex {
  const { entities } = article.facts;
  const ids = entities.map((_, local) => context.entityOf(article, local)?.id ?? `${article.id} ${local}`);
  const words = entities.map(({ name, aliases }) => [...new Set([name, ...aliases].flatMap(wordsIn))]);
  const sources = article.facts.quotations.flatMap(({ source, type, cue }) =>
    source !== null && (type !== 'indirect' || isSaying(article, cue)) ? [source] : [],
  );
  const nested = new Set(
    [...readNesting(article)].map((pair) => {
      const [one = '', other = ''] = pair.split(' ').map((local) => ids[Number(local)]);
      return `${one}\n${other}`;
    }),
  );
  const known = new Set(ids);
  const spoken = new Set(foldForComparison(article.text).split(/[^a-z0-9]+/));
  return {
    names(other, value) {
      if (known.has(other.idOf(value))) return true;
      const own = other.wordsOf(value);
      // Of a body or place every word must be there: “Miami” alone is not the Miami Herald.
      return other.kindOf(value) === 'person'
        ? own.length === 0 || own.some((word) => spoken.has(word))
        : own.every((word) => spoken.has(word));
    },
    kindOf: ({ entity }) => entities[entity]?.kind ?? '',
    idOf: ({ entity }) => ids[entity] ?? '',
    idOfLocal: (local) => ids[local] ?? '',
    wordsOf: ({ entity }) => words[entity] ?? [],
    nameOf: ({ entity }) => entities[entity]?.name ?? '',
    nests: (one, other) => nested.has(`${one}\n${other}`),
    speaks: ({ start, end, host, relation }) =>
      SAYING.has(host) ||
      (!PLACING.has(relation) && sources.some((source) => source.start < end && start < source.end)),
  };
}

function wordsIn(name: string): string[] {
  return foldForComparison(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2 && !PLAIN.has(word));
}
