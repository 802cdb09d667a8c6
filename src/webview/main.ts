/** The comparison board in its webview: takes the board’s data, shows its tabs, sends back what the user asks for. */
import type { Board, FromBoard, ToBoard } from '../protocol/board';
import { count } from '../protocol/translate';
import { type BoardContext, createFormats, type Formats } from './context';
import { element } from './elements';
import { serializePicture } from './pictures/save';
import { createTabs, type Tabs } from './tabs';
import { buildMatrix } from './views/matrix';
import { buildQuotations } from './views/quotations';
import { buildSpeakers } from './views/speakers';
import { buildTimeline } from './views/timeline';
import type { Tab } from './views/view';

interface Host {
  postMessage(message: FromBoard): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const state = new Map<string, string>(readState(host.getState()));
let formats: Formats = createFormats({}, 'en');

function readState(value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}

function remember(name: string, value: string): void {
  state.set(name, value);
  host.setState(Object.fromEntries(state));
}

function show(board: Board): void {
  performance.mark('counterclaim.begin');
  const { t } = formats;
  const context: BoardContext = {
    ...formats,
    board,
    reveal: (place) => host.postMessage({ type: 'reveal', place }),
    remember,
    recall: (name) => state.get(name),
  };
  if (board.story === null) {
    document.body.replaceChildren(
      element(
        'p',
        { class: 'empty' },
        t('There are no articles to compare yet. Open a folder with several articles about one event.'),
      ),
    );
    return;
  }
  remember('story', board.story);
  const place = readPlace();
  const tabs = createTabs({
    label: t('Comparison Board'),
    tabs: listTabs(context),
    selected: state.get('tab'),
    build: (tab) => tab.build(context),
    select: (id) => remember('tab', id),
  });
  document.body.replaceChildren(
    element(
      'header',
      { class: 'top' },
      storyHeading(context),
      element('div', { class: 'bar' }, tabs.list, saveButton(context, tabs)),
    ),
    element('main', {}, ...tabs.panels),
  );
  returnTo(place);
  performance.measure('counterclaim.show', 'counterclaim.begin');
}

/** Where the user is: how far each part is scrolled, and which control has the focus. */
interface Place {
  readonly scrolls: readonly (readonly [left: number, top: number])[];
  /** Index among the controls of the page; `-1`: the focus is elsewhere, and stays there. */
  readonly focused: number;
}
const SCROLLING = '[role="tabpanel"]:not([hidden]) :is(.scroller, .listbox, .detail, .graph-place)';
const CONTROLS = 'button, select, input, [tabindex]';

function readPlace(): Place {
  const controls = [...document.querySelectorAll(CONTROLS)];
  return {
    scrolls: [...document.querySelectorAll(SCROLLING)].map(({ scrollLeft, scrollTop }) => [
      scrollLeft,
      scrollTop,
    ]),
    focused: document.hasFocus() ? controls.findIndex((control) => control === document.activeElement) : -1,
  };
}

function returnTo({ scrolls, focused }: Place): void {
  document.querySelectorAll(SCROLLING).forEach((part, at) => {
    const [left, top] = scrolls[at] ?? [0, 0];
    part.scrollTo(left, top);
  });
  if (focused < 0) return;
  const control = [...document.querySelectorAll<HTMLElement | SVGElement>(CONTROLS)][focused];
  control?.focus({ preventScroll: true });
}

function listTabs({ t, board }: BoardContext): Tab[] {
  return [
    { id: 'matrix', title: t('Matters'), count: board.matters.length, build: buildMatrix },
    { id: 'timeline', title: t('Timeline'), count: board.dates.length, build: buildTimeline },
    { id: 'quotations', title: t('Wordings'), count: board.utterances.length, build: buildQuotations },
    {
      id: 'speakers',
      title: t('Who quotes whom'),
      count: board.speakers.filter(({ name }) => name !== null).length,
      build: buildSpeakers,
    },
  ];
}

/** The story’s headline; a choice where there are several stories. */
function storyHeading({ t, board }: BoardContext): HTMLElement {
  const chosen = board.stories.find(({ id }) => id === board.story);
  const facts = [
    count(t, board.sources.length, '{0} source', '{0} sources'),
    count(t, chosen?.conflicts ?? 0, '{0} conflict', '{0} conflicts'),
  ].join(' · ');
  const note = element('span', { class: 'facts' }, facts);
  if (board.stories.length < 2) {
    return element('div', { class: 'story' }, element('h1', {}, chosen?.label ?? ''), note);
  }
  const select = element(
    'select',
    { 'aria-label': t('Story') },
    ...board.stories.map(({ id, label, sources }) =>
      element('option', { value: id, selected: id === board.story }, `${label} (${sources})`),
    ),
  );
  select.addEventListener('change', () => {
    remember('story', select.value);
    host.postMessage({ type: 'choose', story: select.value });
  });
  return element(
    'div',
    { class: 'story' },
    element('h1', { class: 'hidden' }, chosen?.label ?? ''),
    select,
    note,
  );
}

function saveButton({ t }: BoardContext, tabs: Tabs): HTMLElement {
  const button = element('button', { type: 'button', class: 'action' }, t('Save as SVG'));
  button.addEventListener('click', () => {
    const { id, view } = tabs.shown();
    host.postMessage({ type: 'save', name: id, svg: serializePicture(view.draw()) });
  });
  return button;
}

window.addEventListener('message', ({ data }: MessageEvent<ToBoard>) => {
  if (data.type === 'start') {
    formats = createFormats(data.translations, data.language);
    document.documentElement.lang = data.language;
  } else if (data.type === 'board') show(data.board);
  else document.body.replaceChildren(element('p', { class: 'empty', role: 'alert' }, data.message));
});
window.addEventListener('error', ({ message }) => host.postMessage({ type: 'error', message }));
host.postMessage({ type: 'ready' });
