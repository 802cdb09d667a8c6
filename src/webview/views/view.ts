/** What a tab is: something to look at and a picture of it to save. */
import type { BoardContext } from '../context';

export interface View {
  readonly element: HTMLElement;
  /** The picture as SVG; drawn when it is asked for. */
  draw(): SVGSVGElement;
}

export interface Tab {
  readonly id: 'matrix' | 'timeline' | 'quotations' | 'speakers';
  readonly title: string;
  readonly count: number;
  build(context: BoardContext): View;
}
