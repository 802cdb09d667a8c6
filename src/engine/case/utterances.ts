/** Proposes pairs of quotations of different articles that report the same utterance. */
import type { Context, QuotationPair, SpeakerRelation } from '../conflicts/detector';
import type { Article } from '../types';
import { findHunks, type Hunk } from './hunks';
import { alignWords, LEAST_WEIGHT, type Weigh, type WordAlignment } from './matching';
import { relateSpeakers } from './speakers';
import { type Join, joinOverlaps, leastOfClasses, readEnd } from './stretches';
import { readUtterances, type Utterance, type UtteranceReader, type UtteredWord } from './utterance';

/** Stems that stand in more quotations of a story than this say nothing about which utterance it is. */
const MOST_POSTINGS = 60;
/** Below this rarity a shared word proposes nothing. */
const LEAST_RARITY = 0.25;
/** Least rarity of the shared words together. */
const LEAST_SHARED = 0.4;
const FEWEST_WORDS = 2;

interface Candidate {
  readonly left: Utterance;
  readonly right: Utterance;
  readonly speakers: SpeakerRelation;
  readonly alignment: WordAlignment;
  readonly score: number;
}

interface Compared extends Candidate {
  readonly hunks: readonly Hunk[];
}

/** Aligns the quotations of one story's `articles`; the result does not depend on their order. */
export function alignQuotations(
  articles: readonly Article[],
  context: Context,
  read: UtteranceReader = readUtterances,
): QuotationPair[] {
  const utterances = articles.flatMap((article) =>
    read(article).filter(({ quoted, words }) => quoted > 0 && words.length >= FEWEST_WORDS),
  );
  const weigh = weighWords(utterances, articles.length, context);
  const candidates = proposePairs(utterances, context).flatMap(
    ([left, right]) => compare(left, right, context, weigh) ?? [],
  );
  return describePairs(keepBest(candidates));
}

/** Pairs of different articles that share a word worth mentioning: an inverted index, never all pairs. */
function proposePairs(utterances: readonly Utterance[], { relations }: Context): [Utterance, Utterance][] {
  const postings = new Map<string, number[]>();
  utterances.forEach((utterance, i) => {
    for (const stem of new Set(utterance.words.map((word) => word.stem))) {
      if (relations.rarity(stem) < LEAST_RARITY) continue;
      const list = postings.get(stem);
      if (list === undefined) postings.set(stem, [i]);
      else list.push(i);
    }
  });
  const shared = new Map<number, number>();
  for (const [stem, list] of postings) {
    if (list.length > MOST_POSTINGS) continue;
    const rarity = relations.rarity(stem);
    for (const [at, i] of list.entries()) {
      for (const j of list.slice(at + 1)) {
        if (utterances[i]?.article === utterances[j]?.article) continue;
        const key = i * utterances.length + j;
        shared.set(key, (shared.get(key) ?? 0) + rarity);
      }
    }
  }
  const pairs: [Utterance, Utterance][] = [];
  for (const [key, rarity] of shared) {
    const left = utterances[Math.floor(key / utterances.length)];
    const right = utterances[key % utterances.length];
    if (left !== undefined && right !== undefined && rarity >= LEAST_SHARED) pairs.push([left, right]);
  }
  return pairs;
}

function compare(left: Utterance, right: Utterance, context: Context, weigh: Weigh): Candidate | undefined {
  if (left.article.text === right.article.text) return undefined;
  const alignment = alignWords(left.words, right.words, context.relations, weigh);
  if (alignment === undefined || !sharesQuotedWords(left, right, alignment)) return undefined;
  const speakers = relateSpeakers(left, right, context);
  const score = scoreAlignment(left, right, alignment, weigh);
  return score >= LEAST_SCORE[speakers] || sharesPhrase(left, right, alignment, weigh)
    ? { left, right, speakers, alignment, score }
    : undefined;
}

/** Whether some word is matched that both have in quotation marks. */
function sharesQuotedWords(left: Utterance, right: Utterance, { matches }: WordAlignment): boolean {
  return matches.some((match) => left.words[match.left]?.quoted && right.words[match.right]?.quoted);
}

/** How much the words must show, by what is known of the speakers. */
export const LEAST_SCORE: Readonly<Record<SpeakerRelation, number>> = {
  same: 0.39,
  related: 0.45,
  unknown: 0.45,
  different: 0.6,
};
/** Matched weight, and number of matched words, at which an alignment is half convincing. */
const HALF_WEIGHT = 1.2;
const HALF_COUNT = 2;
/** Brings a full match of a long sentence near 1. */
const SCALE = 1.4;
/** Discount when only one side is a question. */
const QUESTION = 0.75;
/** A phrase of a few words proposes a pair when it is this rare and unbroken. */
const PHRASE_WEIGHT = 1.5;
const PHRASE_DENSITY = 0.8;

/** Whether the words that both have in quotation marks are a phrase: rare enough, and nearly nothing between. */
function sharesPhrase(left: Utterance, right: Utterance, { matches }: WordAlignment, weigh: Weigh): boolean {
  const quoted = matches.filter(
    (match) => left.words[match.left]?.quoted && right.words[match.right]?.quoted,
  );
  const first = quoted[0];
  const last = quoted.at(-1);
  if (first === undefined || last === undefined) return false;
  const total = (words: readonly UtteredWord[]) => words.reduce((sum, word) => sum + weigh(word), 0);
  const matched = total(quoted.flatMap((match) => left.words[match.left] ?? []));
  const spread = Math.max(
    total(left.words.slice(first.left, last.left + 1)),
    total(right.words.slice(first.right, last.right + 1)),
  );
  return matched >= PHRASE_WEIGHT && matched >= PHRASE_DENSITY * spread;
}

