/** One sidebar view: paints the nodes that the server sends, asks for children when a node is opened. */
import {
  EventEmitter,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import type { TreeNode } from '../../protocol/messages';
import { COMMANDS, type ViewName, viewId } from '../../protocol/names';

/** What answers for the trees. */
export interface TreeSource {
  children(view: ViewName, parent: string | undefined): Promise<readonly TreeNode[]>;
  /** Markdown; empty when there is none. */
  tooltip(view: ViewName, id: string): Promise<string>;
}

export interface SidebarView {
  readonly name: ViewName;
  readonly view: TreeView<TreeNode>;
  refresh(): void;
  /** Opens the way to a node and selects it. @param ids from a root down to the node */
  reveal(ids: readonly string[], options: { readonly focus: boolean }): Promise<void>;
  dispose(): void;
}

const STATES = {
  none: TreeItemCollapsibleState.None,
  collapsed: TreeItemCollapsibleState.Collapsed,
  expanded: TreeItemCollapsibleState.Expanded,
} as const;

export function createSidebarView(name: ViewName, source: TreeSource): SidebarView {
  const changes = new EventEmitter<undefined>();
  const parents = new Map<string, TreeNode>();
  const getChildren = async (parent?: TreeNode): Promise<TreeNode[]> => {
    const nodes = [...(await source.children(name, parent?.id))];
    if (parent) for (const node of nodes) parents.set(node.id, parent);
    return nodes;
  };
  const view = window.createTreeView<TreeNode>(viewId(name), {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changes.event,
      getChildren,
      getParent: (node) => parents.get(node.id),
      getTreeItem: paint,
      async resolveTreeItem(item, node) {
        const text = node.hasTooltip ? await source.tooltip(name, node.id) : '';
        if (text !== '') item.tooltip = trusted(text);
        return item;
      },
    },
  });
  return {
    name,
    view,
    refresh() {
      parents.clear();
      changes.fire(undefined);
    },
    async reveal(ids, { focus }) {
      let node: TreeNode | undefined;
      for (const id of ids) {
        node = (await getChildren(node)).find((one) => one.id === id);
        if (node === undefined) return;
      }
      if (node !== undefined) await view.reveal(node, { select: true, focus, expand: false });
    },
    dispose() {
      view.dispose();
      changes.dispose();
    },
  };
}

/** Without a tooltip: VS Code asks for it when the pointer rests on the node. */
function paint(node: TreeNode): TreeItem {
  const item = new TreeItem(node.label, STATES[node.children]);
  item.id = node.id;
  item.contextValue = node.context;
  if (node.description !== undefined) item.description = node.description;
  if (node.icon !== undefined) {
    item.iconPath = new ThemeIcon(
      node.icon,
      node.color === undefined ? undefined : new ThemeColor(node.color),
    );
  }
  if (node.location !== undefined) {
    const { uri, range } = node.location;
    item.command = { command: COMMANDS.reveal, title: '', arguments: [uri, range] };
  }
  return item;
}

/** Markdown of the server: its article text is escaped, its only links are ours. */
function trusted(markdown: string): MarkdownString {
  const text = new MarkdownString(markdown);
  text.isTrusted = { enabledCommands: [COMMANDS.reveal] };
  text.supportHtml = false;
  return text;
}
