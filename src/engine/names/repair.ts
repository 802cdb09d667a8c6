/** Rules for single spans that the model gets wrong in news of today: honorifics, articles, common words, metonyms. */

import { parseList } from '../lexicon/list';
import metonyms from '../lexicon/metonyms.txt';
import type { Token } from '../text/document';
import { type NameContext, SEEN, STYLE } from './context';
import type { LabelledSpan } from './labels';
import { type NameLexicon, WORD } from './lexicon';
import { isTitleWord } from './titles';
import { CASE } from './words';

/** A span with the reason for its kind where a rule gave it. */
export interface RepairedSpan extends LabelledSpan {
  readonly reason?: string;
}

const HONORIFICS: ReadonlySet<string> = new Set([
  'mr',
  'mr.',
  'mrs',
  'mrs.',
  'ms',
  'ms.',
  'miss',
  'mx.',
  'dr',
  'dr.',
]);
/** Words of respect that news prints as the first part of a name, however seldom the model saw them. */
const FIRST_PARTS: ReadonlySet<string> = new Set([
  'sayyid',
  'sayyed',
  'sayed',
  'seyyed',
  'seyed',
  'syed',
  'hajji',
  'haji',
]);
const METONYMS: ReadonlySet<string> = new Set(parseList(metonyms));
const LONGEST_METONYM = 2;
/** Titles that are given names or initials too: at the front of a name they stay. */
const GIVEN_NAMES: ReadonlySet<string> = new Set([
  'm.',
  'dean',
  'earl',
  'duke',
  'baron',
  'marshal',
  'major',
  'star',
  'don',
]);
/** Initials of countries, as written. */
const COUNTRIES: ReadonlySet<string> = new Set([
  'U.S.',
  'US',
  'USA',
  'U.S.A.',
  'U.K.',
  'UK',
  'UAE',
  'U.A.E.',
]);
const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an']);
const WHERE: ReadonlySet<string> = new Set(['in', 'at', 'near', 'outside', 'inside', 'from', 'around']);
/** Tags of words that are no name when they stand alone at the start of a sentence. */
const FUNCTION_TAGS: ReadonlySet<string> = new Set([
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'PART',
  'PRON',
  'SCONJ',
  'NUM',
]);

/** Corrects one span; `null` when it is no name. */
export function repairSpan(
  context: NameContext,
  lexicon: NameLexicon,
  span: LabelledSpan,
): RepairedSpan | null {
  const { tokens } = context.document;
  const { from, to, kind } = trimSpan(tokens, lexicon, span);
  if (to <= from) return null;
  const first = tokens[from];
  if (first === undefined || (to - from === 1 && isCommonWord(context, lexicon, from, kind))) return null;
  if (kind !== 'person' && isHonorific(tokens, from - 1)) {
    return { from, to, kind: 'person', reason: 'a name after an honorific' };
  }
  if (kind === 'organization' && to - from === 1 && COUNTRIES.has(first.text)) {
    return { from, to, kind: 'place', reason: 'the short name of a country' };
  }
  if (kind === 'place' && to - from <= LONGEST_METONYM) {
    const name = tokens
      .slice(from, to)
      .map(({ lower }) => lower)
      .join(' ');
    if (METONYMS.has(name) && !happensThere(tokens, from)) {
      return { from, to, kind: 'organization', reason: 'the seat stands for those who govern from it' };
    }
  }
  return { from, to, kind };
}

export function isHonorific(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && HONORIFICS.has(token.lower) && token.text !== token.lower;
}

/** Takes titles off the front of persons, articles off other names, possessives and stray marks off all. */
function trimSpan(
  tokens: readonly Token[],
  lexicon: NameLexicon,
  { from, to, kind }: LabelledSpan,
): LabelledSpan {
  let start = from;
  let end = to;
  while (end > start && isStray(tokens[end - 1])) end--;
  while (start < end && isStray(tokens[start])) start++;
  if (isHonorific(tokens, start)) return { from: start + 1, to: end, kind: 'person' };
  if (kind === 'person') {
    while (start < end && isLowerWord(tokens[start], lexicon)) start++;
    while (end - start > 1 && isLeadingTitle(tokens[start], lexicon)) start++;
    if (isFirstPart(tokens[start - 1])) start--;
    for (let i = start + 1; i < end; i++) if (isLowerWord(tokens[i], lexicon)) end = i;
  } else {
    const head = tokens[start];
    while (
      end - start > 1 &&
      head !== undefined &&
      start === from &&
      head.text === head.lower &&
      ARTICLES.has(head.lower)
    )
      start++;
  }
  return { from: start, to: end, kind };
}

/** A word in lower case that is no particle: no name of a person has one. */
function isLowerWord(token: Token | undefined, lexicon: NameLexicon): boolean {
  if (token === undefined || !/^[a-z]/.test(token.text)) return false;
  return (lexicon.wordBits(token.lower) & WORD.particle) === 0;
}

function isFirstPart(token: Token | undefined): boolean {
  return token !== undefined && token.text !== token.lower && FIRST_PARTS.has(token.lower);
}

function isStray(token: Token | undefined): boolean {
  if (token === undefined) return true;
  if (token.tag !== 'PUNCT' && token.tag !== 'PART' && token.tag !== 'SYM') return false;
  return !/[\p{L}\d)]/u.test(token.text) || /^['’]s?$/.test(token.text);
}

function isLeadingTitle(token: Token | undefined, lexicon: NameLexicon): boolean {
  const word = token?.lower ?? '';
  return (
    isTitleWord(token, lexicon) && !GIVEN_NAMES.has(word) && (lexicon.wordBits(word) & WORD.firstName) === 0
  );
}

/** A single word that the document also writes in lower case, or a function word, capitalised only by its place. */
function isCommonWord(context: NameContext, lexicon: NameLexicon, at: number, kind: string): boolean {
  const { document, sentenceOf, styles, forms, phrases } = context;
  const token = document.tokens[at];
  if (token === undefined || kind === 'other' || (phrases[at] ?? 0) !== 0) return false;
  const index = sentenceOf[at] ?? 0;
  const opens = document.sentences[index]?.from === at;
  if (kind === 'person' && (lexicon.wordBits(token.lower) & (WORD.orgWord | WORD.demonym)) !== 0 && !opens)
    return true;
  if (!opens && styles[index] === STYLE.plain) return false;
  if (forms[at]?.letters !== CASE.first) return false;
  const known = forms[at]?.sighting.bits ?? 0;
  return FUNCTION_TAGS.has(token.tag) || ((known & SEEN.lower) !== 0 && (known & SEEN.inside) === 0);
}

function happensThere(tokens: readonly Token[], from: number): boolean {
  const before = ARTICLES.has(tokens[from - 1]?.lower ?? '') ? tokens[from - 2] : tokens[from - 1];
  return WHERE.has(before?.lower ?? '');
}
