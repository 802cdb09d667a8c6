/** What linking works on: the entities of single articles as nodes, and clusters of nodes with reasons. */

import type { Office } from '../names/offices';
import type { Gender, LocalEntity } from '../types';
import type { PersonForm } from './forms';

/** One article’s entity. */
export interface Node {
  /** Index into the articles, which are sorted by id. */
  readonly article: number;
  /** Its index in the article's entities. */
  readonly local: number;
  readonly entity: LocalEntity;
  readonly gender: Gender | null;
  readonly offices: readonly Office[];
  /** How often the article names it. */
  readonly count: number;
}

export interface PersonNode extends Node {
  readonly form: PersonForm;
}

/** An organisation or a place. */
export interface BodyNode extends Node {
  /** Keys of its name, and of the other forms of it (`bodyKey`). */
  readonly key: string;
  readonly aliasKeys: readonly string[];
}

export interface Nodes {
  readonly person: readonly PersonNode[];
  readonly organization: readonly BodyNode[];
  readonly place: readonly BodyNode[];
}

/** A node as a member of a cluster. */
export interface Member {
  readonly node: Node;
  readonly reason: string;
}

export type Cluster = readonly Member[];

/** Appends to the list under a key. */
export function addTo<K, V>(index: Map<K, V[]>, key: K, value: V): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [value]);
  else known.push(value);
}
