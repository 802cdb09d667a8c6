/** Reads datelines: “QUENTA, 9 March (Northwire) —” before the first sentence. */
import { parseList } from '../lexicon/list';
import agencyList from '../lexicon/news-agencies.txt';
import { foldForComparison } from '../text/fold';
import type { PrintedDate } from '../types';
import { namesDay, readDate } from './dates';

export interface Dateline {
  /** Length in UTF-16 units, with the dash and the space after it. */
  readonly length: number;
  readonly date: PrintedDate;
  /** The agency in brackets, as written; `null`: none. */
  readonly agency: string | null;
}

const agencies = new Set(parseList(agencyList));
/** The farthest a dateline’s dash may stand, and how far a second dash is looked for. */
const FARTHEST = 120;
const DASH = /\s[-\u2013\u2014]{1,2}\s|\u2014|--|\)\s?[-\u2013]\s?/;
const BRACKETS = /\(([^()]{2,40})\)/;
const LOWER_IN_PLACES = new Set([
  'de',
  'la',
  'las',
  'los',
  'del',
  'of',
  'the',
  'da',
  'do',
  'el',
  'al',
  'and',
  'on',
  'upon',
  'en',
  'sur',
  'am',
  'le',
]);

/** True for the signature of a news agency or broadcaster that stands in datelines. */
export function isAgency(text: string): boolean {
  return agencies.has(foldForComparison(text.trim()));
}

/** Reads the dateline at the start of a paragraph’s text; `undefined`: there is none. */
export function readDateline(paragraph: string): Dateline | undefined {
  const text = paragraph.slice(0, FARTHEST * 2);
  return readGlued(text) ?? readDashed(text);
}

/** “Washington (CNN)President …”: an agency without a dash. */
function readGlued(text: string): Dateline | undefined {
  const brackets = BRACKETS.exec(text.slice(0, FARTHEST));
  if (brackets === null || !isAgency(brackets[1] ?? '')) return undefined;
  const before = text.slice(0, brackets.index);
  const { date, rest } = readDate(before);
  if (!isPlace(rest) || rest.length > 6) return undefined;
  const from = brackets.index + brackets[0].length;
  const dash = /^\s?(?:[-\u2013\u2014]{1,2}|:)?\s?/.exec(text.slice(from))?.[0].length ?? 0;
  if (!startsSentence(text.slice(from + dash))) return undefined;
  return { length: from + dash, date, agency: brackets[1]?.trim() ?? null };
}

function readDashed(text: string): Dateline | undefined {
  const dash = DASH.exec(text);
  if (dash === null || dash.index === 0 || dash.index > FARTHEST) return undefined;
  const head = text.slice(0, dash.index + (dash[0].startsWith(')') ? 1 : 0));
  const length =
    dash.index + dash[0].length + (/^\s*/.exec(text.slice(dash.index + dash[0].length))?.[0].length ?? 0);
  const body = text.slice(length);
  if (!startsSentence(body)) return undefined;
  const brackets = BRACKETS.exec(head);
  const bare = brackets === null ? head : head.replace(brackets[0], ' ');
  const { date, rest } = readDate(bare);
  if (!isPlace(rest) || rest.length > 7 || /[.?!;:"“”]\s+\p{L}{3,}/u.test(withoutTimes(bare)))
    return undefined;
  const agency = brackets !== null && bare.trim() !== head.trim() ? (brackets[1]?.trim() ?? null) : null;
  if (agency !== null && !isName(agency)) return undefined;
  const shouted = rest.length > 0 && isShouted(rest[0] ?? '');
  const dated = namesDay(date) || date.minutes !== null;
  const another = DASH.test(body);
  const stands =
    (agency !== null && (shouted || dated || isAgency(agency))) ||
    (dated && (shouted || !another)) ||
    (shouted && !another && rest.length <= 5);
  return stands ? { length, date, agency } : undefined;
}

/** Abbreviations of months, states and hours end in stops that end no sentence. */
function withoutTimes(text: string): string {
  return text.replace(/\b(?:[ap]\.m|[A-Z][a-z]{1,4}|[A-Z])\./g, '');
}

function startsSentence(text: string): boolean {
  return /^["'\u201c\u2018\u00ab([]?[\p{Lu}\d$£€]/u.test(text) || /^["\u201c\u2018][\p{L}]/u.test(text);
}

function isPlace(words: readonly string[]): boolean {
  return words.every((word) => isName(word) || LOWER_IN_PLACES.has(word));
}

function isName(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}

function isShouted(word: string): boolean {
  return word.length >= 3 && word === word.toUpperCase() && word !== word.toLowerCase();
}
