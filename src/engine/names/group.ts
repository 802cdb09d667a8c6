/** Ties the name mentions of one article to the entities they mean, each with a reason. */
import type { Document } from '../text/document';
import type { EntityKind, LocalEntity, Mention, Role, Span } from '../types';
import { groupBodies } from './bodies';
import type { NameLexicon } from './lexicon';
import type { Gender, NameMention } from './mention';
import { splitName } from './parts';
import { groupPersons } from './persons';

/** Names of one article with their entities; what coreference builds on. */
export interface GroupedNames {
  /** In the order of `names`, which is text order. */
  readonly mentions: readonly Mention[];
  /** The same mentions with title, apposition and token range. */
  readonly names: readonly NameMention[];
  /** Ordered by first mention. */
  readonly entities: readonly LocalEntity[];
  /** What titles and first names say of each entity's sex. */
  readonly genders: readonly (Gender | null)[];
}

interface Group {
  readonly kind: EntityKind;
  readonly gender: Gender | null;
  readonly mentions: readonly { readonly mention: number; readonly reason: string }[];
}

/** Groups `names` (in text order) into entities. */
export function groupMentions(
  document: Document,
  names: readonly NameMention[],
  lexicon: NameLexicon,
): GroupedNames {
  const { text } = document;
  const groups: Group[] = [
    ...groupPersons(names, text, lexicon).map(
      ({ gender, mentions }): Group => ({ kind: 'person', gender, mentions }),
    ),
    ...groupBodies(names, text, lexicon).map(
      ({ kind, mentions }): Group => ({ kind, gender: null, mentions }),
    ),
  ].map((group) => ({ ...group, mentions: [...group.mentions].sort((a, b) => a.mention - b.mention) }));
  groups.sort((a, b) => (a.mentions[0]?.mention ?? 0) - (b.mentions[0]?.mention ?? 0));
  const placed: Mention[] = [];
  groups.forEach(({ kind, mentions }, entity) => {
    for (const { mention, reason } of mentions) {
      const name = names[mention];
      if (name === undefined) continue;
      const why = reason === 'the same name' ? name.reason : reason;
      placed[mention] = { start: name.start, end: name.end, kind, form: 'name', entity, reason: why };
    }
  });
  return {
    mentions: placed,
    names,
    entities: groups.map((group) => describeEntity(group, names, text)),
    genders: groups.map(({ gender }) => gender),
  };
}

function describeEntity({ kind, mentions }: Group, names: readonly NameMention[], text: string): LocalEntity {
  const own = mentions.flatMap(({ mention }) => names[mention] ?? []);
  const counts = new Map<string, number>();
  for (const { start, end } of own) {
    const form = text.slice(start, end).replace(/\s+/g, ' ');
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const [name = '', ...aliases] = [...counts.keys()].sort(
    (a, b) =>
      fullness(b, kind) - fullness(a, kind) ||
      (counts.get(b) ?? 0) - (counts.get(a) ?? 0) ||
      (a < b ? -1 : 1),
  );
  return { kind, name, aliases, roles: readRoles(own, text) };
}

/** Longer names first; a form in capitals only when there is no other. */
function fullness(name: string, kind: EntityKind): number {
  const shouting = kind !== 'organization' && name.length > 4 && name === name.toUpperCase() ? 0.5 : 0;
  return (kind === 'person' ? splitName(name).length : name.length) - shouting;
}

function readRoles(names: readonly NameMention[], text: string): Role[] {
  const roles = new Map<string, Role>();
  for (const { title, apposition } of names) {
    for (const span of [title, apposition]) {
      if (span === null) continue;
      const role = describeRole(span, text);
      if (!roles.has(role.text.toLowerCase())) roles.set(role.text.toLowerCase(), role);
    }
  }
  return [...roles.values()];
}

function describeRole(span: Span, text: string): Role {
  return { text: text.slice(span.start, span.end).replace(/\s+/g, ' '), span };
}
