/** wording: one utterance of one speaker, in quotation marks in both articles, with different words. */
import { type Hunk, textOf } from '../case/hunks';
import { LEAST_SCORE } from '../case/utterances';
import type { WordRelations } from '../lexicon/relations';
import type { Span } from '../types';
import type { Context, Finding, FindingSide, QuotationDetector, QuotationPair } from './detector';

/** Most differing stretches that a message shows. */
const MOST_SHOWN = 3;
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
  let negations = 0;
  for (const { left, right } of hunks) {
    for (const { form } of left) if (NEGATIONS.has(form)) negations++;
    for (const { form } of right) if (NEGATIONS.has(form)) negations--;
    const numbers = [left, right].map((words) =>
      words.filter(({ form }) => isNumber(form)).map((word) => word.form),
    );
    const [a = [], b = []] = numbers;
    if (a.length > 0 && b.length > 0 && a.join(' ') !== b.join(' ')) return 'the figure differs';
    if (left.some((x) => right.some((y) => relations.areOpposites(x.stem, y.stem))))
      return 'the sense turns round';
  }
  return negations === 0 ? undefined : 'only one is negated';
}

function isNumber(form: string): boolean {
  const code = form.charCodeAt(0);
  return code > 47 && code < 58;
}

function nameSpeaker({ left, right }: QuotationPair, context: Context): string | undefined {
  const entity =
    context.entityOf(left.article, left.item.speaker) ?? context.entityOf(right.article, right.item.speaker);
  return entity?.name;
}

function describeSide(pair: QuotationPair, at: 0 | 1): FindingSide {
  const { article, utterance } = at === 0 ? pair.left : pair.right;
  const range = at === 0 ? pair.alignment.left : pair.alignment.right;
  const shown = pair.hunks.slice(0, MOST_SHOWN).map((hunk) => {
    const words = at === 0 ? hunk.left : hunk.right;
    return words.length > 0 ? textOf(article.text, words) : 'no such words';
  });
  const says = shown.every((text) => text === 'no such words')
    ? 'not in the other'
    : shown.map((text) => (text === 'no such words' ? '–' : `“${text}”`)).join(' … ');
  const hunkWords = pair.hunks.flatMap((hunk) => (at === 0 ? hunk.left : hunk.right));
  const stretch = utterance.words.slice(range[0], range[1]);
  return { article, span: spanOf([...stretch, ...hunkWords]), says, key: pair.wordings[at] };
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
