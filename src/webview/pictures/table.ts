/** Draws a table of statements as a picture: for the matrix and the timeline. */
import { append, svgElement } from '../elements';
import { type Gravity, shapeOf } from '../severity';
import { FACE, wrapText } from './text';

interface DrawnCell {
  readonly text: string;
  readonly title?: string;
  readonly severity?: Gravity | undefined;
}
export interface DrawnTable {
  readonly title: string;
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly header: string;
    readonly severity?: Gravity | undefined;
    readonly cells: readonly DrawnCell[];
  }[];
}

const HEADER = 230;
const COLUMN = 200;
const PAD = 8;
const SIZE = 12;
const LINE = 16;
const TITLE = 40;
const ICON = 20;

export function drawTable({ title, corner, columns, rows }: DrawnTable): SVGSVGElement {
  const width = HEADER + columns.length * COLUMN;
  const svg = svgElement('svg', { class: 'picture', role: 'img', 'aria-label': title, 'font-family': FACE });
  append(svg, [svgElement('text', { class: 'picture-title', x: PAD, y: 26 }, title)]);
  let y = TITLE;
  const heads = [corner, ...columns].map((name, at) => wrapText(name, widthOf(at) - 2 * PAD, SIZE, 600));
  y = drawRow(svg, y, heads, () => 'picture-head', undefined);
  for (const { header, severity, cells } of rows) {
    const texts = [
      wrapText(header, HEADER - 2 * PAD - (severity ? ICON : 0), SIZE, 600),
      ...cells.map(({ text }) => wrapText(text, COLUMN - 2 * PAD, SIZE)),
    ];
    y = drawRow(svg, y, texts, (at) => classOf(at, cells[at - 1]), severity);
  }
  svg.setAttribute('viewBox', `0 0 ${width} ${y + 1}`);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(y + 1));
  return svg;
}

function classOf(at: number, cell: DrawnCell | undefined): string {
  if (at === 0) return 'picture-matter';
  return cell?.severity ? `picture-cell ${cell.severity}` : 'picture-cell';
}

function widthOf(at: number): number {
  return at === 0 ? HEADER : COLUMN;
}

/** @returns where the next row begins */
function drawRow(
  svg: SVGSVGElement,
  y: number,
  texts: readonly (readonly string[])[],
  className: (at: number) => string,
  severity: Gravity | undefined,
): number {
  const height = Math.max(...texts.map(({ length }) => length)) * LINE + 2 * PAD;
  texts.forEach((lines, at) => {
    const x = at === 0 ? 0 : HEADER + (at - 1) * COLUMN;
    svg.append(svgElement('rect', { class: className(at), x, y, width: widthOf(at), height }));
    const indent = at === 0 && severity ? ICON : 0;
    if (at === 0 && severity) svg.append(drawIcon(severity, x + PAD, y + PAD));
    const text = svgElement('text', { class: at === 0 ? 'strong' : 'plain' });
    for (const [row, line] of lines.entries()) {
      text.append(svgElement('tspan', { x: x + PAD + indent, y: y + PAD + 12 + row * LINE }, line));
    }
    svg.append(text);
  });
  return y + height;
}

function drawIcon(severity: Gravity, x: number, y: number): SVGGElement {
  const { outline, sign } = shapeOf(severity);
  return svgElement(
    'g',
    { class: `icon ${severity}`, transform: `translate(${x} ${y})` },
    svgElement('path', { d: outline, class: 'shape' }),
    svgElement('path', { d: sign, class: 'sign' }),
  );
}
