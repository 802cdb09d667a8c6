/** Titles, offices and descriptions that stand right before or after a person's name. */
import type { Document, Token } from '../text/document';
import type { Span } from '../types';
import { STYLE } from './context';
import { type NameLexicon, WORD } from './lexicon';
import type { Gender } from './mention';

/** Longest title or apposition, in tokens. */
const LONGEST = 14;
/** In a title-case headline a run of capitals says little: only a short title counts. */
const LONGEST_IN_HEADLINE = 3;

const FEMALE = new Set(
  'mrs mrs. ms ms. miss madame madam mme mme. queen princess duchess countess baroness empress lady dame sister mother wife daughter aunt niece widow grandmother actress congresswoman spokeswoman chairwoman businesswoman councilwoman assemblywoman alderwoman anchorwoman señora'.split(
    ' ',
  ),
);
const MALE = new Set(
  'mr mr. king prince duke count emperor sultan shah sir lord brother father husband son uncle nephew grandfather congressman spokesman chairman businessman councilman assemblyman alderman anchorman señor'.split(
    ' ',
  ),
);
const OPENERS = new Set(['the', 'a', 'an', 'his', 'her', 'its', 'their', 'our', 'my', 'one']);
const LINKS = new Set(['of', 'for', 'and', "'s", "'", '-', '&', '/']);
/** Words that end no description. */
const TRAILING = new Set(['ADP', 'CCONJ', 'DET', 'PART']);
/** Titles only when capitalised: in lower case they are other words. */
const CAPITAL_TITLES = new Set([
  'miss',
  'count',
  'private',
  'major',
  'general',
  'sir',
  'lady',
  'don',
  'lock',
  'prop',
  'shah',
]);
const NOMINAL = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM']);
const STOPS = new Set(['VERB', 'AUX', 'PRON', 'SCONJ', 'ADV']);

/** Whether the token is a word of office, kinship or trade that may stand before a name. */
export function isTitleWord(token: Token | undefined, lexicon: NameLexicon): boolean {
  if (token === undefined || (lexicon.wordBits(token.lower) & WORD.title) === 0) return false;
  return hasCapital(token) || (NOMINAL.has(token.tag) && !CAPITAL_TITLES.has(token.lower));
}

/**
 * The title before the name that starts at token `at`: “Iranian Oil Minister”, “his spokesman,”.
 * @param first first token of the sentence
 * @param blocked 1 for tokens of other names of persons, which no title crosses
 */
export function findTitleBefore(
  document: Document,
  lexicon: NameLexicon,
  first: number,
  at: number,
  style: number,
  blocked: Uint8Array,
): Span | null {
  const { tokens, text } = document;
  const comma = tokens[at - 1]?.text === ',';
  const end = comma ? at - 1 : at;
  const limit = style === STYLE.plain ? LONGEST : LONGEST_IN_HEADLINE;
  let from = end;
  let titled = false;
  while (from > first && end - from < limit && blocked[from - 1] !== 1) {
    const token = tokens[from - 1];
    if (token === undefined) break;
    const title = isTitleWord(token, lexicon);
    const opener = OPENERS.has(token.lower);
    const joins = LINKS.has(token.lower) && from < end;
    if (token.lower === 'and' && !joinsCapitals(tokens, from - 1)) break;
    if (!title && !opener && !joins && !NOMINAL.has(token.tag)) break;
    titled ||= title;
    from--;
    if (opener) break;
  }
  from = dropUntitledHead(document, lexicon, from, end);
  const head = tokens[from];
  const tail = tokens[end - 1];
  if (!titled || head === undefined || tail === undefined || from >= end) return null;
  if (comma && !(OPENERS.has(head.lower) && closesApposition(document, at))) return null;
  if (!comma && !isTitleWord(tail, lexicon) && !hasCapital(tail)) return null;
  return trimmed(text, head.start, tail.end);
}

/** Cuts what stands before “of” or “for” when it holds no title: “in the wake of | President”. */
function dropUntitledHead({ tokens }: Document, lexicon: NameLexicon, from: number, end: number): number {
  let start = from;
  let titled = false;
  for (let i = from; i < end; i++) {
    const token = tokens[i];
    titled ||= isTitleWord(token, lexicon);
    if (!titled && token?.tag === 'ADP') start = i + 1;
  }
  while (start < end && LINKS.has(tokens[start]?.lower ?? '')) start++;
  return start;
}

/** “his spokesman, NAME,” needs the comma (or the sentence's end) after the name too. */
function closesApposition({ tokens }: Document, at: number): boolean {
  for (let i = at; i < at + 6; i++) {
    const mark = tokens[i]?.text;
    if (mark === undefined || mark === ',' || mark === '.' || mark === ';') return true;
    if (tokens[i]?.tag !== 'PROPN' && mark !== '-') return false;
  }
  return false;
}

/** The description in apposition after a name that ends before token `at`: “, Iran’s foreign minister,”. */
export function findApposition(
  document: Document,
  lexicon: NameLexicon,
  at: number,
  last: number,
  blocked: Uint8Array,
): Span | null {
  const { tokens, text } = document;
  if (tokens[at]?.text !== ',') return null;
  const from = at + 1;
  let to = from;
  let titled = false;
  let linked = false;
  while (to < last && to - from < LONGEST) {
    const token = tokens[to];
    if (token === undefined) break;
    // “A, Minister B and C” is a list; “A, a spokesman for Minister B,” describes A.
    if (blocked[to] === 1 && !linked) return null;
    if (/^[,.;:()—–"”“?!]$/u.test(token.text) || token.text === '--') break;
    if (STOPS.has(token.tag) && blocked[to] !== 1 && !isTitleWord(token, lexicon)) {
      if (token.tag === 'ADV' && !titled) return null;
      break;
    }
    linked ||= titled && token.tag === 'ADP';
    titled ||= isTitleWord(token, lexicon);
    to++;
  }
  while (to > from && TRAILING.has(tokens[to - 1]?.tag ?? '')) to--;
  const head = tokens[from];
  const tail = tokens[to - 1];
  if (!titled || head === undefined || tail === undefined || to <= from) return null;
  const opens = OPENERS.has(head.lower) || NOMINAL.has(head.tag);
  if (!opens) return null;
  return trimmed(text, head.start, tail.end);
}

/** What the words of a title say of the person's sex. */
export function genderOfTitle(text: string): Gender | null {
  for (const word of text.toLowerCase().split(/[\s,]+/)) {
    if (FEMALE.has(word)) return 'female';
    if (MALE.has(word)) return 'male';
  }
  return null;
}

function joinsCapitals(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  return before !== undefined && after !== undefined && hasCapital(before) && hasCapital(after);
}

function hasCapital({ text }: Token): boolean {
  const unit = text.charAt(0);
  return unit !== unit.toLowerCase();
}

function trimmed(text: string, start: number, end: number): Span {
  let to = end;
  while (to > start && /[\s,]/.test(text.charAt(to - 1))) to--;
  return { start, end: to };
}
