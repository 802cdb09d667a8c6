/** Applies decisions to a case: what is corrected before articles are compared, and what is judged after. */
import type { Article, ArticleFacts, Conflict, Entity, OrphanedDecision } from '../types';
import { createDraft, type Draft, type DraftEntity } from './draft';
import { decideEntity } from './people';
import { createPlaceFinder, type Places } from './place';
import { decideSpeaker } from './speakers';
import type { ConflictDecision, Decision } from './types';
import { type Judged, judgeConflicts } from './verdicts';

/** Articles and entities as the user corrected them. */
export interface Corrected {
  /** Sorted as given; an article that no decision touches is the same object. */
  readonly articles: readonly Article[];
  readonly entities: readonly Entity[];
  readonly orphaned: readonly OrphanedDecision[];
}

export interface Decider {
  correct(
    articles: readonly Article[],
    entities: readonly Entity[],
    decisions: readonly Decision[],
  ): Corrected;
  judge(
    articles: readonly Article[],
    conflicts: readonly Conflict[],
    decisions: readonly Decision[],
  ): Omit<Judged, 'orphaned'> & { readonly orphaned: readonly OrphanedDecision[] };
}

/** Remembers what it corrected: the same article with the same corrections is the same object again. */
export function createDecider(): Decider {
  const findPlaces = createPlaceFinder();
  const known = new WeakMap<Article, { readonly log: string; readonly article: Article }>();
  const rebuild = (article: Article, facts: ArticleFacts, log: string): Article => {
    const before = known.get(article);
    if (before?.log === log) return before.article;
    const corrected = { ...article, facts };
    known.set(article, { log, article: corrected });
    return corrected;
  };
  const placesIn = (articles: readonly Article[]) =>
    findPlaces(new Map(articles.map((article) => [article.id, article])));

  return {
    correct(articles, entities, decisions) {
      if (!decisions.some(({ type }) => type !== 'accept' && type !== 'dismiss')) {
        return { articles, entities, orphaned: [] };
      }
      const draft = createDraft(new Map(articles.map((article) => [article.id, article])), entities);
      const places = placesIn(articles);
      const orphaned = [...decisions]
        .filter(({ type }) => type !== 'accept' && type !== 'dismiss')
        .sort(inTime)
        .filter((decision) => !decide(draft, places, decision))
        .map(describeOrphan);
      const changed = draft.changed();
      return {
        articles: articles.map((article) => {
          const change = changed.get(article.id);
          return change === undefined ? article : rebuild(article, change.facts, change.log);
        }),
        entities: draft.entities.map(finish).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
        orphaned,
      };
    },
    judge(articles, conflicts, decisions) {
      const verdicts = decisions.filter(
        (decision): decision is ConflictDecision => decision.type === 'accept' || decision.type === 'dismiss',
      );
      const judged = judgeConflicts(conflicts, verdicts, placesIn(articles));
      return { ...judged, orphaned: judged.orphaned.map(describeOrphan) };
    },
  };
}

function decide(draft: Draft, places: Places, decision: Decision): boolean {
  return decision.type === 'speaker'
    ? decideSpeaker(draft, places, decision)
    : decideEntity(draft, places, decision);
}

/** One after the other as they were made: who was merged can be split off again. */
function inTime(a: Decision, b: Decision): number {
  const [x, y] = [`${a.time}\n${a.id}`, `${b.time}\n${b.id}`];
  return x < y ? -1 : x > y ? 1 : 0;
}

function finish({ source, isChanged, ...rest }: DraftEntity): Entity {
  if (source !== undefined && !isChanged) return source;
  const members = [...rest.members].sort(
    (a, b) => (a.article < b.article ? -1 : a.article > b.article ? 1 : 0) || a.local - b.local,
  );
  return { ...rest, members };
}

export function describeOrphan({ id, type, note, anchors }: Decision): OrphanedDecision {
  const [first] = anchors;
  return { id, type, note, words: first?.exact ?? '', article: first?.article ?? '' };
}
