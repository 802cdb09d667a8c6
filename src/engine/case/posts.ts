/** Compares the offices that two articles give one person. */
import { parseList } from '../lexicon/list';
import classList from '../lexicon/office-classes.txt';
import portfolioList from '../lexicon/portfolios.txt';
import { readOffice } from '../names/offices';
import { foldForComparison } from '../text/fold';
import type { Role } from '../types';

interface Post {
  readonly role: Role;
  readonly head: string;
  /** Class of the head; `undefined` when it is no post of its own (leader, official). */
  readonly classes: readonly number[];
  readonly scope: readonly string[];
}

/** Two roles that are two offices, and which rule says so. */
export interface PostClash {
  readonly left: Role;
  readonly right: Role;
  /** `body`: two posts at one body; `group`: two posts that nobody holds at once; `portfolio`: two ministries. */
  readonly rule: 'body' | 'group' | 'portfolio';
}

const CLASSES = new Map<string, number[]>();
const GROUPS: (string | undefined)[] = [];
for (const line of parseList(classList)) {
  const words = line.split(' ');
  const group = words[0]?.endsWith(':') ? words.shift() : undefined;
  for (const word of words) CLASSES.set(word, [...(CLASSES.get(word) ?? []), GROUPS.length]);
  GROUPS.push(group);
}
const PORTFOLIOS = new Map<string, number>();
for (const [i, line] of parseList(portfolioList).entries()) {
  for (const word of line.split(' ')) PORTFOLIOS.set(word, i);
}
/** Words of a scope that must be shared before two posts are posts at one body. */
const FEWEST_SHARED = 2;
const PAST = /\b(?:former|ex|late|then|retired|outgoing|acting|deputy|vice|assistant|interim|elect)\b/;

/**
 * The first clash between two people's roles; `undefined` when some office is the same in both, when one is past,
 * acting or deputy (offices change), or when nothing says that they exclude each other.
 */
export function findPostClash(left: readonly Role[], right: readonly Role[]): PostClash | undefined {
  const a = readPosts(left);
  const b = readPosts(right);
  if (a.some((one) => b.some((other) => isSamePost(one, other)))) return undefined;
  for (const one of a) {
    for (const other of b) {
      const rule = clash(one, other);
      if (rule !== undefined) return { left: one.role, right: other.role, rule };
    }
  }
  return undefined;
}

function readPosts(roles: readonly Role[]): Post[] {
  return roles.flatMap((role) => {
    if (PAST.test(foldForComparison(role.text))) return [];
    const office = readOffice(role.text);
    if (office === null) return [];
    return [{ role, head: office.head, classes: CLASSES.get(office.head) ?? [], scope: office.scope }];
  });
}

function isSamePost(a: Post, b: Post): boolean {
  if (a.head === b.head) return clash(a, b) === undefined;
  return a.classes.some((one) => b.classes.includes(one));
}

function clash(a: Post, b: Post): PostClash['rule'] | undefined {
  if (a.head === 'minister' && b.head === 'minister') {
    const [one, other] = [a, b].map(({ scope }) => scope.flatMap((word) => PORTFOLIOS.get(word) ?? []));
    const both = one !== undefined && other !== undefined && one.length > 0 && other.length > 0;
    return both && !one.some((portfolio) => other.includes(portfolio)) ? 'portfolio' : undefined;
  }
  if (a.classes.length === 0 || b.classes.length === 0 || a.classes.some((one) => b.classes.includes(one))) {
    return undefined;
  }
  const groups = a.classes.flatMap((one) => GROUPS[one] ?? []);
  if (b.classes.some((one) => groups.includes(GROUPS[one] ?? ''))) return 'group';
  const shared = a.scope.filter((word) => b.scope.includes(word));
  return new Set(shared).size >= FEWEST_SHARED ? 'body' : undefined;
}
