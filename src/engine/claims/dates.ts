/** Reads dates as written: weekdays, months, years, “last week”, “three months ago”; says what the words say. */
import type { Token } from '../text/document';
import type { TimeGrain } from '../types';
import { lastDay } from './calendar';
import { readNumber } from './numbers';
import { DAY_PARTS, MONTHS, SEASONS, UNIT_DAYS, WEEKDAYS } from './timewords';

/** What the words of a date say, before it is tied to the calendar. */
export interface ReadDate {
  readonly end: number;
  readonly grain: TimeGrain;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** Last day of a span: “June 8 to 10”, “late February”. */
  readonly lastDay?: number;
  readonly weekday?: number;
  readonly part?: readonly [number, number];
  /** Days before (negative) or after the article's date: “yesterday”, “three weeks ago”. */
  readonly offset?: number;
  /** −1 last, 0 this, 1 next. */
  readonly turn?: number;
}

const TURNS = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
  ['previous', -1],
  ['coming', 1],
]);
const NEAR_DAYS = new Map<string, number>([
  ['yesterday', -1],
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
]);

const NOT_A_MONTH = new Set(['may', 'march', 'mar', 'jan', 'jun', 'dec', 'sep', 'april', 'june', 'august']);

/** The date that starts at token `at`, or `undefined`. */
export function readDate(tokens: readonly Token[], at: number, to: number): ReadDate | undefined {
  const token = tokens[at];
  if (token === undefined || at >= to) return undefined;
  const word = token.lower;
  const turn = TURNS.get(word);
  if (turn !== undefined) return readTurn(tokens, at, to, turn);
  const near = NEAR_DAYS.get(word);
  if (near !== undefined) {
    const part = word === 'tonight' ? DAY_PARTS.get('night') : undefined;
    return withPart(tokens, at + 1, to, { end: at + 1, grain: 'day', offset: near, ...(part && { part }) });
  }
  const weekday = WEEKDAYS.get(word);
  if (weekday !== undefined && isCapital(token))
    return withPart(tokens, at + 1, to, { end: at + 1, grain: 'day', weekday });
  const edge = readEdge(tokens, at, to);
  if (edge !== undefined) return edge;
  if (MONTHS.has(word)) return readMonth(tokens, at, to);
  const unit = word.charCodeAt(0);
  if (unit >= 48 && unit <= 57) return readNumeric(tokens, at, to) ?? readAgo(tokens, at, to);
  if (token.tag === 'NUM' || word === 'a' || word === 'an') return readAgo(tokens, at, to);
  return undefined;
}

const isCapital = ({ text }: Token): boolean => {
  const unit = text.charCodeAt(0);
  return unit >= 65 && unit <= 90;
};

function readTurn(tokens: readonly Token[], at: number, to: number, turn: number): ReadDate | undefined {
  const next = at + 1 < to ? tokens[at + 1] : undefined;
  if (next === undefined) return undefined;
  const end = at + 2;
  const weekday = WEEKDAYS.get(next.lower);
  if (weekday !== undefined) return withPart(tokens, end, to, { end, grain: 'day', weekday, turn });
  const month = MONTHS.get(next.lower);
  if (month !== undefined && isCapital(next)) return { end, grain: 'month', month, turn };
  if (SEASONS.has(next.lower)) return { end, grain: 'season', turn };
  const part = DAY_PARTS.get(next.lower);
  if (part !== undefined) {
    const offset = next.lower === 'night' && turn < 0 ? -1 : 0;
    return turn > 0 ? undefined : { end, grain: 'day', offset, part };
  }
  switch (next.lower) {
    case 'week':
    case 'weekend':
      return { end, grain: 'week', turn };
    case 'month':
      return { end, grain: 'month', turn };
    case 'year':
      return { end, grain: 'year', turn };
    default:
      return undefined;
  }
}

/** “early June”, “late February”, “mid-July”, “the end of March”, “the beginning of 2015”. */
function readEdge(tokens: readonly Token[], at: number, to: number): ReadDate | undefined {
  const word = tokens[at]?.lower ?? '';
  let edge = '';
  let i = at;
  if (word === 'early' || word === 'late' || word === 'mid') {
    edge = word;
    i++;
    if (tokens[i]?.lower === '-') i++;
  } else if (word.startsWith('mid-')) {
    const month = MONTHS.get(word.slice(4));
    return month === undefined ? undefined : { end: at + 1, grain: 'month', month, day: 10, lastDay: 20 };
  } else if (word === 'end' || word === 'beginning' || word === 'start' || word === 'middle') {
    if (tokens[at + 1]?.lower !== 'of') return undefined;
    edge = word === 'end' ? 'end' : word === 'middle' ? 'mid' : 'early';
    i = at + 2;
  } else return undefined;
  const month = MONTHS.get(tokens[i]?.lower ?? '');
  const token = tokens[i];
  if (month === undefined || token === undefined || i >= to || !isCapital(token)) return undefined;
  const year = yearAt(tokens, i + 1, to);
  const [day, last] =
    edge === 'early' ? [1, 10] : edge === 'mid' ? [10, 20] : edge === 'late' ? [20, 31] : [25, 31];
  const bounded = Math.min(last, lastDay(year?.year ?? 2023, month));
  return {
    end: year?.end ?? i + 1,
    grain: 'month',
    month,
    day,
    lastDay: bounded,
    ...(year && { year: year.year }),
  };
}

