/** Detector `polarity`: asserted in one, denied in the other, by negation or by opposite words. */

import { rarityOf } from '../case/weights';
import { areOpposite, areOppositeVerbs, likeness } from '../claims/families';
import { foldForComparison } from '../text/fold';
import type { Claim } from '../types';
import type { ClaimDetector, ClaimPair, Context, Finding } from './detector';
import { describeMatter } from './matter';

/** How alike clauses must be, and how rare words they share besides the one that is turned round must be in sum. */
const LEAST_CLAUSE = 0.42;
const LEAST_SHARED = 1.6;

/** Below this, 0 to 1, another word is not the one that is negated. */
const SAME_WORD = 0.8;

const PARTIAL = /\b(?:some|many|several|others|few)\b/i;

interface Turn {
  readonly left: string;
  readonly right: string;
  readonly rule: string;
}

export const polarity: ClaimDetector = {
  id: 'polarity',
  title: 'Asserted and denied',
  compare(pair, context) {
    if (pair.clause < LEAST_CLAUSE || isApart(pair, context)) return undefined;
    const turn = findNegation(pair) ?? findOpposites(pair);
    if (
      turn === undefined ||
      countSharedWords(pair, turn) < leastShared(pair, turn, context) ||
      weighShared(pair, turn) < LEAST_SHARED
    )
      return undefined;
    return report(pair, turn);
  },
};

/** Conditions assert nothing, and two speakers may well disagree: that is the story, not a clash of sources. */
function isApart({ left, right }: ClaimPair, context: Context): boolean {
  if (left.item.hypothetical || right.item.hypothetical) return true;
  // “Some have passed” and “some have not” are both right.
  const isPartial = ({ article, item }: ClaimPair['left']) =>
    PARTIAL.test(article.text.slice(item.start, item.end));
  if (isPartial(left) && isPartial(right)) return true;
  // What somebody is only said to claim is denied in the same breath, as a rule by another side.
  if ((left.item.modality === 'alleged') !== (right.item.modality === 'alleged')) return true;
  const speakerOf = ({ article, item }: ClaimPair['left']) => {
    const quotation = item.quotation === null ? undefined : article.facts.quotations[item.quotation];
    return quotation && context.entityOf(article, quotation.speaker)?.id;
  };
  const one = speakerOf(left);
  const other = speakerOf(right);
  return one !== undefined && other !== undefined && one !== other;
}

/** How alike clauses must be where the word that is turned round is no verb, or a verb of wishing and thinking. */
const NOUN_CLAUSE = 0.5;
const WISH_CLAUSE = 0.75;
const WISHES = new Set('want think know believe like need expect hope wish feel mean try'.split(' '));

/** Whether a clause asserts a word: a finite verb, or a noun in a clause that is otherwise much the same. */
function isAsserted(
  word: string,
  { verbs, finite, predicate }: Claim,
  negated: Claim,
  clause: number,
): boolean {
  if (!verbs.includes(word))
    return clause >= NOUN_CLAUSE || (predicate !== '' && likeness(predicate, negated.predicate) >= SAME_WORD);
  return finite.includes(word) && (clause >= WISH_CLAUSE || !WISHES.has(word));
}

/** A word of both clauses that a negation turns round in one of them only. */
function findNegation({ left, right, leftSentence, rightSentence, clause }: ClaimPair): Turn | undefined {
  // “We do not see a link” and “sees no link”: the same denial, aimed at another word.
  const bothDeny = (a: Claim, b: Claim) => a.negated.some((word) => has(b, word) && b.negated.length > 0);
  if (bothDeny(left.item, right.item) || bothDeny(right.item, left.item)) return undefined;
  const turn = (negated: Claim, plain: Claim, negatives: readonly Claim[], others: readonly Claim[]) => {
    // What stands elsewhere in a sentence that denies something may be what is denied.
    if (others.some((claim) => claim.negated.length > 0)) return undefined;
    for (const word of negated.negated) {
      const same = plain.words.find((other) => likeness(word, other) >= SAME_WORD);
      if (same === undefined || !isAsserted(same, plain, negated, clause)) continue;
      const alsoPlain = negatives.some(
        (claim) => claim !== negated && claim.words.includes(word) && !claim.negated.includes(word),
      );
      if (!alsoPlain && !plain.words.some((other) => areOpposite(word, other))) return [word, same];
    }
    return undefined;
  };
  const forward = turn(left.item, right.item, leftSentence, rightSentence);
  if (forward !== undefined)
    return { left: `not ${forward[0]}`, right: forward[1] ?? '', rule: 'negated in one only' };
  const backward = turn(right.item, left.item, rightSentence, leftSentence);
  if (backward === undefined) return undefined;
  return { left: backward[1] ?? '', right: `not ${backward[0]}`, rule: 'negated in one only' };
}

