/** Serves the sidebar's trees: builds nodes when they are asked for and remembers how to go on from each. */
import type { NodePath, TreeNode, TreeOptions } from '../../protocol/messages';
import { VIEWS, type ViewName } from '../../protocol/names';
import type { Settings } from '../../protocol/settings';
import type { CaseState } from '../cases';
import type { Translate } from '../translate';
import type { FolderSettings } from '../visible';
import { filterBranches } from './filter';

/** A node with the way to its children; what is a function stays on the server until it is asked for. */
export interface Branch extends Omit<TreeNode, 'children' | 'id' | 'hasTooltip'> {
  /** Unique among its siblings; the node's id is its path. */
  readonly key: string;
  readonly expand?: () => Branch[];
  readonly expanded?: boolean;
  /** The tooltip in escaped Markdown, made when the pointer rests on the node. */
  readonly describe?: () => string;
  /** More words that a filter finds it by. */
  readonly terms?: string;
  /** Only groups others: a filter and “reveal in tree” look through it. */
  readonly isGroup?: boolean;
}

/** How a view is arranged, and what its case's folder wants. */
export interface Arrangement extends TreeOptions {
  readonly settings: Settings;
}

export type BuildRoots = (t: Translate, current: CaseState, arrangement: Arrangement) => Branch[];

export interface Trees {
  /** Children of a node, or the roots; a node that is gone has none. */
  children(view: ViewName, parent: string | undefined): TreeNode[];
  /** Markdown; empty when there is none. */
  tooltip(view: ViewName, id: string): string;
  /** Filter, order and grouping of a view from now on. */
  arrange(view: ViewName, options: TreeOptions): void;
  /** The ids from the root to the node of each view that stands for one of `subjects`, such as `conflict:ID`. */
  findPaths(folder: string, subjects: readonly string[]): NodePath[];
  /** Forgets everything: the cases have changed. */
  reset(): void;
}

export function createTrees(
  t: Translate,
  cases: () => readonly CaseState[],
  views: Readonly<Record<ViewName, BuildRoots>>,
  settings: FolderSettings,
): Trees {
  const known = new Map<string, Branch>();
  const arranged = new Map<ViewName, TreeOptions>();

  const serve = (path: string, branches: readonly Branch[]): TreeNode[] =>
    branches.map((branch) => {
      const { key, expand, expanded, describe, isGroup: _group, terms: _terms, ...node } = branch;
      const id = idOf(path, key);
      known.set(id, branch);
      const children = expand === undefined ? 'none' : expanded ? 'expanded' : 'collapsed';
      return { ...node, id, children, hasTooltip: describe !== undefined };
    });

  const build = (view: ViewName, current: CaseState): Branch[] => {
    const options = arranged.get(view) ?? {};
    const arrangement = { ...options, settings: settings.of(current.folder) };
    return filterBranches(views[view](t, current, arrangement), options.filter ?? '');
  };

  /** One case shows its nodes at once; of several each is a node of its own. */
  const roots = (view: ViewName): Branch[] => {
    const filled = cases().filter(({ sources }) => sources.size > 0);
    const [only] = filled;
    if (only === undefined) return [];
    if (filled.length === 1) return build(view, only);
    return filled.map((current) => ({
      key: current.folder,
      label: current.name === '' ? t('Open articles outside every folder') : current.name,
      icon: 'folder',
      context: 'case',
      expanded: true,
      isGroup: true,
      expand: () => build(view, current),
    }));
  };

  /** Walks down from the roots: after a change the editor may ask below a node it has not seen again. */
  const find = (view: ViewName, id: string): Branch | undefined => {
    const before = known.get(id);
    if (before !== undefined) return before;
    let path: string = view;
    let branches = roots(view);
    let found: Branch | undefined;
    for (const key of id.split('/').slice(1)) {
      found = branches.find((one) => encodeURIComponent(one.key) === key);
      if (found === undefined) return undefined;
      path = `${path}/${key}`;
      known.set(path, found);
      branches = found.expand?.() ?? [];
    }
    return found;
  };

  return {
    children(view, parent) {
      if (parent === undefined) return serve(view, roots(view));
      return serve(parent, find(view, parent)?.expand?.() ?? []);
    },
    tooltip: (view, id) => find(view, id)?.describe?.() ?? '',
    arrange(view, options) {
      arranged.set(view, options);
      known.clear();
    },
    findPaths(folder, subjects) {
      const wanted = new Set(subjects);
      return VIEWS.flatMap((view) => {
        const ids = seek(view, roots(view), folder, wanted);
        return ids === undefined ? [] : [{ view, ids }];
      });
    },
    reset() {
      known.clear();
    },
  };
}

/** Looks through groups only: what else a node opens into is shown elsewhere, too. */
function seek(
  path: string,
  branches: readonly Branch[],
  folder: string,
  wanted: ReadonlySet<string>,
): string[] | undefined {
  for (const { key, subject, isGroup, expand, context } of branches) {
    const id = idOf(path, key);
    if (context === 'case' && key !== folder) continue;
    if (subject !== undefined && wanted.has(subject)) return [id];
    const below = isGroup === true && expand ? seek(id, expand(), folder, wanted) : undefined;
    if (below !== undefined) return [id, ...below];
  }
  return undefined;
}

function idOf(path: string, key: string): string {
  return `${path}/${encodeURIComponent(key)}`;
}
