/** One matter, one conflict: a finding between claims is left out where a finding on the same words says it better. */
import type { FindingSide } from './detector';
import type { ScoredFinding } from './grouping';

/**
 * `claims` without those whose both sides lie within the sides of one of `others` that is more than a variation:
 * the figure that differs inside a quotation is the wording's, the speaker the attribution's, the age the identity's.
 */
export function leaveOutCovered(
  claims: readonly ScoredFinding[],
  others: readonly ScoredFinding[],
): ScoredFinding[] {
  const byArticles = new Map<string, (readonly [FindingSide, FindingSide])[]>();
  for (const { finding } of others) {
    if (finding.severity === 'variation') continue;
    const key = keyOf(finding.sides);
    const list = byArticles.get(key);
    if (list === undefined) byArticles.set(key, [finding.sides]);
    else list.push(finding.sides);
  }
  return claims.filter(
    ({ finding: { sides } }) =>
      !byArticles
        .get(keyOf(sides))
        ?.some((around) => sides.every((side) => around.some((that) => holds(that, side)))),
  );
}

function keyOf([a, b]: readonly [FindingSide, FindingSide]): string {
  return [a.article.id, b.article.id].sort().join('\n');
}

/** Overlap is enough: the clause of a claim may reach beyond the quoted words. */
function holds(around: FindingSide, { article, span }: FindingSide): boolean {
  return around.article === article && around.span.start < span.end && span.start < around.span.end;
}
