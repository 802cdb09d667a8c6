/** A list of which one item is selected, by mouse or arrow keys. */
import { element } from './elements';

export interface ListboxModel {
  readonly label: string;
  readonly items: readonly (readonly HTMLElement[])[];
  readonly selected: number;
  select(at: number): void;
}

export function createListbox({ label, items, selected, select }: ListboxModel): HTMLElement {
  const options = items.map((children, at) =>
    element(
      'li',
      {
        role: 'option',
        'aria-selected': at === selected ? 'true' : 'false',
        tabindex: at === selected ? 0 : -1,
      },
      ...children,
    ),
  );
  let current = selected;
  const choose = (at: number): void => {
    const next = options[at];
    if (next === undefined) return;
    const before = options[current];
    before?.setAttribute('aria-selected', 'false');
    if (before) before.tabIndex = -1;
    next.setAttribute('aria-selected', 'true');
    next.tabIndex = 0;
    next.focus();
    current = at;
    select(at);
  };
  for (const [at, option] of options.entries()) option.addEventListener('click', () => choose(at));
  const list = element('ul', { role: 'listbox', 'aria-label': label, class: 'listbox' }, ...options);
  list.addEventListener('keydown', (event) => {
    const last = options.length - 1;
    const to = {
      ArrowDown: Math.min(last, current + 1),
      ArrowUp: Math.max(0, current - 1),
      Home: 0,
      End: last,
      PageDown: Math.min(last, current + 8),
      PageUp: Math.max(0, current - 8),
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    choose(to);
  });
  return list;
}
