/** People without a name: “a recruit”, “one senator”, “the man”, “his wife”. */
import commonList from '../lexicon/common-people.txt';
import { parseList } from '../lexicon/list';
import type { Sentence, Token } from '../text/document';
import type { Gender } from '../types';

const nouns = new Map<string, Gender | null>();
for (const entry of parseList(commonList)) {
  const [noun = '', gender] = entry.split(' ');
  nouns.set(noun, gender === 'male' || gender === 'female' ? gender : null);
}
const INTRODUCERS = new Set([
  'a',
  'an',
  'one',
  'another',
  'the',
  'this',
  'that',
  'his',
  'her',
  'their',
  'my',
  'our',
  'every',
  'each',
  'no',
]);
const MODIFIERS = 5;

/** Reads the noun phrase that starts at token `at`; `to` is exclusive; `undefined` when it is no single person’s. */
export function readUnnamed(
  tokens: readonly Token[],
  sentence: Sentence,
  at: number,
): { gender: Gender | null; to: number } | undefined {
  if (!INTRODUCERS.has(tokens[at]?.lower ?? '') || describesNamed(tokens[at - 1])) return undefined;
  for (let i = at + 1; i < Math.min(sentence.to, at + 2 + MODIFIERS); i++) {
    const token = tokens[i];
    if (token === undefined) return undefined;
    const gender = nouns.get(token.lower);
    const next = tokens[i + 1];
    const goesOn = next !== undefined && (next.tag === 'NOUN' || next.tag === 'PROPN');
    if (gender !== undefined && !goesOn)
      return isNamedNext(tokens, i + 1) ? undefined : { gender, to: i + 1 };
    if (
      token.tag !== 'ADJ' &&
      token.tag !== 'NOUN' &&
      token.tag !== 'PROPN' &&
      token.tag !== 'NUM' &&
      token.lower !== '-'
    ) {
      return undefined;
    }
  }
  return undefined;
}

/** “Ana Díaz is a teacher”, “Ana Díaz, a teacher,”, “as a teacher”: the noun is said of somebody named. */
function describesNamed(before: Token | undefined): boolean {
  if (before === undefined) return false;
  return before.lemma === 'be' || before.lemma === 'become' || before.lower === ',' || before.lower === 'as';
}

/** “Another recruit, Ana Díaz,”: the name follows. */
function isNamedNext(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === ',' && tokens[at + 1]?.tag === 'PROPN';
}
