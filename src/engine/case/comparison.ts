/** Compares the articles of each story, and only those of stories that a change can affect. */
import { compareStory, createContext, type StoryComparison, tellApart } from '../conflicts/conflicts';
import type { WordRelations } from '../lexicon/relations';
import type { Article, Conflict, Entity, Story } from '../types';
import { createUtteranceReader, type UtteranceReader } from './utterance';

/** A story as it was compared: what went in, what came out. */
interface Compared extends StoryComparison {
  readonly articles: readonly Article[];
  readonly entities: readonly Entity[];
  /** The entities as far as this story knows them. */
  readonly known: string;
}

export interface Comparison {
  /** The conflicts of all stories, each with an id of its own. */
  compare(articles: readonly Article[], entities: readonly Entity[], stories: readonly Story[]): Conflict[];
  /** Each story of the last comparison with the pairs that it was compared by. */
  stories(): readonly StoryComparison[];
}

/** Remembers each story's last comparison: a story with the same articles and the same entities is not compared again. */
export function createComparison(relations: WordRelations): Comparison {
  let before = new Map<string, Compared>();
  const utterancesOf = createUtteranceReader();
  return {
    compare(articles, entities, stories) {
      const byId = new Map(articles.map((article) => [article.id, article]));
      const byArticle = groupByArticle(entities);
      const now = new Map<string, Compared>();
      for (const story of stories) {
        const members = story.articles.flatMap((id) => byId.get(id) ?? []);
        const present = [...new Set(members.flatMap(({ id }) => byArticle.get(id) ?? []))].sort(byKey);
        const key = story.articles[0] ?? '';
        now.set(key, compareAnew(members, present, before.get(key), relations, utterancesOf));
      }
      before = now;
      return tellApart([...now.values()].flatMap(({ conflicts }) => conflicts));
    },
    stories: () => [...before.values()],
  };
}

function compareAnew(
  articles: readonly Article[],
  entities: readonly Entity[],
  last: Compared | undefined,
  relations: WordRelations,
  utterancesOf: UtteranceReader,
): Compared {
  const sameArticles = last !== undefined && isSame(last.articles, articles);
  if (sameArticles && isSame(last.entities, entities)) return last;
  const ids = new Set(articles.map(({ id }) => id));
  const local = entities.map((entity) => restrict(entity, ids));
  const known = JSON.stringify(local);
  if (sameArticles && last.known === known) return { ...last, entities };
  return {
    articles,
    entities,
    known,
    ...compareStory(articles, createContext(articles, local, relations), utterancesOf),
  };
}

/** The entity as the articles of one story know it: what other stories say of it cannot matter there. */
function restrict(entity: Entity, articles: ReadonlySet<string>): Entity {
  return {
    ...entity,
    roles: entity.roles.filter(({ article }) => articles.has(article)),
    members: entity.members.filter(({ article }) => articles.has(article)),
  };
}

function groupByArticle(entities: readonly Entity[]): Map<string, Entity[]> {
  const groups = new Map<string, Entity[]>();
  for (const entity of entities) {
    for (const { article } of entity.members) {
      const group = groups.get(article);
      if (group === undefined) groups.set(article, [entity]);
      else group.push(entity);
    }
  }
  return groups;
}

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

function byKey(a: Entity, b: Entity): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
