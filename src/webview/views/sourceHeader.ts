/** The head of a source’s column. */
import type { BoardSource } from '../../protocol/board';
import type { BoardContext } from '../context';
import { element } from '../elements';

export function sourceHeader({ t, formatDay }: BoardContext, source: BoardSource): HTMLElement[] {
  return [
    element('span', { class: 'source' }, source.name),
    ...(source.headline === null
      ? []
      : [element('span', { class: 'headline', title: source.headline }, source.headline)]),
    element(
      'span',
      { class: 'date' },
      source.published === null ? t('no date') : formatDay(source.published),
    ),
  ];
}