/** Verbs or other words of the two clauses that deny each other, negated in both or in neither. */
function findOpposites({ left, right, leftSentence, rightSentence }: ClaimPair): Turn | undefined {
  for (const word of left.item.words) {
    if (rightSentence.some(({ words }) => words.includes(word))) continue;
    for (const other of right.item.words) {
      if (
        !denies(word, left.item, other, right.item) ||
        leftSentence.some(({ words }) => words.includes(other))
      )
        continue;
      if (left.item.negated.includes(word) !== right.item.negated.includes(other)) continue;
      return { left: word, right: other, rule: 'opposite words' };
    }
  }
  return undefined;
}

function denies(word: string, claim: Claim, other: string, otherClaim: Claim): boolean {
  const bothVerbs = claim.verbs.includes(word) && otherClaim.verbs.includes(other);
  return areOpposite(word, other) || (bothVerbs && areOppositeVerbs(word, other));
}

/**
 * How many words must be shared: one that a negation turns round is half the proof; two verbs that are opposites may
 * have two objects; a state, “open” and “closed”, has a subject only.
 */
function leastShared(pair: ClaimPair, turn: Turn, context: Context): 1 | 2 {
  if (turn.rule !== 'opposite words') return 1;
  const acts = pair.left.item.verbs.includes(turn.left) && pair.right.item.verbs.includes(turn.right);
  return !acts && sharesName(pair, context) ? 1 : 2;
}

/** How far, in content words, from the word that is turned round its matter may stand: “raised its *dividend*”. */
const NEAR = 5;
/** Words of measures and moments: sharing them is no common matter. */
const MEASURES = new Set(
  'percent percentage point year month week day time people half first last million billion dollar number'.split(
    ' ',
  ),
);

/** How many words that are no names both clauses share near the one that is turned round. */
function countSharedWords({ left, right, shared }: ClaimPair, turn: Turn): number {
  const one = wordsNear(left, turn.left);
  const other = wordsNear(right, turn.right);
  return shared.filter(
    (word) =>
      !word.startsWith('@') &&
      rarityOf(word) < 1 &&
      !MEASURES.has(word) &&
      !turn.left.endsWith(word) &&
      !turn.right.endsWith(word) &&
      one.some((near) => likeness(near, word) >= 0.7) &&
      other.some((near) => likeness(near, word) >= 0.7),
  ).length;
}

/** The words around the turned one that belong to no name. */
function wordsNear({ article, item }: ClaimPair['left'], turned: string): string[] {
  const named = new Set(
    item.entities.flatMap((local) => {
      const entity = article.facts.entities[local];
      return entity === undefined ? [] : foldForComparison(entity.name).split(' ');
    }),
  );
  const words = item.words.filter((word) => !named.has(word));
  const at = words.findIndex((word) => turned.endsWith(word));
  return words.slice(Math.max(0, at - NEAR), at + NEAR + 1);
}

/** Whether both clauses name the same person, body or place. */
function sharesName({ left, right }: ClaimPair, context: Context): boolean {
  const ids = new Set(left.item.entities.map((local) => context.entityOf(left.article, local)?.id));
  return right.item.entities.some((local) => {
    const id = context.entityOf(right.article, local)?.id;
    return id !== undefined && ids.has(id);
  });
}

/** How much the passages share besides the word that is turned round. */
function weighShared({ shared, left, right }: ClaimPair, turn: Turn): number {
  let sum = 0;
  for (const word of shared) {
    if (turn.left.endsWith(word) || turn.right.endsWith(word)) continue;
    const inBoth = word.startsWith('@') || has(left.item, word) || has(right.item, word);
    if (inBoth) sum += word.startsWith('@') ? 0.8 : rarityOf(word);
  }
  return sum;
}

const has = ({ words }: Claim, word: string): boolean => words.some((other) => likeness(word, other) >= 0.7);

function report(pair: ClaimPair, { left, right, rule }: Turn): Finding {
  const { left: a, right: b } = pair;
  return {
    kind: 'polarity',
    severity: 'contradiction',
    sides: [
      { article: a.article, span: spanOf(a.item), says: quote(a.article.text, a.item), key: left },
      { article: b.article, span: spanOf(b.item), says: quote(b.article.text, b.item), key: right },
    ],
    matter: describeMatter(pair, 'polarity'),
    differs: `One says “${left}”, the other “${right}”.`,
    reconciles: null,
    explanation: [pair.reason, `${rule}: ${left} / ${right}; likeness of clauses ${pair.clause.toFixed(2)}`],
  };
}

const spanOf = ({ start, end }: Claim) => ({ start, end });

/** The clause in at most a dozen words. */
function quote(text: string, { start, end }: Claim): string {
  const words = text.slice(start, end).split(/\s+/);
  return words.length <= 14 ? words.join(' ') : `${words.slice(0, 13).join(' ')} …`;
}
