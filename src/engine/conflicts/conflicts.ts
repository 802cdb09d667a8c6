/** Runs every detector over the pairs that alignment proposes in one story and groups what they find. */
import { alignClaims } from '../case/align';
import { readPassages } from '../case/passages';
import { alignPersons } from '../case/persons';
import { readUtterances, type UtteranceReader } from '../case/utterance';
import { alignQuotations } from '../case/utterances';
import type { WordRelations } from '../lexicon/relations';
import { foldForComparison } from '../text/fold';
import type { Article, Conflict, Entity, Evidence } from '../types';
import { leaveOutCovered } from './covering';
import type { ClaimPair, Context, Finding, FindingSide, Pair, QuotationPair } from './detector';
import { CLAIM_DETECTORS, ENTITY_DETECTORS, QUOTATION_DETECTORS } from './detectors';
import { fingerprint, normalizeWords } from './fingerprint';
import { type FindingGroup, type GroupSide, groupFindings, type ScoredFinding } from './grouping';
import { composeMessage } from './message';
import { addSupport } from './support';

/** Conflicts of equal words (the same sentence twice in one article) get a number, so that every id stands for one. */
export function tellApart(conflicts: readonly Conflict[]): Conflict[] {
  const seen = new Map<string, number>();
  return conflicts.map((conflict) => {
    const count = (seen.get(conflict.id) ?? 0) + 1;
    seen.set(conflict.id, count);
    return count === 1 ? conflict : { ...conflict, id: `${conflict.id}-${count}` };
  });
}

/** Answers questions about `entities` by article and local index. */
export function createContext(
  articles: readonly Article[],
  entities: readonly Entity[],
  relations: WordRelations,
): Context {
  const byMember = new Map<string, Entity>();
  for (const entity of entities) {
    for (const { article, local } of entity.members) byMember.set(`${local} ${article}`, entity);
  }
  return {
    entities,
    relations,
    outlets: new Set(
      articles.flatMap(({ facts }) => (facts.outlet === null ? [] : foldForComparison(facts.outlet))),
    ),
    entityOf: (article, local) => (local === null ? undefined : byMember.get(`${local} ${article.id}`)),
  };
}

/** What comparing one story comes to: the conflicts, and the pairs they were sought in, for views of what agrees. */
export interface StoryComparison {
  readonly conflicts: readonly Conflict[];
  readonly claims: readonly ClaimPair[];
  readonly quotations: readonly QuotationPair[];
}

const NOTHING: StoryComparison = { conflicts: [], claims: [], quotations: [] };

/**
 * The conflicts among the articles of one story.
 * Articles are put into an order that depends on their content only, so that neither file names nor the order
 * of `articles` decide what is left and right, and a copy of an article adds nothing.
 * @param utterancesOf reads an article's utterances, or remembers them
 */
export function compareStory(
  articles: readonly Article[],
  context: Context,
  utterancesOf: UtteranceReader = readUtterances,
): StoryComparison {
  const ordered = [...articles].sort(compareContent);
  if (ordered.length < 2) return NOTHING;
  const ranks = new Map(ordered.map((article, i) => [article, i]));
  const rank = ({ article }: FindingSide) => ranks.get(article) ?? 0;
  const passages = readPassages(ordered, context);
  const claims = alignClaims(ordered, context, passages);
  const quotations = alignQuotations(ordered, context, utterancesOf);
  const stated = detect(claims, CLAIM_DETECTORS, context);
  const others = [
    ...detect(quotations, QUOTATION_DETECTORS, context),
    ...detect(alignPersons(ordered, context), ENTITY_DETECTORS, context),
  ];
  // Sides that come down to the same words are no disagreement.
  const groups = groupFindings([...leaveOutCovered(stated, others), ...others], rank);
  const conflicts = addSupport(groups, passages, rank)
    .filter(({ sides }) => sides.length > 1)
    .map((group) => buildConflict(orderForReading(group)))
    .sort((a, b) => compareText(a.id, b.id) || (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0));
  return { conflicts, claims, quotations };
}

interface Comparing<P> {
  compare(pair: P, context: Context): Finding | readonly Finding[] | undefined;
}

function detect<P extends Pair<unknown>>(
  pairs: readonly P[],
  detectors: readonly Comparing<P>[],
  context: Context,
): ScoredFinding[] {
  const found: ScoredFinding[] = [];
  for (const pair of pairs) {
    if (pair.left.article.text === pair.right.article.text) continue;
    for (const detector of detectors) {
      const findings = detector.compare(pair, context) ?? [];
      for (const finding of 'kind' in findings ? [findings] : findings)
        found.push({ finding, score: pair.score });
    }
  }
  return found;
}

/** Sides and places as a reader meets them: in the order of the articles' names; ids do not depend on it. */
function orderForReading(group: FindingGroup): FindingGroup {
  const sides = group.sides.map((side) => ({
    ...side,
    places: [...side.places].sort(
      (a, b) => compareText(a.article.id, b.article.id) || a.span.start - b.span.start,
    ),
  }));
  const first = ({ places }: GroupSide) => places[0]?.article.id ?? '';
  return { ...group, sides: sides.sort((a, b) => compareText(first(a), first(b))) };
}

function buildConflict(group: FindingGroup): Conflict {
  const { lead, severity, sides, explanation } = group;
  const evidence = sides.flatMap(({ places }, side) =>
    places.map(({ article, span }): Evidence => {
      const { start, end } = span;
      return { article: article.id, start, end, text: article.text.slice(start, end), side };
    }),
  );
  const texts = [...new Set(evidence.map(({ text }) => normalizeWords(text)))].sort();
  const keys = sides.map(({ key }) => key).sort();
  return {
    id: fingerprint([lead.kind, ...texts, '', ...keys]),
    kind: lead.kind,
    severity,
    message: composeMessage(group),
    sides: sides.map(({ says }) => says),
    evidence,
    explanation,
  };
}

function compareContent(a: Article, b: Article): number {
  return (
    compareText(a.facts.published ?? '', b.facts.published ?? '') ||
    compareText(a.text, b.text) ||
    compareText(a.id, b.id)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
