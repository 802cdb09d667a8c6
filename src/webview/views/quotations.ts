/** The third tab: one utterance in all its wordings, with the words that differ marked. */
import type { BoardUtterance, BoardWording } from '../../protocol/board';
import { count } from '../../protocol/translate';
import { type BoardContext, sourceOf } from '../context';
import { element, hidden } from '../elements';
import { createListbox } from '../listbox';
import { drawWordings } from '../pictures/wordings';
import { gravityBadge, gravityIcon, nameGravity } from '../severity';
import { compareWords } from '../words';
import type { View } from './view';

export function buildQuotations(context: BoardContext): View {
  const { t, board } = context;
  const { utterances } = board;
  const title = t('One utterance in all its wordings');
  const detail = element('section', { class: 'detail', 'aria-live': 'polite', 'aria-label': title });
  const chosen = utterances.findIndex(({ key }) => key === context.recall('utterance'));
  let current = Math.max(0, chosen);
  let base = 0;

  const show = (at: number): void => {
    const utterance = utterances[at];
    if (utterance === undefined) return;
    if (at !== current) base = 0;
    current = at;
    context.remember('utterance', utterance.key);
    detail.replaceChildren(
      ...paintUtterance(context, utterance, base, (other) => {
        base = other;
        show(at);
        detail.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
      }),
    );
  };
  show(current);
  const list = createListbox({
    label: t('Utterances that several sources quote'),
    items: utterances.map((utterance) => paintItem(context, utterance)),
    selected: current,
    select: show,
  });
  return {
    element:
      utterances.length === 0
        ? element('p', { class: 'empty' }, t('No two articles quote the same words.'))
        : element('div', { class: 'view split' }, list, detail),
    draw: () => {
      const utterance = utterances[current];
      const wordings = utterance?.wordings ?? [];
      const against = wordings[base]?.text ?? '';
      return drawWordings({
        title: utterance === undefined ? title : `${title}: ${nameSpeakers(context, utterance)}`,
        note: utterance?.conflicts.map(({ message }) => message).join(' ') ?? '',
        wordings: wordings.map((wording, at) => ({
          head: nameWording(context, wording),
          runs: at === base ? [{ text: wording.text, change: 'same' }] : compareWords(against, wording.text),
        })),
      });
    },
  };
}

function nameWording(context: BoardContext, { source, speaker }: BoardWording): string {
  return [sourceOf(context, source).name, speaker ?? context.t('speaker unknown')].join(' · ');
}

function nameSpeakers({ t }: BoardContext, { speakers }: BoardUtterance): string {
  return speakers.length === 0 ? t('speaker unknown') : speakers.join(' / ');
}

function paintItem(context: BoardContext, utterance: BoardUtterance): HTMLElement[] {
  const { t } = context;
  const { conflicts, wordings } = utterance;
  const [worst] = conflicts;
  const sources = new Set(wordings.map(({ source }) => source)).size;
  const longest = wordings.reduce((best, { text }) => (text.length > best.length ? text : best), '');
  return [
    element(
      'span',
      { class: 'item-head' },
      ...(worst ? [gravityIcon(worst.severity), hidden(`${nameGravity(t, worst.severity)}: `)] : []),
      element('span', { class: 'item-title' }, nameSpeakers(context, utterance)),
      element('span', { class: 'item-count' }, count(t, sources, '{0} source', '{0} sources')),
    ),
    element('span', { class: 'item-text' }, longest),
  ];
}

function paintUtterance(
  context: BoardContext,
  utterance: BoardUtterance,
  base: number,
  chooseBase: (at: number) => void,
): HTMLElement[] {
  const { t } = context;
  const { conflicts, wordings } = utterance;
  const against = wordings[base];
  return [
    element('h2', {}, nameSpeakers(context, utterance)),
    ...conflicts.flatMap((conflict) => [
      element('p', { class: 'conflict' }, gravityBadge(t, conflict), element('span', {}, conflict.message)),
    ]),
    element(
      'p',
      { class: 'legend' },
      element('ins', {}, t('only here')),
      element('del', {}, t('missing here')),
      element(
        'span',
        {},
        t('compared with {0}', against === undefined ? '' : sourceOf(context, against.source).name),
      ),
    ),
    ...wordings.map((wording, at) =>
      paintWording(context, wording, at === base ? undefined : against, () => chooseBase(at)),
    ),
  ];
}

/** @param against the wording to compare with; `undefined`: it is this one */
function paintWording(
  context: BoardContext,
  wording: BoardWording,
  against: BoardWording | undefined,
  choose: () => void,
): HTMLElement {
  const { t, formatDay } = context;
  const source = sourceOf(context, wording.source);
  const compare = element(
    'button',
    { type: 'button', class: 'quiet', 'aria-pressed': against === undefined ? 'true' : 'false' },
    against === undefined ? t('Compared with this') : t('Compare with this'),
    hidden(`: ${source.name}`),
  );
  compare.addEventListener('click', choose);
  const open = element('button', { type: 'button', class: 'statement' }, ...paintWords(t, wording, against));
  open.addEventListener('click', () => context.reveal(wording.place));
  const date =
    source.published === null ? [] : [element('span', { class: 'date' }, formatDay(source.published))];
  return element(
    'article',
    { class: against === undefined ? 'wording base' : 'wording' },
    element('header', {}, element('h3', {}, source.name), ...date, compare),
    open,
    element(
      'p',
      { class: 'speaker' },
      [wording.speaker ?? t('speaker unknown'), typeName(context, wording)].join(' · '),
    ),
  );
}

function typeName({ t }: BoardContext, { type }: BoardWording): string {
  return {
    direct: t('quoted word for word'),
    mixed: t('partly quoted'),
    indirect: t('reported, not quoted'),
  }[type];
}

function paintWords(
  t: BoardContext['t'],
  { before, text, after }: BoardWording,
  against: BoardWording | undefined,
): (string | HTMLElement)[] {
  const runs = against === undefined ? [{ text, change: 'same' as const }] : compareWords(against.text, text);
  const words = runs.flatMap(({ text: run, change }): (string | HTMLElement)[] => {
    if (change === 'same') return [run];
    if (change === 'only') return [element('ins', {}, hidden(`${t('only here')}: `), run, hidden('; '))];
    return [element('del', {}, hidden(`${t('missing here')}: `), run, hidden('; ')), ' '];
  });
  return [
    ...(before.trim() === '' ? [] : [element('span', { class: 'context' }, before)]),
    element('span', { class: 'words' }, ...words),
    ...(after.trim() === '' ? [] : [element('span', { class: 'context' }, after)]),
  ];
}
