/** Aligns the words of two utterances: the best local run of equal and near words, in order. */
import type { WordRelations } from '../lexicon/relations';
import type { UtteredWord } from './utterance';

/** Two words that stand for each other. */
export interface WordMatch {
  readonly left: number;
  readonly right: number;
  /** 1 for equal words, less for forms of one word, synonyms and words that begin alike. */
  readonly nearness: number;
}

/** The stretch in which two utterances run along each other. */
export interface WordAlignment {
  readonly matches: readonly WordMatch[];
  /** Word ranges, `from` inclusive, `to` exclusive. */
  readonly left: readonly [from: number, to: number];
  readonly right: readonly [from: number, to: number];
  /** Sum of the matched words' weights. */
  readonly matched: number;
  /** Matched weight as a share of the heavier side of the stretch, 0 to 1. */
  readonly density: number;
  /** Matched words, near ones counted by half. */
  readonly count: number;
}

/** Weight of the commonest word; rarity adds to it. */
export const LEAST_WEIGHT = 0.12;
/** How much it says that a word stands in both. */
export type Weigh = (word: UtteredWord) => number;

/** What skipping a word costs, per weight: too much of it ends the run. */
const SKIP = 0.35;

/** Aligns by Smith and Waterman's local alignment (1981), matches weighted by the rarity of the words. */
export function alignWords(
  left: readonly UtteredWord[],
  right: readonly UtteredWord[],
  relations: WordRelations,
  weigh: Weigh,
): WordAlignment | undefined {
  const weightsL = left.map(weigh);
  const weightsR = right.map(weigh);
  const width = right.length + 1;
  const scores = new Float64Array((left.length + 1) * width);
  const steps = new Uint8Array(scores.length);
  const near = new Float32Array(scores.length);
  let best = 0;
  let bestAt = 0;
  for (let i = 1; i <= left.length; i++) {
    const a = left[i - 1] as UtteredWord;
    const wa = weightsL[i - 1] as number;
    for (let j = 1; j <= right.length; j++) {
      const b = right[j - 1] as UtteredWord;
      const wb = weightsR[j - 1] as number;
      const at = i * width + j;
      const nearness = compareWords(a, b, relations);
      near[at] = nearness;
      const both = nearness > 0 ? nearness * Math.min(wa, wb) : -SKIP * Math.max(wa, wb);
      const diagonal = (scores[at - width - 1] as number) + both;
      const up = (scores[at - width] as number) - SKIP * wa;
      const across = (scores[at - 1] as number) - SKIP * wb;
      const score = Math.max(0, diagonal, up, across);
      scores[at] = score;
      steps[at] = score === 0 ? 0 : score === diagonal ? 1 : score === up ? 2 : 3;
      if (score > best) {
        best = score;
        bestAt = at;
      }
    }
  }
  if (best === 0) return undefined;
  return trace(bestAt, width, steps, near, weightsL, weightsR);
}

/** 1 for equal words, 0 for unrelated ones. */
export function compareWords(a: UtteredWord, b: UtteredWord, relations: WordRelations): number {
  if (a.form === b.form) return 1;
  if (a.stem === b.stem) return 0.9;
  if (a.stem.length < 3 || b.stem.length < 3) return 0;
  const nearness = relations.nearness(a.stem, b.stem);
  if (nearness > 0) return nearness;
  return beginAlike(a.stem, b.stem) ? 0.7 : 0;
}

/** “Crimea” and “Crimean”, “strategy” and “strategic”: at least five letters and most of both. */
function beginAlike(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < 5 || Math.abs(a.length - b.length) > 3) return false;
  let same = 0;
  while (same < shorter && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  return same >= 5 && same >= shorter - 1;
}

function trace(
  end: number,
  width: number,
  steps: Uint8Array,
  near: Float32Array,
  weightsL: readonly number[],
  weightsR: readonly number[],
): WordAlignment {
  const matches: WordMatch[] = [];
  let matched = 0;
  let count = 0;
  let at = end;
  while ((steps[at] as number) > 0) {
    const step = steps[at] as number;
    if (step === 1 && (near[at] as number) > 0) {
      const left = Math.floor(at / width) - 1;
      const right = (at % width) - 1;
      const nearness = near[at] as number;
      matches.push({ left, right, nearness });
      matched += nearness * Math.min(weightsL[left] as number, weightsR[right] as number);
      count += nearness >= 0.9 ? 1 : 0.5;
    }
    at -= step === 1 ? width + 1 : step === 2 ? width : 1;
  }
  matches.reverse();
  const left: [number, number] = [Math.floor(at / width), Math.floor(end / width)];
  const right: [number, number] = [at % width, end % width];
  const total = Math.max(sum(weightsL, left), sum(weightsR, right));
  return { matches, left, right, matched, density: total > 0 ? matched / total : 0, count };
}

function sum(weights: readonly number[], [from, to]: readonly [number, number]): number {
  let total = 0;
  for (let i = from; i < to; i++) total += weights[i] as number;
  return total;
}
