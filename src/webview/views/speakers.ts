/** The fourth tab: who quotes whom, as a graph of sources and speakers with the quotations of what is selected. */
import type { BoardQuotation } from '../../protocol/board';
import { count } from '../../protocol/translate';
import { type BoardContext, sourceOf } from '../context';
import { element } from '../elements';
import { drawGraph, type Graph, type NodeId } from '../pictures/graph';
import type { View } from './view';

/** Speakers at first; the rest on demand. */
const FIRST = 40;

export function buildSpeakers(context: BoardContext): View {
  const { t, board } = context;
  const title = t('Who quotes whom');
  const place = element('div', { class: 'graph-place' });
  const detail = element('section', {
    class: 'detail',
    'aria-live': 'polite',
    'aria-label': t('Quotations'),
  });
  const tools = element('div', { class: 'tools' });
  let shown = FIRST;
  let selected: NodeId | undefined = board.speakers.length > 0 ? { side: 'speaker', at: 0 } : undefined;
  const graph = (): Graph => readGraph(context, shown);

  const show = (focus: boolean): void => {
    const drawn = drawGraph(graph(), selected, (node) => {
      selected = node;
      show(true);
    });
    place.replaceChildren(drawn);
    detail.replaceChildren(...(selected === undefined ? [] : paintDetail(context, selected)));
    if (focus) drawn.querySelector<SVGElement>('[aria-pressed="true"]')?.focus();
  };
  const status = element('p', { class: 'status', role: 'status' });
  const more = element('button', { type: 'button', class: 'quiet' }, t('Show all speakers'));
  const tell = (): void => {
    status.textContent = count(
      t,
      board.speakers.filter(({ name }) => name !== null).length,
      '{0} speaker',
      '{0} speakers',
    );
    more.hidden = board.speakers.length <= shown;
  };
  more.addEventListener('click', () => {
    shown = board.speakers.length;
    tell();
    show(false);
  });
  tools.append(status, more);
  tell();
  show(false);
  return {
    element:
      board.speakers.length === 0
        ? element('p', { class: 'empty' }, t('No quotation was found in this story.'))
        : element('div', { class: 'view' }, tools, element('div', { class: 'split graph' }, place, detail)),
    draw: () => {
      const drawn = drawGraph(graph(), undefined, () => undefined);
      drawn.setAttribute('aria-label', title);
      return drawn;
    },
  };
}

function readGraph({ t, board }: BoardContext, shown: number): Graph {
  const speakers = board.speakers.slice(0, shown);
  const totals = board.sources.map(() => 0);
  const edges = speakers.flatMap(({ quotations }, speaker) => {
    const counts = new Map<number, number>();
    for (const { source } of quotations) counts.set(source, (counts.get(source) ?? 0) + 1);
    return [...counts].map(([source, weight]) => {
      totals[source] = (totals[source] ?? 0) + weight;
      return { source, speaker, weight };
    });
  });
  return {
    label: t('Who quotes whom'),
    heads: [t('Sources'), t('Speakers')],
    sources: board.sources.map(({ name }, at) => ({
      name,
      count: totals[at] ?? 0,
    })),
    speakers: speakers.map(({ name, quotations }) => ({
      name: name ?? t('speaker unknown'),
      count: quotations.length,
    })),
    edges,
  };
}

function paintDetail(context: BoardContext, { side, at }: NodeId): HTMLElement[] {
  const { t, board } = context;
  const groups =
    side === 'speaker'
      ? board.sources.map(({ name }, source) => ({
          name,
          quotations: board.speakers[at]?.quotations.filter((one) => one.source === source) ?? [],
        }))
      : board.speakers.map(({ name, quotations }) => ({
          name: name ?? t('speaker unknown'),
          quotations: quotations.filter(({ source }) => source === at),
        }));
  const title =
    side === 'speaker' ? (board.speakers[at]?.name ?? t('speaker unknown')) : sourceOf(context, at).name;
  return [
    element('h2', {}, title),
    ...groups
      .filter(({ quotations }) => quotations.length > 0)
      .flatMap(({ name, quotations }) => [
        element('h3', {}, name, element('span', { class: 'item-count' }, String(quotations.length))),
        element('ul', { class: 'quotations' }, ...quotations.map((one) => paintQuotation(context, one))),
      ]),
  ];
}

function paintQuotation(context: BoardContext, { text, place }: BoardQuotation): HTMLElement {
  const button = element(
    'button',
    { type: 'button', class: 'statement' },
    element('span', { class: 'words' }, text),
  );
  button.addEventListener('click', () => context.reveal(place));
  return element('li', {}, button);
}
