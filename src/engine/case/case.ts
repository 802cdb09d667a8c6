/** A case: articles compared with each other. Facts in, entities, stories and conflicts out. */
import { type Corrected, createDecider, type Decider } from '../decisions/apply';
import type { Decision } from '../decisions/types';
import { createWordRelations } from '../lexicon/relations';
import type { Article, CaseResult, Entity } from '../types';
import { type Comparison, createComparison } from './comparison';
import { createDamageFinder } from './damage';
import { digestNames, moveRoles } from './digest';
import { createLinker, type Linker } from './link';
import { findMatters, type Matter } from './matters';
import { listSharedUtterances, type SharedUtterance } from './shared';
import { createStoryGrouper } from './stories';

export interface Case {
  /** Adds an article or replaces the one with the same id. */
  set(article: Article): void;
  delete(id: string): void;
  /** Replaces what the user decided; anchors name articles by their ids. */
  decide(decisions: readonly Decision[]): void;
  /** As they were set. */
  readonly articles: ReadonlyMap<string, Article>;
  /** With what the user corrected in them; the same object where that is nothing. */
  corrected(id: string): Article | undefined;
  /** The result for the articles as they are now; computed when first asked for after a change. */
  result(): CaseResult;
  /** What several articles report, agreeing or not: the pairs of claims that conflicts were sought in, grouped. */
  matters(): readonly Matter[];
  /** Quotations of different articles that report one utterance, the surest pairs first. */
  sharedUtterances(): readonly SharedUtterance[];
}

/** What linking came to before any decision, with the articles it was computed from. */
interface Linked {
  readonly articles: ReadonlyMap<string, Article>;
  readonly sorted: readonly Article[];
  readonly entities: readonly Entity[];
}

/**
 * An empty case. What an edit cannot affect is kept: entities while names and roles say the same, stories while their
 * articles are about the same, and the conflicts of every story whose articles and entities are the same. The result is always the one
 * that a new case with the same articles would give.
 */
export function createCase(): Case {
  const articles = new Map<string, Article>();
  let decisions: readonly Decision[] = [];
  let linked: Linked | undefined;
  let isLinked = false;
  let correction: { readonly all: Corrected; readonly byId: ReadonlyMap<string, Article> } | undefined;
  let result: CaseResult | undefined;
  let comparison: Comparison | undefined;
  let decider: Decider | undefined;

  const linker = createLinker();
  const grouper = createStoryGrouper();
  const damage = createDamageFinder();

  const link = (): Linked => {
    if (!isLinked || linked === undefined) linked = linkArticles(articles, linked, linker);
    isLinked = true;
    return linked;
  };
  const correct = () => {
    if (correction === undefined) {
      decider ??= createDecider();
      const { sorted, entities } = link();
      const all = decider.correct(sorted, entities, decisions);
      correction = { all, byId: new Map(all.articles.map((article) => [article.id, article])) };
    }
    return correction;
  };
  const compute = (): CaseResult => {
    const current = link();
    const grouped = grouper.group(current.sorted);
    const { articles: corrected, entities, orphaned } = correct().all;
    comparison ??= createComparison(createWordRelations());
    decider ??= createDecider();
    const found = comparison.compare(corrected, entities, grouped);
    const judged = decider.judge(corrected, found, decisions);
    return {
      entities,
      stories: grouped,
      conflicts: judged.conflicts,
      dismissed: judged.dismissed,
      orphaned: [...orphaned, ...judged.orphaned].sort(byId),
      damage: damage.find(current.sorted, grouped),
    };
  };
  const read = (): CaseResult => {
    result ??= compute();
    return result;
  };
  const stories = () => {
    read();
    return comparison?.stories() ?? [];
  };
  const forget = (): void => {
    correction = undefined;
    result = undefined;
  };

  return {
    set(article) {
      articles.set(article.id, article);
      isLinked = false;
      forget();
    },
    delete(id) {
      if (!articles.delete(id)) return;
      isLinked = false;
      forget();
    },
    decide(next) {
      decisions = [...next].sort(byId);
      forget();
    },
    articles,
    corrected(id) {
      return decisions.length === 0 ? articles.get(id) : correct().byId.get(id);
    },
    result: read,
    matters: () => findMatters(stories().map(({ claims }) => claims)),
    sharedUtterances: () => listSharedUtterances(stories().flatMap(({ quotations }) => quotations)),
  };
}

function linkArticles(
  current: ReadonlyMap<string, Article>,
  last: Linked | undefined,
  linker: Linker,
): Linked {
  const changed = last === undefined ? undefined : findChanged(current, last.articles);
  const sorted =
    last === undefined || changed === undefined
      ? [...current.values()].sort(byId)
      : last.sorted.map((article) => changed.get(article.id) ?? article);
  const sameNames =
    changed !== undefined && last !== undefined && isAlike(changed, last.articles, digestNames);
  return {
    articles: new Map(current),
    sorted,
    entities: sameNames ? moveRoles(last.entities, changed) : linker.link(sorted),
  };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
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
