/** Filter, order and grouping of the sidebar's views: asked of the user, kept for the workspace. */
import { commands, type Disposable, l10n, type Memento, type QuickPickItem, window } from 'vscode';
import type { TreeGroup, TreeOptions, TreeSort } from '../../protocol/messages';
import { type ViewName, viewCommand, viewId } from '../../protocol/names';
import type { SidebarView } from './treeView';

/** Which groupings make sense in which view; the first is its own. */
const GROUPS: Readonly<Record<ViewName, readonly TreeGroup[]>> = {
  people: ['none', 'article'],
  claims: ['none', 'severity'],
  conflicts: ['severity', 'kind', 'article', 'none'],
  articles: ['none'],
};
const SORTS: readonly TreeSort[] = ['count', 'name', 'newest'];

interface Choice extends QuickPickItem {
  readonly options: TreeOptions;
}

export interface Arrangements extends Disposable {
  /** Tells the server how every view is arranged. */
  tellAll(): void;
}

/** @param tell hands a view's arrangement to the server */
export function createArrangements(
  views: readonly SidebarView[],
  memory: Memento,
  tell: (view: ViewName, options: TreeOptions) => void,
): Arrangements {
  const keyOf = (view: ViewName) => `${viewId(view)}.arrangement`;
  const optionsOf = (view: ViewName): TreeOptions => memory.get<TreeOptions>(keyOf(view)) ?? {};

  const show = ({ name, view }: SidebarView, { filter }: TreeOptions): void => {
    view.description = filter === undefined ? '' : l10n.t('“{0}” only', filter);
    void commands.executeCommand('setContext', `${viewId(name)}.filtered`, filter !== undefined);
  };
  const apply = (sidebar: SidebarView, options: TreeOptions): void => {
    void memory.update(keyOf(sidebar.name), options);
    show(sidebar, options);
    tell(sidebar.name, options);
    sidebar.refresh();
  };
  const setFilter = (sidebar: SidebarView, words: string | undefined): void => {
    const { filter: _before, ...options } = optionsOf(sidebar.name);
    const filter = words?.trim() ?? '';
    apply(sidebar, filter === '' ? options : { ...options, filter });
  };

  const disposables = views.flatMap((sidebar) => {
    show(sidebar, optionsOf(sidebar.name));
    return [
      commands.registerCommand(viewCommand(sidebar.name, 'filter'), async (given: unknown) => {
        const { filter } = optionsOf(sidebar.name);
        const words = typeof given === 'string' ? given : await askWords(filter);
        if (words !== undefined) setFilter(sidebar, words);
      }),
      commands.registerCommand(viewCommand(sidebar.name, 'clearFilter'), () => setFilter(sidebar, undefined)),
      commands.registerCommand(viewCommand(sidebar.name, 'arrange'), async (given: unknown) => {
        const before = optionsOf(sidebar.name);
        const chosen = isOptions(given) ? given : await askArrangement(sidebar.name, before);
        if (chosen !== undefined) apply(sidebar, { ...before, ...chosen });
      }),
    ];
  });
  return {
    tellAll() {
      for (const { name } of views) {
        const options = optionsOf(name);
        if (Object.keys(options).length > 0) tell(name, options);
      }
    },
    dispose() {
      for (const one of disposables) one.dispose();
    },
  };
}

function askWords(value: string | undefined): Thenable<string | undefined> {
  return window.showInputBox({
    prompt: l10n.t('Show only what holds these words'),
    ...(value === undefined ? {} : { value }),
  });
}

async function askArrangement(view: ViewName, before: TreeOptions): Promise<TreeOptions | undefined> {
  const groups = GROUPS[view];
  const mark = (isChosen: boolean) => (isChosen ? { description: l10n.t('now') } : {});
  const sortNames: Readonly<Record<TreeSort, string>> = {
    count: l10n.t('Sort by Count'),
    name: l10n.t('Sort by Name'),
    newest: l10n.t('Sort by Newest Article'),
  };
  const groupNames: Readonly<Record<TreeGroup, string>> = {
    none: l10n.t('Do Not Group'),
    severity: l10n.t('Group by Severity'),
    kind: l10n.t('Group by Kind'),
    article: l10n.t('Group by Article'),
  };
  const sorts: Choice[] = SORTS.map((sort) => ({
    label: sortNames[sort],
    options: { sort },
    ...mark(before.sort === sort),
  }));
  const grouping: Choice[] = groups.map((group) => ({
    label: groupNames[group],
    options: { group },
    ...mark((before.group ?? groups[0]) === group),
  }));
  const choices = groups.length > 1 ? [...sorts, ...grouping] : sorts;
  const chosen = await window.showQuickPick(choices, {
    placeHolder: l10n.t('How should the view be arranged?'),
  });
  return chosen?.options;
}

/** Arguments come from keybindings, too. */
function isOptions(value: unknown): value is TreeOptions {
  if (typeof value !== 'object' || value === null) return false;
  const { sort, group } = value as Readonly<Record<string, unknown>>;
  const groups: readonly unknown[] = ['severity', 'kind', 'article', 'none', undefined];
  const sorts: readonly unknown[] = [...SORTS, undefined];
  return sorts.includes(sort) && groups.includes(group) && (sort !== undefined || group !== undefined);
}
