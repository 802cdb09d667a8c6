/** Links people across articles: full names first, then surnames and given names that stand alone. */

import { sharedOffice } from '../names/offices';
import type { Gender } from '../types';
import type { Context } from './context';
import { surnameOf } from './forms';
import { clusterFullNames, commonGender, type NamedNode, nameNode, type Person } from './fullnames';
import { addTo, type Cluster, type Node, type PersonNode } from './nodes';

/** How many times more often the likelier of two namesakes must be named in the articles near by. */
const CLEARLY_MORE = 5;

/** Clusters `nodes`, all of them people; each member says why it belongs. */
export function linkPeople(nodes: readonly PersonNode[], context: Context): Cluster[] {
  const named = nodes.map(nameNode);
  const people = clusterFullNames(named.filter(({ form }) => form.parts.length > 1));
  const bySurname = new Map<string, Person[]>();
  const byGiven = new Map<string, Person[]>();
  for (const person of people) {
    for (const key of new Set(person.forms.map(({ skeleton }) => skeleton))) addTo(bySurname, key, person);
    const given = new Set(person.forms.flatMap(({ parts }) => parts.slice(0, -1)));
    for (const name of given) if (name.length > 1) addTo(byGiven, name, person);
  }
  const left: NamedNode[] = [];
  for (const item of named) {
    if (item.form.parts.length > 1) continue;
    const found = findPerson(item, bySurname, byGiven, context);
    if (found === undefined) left.push(item);
    else found.person.members.push({ node: item.node, form: item.form, reason: found.reason });
  }
  const clusters = people.map(
    ({ members }): Cluster => members.map(({ node, reason }) => ({ node, reason })),
  );
  return [...clusters, ...clusterSingleNames(left, context)];
}

/** The person whom a surname or given name alone means, when the evidence leaves one. */
function findPerson(
  { node, form }: NamedNode,
  bySurname: ReadonlyMap<string, readonly Person[]>,
  byGiven: ReadonlyMap<string, readonly Person[]>,
  context: Context,
): { person: Person; reason: string } | undefined {
  const name = surnameOf(form);
  const neighbours = context.neighbours(node.article);
  const admit = (person: Person) => !differ(node.gender, person.gender) && !person.articles.has(node.article);
  const namesakes = (bySurname.get(form.skeleton) ?? []).filter(
    (person) => admit(person) && person.forms.some(({ folded }) => folded === form.folded),
  );
  const rated = namesakes.map((person) => ({
    person,
    office: sharedOffice(node.offices, person.offices),
    near: nearness(person, neighbours),
    weight: countNear(person, neighbours, context.near),
  }));
  const sameOffice = rated.filter(({ office }) => office !== null);
  const [byOffice] = sameOffice;
  if (byOffice !== undefined && sameOffice.length === 1) {
    return { person: byOffice.person, reason: `same surname and office: ${byOffice.office}` };
  }
  const near = rated.filter((one) => one.near >= context.near).sort((a, b) => b.weight - a.weight);
  const [first, second] = near;
  if (first !== undefined) {
    if (rated.length === 1)
      return { person: first.person, reason: `the only ${form.text} in articles about the same matter` };
    const agreeing = near.filter(({ person }) => node.gender !== null && person.gender === node.gender);
    if (agreeing.length === 1 && agreeing[0] !== undefined) {
      return { person: agreeing[0].person, reason: 'same surname, and the only one whom he or she fits' };
    }
    if (first.weight >= CLEARLY_MORE * (second?.weight ?? 0)) {
      return {
        person: first.person,
        reason: `the ${form.text} whom articles about the same matter name most`,
      };
    }
    return undefined;
  }
  if (rated.length > 0) return undefined;
  const called = (byGiven.get(name) ?? []).filter(
    (person) => admit(person) && nearness(person, neighbours) >= context.near,
  );
  const [only] = called;
  return only !== undefined && called.length === 1
    ? { person: only, reason: `the given name of ${only.forms[0]?.text ?? ''}` }
    : undefined;
}

/** Clusters names of one part that no full name explains: equal names in articles near each other. */
function clusterSingleNames(named: readonly NamedNode[], context: Context): Cluster[] {
  const blocks = new Map<string, NamedNode[]>();
  for (const item of named) addTo(blocks, item.form.folded, item);
  const clusters: Cluster[] = [];
  for (const key of [...blocks.keys()].sort()) {
    const block: { nodes: Node[]; articles: Set<number>; gender: Gender | null }[] = [];
    for (const { node } of blocks.get(key) ?? []) {
      const neighbours = context.neighbours(node.article);
      const known = block.find(
        ({ nodes, articles, gender }) =>
          !differ(gender, node.gender) &&
          !articles.has(node.article) &&
          (sharedOffice(
            node.offices,
            nodes.flatMap(({ offices }) => offices),
          ) !== null ||
            [...articles].some((article) => (neighbours.get(article) ?? 0) >= context.near)),
      );
      if (known === undefined) {
        block.push({ nodes: [node], articles: new Set([node.article]), gender: node.gender });
      } else {
        known.nodes.push(node);
        known.articles.add(node.article);
        known.gender = commonGender(known.nodes);
      }
    }
    for (const { nodes } of block) {
      clusters.push(
        nodes.map((node) => ({ node, reason: 'the same name in articles about the same matter' })),
      );
    }
  }
  return clusters;
}

function nearness(person: Person, neighbours: ReadonlyMap<number, number>): number {
  let best = 0;
  for (const [article, score] of smaller(person.articles, neighbours)) {
    if (person.articles.has(article)) best = Math.max(best, score);
  }
  return best;
}

/** How often the articles near by name that person. */
function countNear(person: Person, neighbours: ReadonlyMap<number, number>, near: number): number {
  let count = 0;
  for (const { node } of person.members) {
    if ((neighbours.get(node.article) ?? 0) >= near) count += node.count;
  }
  return count;
}

/** The pairs of article and score to look at: the neighbours, or those among a person’s few articles. */
function smaller(
  articles: ReadonlySet<number>,
  neighbours: ReadonlyMap<number, number>,
): Iterable<readonly [number, number]> {
  if (articles.size > neighbours.size) return neighbours;
  return [...articles].map((article) => [article, neighbours.get(article) ?? 0] as const);
}

function differ(a: Gender | null, b: Gender | null): boolean {
  return a !== null && b !== null && a !== b;
}
