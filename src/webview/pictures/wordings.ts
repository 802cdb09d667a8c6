/** Draws the wordings of one utterance under each other, with the words that differ marked. */
import { append, svgElement } from '../elements';
import type { Run } from '../words';
import { FACE, measureText, wrapText } from './text';

export interface DrawnWordings {
  readonly title: string;
  readonly note: string;
  readonly wordings: readonly { readonly head: string; readonly runs: readonly Run[] }[];
}

const WIDTH = 820;
const PAD = 14;
const SIZE = 14;
const LINE = 21;

export function drawWordings({ title, note, wordings }: DrawnWordings): SVGSVGElement {
  const svg = svgElement('svg', { class: 'picture', role: 'img', 'aria-label': title, 'font-family': FACE });
  append(svg, [svgElement('text', { class: 'picture-title', x: PAD, y: 26 }, title)]);
  let y = 36;
  if (note !== '') {
    for (const line of wrapText(note, WIDTH - 2 * PAD, 12)) {
      y += 17;
      svg.append(svgElement('text', { class: 'plain', x: PAD, y }, line));
    }
    y += 12;
  }
  for (const { head, runs } of wordings) {
    const frame = svgElement('rect', { class: 'picture-cell', x: PAD / 2, y, width: WIDTH - PAD });
    svg.append(frame, svgElement('text', { class: 'strong', x: PAD, y: y + 20 }, head));
    const bottom = drawRuns(svg, runs, y + 43);
    frame.setAttribute('height', String(bottom + 12 - y));
    y = bottom + 22;
  }
  svg.setAttribute('viewBox', `0 0 ${WIDTH} ${y}`);
  svg.setAttribute('width', String(WIDTH));
  svg.setAttribute('height', String(y));
  return svg;
}

/** @returns the base line of the last line */
function drawRuns(svg: SVGSVGElement, runs: readonly Run[], top: number): number {
  let x = PAD;
  let y = top;
  const space = measureText(' ', SIZE);
  for (const { text, change } of runs) {
    for (const word of text.split(' ').filter(Boolean)) {
      const width = measureText(word, SIZE, change === 'only' ? 600 : 400);
      if (x > PAD && x + width > WIDTH - PAD) {
        x = PAD;
        y += LINE;
      }
      svg.append(svgElement('text', { class: `run ${change}`, x: x.toFixed(1), y }, word));
      x += width + space;
    }
  }
  return y;
}
