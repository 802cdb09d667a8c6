/** Inlay hints: who “he” in “he said” is, and which day “Tuesday” was. */
import { type InlayHint, InlayHintKind } from 'vscode-languageserver';
import type { Article, Quotation, Span, TimeReference } from '../../engine';
import type { Settings } from '../../protocol/settings';
import type { CaseState, Source } from '../cases';
import { toRange } from '../convert';
import type { Translate } from '../translate';

export function provideInlayHints(
  t: Translate,
  source: Source,
  current: CaseState,
  within: Span,
  wanted: Settings['inlayHints'],
): InlayHint[] {
  if (wanted === 'off') return [];
  const hints = speakerHints(t, source, current);
  if (wanted === 'all') hints.push(...dateHints(source));
  return hints
    .filter(({ at }) => at >= within.start && at <= within.end)
    .sort((a, b) => a.at - b.at)
    .map(({ at, ...hint }) => ({
      position: toRange(source.snapshot, { start: at, end: at }).start,
      ...hint,
    }));
}

type Hint = Omit<InlayHint, 'position'> & { readonly at: number };

/** After the words that name the speaker, unless these are a name; before quoted words that nobody is said to say. */
function speakerHints(t: Translate, { article }: Source, current: CaseState): Hint[] {
  const index = current.index();
  const taken = new Set<number>();
  return article.facts.quotations.flatMap((quotation): Hint[] => {
    const { speaker, source, content, reason } = quotation;
    const entity = index.entityOf(article.id, speaker);
    const [first] = content;
    if (entity === undefined || first === undefined || speaker === null) return [];
    if (source && isNamed(article, source, speaker)) return [];
    const at = source ? source.end : first.start;
    if (taken.has(at) || (source === null && !isQuoted(article, quotation))) return [];
    taken.add(at);
    const tooltip = reason === '' ? {} : { tooltip: t('Counterclaim: {0}', reason) };
    return source
      ? [{ at, label: entity.name, paddingLeft: true, kind: InlayHintKind.Type, ...tooltip }]
      : [{ at, label: `${entity.name}:`, paddingRight: true, kind: InlayHintKind.Parameter, ...tooltip }];
  });
}

/** Whether the words of a source hold a name of the speaker. */
function isNamed({ facts }: Article, source: Span, speaker: number): boolean {
  return facts.mentions.some(
    ({ start, end, entity, form }) =>
      form === 'name' && entity === speaker && start >= source.start && end <= source.end,
  );
}

function isQuoted({ text }: Article, { content: [first], type }: Quotation): boolean {
  return type !== 'indirect' && first !== undefined && /["“‘«„]/u.test(text[first.start] ?? '');
}

/** After days that are not written as a full date: the ISO date they were resolved to. */
function dateHints({ article }: Source): Hint[] {
  const seen = new Set<number>();
  return article.facts.claims.flatMap(({ times }) =>
    times.flatMap((time): Hint[] => {
      const label = labelOf(time);
      if (label === undefined || seen.has(time.end)) return [];
      seen.add(time.end);
      return [{ at: time.end, label, paddingLeft: true, kind: InlayHintKind.Type }];
    }),
  );
}

function labelOf({ from, to, grain, year, day }: TimeReference): string | undefined {
  if (from === null || year !== null || grain === 'span') return undefined;
  const first = from.slice(0, 10);
  const last = (to ?? from).slice(0, 10);
  if (first !== last) return `${first} – ${last}`;
  return day !== null && grain !== 'day' ? undefined : first;
}
