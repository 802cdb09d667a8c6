/** wording: one utterance of one speaker, in quotation marks in both articles, with different words. */
import { type Hunk, textOf } from '../case/hunks';
import { LEAST_SCORE } from '../case/utterances';
import type { WordRelations } from '../lexicon/relations';
import type { Span } from '../types';
import type { Context, Finding, FindingSide, QuotationDetector, QuotationPair } from './detector';

/** Most differing stretches that a message shows. */
const MOST_SHOWN = 3;
/** From this score on the pair is one utterance even where its sense differs. */
const SURE = 0.5;
/** Longer stretches that differ are put another way; a word in them turns nothing round by itself. */
const LONGEST_TURN = 4;
const NEGATIONS = new Set([
  'not',
  'no',
  'never',
  'nobody',
  'none',
  'nothing',
  'neither',
  'nor',
  'without',
  'hardly',
]);

export const wording: QuotationDetector = {
  id: 'wording',
  title: 'One utterance, two wordings',
  compare(pair, context) {
    const { speakers, hunks } = pair;
    if (hunks.length === 0 || speakers === 'different' || pair.score < LEAST_SCORE[speakers])
      return undefined;
    const sense = findSenseChange(hunks, context.relations);
    // Words that turn the sense round within a faint likeness are two remarks, not two wordings of one.
    if (sense !== undefined && pair.score < SURE) return undefined;
    const speaker = nameSpeaker(pair, context);
    const whose = speaker === undefined ? 'One remark' : `One remark of ${speaker}`;
    return {
      kind: 'wording',
      severity: sense === undefined ? 'variation' : 'discrepancy',
      sides: [describeSide(pair, 0), describeSide(pair, 1)],
      matter: pair.matter,
      differs: `${whose}, in quotation marks in both, in different words${sense === undefined ? '' : `, and ${sense}`}`,
      reconciles: null,
      explanation: [pair.reason, `the quoted words differ in ${countStretches(hunks.length)}`],
    } satisfies Finding;
  },
};

function countStretches(count: number): string {
  return count === 1 ? 'one place' : `${count} places`;
}

/** The part of the sense that a difference touches; `undefined` when only the surface differs. */
function findSenseChange(hunks: readonly Hunk[], relations: WordRelations): string | undefined {
  for (const { left, right } of hunks) {
    if (left.length > LONGEST_TURN || right.length > LONGEST_TURN) continue;
    const [a, b] = [left, right].map((words) =>
      words.flatMap(({ form }) => (isNumber(form) ? [form] : [])).join(' '),
    );
    if (a !== '' && b !== '' && a !== b) return 'the figure differs';
    if (isNegated(left) !== isNegated(right)) return 'only one is negated';
    if (left.some((x) => right.some((y) => relations.areOpposites(x.stem, y.stem))))
      return 'the sense turns round';
  }
  return undefined;
}

function isNegated(words: readonly { readonly form: string }[]): boolean {
  return words.some(({ form }) => NEGATIONS.has(form));
}

function isNumber(form: string): boolean {
  const code = form.charCodeAt(0);
  return code > 47 && code < 58;
}

/** The speaker's name, when a person is known on either side. */
function nameSpeaker({ left, right }: QuotationPair, context: Context): string | undefined {
  const entities = [left, right].flatMap(
    ({ article, item }) => context.entityOf(article, item.speaker) ?? [],
  );
  const [first, second] = entities;
  const chosen =
    entities.find(({ kind }) => kind === 'person') ?? (first?.id === second?.id ? first : undefined);
  return chosen?.kind === 'place' ? undefined : chosen?.name;
}

function describeSide(pair: QuotationPair, at: 0 | 1): FindingSide {
  const { article, utterance } = at === 0 ? pair.left : pair.right;
  const range = at === 0 ? pair.alignment.left : pair.alignment.right;
  const says = quoteDifference(pair, at);
  const hunkWords = pair.hunks.flatMap((hunk) => (at === 0 ? hunk.left : hunk.right));
  const stretch = utterance.words.slice(range[0], range[1]);
  return { article, span: spanOf([...stretch, ...hunkWords]), says, key: pair.wordings[at] };
}

/** The differing words of one side: “the laws”; “with ‘being’” or “without” where the other has none. */
function quoteDifference({ hunks, left, right }: QuotationPair, at: 0 | 1): string {
  const { text } = (at === 0 ? left : right).article;
  const shown = hunks.slice(0, MOST_SHOWN);
  const own = shown.map((hunk) => textOf(text, at === 0 ? hunk.left : hunk.right));
  const otherEmpty = shown.every((hunk) => (at === 0 ? hunk.right : hunk.left).length === 0);
  if (own.every((words) => words === '')) return 'without these words';
  const quoted = `“${own.map((words) => (words === '' ? '–' : words)).join(' … ')}”`;
  return otherEmpty ? `with ${quoted}` : quoted;
}

function spanOf(words: readonly Span[]): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const word of words) {
    start = Math.min(start, word.start);
    end = Math.max(end, word.end);
  }
  return { start: Math.min(start, end), end };
}
