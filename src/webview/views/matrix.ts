/** The first tab: what each source says on each matter, gaps and disagreements marked. */
import type { BoardMatter } from '../../protocol/board';
import { count } from '../../protocol/translate';
import { type BoardContext, sourceOf } from '../context';
import { element } from '../elements';
import { createGrid, type GridRow, rowMemory } from '../grid';
import { drawTable } from '../pictures/table';
import { gravityBadge, letterOf, sideLabel } from '../severity';
import { statementButton } from '../statement';
import { sourceHeader } from './sourceHeader';
import type { View } from './view';

const SHOWN = ['all', 'conflicts', 'gaps'] as const;
type Shown = (typeof SHOWN)[number];

export function buildMatrix(context: BoardContext): View {
  const { t, board } = context;
  const place = element('div', { class: 'grid-place' });
  const status = element('p', { class: 'status', role: 'status' });
  const select = element(
    'select',
    { 'aria-label': t('Matters to show') },
    element('option', { value: 'all' }, t('All matters')),
    element('option', { value: 'conflicts' }, t('Only conflicts')),
    element('option', { value: 'gaps' }, t('Only matters with gaps')),
  );
  const search = element('input', {
    type: 'search',
    placeholder: t('Filter by words'),
    'aria-label': t('Filter by words'),
  });
  const remembered = SHOWN.find((name) => name === context.recall('matters'));
  select.value = remembered ?? 'all';
  search.value = context.recall('words') ?? '';
  let matters: readonly BoardMatter[] = [];

  const show = (): void => {
    const shown = SHOWN.find((name) => name === select.value) ?? 'all';
    matters = chooseMatters(context, shown, search.value);
    status.textContent = count(t, matters.length, '{0} matter', '{0} matters');
    place.replaceChildren(
      matters.length === 0
        ? element('p', { class: 'empty' }, emptyText(context))
        : createGrid({
            label: t('What each source says on each matter'),
            corner: t('Matter'),
            columns: board.sources.map((source) => sourceHeader(context, source)),
            rows: matters.length,
            row: (at) => paintMatter(context, matters[at]),
            gap: t('says nothing on this'),
            ...rowMemory(context, 'matrix'),
          }),
    );
  };
  select.addEventListener('change', () => {
    context.remember('matters', select.value);
    show();
  });
  search.addEventListener('input', () => {
    context.remember('words', search.value);
    show();
  });
  show();
  return {
    element: element(
      'div',
      { class: 'view' },
      element('div', { class: 'tools' }, select, search, status),
      place,
    ),
    draw: () =>
      drawTable({
        title: t('What each source says on each matter'),
        corner: t('Matter'),
        columns: board.sources.map(({ name }) => name),
        rows: matters.map((matter) => drawnRow(context, matter)),
      }),
  };
}

function emptyText({ t, board }: BoardContext): string {
  return board.matters.length > 0
    ? t('No matter fits the filter.')
    : t('No two articles report the same matter. Add another article about the same event.');
}

function chooseMatters({ board }: BoardContext, shown: Shown, words: string): readonly BoardMatter[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return board.matters.filter((matter) => {
    if (shown === 'conflicts' && matter.conflicts.length === 0) return false;
    const sources = new Set(matter.statements.map(({ source }) => source));
    if (shown === 'gaps' && sources.size === board.sources.length) return false;
    if (wanted.length === 0) return true;
    const text = [
      matter.label,
      ...matter.conflicts.flatMap(({ message, kind }) => [message, kind]),
      ...matter.statements.flatMap((one) => [
        one.text,
        one.speaker ?? '',
        sourceOf({ board } as BoardContext, one.source).name,
      ]),
    ]
      .join('\n')
      .toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

function paintMatter(context: BoardContext, matter: BoardMatter | undefined): GridRow {
  const { board } = context;
  const conflicts = matter?.conflicts ?? [];
  const cells: HTMLElement[][] = board.sources.map(() => []);
  for (const statement of matter?.statements ?? []) {
    cells[statement.source]?.push(statementButton(context, statement, conflicts));
  }
  return {
    key: matter?.key ?? '',
    className: conflicts[0]?.severity ?? 'agreed',
    header: matter === undefined ? [] : matterHeader(context, matter),
    cells,
  };
}

function matterHeader(context: BoardContext, { conflicts, label, statements }: BoardMatter): HTMLElement[] {
  const { t, board } = context;
  if (conflicts.length === 0) {
    const sources = new Set(statements.map(({ source }) => source)).size;
    return [
      element('span', { class: 'label' }, label),
      element(
        'span',
        { class: 'note' },
        t('{0} of {1} sources; no disagreement found', sources, board.sources.length),
      ),
    ];
  }
  return conflicts.flatMap((conflict, at) => [
    gravityBadge(t, conflict),
    element(
      'ol',
      { class: 'sides' },
      ...conflict.sides.map((says, side) =>
        element(
          'li',
          {},
          element('span', { class: `side ${conflict.severity}` }, sideLabel(at, side, conflicts.length)),
          element('span', {}, says),
        ),
      ),
    ),
    element('span', { class: 'note' }, conflict.message),
  ]);
}

function drawnRow({ t, board }: BoardContext, { label, conflicts, statements }: BoardMatter) {
  return {
    header:
      conflicts.length === 0
        ? label
        : conflicts
            .map(
              ({ kind, sides }) =>
                `${kind}: ${sides.map((says, at) => `${letterOf(at)} ${says}`).join(' · ')}`,
            )
            .join('\n'),
    severity: conflicts[0]?.severity,
    cells: board.sources.map((_, column) => {
      const own = statements.filter(({ source }) => source === column);
      if (own.length === 0) return { text: '—', title: t('says nothing on this') };
      return {
        text: own
          .map(({ text, sides }) =>
            [
              ...sides.map(({ conflict, side }) => `[${sideLabel(conflict, side, conflicts.length)}]`),
              text,
            ].join(' '),
          )
          .join('\n'),
        severity: own.some(({ sides }) => sides.length > 0) ? conflicts[0]?.severity : undefined,
      };
    }),
  };
}
