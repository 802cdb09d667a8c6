/** A large table of statements: sources are columns, sticky headers, rows added as they come into sight, arrow keys. */
import type { BoardContext } from './context';
import { type Child, element } from './elements';

export interface GridRow {
  readonly key: string;
  readonly header: readonly Child[];
  readonly className: string;
  /** One list of buttons or marks for each column; an empty one is a gap. */
  readonly cells: readonly (readonly HTMLElement[])[];
  /** Stands above the row across all columns. */
  readonly band?: string | undefined;
}

export interface GridModel {
  readonly label: string;
  readonly corner: string;
  readonly columns: readonly (readonly Child[])[];
  readonly rows: number;
  /** Builds a row when it is needed. */
  row(at: number): GridRow;
  /** What a gap says to screen readers. */
  readonly gap: string;
  /** Rows that were in sight before a reload. */
  readonly before: number;
  /** Told whenever rows are added. */
  grown(rows: number): void;
}

/** Most rows that a reload shows at once. */
const MOST_REMEMBERED = 300;

/** Remembers how many rows were shown, so that a reload can scroll to where it was. */
export function rowMemory(
  { recall, remember }: BoardContext,
  name: string,
): Pick<GridModel, 'before' | 'grown'> {
  return {
    before: Math.min(MOST_REMEMBERED, Number(recall(`rows of ${name}`)) || 0),
    grown: (rows) => remember(`rows of ${name}`, String(rows)),
  };
}

/** Cells at first, and each time the end comes near: about what a screen holds. */
const CELLS = 320;
const FEWEST_ROWS = 6;

export function createGrid({
  label,
  corner,
  columns,
  rows,
  row,
  gap,
  before,
  grown,
}: GridModel): HTMLElement {
  const body = element('tbody');
  const table = element(
    'table',
    { role: 'grid', 'aria-label': label, 'aria-rowcount': rows + 1, 'aria-colcount': columns.length + 1 },
    element(
      'thead',
      {},
      element(
        'tr',
        { 'aria-rowindex': 1 },
        element('th', { scope: 'col', class: 'corner' }, corner),
        ...columns.map((children) => element('th', { scope: 'col' }, ...children)),
      ),
    ),
    body,
  );
  const end = element('div', { class: 'grid-end', 'aria-hidden': 'true' });
  const scroller = element('div', { class: 'scroller' }, table, end);
  table.style.setProperty('--columns', String(columns.length));
  const chunk = Math.max(FEWEST_ROWS, Math.ceil(CELLS / (columns.length + 1)));
  let shown = 0;
  const showMore = (): void => {
    const until = Math.min(rows, Math.max(before, shown + chunk));
    for (; shown < until; shown++) {
      const made = row(shown);
      if (made.band !== undefined) body.append(bandRow(made.band, columns.length + 1));
      body.append(paintRow(made, shown, gap));
    }
    grown(shown);
    if (shown >= rows) watcher.disconnect();
  };
  const watcher = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) showMore();
    },
    { root: scroller, rootMargin: '600px' },
  );
  showMore();
  if (shown < rows) watcher.observe(end);
  useArrowKeys(table, showMore);
  return scroller;
}

function bandRow(text: string, columns: number): HTMLElement {
  return element(
    'tr',
    { class: 'band' },
    element('th', { colspan: columns, scope: 'rowgroup' }, element('span', {}, text)),
  );
}

function paintRow({ header, className, cells }: GridRow, at: number, gap: string): HTMLElement {
  return element(
    'tr',
    { class: className, 'aria-rowindex': at + 2 },
    element('th', { scope: 'row', tabindex: -1 }, ...header),
    ...cells.map((content) =>
      content.length === 0
        ? element(
            'td',
            { class: 'gap', tabindex: -1 },
            element('span', { 'aria-hidden': 'true' }, '—'),
            element('span', { class: 'hidden' }, gap),
          )
        : element(
            'td',
            { tabindex: content.some(({ tagName }) => tagName === 'BUTTON') ? undefined : -1 },
            ...content,
          ),
    ),
  );
}

/** One stop for the Tab key; arrows, Home, End, Page Up and Page Down go from place to place. */
function useArrowKeys(table: HTMLTableElement, showMore: () => void): void {
  const stops = (cell: Element | undefined): HTMLElement[] =>
    cell === undefined
      ? []
      : cell.querySelector('button') === null
        ? [cell as HTMLElement]
        : [...cell.querySelectorAll('button')];
  const rowsOf = () => [...(table.tBodies[0]?.rows ?? [])].filter((row) => !row.classList.contains('band'));
  let current: HTMLElement | undefined;
  const moveTo = (next: HTMLElement | undefined, focus: boolean): void => {
    if (next === undefined) return;
    if (current !== undefined) current.tabIndex = -1;
    current = next;
    next.tabIndex = 0;
    if (focus) {
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  };
  const first = rowsOf()[0];
  moveTo(stops(first?.cells[1])[0] ?? stops(first?.cells[0])[0], false);

  table.addEventListener('focusin', ({ target }) => {
    if (
      target instanceof HTMLElement &&
      target !== current &&
      target.closest('td, th[scope="row"]') !== null
    ) {
      moveTo(target, false);
    }
  });
  table.addEventListener('keydown', (event) => {
    const cell = current?.closest<HTMLTableCellElement>('td, th');
    const row = cell?.closest('tr');
    if (current === undefined || !cell || !row || event.altKey || event.metaKey) return;
    const all = rowsOf();
    const at = all.indexOf(row);
    const column = cell.cellIndex;
    const inCell = stops(cell);
    const place = inCell.indexOf(current);
    const go = (to: number, toColumn: number, last = false) => {
      const found = stops(all[Math.max(0, Math.min(all.length - 1, to))]?.cells[toColumn]);
      moveTo(last ? found.at(-1) : found[0], true);
    };
    const end = row.cells.length - 1;
    switch (event.key) {
      case 'ArrowRight':
        go(at, Math.min(end, column + 1));
        break;
      case 'ArrowLeft':
        go(at, Math.max(0, column - 1));
        break;
      case 'ArrowDown':
        if (place < inCell.length - 1) moveTo(inCell[place + 1], true);
        else if (at === all.length - 1) {
          showMore();
          const more = rowsOf();
          moveTo(stops(more[Math.min(at + 1, more.length - 1)]?.cells[column])[0], true);
        } else go(at + 1, column);
        break;
      case 'ArrowUp':
        if (place > 0) moveTo(inCell[place - 1], true);
        else if (at > 0) go(at - 1, column, true);
        break;
      case 'Home':
        go(event.ctrlKey ? 0 : at, 0);
        break;
      case 'End':
        go(event.ctrlKey ? all.length - 1 : at, end);
        break;
      case 'PageDown':
        go(at + 5, column);
        break;
      case 'PageUp':
        go(at - 5, column);
        break;
      default:
        return;
    }
    event.preventDefault();
  });
}
