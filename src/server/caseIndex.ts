/** Look-ups over one result of a case: who is meant where, who says what, which conflicts touch an article. */
import type {
  Article,
  Case,
  CaseResult,
  Conflict,
  Entity,
  Matter,
  Mention,
  Quotation,
  SharedUtterance,
} from '../engine';
import { standsInProse } from './prose';

export interface LocatedMention {
  readonly article: Article;
  readonly mention: Mention;
  /** Not in a teaser of another story or in page furniture. */
  readonly inProse: boolean;
}
export interface LocatedQuotation {
  readonly article: Article;
  readonly quotation: Quotation;
  readonly index: number;
}

export interface CaseIndex {
  readonly result: CaseResult;
  /** In the order of their ids. */
  readonly articles: readonly Article[];
  article(id: string): Article | undefined;
  /** The entity of the case behind an article's local one. */
  entityOf(article: string, local: number | null): Entity | undefined;
  entity(id: string): Entity | undefined;
  /** Mentions of an entity in all articles, article by article, in the order of the text. */
  mentionsOf(entity: Entity): readonly LocatedMention[];
  /** The same without teasers and page furniture, unless it is mentioned nowhere else. */
  countedMentionsOf(entity: Entity): readonly LocatedMention[];
  /** Quotations of an entity in all articles, teasers and page furniture left out. */
  quotationsOf(entity: Entity): readonly LocatedQuotation[];
  /** Conflicts with evidence in the article. */
  conflictsIn(article: string): readonly Conflict[];
  /** What several articles report; grouped when first asked for. */
  matters(): readonly Matter[];
  /** Quotations of different articles that report one utterance, the surest pairs first. */
  sharedUtterances(): readonly SharedUtterance[];
}

const NONE: readonly never[] = [];

export function indexCase(current: Case): CaseIndex {
  const result = current.result();
  const articles = [...current.articles.keys()].flatMap((id) => current.corrected(id) ?? []);
  articles.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const members = new Map<string, Map<number, Entity>>();
  const entities = new Map<string, Entity>();
  for (const entity of result.entities) {
    entities.set(entity.id, entity);
    for (const { article, local } of entity.members)
      getOrAdd(members, article, () => new Map()).set(local, entity);
  }
  const entityOf = (article: string, local: number | null) =>
    local === null ? undefined : members.get(article)?.get(local);

  const mentions = new Map<string, LocatedMention[]>();
  const quotations = new Map<string, LocatedQuotation[]>();
  for (const article of articles) {
    for (const mention of article.facts.mentions) {
      const entity = entityOf(article.id, mention.entity);
      if (entity)
        getOrAdd(mentions, entity.id, () => []).push({
          article,
          mention,
          inProse: standsInProse(article, mention),
        });
    }
    article.facts.quotations.forEach((quotation, index) => {
      const entity = entityOf(article.id, quotation.speaker);
      const inProse = quotation.content.some((span) => standsInProse(article, span));
      if (entity && inProse) getOrAdd(quotations, entity.id, () => []).push({ article, quotation, index });
    });
  }
  const conflicts = new Map<string, Conflict[]>();
  for (const conflict of result.conflicts) {
    for (const id of new Set(conflict.evidence.map(({ article }) => article))) {
      getOrAdd(conflicts, id, () => []).push(conflict);
    }
  }
  let matters: readonly Matter[] | undefined;
  let utterances: readonly SharedUtterance[] | undefined;
  return {
    result,
    articles,
    article: current.corrected,
    entityOf,
    entity: (id) => entities.get(id),
    mentionsOf: ({ id }) => mentions.get(id) ?? NONE,
    countedMentionsOf: ({ id }) => {
      const all = mentions.get(id) ?? NONE;
      const inProse = all.filter((one) => one.inProse);
      return inProse.length > 0 ? inProse : all;
    },
    quotationsOf: ({ id }) => quotations.get(id) ?? NONE,
    conflictsIn: (article) => conflicts.get(article) ?? NONE,
    matters: () => {
      matters ??= current.matters();
      return matters;
    },
    sharedUtterances: () => {
      utterances ??= current.sharedUtterances();
      return utterances;
    },
  };
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
