/** Serves the sidebar's trees: builds nodes when they are asked for and remembers how to go on from each. */
import type { TreeNode } from '../../protocol/messages';
import type { ViewName } from '../../protocol/names';
import type { CaseState } from '../cases';
import type { Translate } from '../translate';

/** A node with the way to its children; `expand` stays on the server. */
export interface Branch extends Omit<TreeNode, 'children' | 'id'> {
  /** Unique among its siblings; the node's id is its path. */
  readonly key: string;
  readonly expand?: () => Branch[];
  readonly expanded?: boolean;
}

export type BuildRoots = (t: Translate, current: CaseState) => Branch[];

export interface Trees {
  /** Children of a node, or the roots; a node that is gone has none. */
  children(view: ViewName, parent: string | undefined): TreeNode[];
  /** Forgets everything: the cases have changed. */
  reset(): void;
}

export function createTrees(
  t: Translate,
  cases: () => readonly CaseState[],
  views: Readonly<Record<ViewName, BuildRoots>>,
): Trees {
  const known = new Map<string, () => Branch[]>();

  const serve = (path: string, branches: readonly Branch[]): TreeNode[] =>
    branches.map(({ key, expand, expanded, ...node }) => {
      const id = `${path}/${encodeURIComponent(key)}`;
      if (expand === undefined) return { ...node, id, children: 'none' };
      known.set(id, expand);
      return { ...node, id, children: expanded ? 'expanded' : 'collapsed' };
    });

  /** One case shows its nodes at once; of several each is a node of its own. */
  const roots = (view: ViewName): Branch[] => {
    const filled = cases().filter(({ sources }) => sources.size > 0);
    const [only] = filled;
    if (only === undefined) return [];
    if (filled.length === 1) return views[view](t, only);
    return filled.map((current) => ({
      key: current.folder,
      label: current.name === '' ? t('Open articles outside every folder') : current.name,
      icon: 'folder',
      context: 'case',
      expanded: true,
      expand: () => views[view](t, current),
    }));
  };

  return {
    children(view, parent) {
      if (parent === undefined) return serve(view, roots(view));
      let expand = known.get(parent);
      if (expand === undefined) expand = find(view, parent);
      return expand === undefined ? [] : serve(parent, expand());
    },
    reset() {
      known.clear();
    },
  };

  /** Walks down from the roots: after a change the editor may ask below a node it has not seen again. */
  function find(view: ViewName, id: string): (() => Branch[]) | undefined {
    const keys = id.split('/').slice(1);
    let path: string = view;
    let branches = roots(view);
    let expand: (() => Branch[]) | undefined;
    for (const key of keys) {
      const branch = branches.find((one) => encodeURIComponent(one.key) === key);
      if (branch?.expand === undefined) return undefined;
      path = `${path}/${key}`;
      expand = branch.expand;
      known.set(path, expand);
      branches = expand();
    }
    return expand;
  }
}
