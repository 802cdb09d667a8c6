/** A case: articles compared with each other. Facts in, entities, stories and conflicts out. */
import { createWordRelations } from '../lexicon/relations';
import type { Article, CaseResult, Entity } from '../types';
import { type Comparison, createComparison } from './comparison';
import { findDamage } from './damage';
import { digestFacts, digestNames, moveRoles } from './digest';
import { linkEntities } from './link';
import { findMatters, type Matter } from './matters';
import { listSharedUtterances, type SharedUtterance } from './shared';
import { groupStories } from './stories';

export interface Case {
  /** Adds an article or replaces the one with the same id. */
  set(article: Article): void;
  delete(id: string): void;
  readonly articles: ReadonlyMap<string, Article>;
  /** The result for the articles as they are now; computed when first asked for after a change. */
  result(): CaseResult;
  /** What several articles report, agreeing or not: the pairs of claims that conflicts were sought in, grouped. */
  matters(): readonly Matter[];
  /** Quotations of different articles that report one utterance, the surest pairs first. */
  sharedUtterances(): readonly SharedUtterance[];
}

/** A result with the articles it was computed from. */
interface Computed {
  readonly articles: ReadonlyMap<string, Article>;
  readonly result: CaseResult;
}

/**
 * An empty case. What an edit cannot affect is kept: entities while names and roles say the same, stories while the
 * facts do, and the conflicts of every story whose articles and entities are the same. The result is always the one
 * that a new case with the same articles would give.
 */
export function createCase(): Case {
  const articles = new Map<string, Article>();
  let last: Computed | undefined;
  let comparison: Comparison | undefined;
  let isCurrent = false;
  const result = (): CaseResult => {
    if (isCurrent && last !== undefined) return last.result;
    comparison ??= createComparison(createWordRelations());
    const computed = compute(articles, last, comparison);
    last = { articles: new Map(articles), result: computed };
    isCurrent = true;
    return computed;
  };
  const stories = () => {
    result();
    return comparison?.stories() ?? [];
  };
  return {
    set(article) {
      articles.set(article.id, article);
      isCurrent = false;
    },
    delete(id) {
      if (articles.delete(id)) isCurrent = false;
    },
    articles,
    result,
    matters: () => findMatters(stories().map(({ claims }) => claims)),
    sharedUtterances: () => listSharedUtterances(stories().flatMap(({ quotations }) => quotations)),
  };
}

function compute(
  current: ReadonlyMap<string, Article>,
  last: Computed | undefined,
  comparison: Comparison,
): CaseResult {
  const articles = [...current.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const changed = last === undefined ? undefined : findChanged(current, last.articles);
  const sameNames =
    changed !== undefined && last !== undefined && isAlike(changed, last.articles, digestNames);
  const sameFacts = sameNames && isAlike(changed, last.articles, digestFacts);
  const entities = sameNames
    ? moveRoles(last.result.entities, changed)
    : keepEqual(linkEntities(articles), last?.result.entities ?? []);
  const stories = sameFacts ? last.result.stories : groupStories(articles, entities);
  const conflicts = comparison.compare(articles, entities, stories);
  return { entities, stories, conflicts, damage: findDamage(articles, stories) };
}

/** The articles that are not what they were; `undefined` when articles came or went. */
function findChanged(
  current: ReadonlyMap<string, Article>,
  before: ReadonlyMap<string, Article>,
): ReadonlyMap<string, Article> | undefined {
  if (current.size !== before.size) return undefined;
  const changed = new Map<string, Article>();
  for (const [id, article] of current) {
    const old = before.get(id);
    if (old === undefined) return undefined;
    if (old !== article) changed.set(id, article);
  }
  return changed;
}

function isAlike(
  changed: ReadonlyMap<string, Article>,
  before: ReadonlyMap<string, Article>,
  digest: (facts: Article['facts']) => string,
): boolean {
  return [...changed].every(([id, { facts }]) => {
    const old = before.get(id);
    return old !== undefined && digest(old.facts) === digest(facts);
  });
}

/** Each entity as the object it was before where nothing about it changed, so that stories see at once what did. */
function keepEqual(entities: readonly Entity[], before: readonly Entity[]): readonly Entity[] {
  const old = new Map(before.map((entity) => [entity.id, entity]));
  return entities.map((entity) => {
    const same = old.get(entity.id);
    return same !== undefined && JSON.stringify(same) === JSON.stringify(entity) ? same : entity;
  });
}
