/** Draws the graph of sources and speakers: two columns, lines as wide as the number of quotations. */
import { append, svgElement } from '../elements';
import { fitText } from './text';

export interface NodeId {
  readonly side: 'source' | 'speaker';
  readonly at: number;
}
interface GraphNode {
  readonly name: string;
  /** Number of quotations. */
  readonly count: number;
}
export interface Graph {
  readonly label: string;
  readonly heads: readonly [sources: string, speakers: string];
  readonly sources: readonly GraphNode[];
  readonly speakers: readonly GraphNode[];
  readonly edges: readonly { readonly source: number; readonly speaker: number; readonly weight: number }[];
}

const ROW = 34;
const HEIGHT = 26;
const WIDTH = 230;
const TOP = 34;
const GAP = 250;
const MARGIN = 8;
const THICKEST = 9;
const COUNT_WIDTH = 34;

export function drawGraph(
  graph: Graph,
  selected: NodeId | undefined,
  select: (node: NodeId) => void,
): SVGSVGElement {
  const { sources, speakers, edges, heads } = graph;
  const rows = Math.max(sources.length, speakers.length);
  const height = TOP + rows * ROW + MARGIN;
  const width = 2 * MARGIN + 2 * WIDTH + GAP;
  const right = MARGIN + WIDTH + GAP;
  const spread = (list: readonly GraphNode[], at: number) =>
    TOP + (list.length === rows ? at + 0.5 : ((at + 0.5) * rows) / list.length) * ROW;
  const most = Math.max(1, ...edges.map(({ weight }) => weight));
  const svg = svgElement('svg', {
    class: 'graph-picture',
    role: 'group',
    'aria-label': graph.label,
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
  });
  append(svg, [
    svgElement('text', { class: 'head', x: MARGIN, y: 20 }, heads[0]),
    svgElement('text', { class: 'head', x: right, y: 20 }, heads[1]),
  ]);
  const isOn = (source: number, speaker: number) =>
    selected === undefined || (selected.side === 'source' ? selected.at === source : selected.at === speaker);
  const ordered = [...edges].sort(
    (a, b) => Number(isOn(a.source, a.speaker)) - Number(isOn(b.source, b.speaker)),
  );
  for (const { source, speaker, weight } of ordered) {
    const [x1, y1, x2, y2] = [MARGIN + WIDTH, spread(sources, source), right, spread(speakers, speaker)];
    const bend = GAP / 2;
    svg.append(
      svgElement('path', {
        class:
          selected !== undefined && isOn(source, speaker)
            ? 'edge on'
            : selected === undefined
              ? 'edge'
              : 'edge off',
        d: `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`,
        'stroke-width': (1 + ((THICKEST - 1) * weight) / most).toFixed(1),
        'aria-hidden': 'true',
      }),
    );
  }
  const nodes = new Map<string, SVGGElement>();
  const add = (list: readonly GraphNode[], side: NodeId['side'], x: number) =>
    list.forEach((node, at) => {
      const made = drawNode(node, x, spread(list, at), selected?.side === side && selected.at === at);
      made.addEventListener('click', () => select({ side, at }));
      nodes.set(`${side} ${at}`, made);
      svg.append(made);
    });
  add(sources, 'source', MARGIN);
  add(speakers, 'speaker', right);
  useKeys(svg, nodes, graph, selected ?? { side: 'source', at: 0 }, select);
  return svg;
}

function drawNode({ name, count }: GraphNode, x: number, y: number, isSelected: boolean): SVGGElement {
  return svgElement(
    'g',
    {
      class: isSelected ? 'node on' : 'node',
      role: 'button',
      tabindex: -1,
      'aria-pressed': isSelected ? 'true' : 'false',
    },
    svgElement('rect', { x, y: y - HEIGHT / 2, width: WIDTH, height: HEIGHT, rx: 4 }),
    svgElement('text', { class: 'name', x: x + 9, y: y + 4.5 }, fitText(name, WIDTH - COUNT_WIDTH - 12, 13)),
    svgElement('text', { class: 'count', x: x + WIDTH - 9, y: y + 4.5, 'text-anchor': 'end' }, String(count)),
  );
}

/** One stop for Tab; arrows go up, down and across; Enter and Space select. */
function useKeys(
  svg: SVGSVGElement,
  nodes: ReadonlyMap<string, SVGGElement>,
  { sources, speakers }: Graph,
  start: NodeId,
  select: (node: NodeId) => void,
): void {
  let current = start;
  const nodeOf = ({ side, at }: NodeId) => nodes.get(`${side} ${at}`);
  nodeOf(current)?.setAttribute('tabindex', '0');
  const move = (side: NodeId['side'], at: number): void => {
    const last = (side === 'source' ? sources : speakers).length - 1;
    nodeOf(current)?.setAttribute('tabindex', '-1');
    current = { side, at: Math.max(0, Math.min(last, at)) };
    nodeOf(current)?.setAttribute('tabindex', '0');
    nodeOf(current)?.focus();
  };
  svg.addEventListener('keydown', (event) => {
    const { side, at } = current;
    if (event.key === 'ArrowDown') move(side, at + 1);
    else if (event.key === 'ArrowUp') move(side, at - 1);
    else if (event.key === 'ArrowLeft') move('source', side === 'source' ? at : scale(at, speakers, sources));
    else if (event.key === 'ArrowRight')
      move('speaker', side === 'speaker' ? at : scale(at, sources, speakers));
    else if (event.key === 'Home') move(side, 0);
    else if (event.key === 'End') move(side, Number.MAX_SAFE_INTEGER);
    else if (event.key === 'Enter' || event.key === ' ') select(current);
    else return;
    event.preventDefault();
  });
}

/** The place in the other column at about the same height. */
function scale(at: number, from: readonly unknown[], to: readonly unknown[]): number {
  return Math.round(((at + 0.5) * to.length) / Math.max(1, from.length) - 0.5);
}
