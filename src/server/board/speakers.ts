/** Who quotes whom: the speakers of a story with the quotations that each source has of them. */
import type { BoardQuotation, BoardSpeaker } from '../../protocol/board';
import { toLocation } from '../convert';
import { extent, textOf } from '../find';
import { shorten } from '../markdown';
import { compareText, overlaps, type Scene } from './scene';

/** Longest quotation in the list of a speaker, in UTF-16 units. */
const LONGEST = 240;
const NOT_PROSE = new Set(['boilerplate', 'related']);

/** The speakers whom most sources quote first; unknown speakers last. */
export function buildSpeakers(scene: Scene): BoardSpeaker[] {
  const speakers = new Map<string, { name: string | null; quotations: BoardQuotation[] }>();
  scene.articles.forEach((article, column) => {
    const source = scene.current.sources.get(article.id);
    if (source === undefined) return;
    const page = article.facts.regions.filter(({ kind }) => NOT_PROSE.has(kind));
    for (const { content, speaker, type } of article.facts.quotations) {
      const span = extent(content);
      if (span.end === span.start || page.some((region) => overlaps(region, span))) continue;
      const entity = scene.index.entityOf(article.id, speaker);
      const key = entity?.id ?? '';
      let found = speakers.get(key);
      if (found === undefined) {
        found = { name: entity?.name ?? null, quotations: [] };
        speakers.set(key, found);
      }
      found.quotations.push({
        source: column,
        type,
        text: shorten(textOf(article, content), LONGEST),
        place: toLocation(source.snapshot, span),
      });
    }
  });
  return [...speakers.values()].sort(
    (a, b) =>
      Number(a.name === null) - Number(b.name === null) ||
      sources(b) - sources(a) ||
      b.quotations.length - a.quotations.length ||
      compareText(a.name ?? '', b.name ?? ''),
  );
}

function sources({ quotations }: BoardSpeaker): number {
  return new Set(quotations.map(({ source }) => source)).size;
}
