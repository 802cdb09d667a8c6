/** How gravity is told: by icon and word first, by colour besides. */
import type { BoardConflict } from '../protocol/board';
import type { Translate } from '../protocol/translate';
import { element, svgElement } from './elements';

export type Gravity = BoardConflict['severity'];

export function nameGravity(t: Translate, severity: Gravity): string {
  return {
    contradiction: t('contradiction'),
    discrepancy: t('discrepancy'),
    variation: t('variation'),
  }[severity];
}

/** Shapes that differ without colour: triangle, diamond, circle. */
const SHAPES: Readonly<Record<Gravity, string>> = {
  contradiction: 'M8 1.5 15 14H1Z',
  discrepancy: 'M8 1 15 8 8 15 1 8Z',
  variation: 'M8 2a6 6 0 1 1 0 12A6 6 0 1 1 8 2Z',
};
const SIGNS: Readonly<Record<Gravity, string>> = {
  contradiction: 'M8 6v4M8 11.4v1.2',
  discrepancy: 'M8 4.6v4.4M8 10.4v1.2',
  variation: 'M5 8h6',
};

export function shapeOf(severity: Gravity): { readonly outline: string; readonly sign: string } {
  return { outline: SHAPES[severity], sign: SIGNS[severity] };
}

export function gravityIcon(severity: Gravity): SVGElement {
  return svgElement(
    'svg',
    { class: `icon ${severity}`, viewBox: '0 0 16 16', width: 14, height: 14, 'aria-hidden': 'true' },
    svgElement('path', { d: SHAPES[severity], class: 'shape' }),
    svgElement('path', { d: SIGNS[severity], class: 'sign' }),
  );
}

/** Icon, gravity and kind: “▲ Contradiction · Numbers”. */
export function gravityBadge(t: Translate, { severity, kind }: BoardConflict): HTMLElement {
  return element(
    'span',
    { class: `badge ${severity}` },
    gravityIcon(severity),
    element('span', { class: 'gravity' }, nameGravity(t, severity)),
    element('span', { class: 'kind' }, kind),
  );
}

/** A, B, C… for the sides of a conflict. */
export function letterOf(side: number): string {
  return String.fromCharCode(65 + (side % 26));
}

/** The letter of a side; the number tells conflicts of one row apart. */
export function sideLabel(conflict: number, side: number, conflicts: number): string {
  return conflicts > 1 ? `${conflict + 1}${letterOf(side)}` : letterOf(side);
}
