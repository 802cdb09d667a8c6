/** attribution: the same words credited to two speakers. */
import { textOf } from '../case/hunks';
import type { UtteredWord } from '../case/utterance';
import type { Mention } from '../types';
import type { Context, Finding, FindingSide, QuotationDetector, QuotationPair } from './detector';
import { normalizeWords } from './fingerprint';

/** From this rarity on a word is not part of every speech; a phrase without two of them is hardly anybody's own. */
const RARE = 0.48;
const VERY_RARE = 0.9;
/** Below this rarity stand articles, pronouns and the like. */
const CONTENT = 0.3;
const SHORT_SENTENCE = 3;
/** Fewer words are a label that many use: “anti-Semitic”, “zero tolerance”. */
const LEAST_PHRASE = 3;
/** From this many words on, equal words are one utterance, not a phrase that both use. */
const SENTENCE_WORDS = 6;
/** Longest stretch before a quotation that may say who is quoted, in UTF-16 units. */
const LONGEST_LEAD = 300;
/** Longest word before a stop that may be an abbreviated title, in letters. */
const LONGEST_TITLE = 3;
/** Least share of the shorter quoted sentence or phrase that must be in both. */
const LEAST_SHARE = 0.7;
/** Least share of equal words among those between the first and the last. */
const LEAST_DENSITY = 0.75;

export const attribution: QuotationDetector = {
  id: 'attribution',
  title: 'The same words, two speakers',
  compare(pair, context) {
    if (pair.speakers !== 'different') return undefined;
    const shared = sharedQuotedWords(pair);
    if (shared.length < 2 || measureDensity(pair, shared) < LEAST_DENSITY) return undefined;
    if (shared.some(([a, b]) => a.nested || b.nested) || !isOwnPhrase(pair, shared)) return undefined;
    const sentence = isWholeSentence(pair);
    if (shared.length < LEAST_PHRASE && !sentence) return undefined;
    if (!isDistinctive(shared, sentence, context) || namesOther(pair, shared, context)) return undefined;
    const whole = shared.length >= SENTENCE_WORDS || sentence;
    return {
      kind: 'attribution',
      severity:
        whole && isKnown(pair.left, context) && isKnown(pair.right, context)
          ? 'contradiction'
          : 'discrepancy',
      sides: [describeSide(pair, 0, context), describeSide(pair, 1, context)],
      matter: pair.matter,
      differs: `Both give ${quoteShared(pair, shared)} in quotation marks, as the words of different speakers`,
      reconciles: whole ? null : 'Both may have used the phrase; check who said it first',
      explanation: [pair.reason, `${shared.length} quoted words are the same, and the speakers are two`],
    } satisfies Finding;
  },
};

/** Whether the speaker is a person or body of the case, not only described: “a nurse”. */
const isKnown = ({ article, item }: QuotationPair['left'], context: Context): boolean =>
  context.entityOf(article, item.speaker) !== undefined;

/** Share of equal words between the first and the last of them, on the side with more words between. */
function measureDensity({ left, right }: QuotationPair, shared: readonly SharedWord[]): number {
  const lengths = [left, right].map(({ utterance }, side) => {
    const first = shared[0]?.[side === 0 ? 0 : 1];
    const last = shared.at(-1)?.[side === 0 ? 0 : 1];
    if (first === undefined || last === undefined) return Number.POSITIVE_INFINITY;
    return utterance.words.indexOf(last) - utterance.words.indexOf(first) + 1;
  });
  return shared.length / Math.max(...lengths);
}

type SharedWord = readonly [left: UtteredWord, right: UtteredWord];

/** Equal words that stand in quotation marks in both. */
function sharedQuotedWords({ alignment, left, right }: QuotationPair): SharedWord[] {
  return alignment.matches.flatMap(({ left: i, right: j, nearness }) => {
    const a = left.utterance.words[i];
    const b = right.utterance.words[j];
    return nearness >= 0.9 && a?.quoted && b?.quoted ? [[a, b] as SharedWord] : [];
  });
}

/** Whether the words are not everybody's: two rare ones, a very rare one in company, a rare one in a sentence. */
function isDistinctive(shared: readonly SharedWord[], sentence: boolean, { relations }: Context): boolean {
  const rarities = shared
    .map(([{ stem, named }]) => (named ? 0 : relations.rarity(stem)))
    .sort((a, b) => b - a);
  const [first = 0, second = 0] = rarities;
  if (second >= RARE || (first >= VERY_RARE && second >= CONTENT)) return true;
  return sentence && first >= RARE && shared.length >= SHORT_SENTENCE;
}

