/** Links the entities of single articles into entities of the case. */
import { foldForComparison } from '../text/fold';
import type { Article, Entity, EntityKind } from '../types';
import { linkBodies } from './bodies';
import { readContext } from './context';
import { readPersonForm } from './forms';
import { type Cluster, readNodes } from './nodes';
import { linkPeople } from './people';

/**
 * Links across `articles`; the result does not depend on their order. Entities come sorted by id; an id is made of
 * kind and name, so that it stays the same as long as the name does.
 */
export function linkEntities(articles: readonly Article[]): Entity[] {
  const sorted = [...articles].sort((a, b) => (a.id < b.id ? -1 : 1));
  const nodes = readNodes(sorted);
  const context = readContext(sorted);
  const entities = [
    ...linkPeople(nodes.person, context).map((cluster) => describe('person', cluster, sorted)),
    ...linkBodies(nodes.organization).map((cluster) => describe('organization', cluster, sorted)),
    ...linkBodies(nodes.place).map((cluster) => describe('place', cluster, sorted)),
  ];
  return withIds(entities);
}

function describe(kind: EntityKind, cluster: Cluster, articles: readonly Article[]): Omit<Entity, 'id'> {
  const members = [...cluster].sort((a, b) => a.node.article - b.node.article || a.node.local - b.node.local);
  const forms = countForms(cluster);
  const name = chooseName(kind, forms);
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
function chooseName(kind: EntityKind, forms: ReadonlyMap<string, Usage>): string {
  const rate = (form: string, { articles, first }: Usage): number => {
    const words = kind === 'person' ? readPersonForm(form).parts.length : form.split(' ').length;
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

/** Entities that share kind and name are numbered in the order of their first members. */
function withIds(entities: readonly Omit<Entity, 'id'>[]): Entity[] {
  const keyed = entities.map((entity) => ({ key: `${entity.kind}:${slug(entity.name)}`, entity }));
  const order = ({ members }: Omit<Entity, 'id'>) =>
    `${members[0]?.article ?? ''}\n${members[0]?.local ?? 0}`;
  keyed.sort((a, b) => compare(a.key, b.key) || compare(order(a.entity), order(b.entity)));
  const seen = new Map<string, number>();
  return keyed.map(({ key, entity }) => {
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    return { id: number === 1 ? key : `${key}~${number}`, ...entity };
  });
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
