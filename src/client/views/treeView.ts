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

export type AskChildren = (view: ViewName, parent: string | undefined) => Promise<readonly TreeNode[]>;

export interface SidebarView {
  readonly view: TreeView<TreeNode>;
  refresh(): void;
  dispose(): void;
}

const STATES = {
  none: TreeItemCollapsibleState.None,
  collapsed: TreeItemCollapsibleState.Collapsed,
  expanded: TreeItemCollapsibleState.Expanded,
} as const;

export function createSidebarView(name: ViewName, ask: AskChildren): SidebarView {
  const changes = new EventEmitter<undefined>();
  const parents = new Map<string, TreeNode>();
  const view = window.createTreeView<TreeNode>(viewId(name), {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changes.event,
      async getChildren(parent) {
        const nodes = [...(await ask(name, parent?.id))];
        if (parent) for (const node of nodes) parents.set(node.id, parent);
        return nodes;
      },
      getParent: (node) => parents.get(node.id),
      getTreeItem: paint,
    },
  });
  return {
    view,
    refresh() {
      parents.clear();
      changes.fire(undefined);
    },
    dispose() {
      view.dispose();
      changes.dispose();
    },
  };
}

function paint(node: TreeNode): TreeItem {
  const item = new TreeItem(node.label, STATES[node.children]);
  item.id = node.id;
  item.contextValue = node.context;
  if (node.description !== undefined) item.description = node.description;
  if (node.tooltip !== undefined) item.tooltip = trusted(node.tooltip);
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