/** 0 to 1: density and cover of the aligned stretch, discounted when little is matched. */
function scoreAlignment(left: Utterance, right: Utterance, alignment: WordAlignment, weigh: Weigh): number {
  const touched = (words: Utterance['words'], [from, to]: readonly [number, number]) => {
    let start = from;
    while (start > 0 && !isBorder(words, start)) start--;
    let end = to;
    while (end < words.length && !isBorder(words, end)) end++;
    return words.slice(start, end).reduce((sum, word) => sum + weigh(word), 0);
  };
  const lesser = Math.min(touched(left.words, alignment.left), touched(right.words, alignment.right));
  const cover = lesser > 0 ? Math.min(1, alignment.matched / lesser) : 0;
  const weight = alignment.matched / (alignment.matched + HALF_WEIGHT);
  const count = alignment.count / (alignment.count + HALF_COUNT);
  const asked = left.words[alignment.left[1] - 1]?.asked === right.words[alignment.right[1] - 1]?.asked;
  const scale = asked ? SCALE : SCALE * QUESTION;
  return Math.min(1, Math.sqrt(alignment.density * cover) * weight * count * scale);
}

/** Whether a sentence or a stretch in quotation marks starts or ends before the word at `at`. */
function isBorder(words: Utterance['words'], at: number): boolean {
  const word = words[at];
  return word === undefined || word.opensSentence || word.afterGap || word.quoted !== words[at - 1]?.quoted;
}

/**
 * Weighs words by their rarity in news, and less when most quotations of the story have them:
 * the country a story is about is rare in news at large and says nothing within the story.
 * A person's name counts half: whom a remark is about is not yet which remark.
 */
function weighWords(utterances: readonly Utterance[], articles: number, { relations }: Context): Weigh {
  const frequencies = new Map<string, number>();
  for (const { words } of utterances) {
    for (const stem of new Set(words.map((word) => word.stem))) {
      frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1);
    }
  }
  const usual = 3 * Math.max(2, articles);
  const weights = new Map<string, number>();
  return ({ stem, named }) => {
    let weight = weights.get(stem);
    if (weight === undefined) {
      const often = Math.max(0, (frequencies.get(stem) ?? 0) - usual) / usual;
      weight = LEAST_WEIGHT + relations.rarity(stem) / (1 + often);
      weights.set(stem, weight);
    }
    return named ? weight / 2 : weight;
  };
}

/** Of pairs that use the same stretch of a quotation against the same article only the best stays. */
function keepBest(candidates: readonly Candidate[]): Compared[] {
  const ordered = [...candidates].sort(
    (a, b) => b.score - a.score || b.alignment.matched - a.alignment.matched,
  );
  const used = new Map<string, (readonly [number, number])[]>();
  const kept: Compared[] = [];
  for (const candidate of ordered) {
    const { left, right, alignment } = candidate;
    const places = [
      [`${left.article.id}\n${left.index}\n${right.article.id}`, alignment.left] as const,
      [`${right.article.id}\n${right.index}\n${left.article.id}`, alignment.right] as const,
    ];
    if (places.some(([key, range]) => used.get(key)?.some((other) => overlaps(other, range)))) continue;
    for (const [key, range] of places) {
      const ranges = used.get(key);
      if (ranges === undefined) used.set(key, [range]);
      else ranges.push(range);
    }
    kept.push({ ...candidate, hunks: findHunks(left.words, right.words, alignment) });
  }
  return kept;
}

function overlaps(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** Gives every pair the fingerprint of its utterance and of each side's wording. */
function describePairs(pairs: readonly Compared[]): QuotationPair[] {
  const ends = pairs.flatMap(({ left, right, alignment }) => [
    readEnd(left, alignment.left),
    readEnd(right, alignment.right),
  ]);
  const meeting = joinOverlaps(ends);
  const prints = ends.map(({ print }) => print);
  const opposite = pairs.map((_, i): Join => [2 * i, 2 * i + 1]);
  const matters = leastOfClasses(prints, [...meeting, ...opposite]);
  const agreeing = opposite.filter((_, i) => pairs[i]?.hunks.length === 0 && pairs[i]?.speakers === 'same');
  const wordings = leastOfClasses(prints, [...meeting, ...agreeing]);
  return pairs.map(
    (pair, i): QuotationPair => ({
      left: locate(pair.left),
      right: locate(pair.right),
      score: Math.min(1, pair.score),
      reason: explain(pair),
      speakers: pair.speakers,
      alignment: pair.alignment,
      hunks: pair.hunks,
      matter: matters[2 * i] ?? '',
      wordings: [wordings[2 * i] ?? '', wordings[2 * i + 1] ?? ''],
    }),
  );
}

function locate(utterance: Utterance) {
  const { article, quotation, index } = utterance;
  return { article, item: quotation, index, utterance };
}

function explain({ speakers, alignment, score }: Compared): string {
  const who = {
    same: 'one speaker',
    related: 'related speakers',
    unknown: 'a speaker unknown',
    different: 'two speakers',
  };
  const words = Math.floor(alignment.count);
  return `${who[speakers]}, ${words} words in common in the same order (${score.toFixed(2)})`;
}