/** Whether one article names the other's speaker right at its quotation: somebody quotes somebody there. */
function namesOther(
  { left, right }: QuotationPair,
  [first]: readonly SharedWord[],
  context: Context,
): boolean {
  if (first === undefined) return false;
  const ids = [left, right].map(({ article, item }) => context.entityOf(article, item.speaker)?.id);
  return [left, right].some((side, i) =>
    [first[i === 0 ? 0 : 1].start, side.item.content[0]?.start ?? 0]
      .flatMap((end) => leadOf(side, end))
      .some((mention) => context.entityOf(side.article, mention.entity)?.id === ids[1 - i]),
  );
}

/** Where the sentence around `end` begins; the stop of “Mr.” or “Gen.” ends none. */
function sentenceStart(text: string, end: number): number {
  for (let at = text.lastIndexOf('. ', end); at > end - LONGEST_LEAD && at > 0; ) {
    const word = text.slice(text.lastIndexOf(' ', at) + 1, at);
    if (word.length > LONGEST_TITLE || !/^\p{Lu}/u.test(word)) return at + 1;
    at = text.lastIndexOf('. ', at - 1);
  }
  return 0;
}

/** Names between the start of the sentence and the quoted words at `end`; “Canova’s manager” does not name Canova. */
function leadOf({ article }: QuotationPair['left'], end: number): Mention[] {
  const { text, facts } = article;
  const from = Math.max(0, end - LONGEST_LEAD, text.lastIndexOf('\n', end) + 1, sentenceStart(text, end));
  return facts.mentions.filter(
    (mention) =>
      mention.form === 'name' &&
      mention.start >= from &&
      mention.end <= end &&
      !/^['’]/.test(text.charAt(mention.end)),
  );
}

/** Whether the shared words are most of what one side quotes, not a turn of speech inside two longer remarks. */
function isOwnPhrase({ left, right }: QuotationPair, shared: readonly SharedWord[]): boolean {
  const lengths = [
    stretchAround(
      left.utterance.words,
      shared.map(([word]) => word),
    ),
    stretchAround(
      right.utterance.words,
      shared.map(([, word]) => word),
    ),
  ];
  return shared.length >= LEAST_SHARE * Math.min(...lengths);
}

/** Length of the quoted sentences or stretch around the shared words. */
function stretchAround(words: readonly UtteredWord[], shared: readonly UtteredWord[]): number {
  const [first] = shared;
  const last = shared.at(-1);
  if (first === undefined || last === undefined) return Number.POSITIVE_INFINITY;
  let start = words.indexOf(first);
  while (start > 0 && words[start - 1]?.quoted && !words[start]?.opensSentence && !words[start]?.afterBreak)
    start--;
  let end = words.indexOf(last) + 1;
  while (end < words.length && words[end]?.quoted && !words[end]?.opensSentence && !words[end]?.afterBreak)
    end++;
  return end - start;
}

function isWholeSentence({ alignment, left, right }: QuotationPair): boolean {
  const covers = (words: readonly UtteredWord[], [from, to]: readonly [number, number]) =>
    words[from]?.opensSentence === true &&
    words[from]?.capital === true &&
    (to >= words.length || words[to]?.opensSentence === true);
  return covers(left.utterance.words, alignment.left) && covers(right.utterance.words, alignment.right);
}

function quoteShared({ left }: QuotationPair, shared: readonly SharedWord[]): string {
  const words = textOf(
    left.article.text,
    shared.map(([word]) => word),
  );
  return words.length > 90 ? `“${words.slice(0, words.lastIndexOf(' ', 88))} …”` : `“${words}”`;
}

function describeSide(pair: QuotationPair, at: 0 | 1, context: Context): FindingSide {
  const { article, item, utterance } = at === 0 ? pair.left : pair.right;
  const [from, to] = at === 0 ? pair.alignment.left : pair.alignment.right;
  const entity = context.entityOf(article, item.speaker);
  const words = utterance.words.slice(from, to);
  const start = Math.min(words[0]?.start ?? 0, item.source?.start ?? Number.POSITIVE_INFINITY);
  const end = Math.max(words.at(-1)?.end ?? 0, item.source?.end ?? 0);
  const says =
    entity?.name ??
    (item.source === null ? 'unknown' : article.text.slice(item.source.start, item.source.end));
  return { article, span: { start, end }, says, key: normalizeWords(entity?.name ?? says) };
}
