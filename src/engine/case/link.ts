/** Links the entities of single articles into entities of the case. */
import { foldForComparison } from '../text/fold';
import type { Article, Entity, EntityKind, LocalEntity } from '../types';
import { linkBodies } from './bodies';
import { readContext } from './context';
import type { Cluster } from './nodes';
import { linkPeople } from './people';
import { type ArticleReader, createArticleReader } from './reader';

/** Links again and again, and reads anew only the articles and describes only the entities that changed. */
export interface Linker {
  /** @param articles sorted by id @returns entities sorted by id, those that stayed equal as the same objects */
  link(articles: readonly Article[]): readonly Entity[];
}

/** An entity as it was described, with what it was described from. */
interface Described {
  readonly members: readonly LinkedMember[];
  readonly draft: Omit<Entity, 'id'>;
  /** Kind and name. */
  readonly key: string;
}

/** A member of a cluster by objects that stay the same while its article does. */
interface LinkedMember {
  readonly article: string;
  readonly entity: LocalEntity;
  readonly reason: string;
}

/**
 * Links across `articles`; the result does not depend on their order. Entities come sorted by id; an id is made of
 * kind and name, so that it stays the same as long as the name does.
 */
export function linkEntities(articles: readonly Article[]): readonly Entity[] {
  return createLinker().link([...articles].sort((a, b) => compare(a.id, b.id)));
}

/** A linker that has seen no article yet; what it gives depends on the articles only. */
export function createLinker(): Linker {
  const reader = createArticleReader();
  /** By the first member's entity. */
  const described = new WeakMap<LocalEntity, Described>();
  let before: ReadonlyMap<string, Entity> = new Map();

  function describeOnce(kind: EntityKind, cluster: Cluster, articles: readonly Article[]): Described {
    const sorted = [...cluster].sort(
      (a, b) => a.node.article - b.node.article || a.node.local - b.node.local,
    );
    const members = sorted.map(({ node, reason }) => ({
      article: articles[node.article]?.id ?? '',
      entity: node.entity,
      reason,
    }));
    const first = members[0]?.entity;
    const known = first === undefined ? undefined : described.get(first);
    if (known !== undefined && areSame(known.members, members)) return known;
    const draft = describe(kind, sorted, articles, reader);
    const now = { members, draft, key: `${kind}:${slug(draft.name)}` };
    if (first !== undefined) described.set(first, now);
    return now;
  }

  return {
    link(articles) {
      const nodes = reader.nodes(articles);
      const context = readContext(articles.map(({ facts }) => reader.contextKeys(facts)));
      const all = [
        ...linkPeople(nodes.person, context).map((one) => describeOnce('person', one, articles)),
        ...linkBodies(nodes.organization).map((one) => describeOnce('organization', one, articles)),
        ...linkBodies(nodes.place).map((one) => describeOnce('place', one, articles)),
      ];
      const entities = nameEntities(all, before);
      before = new Map(entities.map((entity) => [entity.id, entity]));
      return entities;
    },
  };
}

function areSame(a: readonly LinkedMember[], b: readonly LinkedMember[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, i) => {
      const other = b[i];
      return one.entity === other?.entity && one.article === other.article && one.reason === other.reason;
    })
  );
}

function describe(
  kind: EntityKind,
  members: Cluster,
  articles: readonly Article[],
  reader: ArticleReader,
): Omit<Entity, 'id'> {
  const forms = countForms(members);
  const name = chooseName(kind, forms, reader);
  const idOf = (article: number) => articles[article]?.id ?? '';
  return {
    kind,
    name,
    aliases: [...forms.entries()]
      .filter(([form]) => form !== name)
      .sort(([a, x], [b, y]) => y.articles - x.articles || y.first - x.first || (a < b ? -1 : 1))
      .map(([form]) => form),
    roles: members.flatMap(({ node }) =>
      node.entity.roles.map(({ text, span }) => ({ text, article: idOf(node.article), span })),
    ),
    members: members.map(({ node, reason }) => ({
      article: idOf(node.article),
      local: node.local,
      reason: members.length === 1 ? 'named in this article only' : reason,
    })),
  };
}

interface Usage {
  /** In how many articles the form is used, and in how many as the fullest. */
  articles: number;
  first: number;
}

function countForms(cluster: Cluster): Map<string, Usage> {
  const forms = new Map<string, Usage>();
  for (const { node } of cluster) {
    for (const [i, form] of [node.entity.name, ...node.entity.aliases].entries()) {
      const usage = forms.get(form) ?? { articles: 0, first: 0 };
      usage.articles++;
      if (i === 0) usage.first++;
      forms.set(form, usage);
    }
  }
  return forms;
}

/** The fullest common form: of a person’s full names the one that most articles use. */
function chooseName(kind: EntityKind, forms: ReadonlyMap<string, Usage>, { formOf }: ArticleReader): string {
  const rate = (form: string, { articles, first }: Usage): number => {
    const words = kind === 'person' ? formOf(form).parts.length : form.split(' ').length;
    const whole = words > 1 || kind === 'place' ? 1000 : 0;
    const shouted = form.length > 6 && form === form.toUpperCase() ? -500 : 0;
    return (
      whole +
      shouted +
      Math.min(100, articles + first) +
      Math.min(words, 6) / 10 +
      (/^the /i.test(form) ? -0.05 : 0)
    );
  };
  let best = '';
  let bestRate = Number.NEGATIVE_INFINITY;
  for (const [form, usage] of forms) {
    const value = rate(form, usage);
    if (value > bestRate || (value === bestRate && form < best)) {
      best = form;
      bestRate = value;
    }
  }
  return best;
}

/**
 * Entities that share kind and name are numbered in the order of their first members.
 * @param before the entities of the last time, which stand for equal ones
 */
function nameEntities(described: readonly Described[], before: ReadonlyMap<string, Entity>): Entity[] {
  const order = ({ members, draft }: Described) =>
    `${members[0]?.article ?? ''}\n${draft.members[0]?.local ?? 0}`;
  const sorted = [...described].sort((a, b) => compare(a.key, b.key) || compare(order(a), order(b)));
  const seen = new Map<string, number>();
  return sorted.map(({ key, draft }) => {
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    const id = number === 1 ? key : `${key}~${number}`;
    const same = before.get(id);
    return same !== undefined && isEqual(same, draft) ? same : { id, ...draft };
  });
}

function isEqual(entity: Entity, draft: Omit<Entity, 'id'>): boolean {
  if (entity.members === draft.members) return entity.roles === draft.roles;
  return JSON.stringify(entity) === JSON.stringify({ id: entity.id, ...draft });
}

function slug(name: string): string {
  const plain = foldForComparison(name)
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-|-$/g, '');
  return plain === '' ? 'unnamed' : plain;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
