/** Clusters people who are named in full: same name, spellings, initials, nicknames, parts left out. */

import { type Office, sharedOffice } from '../names/offices';
import type { Gender } from '../types';
import {
  compareGiven,
  type GivenMatch,
  type PersonForm,
  readPersonForm,
  shareSurname,
  surnameOf,
} from './forms';
import { addTo, type Node, type PersonNode } from './nodes';

/** A person across articles while linking. */
export interface Person {
  readonly forms: PersonForm[];
  readonly members: { node: Node; form: PersonForm; reason: string }[];
  gender: Gender | null;
  readonly offices: Office[];
  readonly articles: Set<number>;
}

export interface NamedNode {
  readonly node: Node;
  readonly form: PersonForm;
}

/** All nodes with one written form (folded). */
interface FormGroup {
  readonly form: PersonForm;
  readonly nodes: readonly Node[];
  readonly articles: ReadonlySet<number>;
  readonly gender: Gender | null;
  readonly offices: readonly Office[];
}

/** Reads a node’s name. */
export function nameNode(node: PersonNode): NamedNode {
  return { node, form: node.form };
}

/** Clusters nodes whose names have at least two parts. */
export function clusterFullNames(named: readonly NamedNode[]): Person[] {
  const blocks = new Map<string, FormGroup[]>();
  for (const group of groupByForm(named)) addTo(blocks, group.form.skeleton, group);
  const people: Person[] = [];
  for (const key of [...blocks.keys()].sort()) {
    const block: Person[] = [];
    for (const group of blocks.get(key) ?? []) placeGroup(group, block);
    people.push(...block);
  }
  return people;
}

/** Longest names first, then the most used, then by their letters: an order that depends on content only. */
function groupByForm(named: readonly NamedNode[]): FormGroup[] {
  const byForm = new Map<string, NamedNode[]>();
  for (const item of named) addTo(byForm, [...item.form.parts, item.form.suffix].join(' '), item);
  const groups = [...byForm.entries()].map(([key, items]) => {
    const [first] = items;
    return {
      key,
      form: first?.form ?? readPersonForm(''),
      nodes: items.map(({ node }) => node),
      articles: new Set(items.map(({ node }) => node.article)),
      gender: commonGender(items.map(({ node }) => node)),
      offices: items.flatMap(({ node }) => node.offices),
    };
  });
  return groups.sort(
    (a, b) =>
      b.form.parts.length - a.form.parts.length ||
      b.nodes.length - a.nodes.length ||
      (a.key < b.key ? -1 : 1),
  );
}

function placeGroup(group: FormGroup, block: Person[]): void {
  const candidates = block.flatMap((person) => {
    const reason = matchPerson(group, person);
    return reason === undefined ? [] : [{ person, reason }];
  });
  const best = candidates.length > 1 ? preferSharedOffice(group, candidates) : candidates[0];
  const person = best?.person ?? { forms: [], members: [], gender: null, offices: [], articles: new Set() };
  if (best === undefined) block.push(person);
  person.forms.push(group.form);
  person.gender ??= group.gender;
  person.offices.push(...group.offices);
  for (const node of group.nodes) {
    person.articles.add(node.article);
    person.members.push({ node, form: group.form, reason: best?.reason ?? 'the same name' });
  }
}

/** Of several namesakes the only one with the same office; otherwise none: “George Bush” may be either. */
function preferSharedOffice(
  group: FormGroup,
  candidates: readonly { person: Person; reason: string }[],
): { person: Person; reason: string } | undefined {
  const agreeing = candidates.filter(({ person }) => sharedOffice(group.offices, person.offices) !== null);
  return agreeing.length === 1 ? agreeing[0] : undefined;
}

/** Why the group can be that person in all its forms, or `undefined`. */
function matchPerson(group: FormGroup, person: Person): string | undefined {
  const clash = group.gender !== null && person.gender !== null && group.gender !== person.gender;
  if (clash) return undefined;
  let reason: string | undefined;
  for (const form of person.forms) {
    const match = matchFullNames(group.form, form);
    if (match === undefined) return undefined;
    // Names that one article tells apart by a suffix or a letter are two people’s.
    const apart = match.kind === 'suffix' || match.kind === 'letter';
    if (apart && overlaps(group.articles, person.articles)) return undefined;
    reason ??= match.reason;
  }
  return reason;
}

interface NameMatch {
  readonly kind: GivenMatch | 'parts' | 'suffix' | 'letter' | 'order';
  readonly reason: string;
}

/** Compares two full names; `undefined`: two people. */
export function matchFullNames(a: PersonForm, b: PersonForm): NameMatch | undefined {
  const [short, long] = a.parts.length <= b.parts.length ? [a, b] : [b, a];
  const other = `“${b.text}”`;
  if (!shareSurname(a, b)) return undefined;
  const kinds = matchGiven(short.parts.slice(0, -1), long.parts.slice(0, -1));
  if (kinds === undefined) return undefined;
  if (a.suffix !== b.suffix) {
    if (a.suffix !== '' && b.suffix !== '') return undefined;
    return { kind: 'suffix', reason: `the name of ${other}, the suffix left out` };
  }
  if (surnameOf(a) !== surnameOf(b)) {
    if (kinds.has('initial') || kinds.has('nickname')) return undefined;
    const oneLetter = a.skeleton === b.skeleton ? 'spelling' : 'letter';
    return { kind: oneLetter, reason: `another spelling of ${other}` };
  }
  if (kinds.has('nickname'))
    return { kind: 'nickname', reason: `a short form of the given name, surname as in ${other}` };
  if (kinds.has('spelling')) return { kind: 'spelling', reason: `another spelling of ${other}` };
  if (kinds.has('initial')) return { kind: 'initial', reason: `initials and surname of ${other}` };
  if (short.parts.length < long.parts.length)
    return { kind: 'parts', reason: `fewer or more parts of the name ${other}` };
  return { kind: 'same', reason: 'the same name' };
}

/** Every given name of the shorter name must be found, in order, in the longer one; a middle initial right there. */
function matchGiven(short: readonly string[], long: readonly string[]): Set<GivenMatch> | undefined {
  const kinds = new Set<GivenMatch>();
  let at = 0;
  for (const [i, given] of short.entries()) {
    let match: GivenMatch | undefined;
    // An initial stands for the very next given name.
    const last = given.length === 1 && i > 0 ? at + 1 : long.length;
    for (; at < Math.min(last, long.length) && match === undefined; at++) {
      match = compareGiven(given, long[at] ?? '');
      if (match === 'initial' && i === 0 && at > 0) match = undefined;
    }
    if (match === undefined) return undefined;
    kinds.add(match);
  }
  return kinds;
}

/** The gender that most nodes with one have; `null` when they disagree evenly or none has. */
export function commonGender(nodes: readonly Node[]): Gender | null {
  let balance = 0;
  for (const { gender } of nodes) balance += gender === 'female' ? 1 : gender === 'male' ? -1 : 0;
  return balance > 0 ? 'female' : balance < 0 ? 'male' : null;
}

function overlaps(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  for (const item of small) if (large.has(item)) return true;
  return false;
}
