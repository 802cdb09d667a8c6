/** The matters of a case for the reader: claims with their texts, a label, the conflicts that rest on them. */
import type { Article, Claim, Conflict } from '../engine';
import type { CaseIndex } from './caseIndex';
import { shorten } from './markdown';
import { isProseRegion } from './prose';

export interface MatterClaim {
  readonly article: Article;
  readonly claim: Claim;
  readonly at: number;
}

export interface MatterView {
  /** Equal across revisions for the same matter. */
  readonly key: string;
  readonly label: string;
  readonly claims: readonly MatterClaim[];
  readonly sources: number;
  /** Conflicts that rest on these claims, the gravest first. */
  readonly conflicts: readonly Conflict[];
}

const GRAVITY = { contradiction: 0, discrepancy: 1, variation: 2 } as const;

const known = new WeakMap<CaseIndex, readonly MatterView[]>();

/** Matters on which at least two articles speak; disagreements first, then by the number of sources. */
export function listMatters(index: CaseIndex): readonly MatterView[] {
  const before = known.get(index);
  if (before !== undefined) return before;
  const matters = index.matters().flatMap(({ id, claims }): MatterView[] => {
    const members = claims.flatMap(({ article: uri, claim: at }): MatterClaim[] => {
      const article = index.article(uri);
      const claim = article?.facts.claims[at];
      if (article === undefined || claim === undefined || !isProseRegion(claim.region)) return [];
      return [{ article, claim, at }];
    });
    const sources = new Set(members.map(({ article }) => article.id)).size;
    if (sources < 2) return [];
    return [
      { key: id, label: labelOf(members), claims: members, sources, conflicts: conflictsOf(index, members) },
    ];
  });
  matters.sort(
    (a, b) =>
      gravity(a.conflicts) - gravity(b.conflicts) || b.sources - a.sources || (a.label < b.label ? -1 : 1),
  );
  known.set(index, matters);
  return matters;
}

/** Fewer words than this (“According to her,”) do not say what the matter is. */
const TELLING = 6;

/** The shortest wording that says something: it tells the matter with the least besides. */
function labelOf(claims: readonly MatterClaim[]): string {
  const texts = claims.map(({ article, claim }) => article.text.slice(claim.start, claim.end));
  const isShort = (text: string) => text.split(/\s+/, TELLING).length < TELLING;
  texts.sort((a, b) => Number(isShort(a)) - Number(isShort(b)) || a.length - b.length || (a < b ? -1 : 1));
  return shorten(texts[0] ?? '', 120);
}

function conflictsOf(index: CaseIndex, claims: readonly MatterClaim[]): readonly Conflict[] {
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
