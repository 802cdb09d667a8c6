/** The second tab: dates from top to bottom, and what each source puts there. */
import type { BoardDate } from '../../protocol/board';
import { count } from '../../protocol/translate';
import type { BoardContext } from '../context';
import { element } from '../elements';
import { createGrid, type GridRow, rowMemory } from '../grid';
import { drawTable } from '../pictures/table';
import { gravityBadge } from '../severity';
import { statementButton } from '../statement';
import { sourceHeader } from './sourceHeader';
import type { View } from './view';

export function buildTimeline(context: BoardContext): View {
  const { t, board } = context;
  const { dates, sources } = board;
  const rows = rowMemory(context, 'timeline');
  const title = t('What each source dates, in the order of time');
  return {
    element: element(
      'div',
      { class: 'view timeline' },
      element(
        'div',
        { class: 'tools' },
        element('p', { class: 'status', role: 'status' }, count(t, dates.length, '{0} date', '{0} dates')),
      ),
      dates.length === 0
        ? element('p', { class: 'empty' }, t('No article of this story says when something happened.'))
        : createGrid({
            label: title,
            corner: t('Date'),
            columns: sources.map((source) => sourceHeader(context, source)),
            rows: dates.length,
            row: (at) => paintDate(context, at),
            gap: t('puts nothing on this date'),
            ...rows,
          }),
    ),
    draw: () =>
      drawTable({
        title,
        corner: t('Date'),
        columns: sources.map(({ name }) => name),
        rows: dates.map((date) => drawnRow(context, date)),
      }),
  };
}

function paintDate(context: BoardContext, at: number): GridRow {
  const { t, board, formatWhen } = context;
  const date = board.dates[at];
  if (date === undefined) return { key: '', header: [], className: '', cells: [] };
  const cells: HTMLElement[][] = board.sources.map(() => []);
  for (const source of date.published) {
    cells[source]?.push(element('span', { class: 'published' }, t('published')));
  }
  for (const statement of date.statements) {
    cells[statement.source]?.push(statementButton(context, statement, date.conflicts));
  }
  const before = board.dates[at - 1];
  const band = bandOf(context, date);
  return {
    key: String(at),
    className: date.conflicts[0]?.severity ?? 'dated',
    header: [
      element('span', { class: 'when' }, formatWhen(date.when)),
      ...date.conflicts.map((conflict) => gravityBadge(t, conflict)),
    ],
    cells,
    // A row that stands for the whole year needs no heading above it.
    band: isYear(date) || (before !== undefined && bandOf(context, before) === band) ? undefined : band,
  };
}

function isYear({ when }: BoardDate): boolean {
  return 'from' in when && when.grain === 'year';
}

/** Years as headings; what no year is known of comes under a heading of its own. */
function bandOf({ t }: BoardContext, { when }: BoardDate): string {
  return 'from' in when ? when.from.slice(0, 4) : t('No year told');
}

function drawnRow(
  { t, board, formatWhen }: BoardContext,
  { when, conflicts, statements, published }: BoardDate,
) {
  return {
    header: formatWhen(when),
    severity: conflicts[0]?.severity,
    cells: board.sources.map((_, column) => {
      const own = statements.filter(({ source }) => source === column);
      const lines = [...(published.includes(column) ? [t('published')] : []), ...own.map(({ text }) => text)];
      return {
        text: lines.join('\n'),
        severity: own.some(({ sides }) => sides.length > 0) ? conflicts[0]?.severity : undefined,
      };
    }),
  };
}
