/** Finds passages of different articles about the same matter, through an inverted index of rare words. */
import { wordsLike } from '../claims/families';
import { type Passage, share, similarity } from './passages';

/** Two passages with their likeness, 0 to 1, and what they share. */
export interface Match {
  readonly left: Passage;
  readonly right: Passage;
  readonly score: number;
  /** How near the score comes to the best of both passages, 0 to 1. */
  readonly ratio: number;
  readonly shared: readonly string[];
}

/** Features lighter than this do not call up candidates. */
const LIGHT = 0.12;
/** Candidates kept for each passage and other article before likeness is measured. */
const KEPT = 6;
/** Passages less alike than this are never about the same matter. */
const LEAST = 0.16;
/** A match stays when it comes this near to the best of both its passages. */
const NEAR_BEST = 0.4;
/** Headlines and decks sum up what the body says at length, so they must not crowd out its passages. */
const SUMMARY = 0.75;

/** Matches between the passages of different articles; copies match only each other. */
export function matchPassages(articles: readonly (readonly Passage[])[]): Match[] {
  const passages = articles.flat();
  const postings = indexFeatures(passages);
  const longest = Math.max(20, Math.ceil(passages.length / 6));
  const matches: Match[] = [];
  passages.forEach((passage, at) => {
    for (const other of callCandidates(passage, at, passages, postings, longest)) {
      const { weight, words } = share(passage.features, other.features);
      const alike =
        similarity(weight, passage.norm, other.norm) * (isSummary(passage) || isSummary(other) ? SUMMARY : 1);
      const score = passage.text === other.text ? 1 : alike;
      if (score >= LEAST) matches.push({ left: passage, right: other, score, ratio: 1, shared: words });
    }
  });
  return keepBest(matches);
}

function indexFeatures(passages: readonly Passage[]): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  passages.forEach(({ features }, at) => {
    for (const feature of features.keys()) {
      const list = postings.get(feature);
      if (list === undefined) postings.set(feature, [at]);
      else list.push(at);
    }
  });
  return postings;
}

/** The passages of later articles that share most rare features with one passage. */
function callCandidates(
  passage: Passage,
  at: number,
  passages: readonly Passage[],
  postings: ReadonlyMap<string, readonly number[]>,
  longest: number,
): Passage[] {
  const weights = new Map<number, number>();
  const call = (feature: string, weight: number) => {
    const list = postings.get(feature);
    if (list === undefined || list.length > longest) return;
    for (let i = list.length - 1; i >= 0; i--) {
      const other = list[i];
      if (other === undefined || other <= at) break;
      weights.set(other, (weights.get(other) ?? 0) + weight);
    }
  };
  for (const [feature, weight] of passage.features) {
    if (weight < LIGHT) continue;
    call(feature, weight);
    if (!feature.startsWith('@'))
      for (const [like, factor] of wordsLike(feature)) call(like, weight * factor);
  }
  const bySource = new Map<number, { passage: Passage; weight: number }[]>();
  for (const [index, weight] of weights) {
    const other = passages[index];
    if (other === undefined || other.source === passage.source) continue;
    const list = bySource.get(other.source);
    if (list === undefined) bySource.set(other.source, [{ passage: other, weight }]);
    else list.push({ passage: other, weight });
  }
  return [...bySource.values()].flatMap((list) =>
    list
      .sort((a, b) => b.weight - a.weight || a.passage.index - b.passage.index)
      .slice(0, KEPT)
      .map(({ passage: other }) => other),
  );
}

/** Keeps matches that are best, or nearly so, for both passages among those with the other's article. */
function keepBest(matches: readonly Match[]): Match[] {
  const best = new Map<Passage, Map<number, number>>();
  const note = (passage: Passage, source: number, score: number) => {
    const scores = best.get(passage) ?? new Map<number, number>();
    scores.set(source, Math.max(scores.get(source) ?? 0, score));
    best.set(passage, scores);
  };
  for (const { left, right, score } of matches) {
    note(left, right.source, score);
    note(right, left.source, score);
  }
  return matches.flatMap((match) => {
    const { left, right, score } = match;
    const most = Math.max(best.get(left)?.get(right.source) ?? 0, best.get(right)?.get(left.source) ?? 0);
    const ratio = score / most;
    return left.text !== right.text && ratio >= NEAR_BEST ? [{ ...match, ratio }] : [];
  });
}

function isSummary({ claims }: Passage): boolean {
  const region = claims[0]?.claim.region;
  return region === 'headline' || region === 'deck';
}
