/** A case: articles compared with each other. Facts in, entities, stories and conflicts out. */
import { findConflicts } from '../conflicts/conflicts';
import { createWordRelations, type WordRelations } from '../lexicon/relations';
import type { Article, CaseResult } from '../types';
import { linkEntities } from './link';
import { groupStories } from './stories';

export interface Case {
  /** Adds an article or replaces the one with the same id. */
  set(article: Article): void;
  delete(id: string): void;
  readonly articles: ReadonlyMap<string, Article>;
  /** The result for the articles as they are now; computed when first asked for after a change. */
  result(): CaseResult;
}

export function createCase(): Case {
  const articles = new Map<string, Article>();
  let current: CaseResult | undefined;
  let relations: WordRelations | undefined;
  return {
    set(article) {
      articles.set(article.id, article);
      current = undefined;
    },
    delete(id) {
      if (articles.delete(id)) current = undefined;
    },
    articles,
    result() {
      relations ??= createWordRelations();
      current ??= compute(
        [...articles.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
        relations,
      );
      return current;
    },
  };
}

function compute(articles: readonly Article[], relations: WordRelations): CaseResult {
  const entities = linkEntities(articles);
  const stories = groupStories(articles, entities);
  const conflicts = findConflicts(articles, entities, stories, relations);
  return { entities, stories, conflicts };
}
