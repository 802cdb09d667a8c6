/** What linking works on: the entities of single articles as nodes, and clusters of nodes with reasons. */

import { type Office, readOffice } from '../names/offices';
import type { Article, EntityKind, Gender, LocalEntity } from '../types';

/** One article’s entity. */
export interface Node {
  /** Index into the articles, which are sorted by id. */
  readonly article: number;
  readonly local: number;
  readonly entity: LocalEntity;
  readonly gender: Gender | null;
  readonly offices: readonly Office[];
  /** How often the article names it. */
  readonly count: number;
}

/** A node as a member of a cluster. */
export interface Member {
  readonly node: Node;
  readonly reason: string;
}

export type Cluster = readonly Member[];

/** The nodes of all articles by kind, in the order of articles and of their entities. */
export function readNodes(articles: readonly Article[]): Readonly<Record<EntityKind, Node[]>> {
  const nodes: Record<EntityKind, Node[]> = { person: [], organization: [], place: [] };
  articles.forEach(({ facts }, article) => {
    const counts = new Map<number, number>();
    for (const { entity, form } of facts.mentions) {
      if (form === 'name') counts.set(entity, (counts.get(entity) ?? 0) + 1);
    }
    facts.entities.forEach((entity, local) => {
      const offices = entity.roles.flatMap(({ text }) => readOffice(text) ?? []);
      nodes[entity.kind].push({
        article,
        local,
        entity,
        gender: entity.gender ?? null,
        offices,
        count: counts.get(local) ?? 0,
      });
    });
  });
  return nodes;
}

/** Appends to the list under a key. */
export function addTo<K, V>(index: Map<K, V[]>, key: K, value: V): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [value]);
  else known.push(value);
}
