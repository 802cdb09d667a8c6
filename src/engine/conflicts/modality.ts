/** Detector `modality`: done in one, only planned or possible in the other, at the same time of writing. */

import { daysBetween } from '../claims/calendar';
import { sameTime } from '../claims/compare-times';
import { likeness } from '../claims/families';
import { verbSense } from '../quotations/senses';
import type { Claim } from '../types';
import type { ClaimDetector, ClaimPair, Finding } from './detector';
import { describeMatter } from './matter';

/** How alike the clauses must be, 0 to 1. */
const LEAST_CLAUSE = 0.5;
/** How many people, bodies or places both must name. */
const LEAST_NAMED = 2;
/** From this on the clauses are so alike that one name is enough. */
const SAME_CLAUSE = 0.7;
/** Verbs this alike tell of one act. */
const SAME_ACT = 0.7;
/** Classes of verbs of saying among those of `verbSense`: communication comes second of six. */
const CLASSES = 6;
const COMMUNICATION = 1;
const DONE = 'asserted';
const OPEN = new Set(['possible', 'planned']);

export const modality: ClaimDetector = {
  id: 'modality',
  title: 'Done and only planned',
  compare(pair) {
    const named = pair.shared.filter((word) => word.startsWith('@')).length;
    if (
      pair.clause < LEAST_CLAUSE ||
      named < (pair.clause >= SAME_CLAUSE ? 1 : LEAST_NAMED) ||
      !isSameMoment(pair) ||
      tellOfOtherTimes(pair)
    )
      return undefined;
    const { left, right } = pair;
    const act =
      actOf(left.item, right.item, pair.leftSentence) ?? actOf(right.item, left.item, pair.rightSentence);
    return act === undefined ? undefined : report(pair, act);
  },
};

/** A preview and a report of one event differ only in the moment of writing. */
function isSameMoment({ left, right }: ClaimPair): boolean {
  const one = left.article.facts.published;
  const other = right.article.facts.published;
  return one !== null && other !== null && daysBetween(one, other) === 0;
}

/** “Has run it since 1990” and “will run it until 2025” tell of two stretches of time. */
function tellOfOtherTimes({ left, right }: ClaimPair): boolean {
  const { times } = left.item;
  const others = right.item.times;
  if (times.length === 0 || others.length === 0) return false;
  return !times.some((time) => others.some((other) => sameTime(time, other)));
}

/** The act that `done` reports as done and `open` leaves open; `around` is the whole sentence that reports it. */
function actOf(done: Claim, open: Claim, around: readonly Claim[]): string | undefined {
  if (done.modality !== DONE || !OPEN.has(open.modality)) return undefined;
  if (done.hypothetical || done.negated.length > 0 || open.negated.length > 0) return undefined;
  // “Plans to leave and replace it”: what stands beside a plan may be part of it.
  if (around.some(({ modality: mood }) => mood !== DONE)) return undefined;
  // “Is in talks about a purchase” leaves the purchase open; “the victory will help” does not leave the victory open.
  const left = open.modality === 'possible' ? open.words : open.verbs;
  return done.finite.find((act) => !isSaying(act) && left.some((word) => likeness(word, act) >= SAME_ACT));
}

const isSaying = (verb: string): boolean => Math.floor((verbSense(verb) - 1) / CLASSES) === COMMUNICATION;

function report(pair: ClaimPair, act: string): Finding {
  const side = ({ article, item }: ClaimPair['left']) => ({
    article,
    span: { start: item.start, end: item.end },
    says: article.text.slice(item.start, item.end),
    key: item.modality === DONE ? 'done' : 'open',
  });
  return {
    kind: 'modality',
    severity: 'discrepancy',
    sides: [side(pair.left), side(pair.right)],
    matter: describeMatter(pair, 'modality', act),
    differs: 'One reports it as done, the other leaves it open.',
    reconciles: 'a different moment of writing',
    explanation: [
      pair.reason,
      `“${act}” is done in one and open in the other; likeness of clauses ${pair.clause.toFixed(2)}`,
    ],
  };
}
