/** What of an article's facts other stages depend on, without offsets: equal digests, equal consequences. */
import type { Article, ArticleFacts, Entity } from '../types';

/** Keys that only say where something stands. */
const PLACES = new Set(['start', 'end', 'span']);

/** What linking across articles reads: entities with their roles, how often each is mentioned, outlet and date. */
export function digestNames({ entities, mentions, outlet, published }: ArticleFacts): string {
  return JSON.stringify([entities, mentions, outlet, published], withoutPlaces);
}

function withoutPlaces(key: string, value: unknown): unknown {
  return PLACES.has(key) ? undefined : value;
}

/** `entities` with the roles of `changed` articles where they stand now; for articles whose digest is unchanged. */
export function moveRoles(entities: readonly Entity[], changed: ReadonlyMap<string, Article>): Entity[] {
  return entities.map((entity) => {
    if (!entity.roles.some(({ article }) => changed.has(article))) return entity;
    const seen = new Map<string, number>();
    const roles = entity.roles.map((role) => {
      const article = changed.get(role.article);
      if (article === undefined) return role;
      const count = seen.get(role.article) ?? 0;
      seen.set(role.article, count + 1);
      const span = rolesIn(entity, article)[count]?.span;
      return span === undefined ? role : { ...role, span };
    });
    return { ...entity, roles };
  });
}

/** The entity's roles in one article, in the order of its members. */
function rolesIn(
  { members }: Entity,
  { id, facts }: Article,
): { readonly span: { start: number; end: number } }[] {
  return members
    .filter(({ article }) => article === id)
    .flatMap(({ local }) => [...(facts.entities[local]?.roles ?? [])]);
}
