/** Quotation compare: every utterance that several sources quote, in all its wordings. */
import type { Span, UtteranceEnd } from '../../engine';
import type { BoardUtterance, BoardWording } from '../../protocol/board';
import { toLocation } from '../convert';
import { extent } from '../find';
import { compareText, describeConflict, GRAVITY, overlaps, type Scene } from './scene';

/** The ones with graver conflicts first, then those that most sources quote, then the longer ones. */
export function buildUtterances(scene: Scene): BoardUtterance[] {
  return [...groupReports(scene)]
    .flatMap(([matter, reports]) => describeUtterance(scene, matter, [...reports.values()]))
    .sort(
      (a, b) =>
        gravity(a) - gravity(b) ||
        sources(b) - sources(a) ||
        length(b) - length(a) ||
        compareText(a.key, b.key),
    );
}

/** Every report of each utterance, with the stretch that any other report shares. */
function groupReports(scene: Scene): Map<string, Map<string, UtteranceEnd>> {
  const groups = new Map<string, Map<string, UtteranceEnd>>();
  for (const { matter, left, right } of scene.index.sharedUtterances()) {
    let group = groups.get(matter);
    if (group === undefined) {
      group = new Map();
      groups.set(matter, group);
    }
    for (const end of [left, right]) {
      const key = `${end.content[0]?.start ?? 0} ${end.article}`;
      const before = group.get(key);
      group.set(key, before ? { ...end, shared: span(before.shared, end.shared) } : end);
    }
  }
  return groups;
}

function span(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function gravity({ conflicts }: BoardUtterance): number {
  const [worst] = conflicts;
  return worst === undefined ? 3 : GRAVITY[worst.severity];
}

function sources({ wordings }: BoardUtterance): number {
  return new Set(wordings.map(({ source }) => source)).size;
}

function length({ wordings }: BoardUtterance): number {
  return Math.max(...wordings.map(({ text }) => text.length));
}

function describeUtterance(scene: Scene, id: string, wordings: readonly UtteranceEnd[]): BoardUtterance[] {
  const described = wordings
    .flatMap((wording) => describeWording(scene, wording))
    .sort((a, b) => a.source - b.source || a.place.range.start.line - b.place.range.start.line);
  if (new Set(described.map(({ source }) => source)).size < 2) return [];
  return [
    {
      key: id,
      speakers: speakersOf(described),
      conflicts: conflictsOf(scene, wordings),
      wordings: described,
    },
  ];
}

/** Everybody whom a source names as the speaker, by the number of sources. */
function speakersOf(wordings: readonly BoardWording[]): string[] {
  const votes = new Map<string, number>();
  for (const { speaker } of wordings) if (speaker !== null) votes.set(speaker, (votes.get(speaker) ?? 0) + 1);
  return [...votes].sort(([a, m], [b, n]) => n - m || compareText(a, b)).map(([name]) => name);
}

function describeWording(scene: Scene, wording: UtteranceEnd): BoardWording[] {
  const { article: id, content, shared, speaker, type } = wording;
  const article = scene.index.article(id);
  const source = scene.current.sources.get(id);
  const column = scene.columnOf(id);
  if (article === undefined || source === undefined || column === undefined) return [];
  const core = clip(content, shared);
  return [
    {
      source: column,
      place: toLocation(source.snapshot, core.length > 0 ? extent(core) : shared),
      speaker: scene.index.entityOf(id, speaker)?.name ?? null,
      type,
      text: join(article.text, core),
      before: join(article.text, clip(content, { start: 0, end: shared.start })),
      after: join(article.text, clip(content, { start: shared.end, end: article.text.length })),
    },
  ];
}

function clip(spans: readonly Span[], { start, end }: Span): Span[] {
  return spans
    .map((span) => ({ start: Math.max(span.start, start), end: Math.min(span.end, end) }))
    .filter((span) => span.end > span.start);
}

function join(text: string, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => text.slice(start, end).replace(/[\t\n\r\f\v ]+/g, ' ')).join(' … ');
}

/** Conflicts about words or speakers that rest on two of the wordings. */
function conflictsOf({ t, index }: Scene, wordings: readonly UtteranceEnd[]) {
  const ends = new Map<string, Set<string>>();
  for (const { article, content } of wordings) {
    for (const { id, kind, evidence } of index.conflictsIn(article)) {
      if (kind !== 'wording' && kind !== 'attribution') continue;
      const touches = evidence.some(
        (one) => one.article === article && content.some((span) => overlaps(one, span)),
      );
      if (!touches) continue;
      const articles = ends.get(id);
      if (articles === undefined) ends.set(id, new Set([article]));
      else articles.add(article);
    }
  }
  return index.result.conflicts
    .filter(({ id }) => (ends.get(id)?.size ?? 0) > 1)
    .sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity])
    .map((conflict) => describeConflict(t, conflict));
}
