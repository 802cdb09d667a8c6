/** A statement as a button: the source’s own words with what matters marked; a click selects them in the article. */
import type { BoardConflict, BoardStatement } from '../protocol/board';
import type { BoardContext } from './context';
import { element, hidden } from './elements';
import { nameGravity, sideLabel } from './severity';

export function statementButton(
  context: BoardContext,
  statement: BoardStatement,
  conflicts: readonly BoardConflict[],
): HTMLElement {
  const { speaker, sides, place } = statement;
  const button = element(
    'button',
    { type: 'button', class: 'statement', tabindex: -1 },
    ...sides.map(({ conflict, side }) => sideChip(context, conflicts, conflict, side)),
    element('span', { class: 'words' }, ...markedText(statement)),
    ...(speaker === null
      ? []
      : [element('span', { class: 'speaker' }, hidden(`${context.t('said by')} `), speaker)]),
  );
  button.addEventListener('click', () => context.reveal(place));
  return button;
}

function sideChip(
  { t }: BoardContext,
  conflicts: readonly BoardConflict[],
  conflict: number,
  side: number,
): HTMLElement {
  const found = conflicts[conflict];
  const label = sideLabel(conflict, side, conflicts.length);
  const says = found?.sides[side] ?? '';
  return element(
    'span',
    { class: `side ${found?.severity ?? 'variation'}`, title: says },
    label,
    hidden(`, ${found === undefined ? '' : nameGravity(t, found.severity)}: ${says}. `),
  );
}

export function markedText({
  text,
  marks,
}: Pick<BoardStatement, 'text' | 'marks'>): (string | HTMLElement)[] {
  const parts: (string | HTMLElement)[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(element('mark', {}, text.slice(start, end)));
    at = end;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}
