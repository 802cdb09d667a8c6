/** Matters: claims of several articles that share who does it, what is done and to whom. */
import type { Article, Claim, Conflict } from '../engine';
import type { CaseIndex } from './caseIndex';
import { shorten } from './markdown';

export interface Matter {
  /** Equal across revisions for the same matter. */
  readonly key: string;
  readonly label: string;
  readonly claims: readonly { readonly article: Article; readonly claim: Claim; readonly at: number }[];
  /** Conflicts that rest on these claims, the gravest first. */
  readonly conflicts: readonly Conflict[];
}

const GRAVITY = { contradiction: 0, discrepancy: 1, variation: 2 } as const;
const NOT_PROSE = new Set(['boilerplate', 'related']);

/** Matters on which at least two articles speak; disagreements first, then by the number of sources. */
export function findMatters(index: CaseIndex): Matter[] {
  const groups = new Map<string, { article: Article; claim: Claim; at: number }[]>();
  for (const article of index.articles) {
    article.facts.claims.forEach((claim, at) => {
      const key = NOT_PROSE.has(claim.region) ? undefined : keyOf(index, article, claim);
      if (key === undefined) return;
      const group = groups.get(key);
      if (group) group.push({ article, claim, at });
      else groups.set(key, [{ article, claim, at }]);
    });
  }
  const matters = [...groups].flatMap(([key, claims]) => {
    const sources = new Set(claims.map(({ article }) => article.id)).size;
    if (sources < 2) return [];
    const conflicts = conflictsOf(index, claims);
    return [{ key, label: labelOf(claims), claims, conflicts, sources }];
  });
  return matters.sort(
    (a, b) =>
      gravity(a.conflicts) - gravity(b.conflicts) || b.sources - a.sources || (a.label < b.label ? -1 : 1),
  );
}

/** Who, what, to whom; claims that name nobody are about no matter that can be told. */
function keyOf(index: CaseIndex, article: Article, claim: Claim): string | undefined {
  const name = (locals: readonly number[]) =>
    [...new Set(locals.flatMap((local) => index.entityOf(article.id, local)?.id ?? []))].sort().join(',');
  const subjects = name(claim.subjects);
  const objects = name(claim.objects) || name(claim.places);
  if (subjects === '' || claim.family === '' || objects === '') return undefined;
  return [subjects, claim.family, objects].join(' | ');
}

/** The shortest wording: it says the matter with the least besides. */
function labelOf(claims: readonly { article: Article; claim: Claim }[]): string {
  const texts = claims.map(({ article, claim }) => article.text.slice(claim.start, claim.end));
  texts.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return shorten(texts[0] ?? '', 120);
}

function conflictsOf(
  index: CaseIndex,
  claims: readonly { article: Article; claim: Claim }[],
): readonly Conflict[] {
  const found = new Map<string, { conflict: Conflict; ends: Set<string> }>();
  for (const { article, claim } of claims) {
    for (const conflict of index.conflictsIn(article.id)) {
      const touches = conflict.evidence.some(
        (one) => one.article === article.id && one.start < claim.end && one.end > claim.start,
      );
      if (!touches) continue;
      const entry = found.get(conflict.id) ?? { conflict, ends: new Set<string>() };
      entry.ends.add(article.id);
      found.set(conflict.id, entry);
    }
  }
  return [...found.values()]
    .filter(({ ends }) => ends.size > 1)
    .map(({ conflict }) => conflict)
    .sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
}

function gravity(conflicts: readonly Conflict[]): number {
  const [worst] = conflicts;
  return worst === undefined ? 3 : GRAVITY[worst.severity];
}
