/** Reads the names of a small article for tests. */
import type { ArticleFacts, EntityKind, LocalEntity } from '../../../src/engine';
import { sharedEngine } from '../../engine';

export interface ReadNames {
  readonly text: string;
  readonly facts: ArticleFacts;
  /** Texts of the name mentions of one kind, in order. */
  readonly named: (kind: EntityKind) => string[];
  /** The entity that the nth name mention with this text belongs to (0 first). */
  readonly entityOf: (name: string, nth?: number) => LocalEntity;
  /** The reason of that mention. */
  readonly reasonOf: (name: string, nth?: number) => string;
}

export function readNames(text: string): ReadNames {
  const facts = sharedEngine().analyze({ id: 'test.txt', text });
  const mentions = facts.mentions.filter(({ form }) => form === 'name');
  const find = (name: string, nth = 0) => {
    const mention = mentions.filter(({ start, end }) => text.slice(start, end) === name)[nth];
    if (mention === undefined) throw new Error(`“${name}” (${nth}) is not among the names found`);
    return mention;
  };
  return {
    text,
    facts,
    named: (kind) =>
      mentions.filter((one) => one.kind === kind).map(({ start, end }) => text.slice(start, end)),
    entityOf: (name, nth) => {
      const entity = facts.entities[find(name, nth).entity];
      if (entity === undefined) throw new Error(`the mention “${name}” points to no entity`);
      return entity;
    },
    reasonOf: (name, nth) => find(name, nth).reason,
  };
}
