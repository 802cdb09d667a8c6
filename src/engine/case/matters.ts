/** Matters: claims of different articles of one story about the same thing, agreeing or not. */

import type { ClaimPair } from '../conflicts/detector';
import { fingerprint, normalizeWords } from '../conflicts/fingerprint';
import type { Article, Claim } from '../types';

export interface MatterClaim {
  readonly article: string;
  /** Index into the article's claims. */
  readonly claim: number;
}

/** What several articles report, each in at least one claim. */
export interface Matter {
  /** A fingerprint of the claims' words: equal for the same matter across runs. */
  readonly id: string;
  /** In the order of articles and text. */
  readonly claims: readonly MatterClaim[];
}

/** Clauses less alike than this may share a sentence's topic only, unless a value of theirs fills one slot. */
const LEAST_CLAUSE = 0.3;

interface Group {
  readonly claims: Map<string, { readonly article: Article; readonly claim: Claim; readonly index: number }>;
  /** Sentence by article: a matter holds one sentence of each. */
  readonly sentences: Map<string, number>;
}

/**
 * Groups the aligned claims of each story, the surest pairs first. Two groups join only while each article speaks in one sentence,
 * so that a chain of half-alike sentences does not run a story together.
 */
export function findMatters(stories: readonly (readonly ClaimPair[])[]): Matter[] {
  const matters: Matter[] = [];
  for (const aligned of stories) {
    const pairs = aligned
      .filter(
        ({ clause, quantities, times }) => clause >= LEAST_CLAUSE || quantities.length + times.length > 0,
      )
      .map((pair) => ({ ...pair, sure: pair.score * (0.5 + pair.clause / 2) }));
    pairs.sort(
      (a, b) =>
        b.sure - a.sure ||
        compare(a.left.article.id, b.left.article.id) ||
        compare(a.right.article.id, b.right.article.id) ||
        a.left.index - b.left.index ||
        a.right.index - b.right.index,
    );
    const groups = new Map<string, Group>();
    for (const { left, right } of pairs) {
      join(
        groups,
        found(groups, left.article, left.item, left.index),
        found(groups, right.article, right.item, right.index),
      );
    }
    for (const group of new Set(groups.values())) if (group.sentences.size > 1) matters.push(toMatter(group));
  }
  return matters.sort((a, b) => compare(a.id, b.id));
}

function found(groups: Map<string, Group>, article: Article, claim: Claim, index: number): Group {
  const key = `${index} ${article.id}`;
  let group = groups.get(key);
  if (group === undefined) {
    group = {
      claims: new Map([[key, { article, claim, index }]]),
      sentences: new Map([[article.id, claim.sentence]]),
    };
    groups.set(key, group);
  }
  return group;
}

function join(groups: Map<string, Group>, a: Group, b: Group): void {
  if (a === b) return;
  for (const [article, sentence] of b.sentences) {
    const other = a.sentences.get(article);
    if (other !== undefined && other !== sentence) return;
  }
  for (const [key, claim] of b.claims) {
    a.claims.set(key, claim);
    groups.set(key, a);
  }
  for (const [article, sentence] of b.sentences) a.sentences.set(article, sentence);
}

function toMatter(group: Group): Matter {
  const claims = [...group.claims.values()].sort(
    (a, b) => compare(a.article.id, b.article.id) || a.index - b.index,
  );
  const words = claims.map(({ article, claim }) =>
    normalizeWords(article.text.slice(claim.start, claim.end)),
  );
  return {
    id: fingerprint(words.sort()),
    claims: claims.map(({ article, index }) => ({ article: article.id, claim: index })),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