function readMonth(tokens: readonly Token[], at: number, to: number): ReadDate | undefined {
  const token = tokens[at];
  const month = MONTHS.get(token?.lower ?? '');
  if (token === undefined || month === undefined || !isCapital(token)) return undefined;
  const day = dayAt(tokens, at + 1, to);
  if (day !== undefined) {
    const comma = tokens[day.end]?.lower === ',' ? 1 : 0;
    const year = yearAt(tokens, day.end + comma, to);
    const range = readDayRange(tokens, day.end, to, month);
    if (range !== undefined) return { ...range, month, day: day.day };
    const found = {
      end: year?.end ?? day.end,
      grain: 'day' as const,
      month,
      day: day.day,
      ...(year && { year: year.year }),
    };
    return withPart(tokens, found.end, to, found);
  }
  const comma = tokens[at + 1]?.lower === ',' || tokens[at + 1]?.lower === 'of' ? 1 : 0;
  const year = yearAt(tokens, at + 1 + comma, to);
  if (year !== undefined) return { end: year.end, grain: 'month', month, year: year.year };
  // “May”, “March”, “April” and “June” also begin sentences and names.
  if (NOT_A_MONTH.has(token.lower)) {
    const before = tokens[at - 1];
    const tied =
      before !== undefined && (before.tag === 'ADP' || before.tag === 'SCONJ' || before.lower === 'and');
    if (!tied || tokens[at + 1]?.tag === 'PROPN') return undefined;
  }
  return { end: at + 1, grain: 'month', month };
}

/** “Sept. 19 to 22”, “June 8-10”. */
function readDayRange(tokens: readonly Token[], at: number, to: number, month: number): ReadDate | undefined {
  const link = tokens[at]?.lower;
  if (link !== 'to' && link !== '-' && link !== '–' && link !== 'through') return undefined;
  const after = MONTHS.get(tokens[at + 1]?.lower ?? '') === month ? at + 2 : at + 1;
  const last = dayAt(tokens, after, to);
  return last && { end: last.end, grain: 'day', lastDay: last.day };
}

function dayAt(tokens: readonly Token[], at: number, to: number): { day: number; end: number } | undefined {
  if (at >= to) return undefined;
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(tokens[at]?.lower ?? '');
  const day = match === null ? 0 : Number(match[1]);
  return day >= 1 && day <= 31 ? { day, end: at + 1 } : undefined;
}

function yearAt(tokens: readonly Token[], at: number, to: number): { year: number; end: number } | undefined {
  const text = at < to ? (tokens[at]?.lower ?? '') : '';
  if (text.length !== 4) return undefined;
  const year = Number(text);
  return Number.isInteger(year) && year >= 1500 && year <= 2100 ? { year, end: at + 1 } : undefined;
}

/** “8 June 2022”, “2016”, “the 1970s”, “07/19/2022”. */
function readNumeric(tokens: readonly Token[], at: number, to: number): ReadDate | undefined {
  const text = tokens[at]?.lower ?? '';
  if (/^(?:1[5-9]|20)\d0s$/.test(text))
    return { end: at + 1, grain: 'decade', year: Number(text.slice(0, 4)) };
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso !== null) {
    return { end: at + 1, grain: 'day', year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  }
  const day = dayAt(tokens, at, to);
  const next = tokens[at + 1];
  if (day !== undefined && next !== undefined && at + 1 < to && isCapital(next)) {
    const month = MONTHS.get(next.lower);
    if (month !== undefined) {
      const year = yearAt(tokens, at + 2, to);
      return {
        end: year?.end ?? at + 2,
        grain: 'day',
        month,
        day: day.day,
        ...(year && { year: year.year }),
      };
    }
  }
  const year = yearAt(tokens, at, to);
  if (year === undefined || isPlural(tokens[at + 1])) return undefined;
  const before = tokens[at - 1];
  const tied =
    before === undefined ||
    before.tag === 'ADP' ||
    before.tag === 'SCONJ' ||
    before.lower === 'and' ||
    before.lower === '(';
  const names = tokens[at + 1]?.tag === 'NOUN' && before?.tag !== 'SYM';
  return (tied && before?.tag !== 'SYM') || names
    ? { end: year.end, grain: 'year', year: year.year }
    : undefined;
}

/** “2000 people” counts; “the 2000 election” dates. */
const isPlural = (token: Token | undefined): boolean =>
  token?.tag === 'NOUN' && (token.lower !== token.lemma || token.lower === 'people');

/** “three weeks ago”, “five months earlier” is not tied to the article and is left out. */
function readAgo(tokens: readonly Token[], at: number, to: number): ReadDate | undefined {
  const word = tokens[at]?.lower ?? '';
  const number = word === 'a' || word === 'an' ? { end: at + 1, min: 1 } : readNumber(tokens, at, to);
  if (number === undefined) return undefined;
  const days = UNIT_DAYS.get(tokens[number.end]?.lemma ?? '');
  if (days === undefined || number.end + 1 >= to || tokens[number.end + 1]?.lower !== 'ago') return undefined;
  const grain: TimeGrain =
    days < 1 ? 'day' : days < 7 ? 'day' : days < 30 ? 'week' : days < 300 ? 'month' : 'year';
  return { end: number.end + 2, grain, offset: -Math.round(days * number.min) };
}

/** Adds “morning”, “late afternoon”, “night” after a day. */
function withPart(tokens: readonly Token[], at: number, to: number, date: ReadDate): ReadDate {
  let i = at;
  const edge = tokens[i]?.lower;
  if (edge === 'early' || edge === 'late') i++;
  const part = i < to ? DAY_PARTS.get(tokens[i]?.lower ?? '') : undefined;
  if (part === undefined) return date;
  const [from, until] = part;
  const third = (until - from) / 3;
  const narrowed: readonly [number, number] =
    edge === 'early' && i > at
      ? [from, from + 1.5 * third]
      : edge === 'late' && i > at
        ? [until - 1.5 * third, until]
        : part;
  return { ...date, end: i + 1, part: narrowed };
}
