/** The tabs: a tab list with one stop for the Tab key, arrows between tabs, panels built when first shown. */
import { element } from './elements';
import type { Tab, View } from './views/view';

export interface Tabs {
  readonly list: HTMLElement;
  readonly panels: readonly HTMLElement[];
  /** The view that is shown. */
  shown(): { readonly id: Tab['id']; readonly view: View };
}

export interface TabsModel {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly selected: string | undefined;
  build(tab: Tab): View;
  select(id: Tab['id']): void;
}

export function createTabs({ label, tabs, selected, build, select }: TabsModel): Tabs {
  const views = new Map<Tab['id'], View>();
  const buttons = tabs.map(({ id, title, count }) =>
    element(
      'button',
      { type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': `panel-${id}`, tabindex: -1 },
      title,
      element('span', { class: 'count' }, String(count)),
    ),
  );
  const panels = tabs.map(({ id }) =>
    element('div', { role: 'tabpanel', id: `panel-${id}`, 'aria-labelledby': `tab-${id}`, hidden: true }),
  );
  let current = Math.max(
    0,
    tabs.findIndex(({ id }) => id === selected),
  );
  const viewOf = (tab: Tab, panel: HTMLElement): View => {
    let view = views.get(tab.id);
    if (view === undefined) {
      view = build(tab);
      views.set(tab.id, view);
      panel.append(view.element);
    }
    return view;
  };
  const show = (at: number, focus: boolean): void => {
    current = at;
    tabs.forEach((tab, i) => {
      const [button, panel] = [buttons[i], panels[i]];
      if (!button || !panel) return;
      button.setAttribute('aria-selected', String(i === at));
      button.tabIndex = i === at ? 0 : -1;
      panel.hidden = i !== at;
      if (i !== at) return;
      viewOf(tab, panel);
      select(tab.id);
      if (focus) button.focus();
    });
  };
  for (const [at, button] of buttons.entries()) button.addEventListener('click', () => show(at, false));
  const list = element('div', { role: 'tablist', 'aria-label': label }, ...buttons);
  list.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? tabs.length - 1
          : step === undefined
            ? undefined
            : current + step;
    if (to === undefined) return;
    event.preventDefault();
    show((to + tabs.length) % tabs.length, true);
  });
  show(current, false);
  return {
    list,
    panels,
    shown() {
      const tab = tabs[current] ?? tabs[0];
      const panel = panels[current];
      if (tab === undefined || panel === undefined) throw new Error('A board has tabs.');
      return { id: tab.id, view: viewOf(tab, panel) };
    },
  };
}
