/** Links organisations and places across articles: same name, short forms that an article introduces, acronyms. */
import { foldForComparison } from '../text/fold';
import { addTo, type BodyNode, type Cluster, type Member } from './nodes';

const COMPANY = new Set(
  'inc corp corporation ltd limited co company plc llc lp ag gmbh sa spa nv bv group holdings'.split(' '),
);
/** Words that alone name no particular body. */
const GENERIC = new Set(
  `administration agency alliance army assembly association authority bank board bureau cabinet campaign church
   college commission committee company congress council court department foundation fund government group house
   institute institution league legislature ministry movement newspaper office parliament party police post
   program school senate service society state team times tribunal union university`.split(/\s+/),
);
const SMALL = new Set('the of and for in on de la'.split(' '));
/** Other names of countries and unions, each with the key that all share. */
const SAME_PLACE: Readonly<Record<string, string>> = {
  us: 'united states',
  usa: 'united states',
  america: 'united states',
  'united states of america': 'united states',
  uk: 'united kingdom',
  britain: 'united kingdom',
  'great britain': 'united kingdom',
  uae: 'united arab emirates',
  drc: 'democratic republic of congo',
  dc: 'washington',
  'washington dc': 'washington',
  nyc: 'new york city',
  la: 'los angeles',
  un: 'united nations',
  eu: 'european union',
  turkiye: 'turkey',
  burma: 'myanmar',
  czechia: 'czech republic',
  'ivory coast': 'cote divoire',
  kiev: 'kyiv',
  'the netherlands': 'netherlands',
  holland: 'netherlands',
};

/** A key under which written forms of one body’s name meet. */
export function bodyKey(name: string): string {
  const words = foldForComparison(name)
    .replace(/&/g, ' and ')
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b|\s|$)/gu, '')
    .replace(/['’]s?\b/g, '')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
  if (words[0] === 'the' && words.length > 1) words.shift();
  while (words.length > 1 && COMPANY.has(words.at(-1) ?? '')) words.pop();
  const key = words.join(' ');
  const ministry = /^(.+) (department|ministry)$/.exec(key);
  if (ministry !== null) return `${ministry[2]} of ${ministry[1]}`;
  return SAME_PLACE[key] ?? key.replace(/^(department|ministry) of the /, '$1 of ');
}

/** The first letters of a name’s words; small words left out. */
function initialsOf(key: string): string {
  return key
    .split(' ')
    .filter((word) => !SMALL.has(word))
    .map((word) => word.charAt(0))
    .join('');
}

interface Group {
  readonly key: string;
  readonly nodes: BodyNode[];
  /** The group that this one was found to belong to. */
  parent: Group | null;
  reason: string;
}

/** Clusters `nodes`, all of one kind and none of them people. */
export function linkBodies(nodes: readonly BodyNode[]): Cluster[] {
  const groups = new Map<string, Group>();
  for (const node of nodes) {
    const { key } = node;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { key, nodes: [node], parent: null, reason: '' });
    else known.nodes.push(node);
  }
  const sorted = [...groups.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  joinShortForms(sorted, groups);
  joinAcronyms(sorted);
  const clusters = new Map<Group, Member[]>();
  for (const group of sorted) {
    const root = rootOf(group);
    const members = clusters.get(root) ?? [];
    clusters.set(root, members);
    const reason = group.reason === '' ? 'the same name' : group.reason;
    for (const node of group.nodes) members.push({ node, reason });
  }
  return [...clusters.values()];
}

/** A name that an article uses for one body, and no article for another, is that body’s elsewhere too. */
function joinShortForms(sorted: readonly Group[], groups: ReadonlyMap<string, Group>): void {
  const users = new Map<string, Set<Group>>();
  for (const group of sorted) {
    for (const { aliasKeys } of group.nodes) {
      for (const key of aliasKeys) {
        if (key === group.key || GENERIC.has(key)) continue;
        const known = users.get(key) ?? new Set();
        users.set(key, known.add(group));
      }
    }
  }
  for (const [key, owners] of [...users.entries()].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const bare = groups.get(key);
    const [owner] = owners;
    if (bare === undefined || owner === undefined || owners.size > 1) continue;
    join(bare, owner, `what another article calls ${owner.nodes[0]?.entity.name ?? ''} for short`);
  }
}

/** “NATO” and the one name in the case whose initials it is. */
function joinAcronyms(sorted: readonly Group[]): void {
  const byInitials = new Map<string, Group[]>();
  for (const group of sorted) {
    const initials = initialsOf(group.key);
    if (initials.length >= 3) addTo(byInitials, initials, group);
  }
  for (const group of sorted) {
    const name = group.nodes[0]?.entity.name.replaceAll('.', '') ?? '';
    if (group.parent !== null || name.length < 3 || name.length > 6 || !/^\p{Lu}+$/u.test(name)) continue;
    const meant = (byInitials.get(group.key) ?? []).filter((other) => rootOf(other) !== group);
    const [only] = meant;
    if (only !== undefined && meant.length === 1)
      join(group, only, `the initials of ${only.nodes[0]?.entity.name ?? ''}`);
  }
}

function join(group: Group, target: Group, reason: string): void {
  if (rootOf(target) === rootOf(group) || group.parent !== null) return;
  group.parent = target;
  group.reason = reason;
}

function rootOf(group: Group): Group {
  let root = group;
  while (root.parent !== null) root = root.parent;
  return root;
}
