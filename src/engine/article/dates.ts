/** Reads dates and clock times as articles print them above or below their text. */
import type { PrintedDate } from '../types';

export interface DateReading {
  readonly date: PrintedDate;
  /** Words that are neither date, time nor words such as “published” and “updated”, as written. */
  readonly rest: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = new Set(
  `jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october
   nov november dec december`.split(/\s+/),
);
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const DAY_NAMES = new Set(
  `sun sunday mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday`.split(
    /\s+/,
  ),
);
const ZONES = new Set(
  'gmt utc bst est edt et ct cst cdt mt mst mdt pt pst pdt ist cet cest msk jst aest hkt sgt'.split(' '),
);
/** Said of a date, not part of a place’s name. */
const FILLERS = new Set(
  "published updated update posted modified last first on at of the filed created date issued released time local o'clock h hrs hours".split(
    ' ',
  ),
);
const WORD = /\d{1,4}(?:[:.]\d\d){1,2}(?!\d)|\d+|[\p{L}'’]+(?:\.[\p{L}]+)*\.?/gu;
const NUMERIC = /\b(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})\b/;
const LONGEST = 200;

/** Reads all date and time words of a short text; longer texts are cut. Never throws; no date: all `null`. */
export function readDate(source: string): DateReading {
  const found: { -readonly [K in keyof PrintedDate]: PrintedDate[K] } = {
    year: null,
    month: null,
    day: null,
    weekday: null,
    minutes: null,
    zone: null,
  };
  let text = source.slice(0, LONGEST);
  const numeric = NUMERIC.exec(text);
  if (numeric !== null && takeNumeric(numeric, found)) {
    text = text.slice(0, numeric.index) + text.slice(numeric.index + numeric[0].length).replace(/^T/, ' ');
  }
  const words = text.match(WORD) ?? [];
  const rest: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const taken = takeWord(words, i, found);
    if (taken === 0) rest.push(words[i] ?? '');
    else i += taken - 1;
  }
  return { date: found, rest };
}

/** The ISO date `YYYY-MM-DD`, or `null` when a part is not printed or there is no such day. */
export function isoDate({ year, month, day }: PrintedDate): string | null {
  if (year === null || month === null || day === null) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** True when the words name a day: a full date, day and month, or a weekday. */
export function namesDay({ month, day, weekday }: PrintedDate): boolean {
  return (month !== null && day !== null) || weekday !== null;
}

type Found = { -readonly [K in keyof PrintedDate]: PrintedDate[K] };

/** How many words from `at` on belong to a date; their meaning goes into `found`. */
function takeWord(words: readonly string[], at: number, found: Found): number {
  const word = words[at] ?? '';
  const lower = word
    .toLowerCase()
    .replace(/[.’]{1,9}$/, '')
    .replace('’', "'");
  if (/^\d/.test(word)) return takeNumber(words, at, found);
  if (MONTH_NAMES.has(lower) && isCapital(word)) {
    // “May” and “March” need a number beside them.
    const beside = [words[at - 1] ?? '', words[at + 1] ?? ''].some((next) => /^\d/.test(next));
    if (!beside) return 0;
    found.month ??= MONTHS.indexOf(lower.slice(0, 3)) + 1;
    return 1;
  }
  if (DAY_NAMES.has(lower) && isCapital(word)) {
    found.weekday ??= DAYS.indexOf(lower.slice(0, 3));
    return 1;
  }
  if (lower === 'noon' || lower === 'midnight') {
    found.minutes ??= lower === 'noon' ? 720 : 0;
    return 1;
  }
  if (ZONES.has(lower) && word === word.toUpperCase() && found.minutes !== null) {
    found.zone ??= word;
    return 1;
  }
  return FILLERS.has(lower) ? 1 : 0;
}

function takeNumber(words: readonly string[], at: number, found: Found): number {
  const word = words[at] ?? '';
  const value = Number(word);
  const clock = takeClock(words, at, found);
  if (clock > 0) return clock;
  if (word.length === 4 && value >= 1800 && value < 2200) {
    found.year ??= value;
    return 1;
  }
  const before = bare(words[at - 1]);
  const ordinal = /^(?:st|nd|rd|th)$/.test(bare(words[at + 1])) ? 1 : 0;
  const next = bare(words[at + 1 + ordinal]);
  if (value >= 1 && value <= 31 && (MONTH_NAMES.has(before) || MONTH_NAMES.has(next))) {
    found.day ??= value;
    return 1 + ordinal;
  }
  return 0;
}

/** “10:25”, “8 a.m.”, “5.45 pm”. */
function takeClock(words: readonly string[], at: number, found: Found): number {
  const word = words[at] ?? '';
  const half = bare(words[at + 1]);
  const isHalf = half === 'am' || half === 'pm';
  const clock = /^(\d{1,2})[:.](\d\d)/.exec(word);
  if (clock === null && !isHalf) return 0;
  const hours = Number(clock === null ? word : clock[1]);
  const minutes = Number(clock?.[2] ?? 0);
  if (hours > 24 || minutes > 59) return 0;
  const shift = half === 'pm' && hours < 12 ? 12 : half === 'am' && hours === 12 ? -12 : 0;
  found.minutes ??= (hours + shift) * 60 + minutes;
  return isHalf ? 2 : 1;
}

function bare(word: string | undefined): string {
  return (word ?? '').toLowerCase().replaceAll('.', '');
}

/** `2022-07-19`, `2022/07/19`, `19.07.2022`; a day that could be a month is left alone. */
function takeNumeric(match: RegExpExecArray, found: Found): boolean {
  const [a = 0, b = 0, c = 0] = match.slice(1).map(Number);
  const long = match[1]?.length === 4;
  if (long && c <= 31 && b >= 1 && b <= 12 && c >= 1) {
    Object.assign(found, { year: a, month: b, day: c });
    return true;
  }
  if (match[3]?.length !== 4 || long) return false;
  if (a > 12 && a <= 31 && b >= 1 && b <= 12) Object.assign(found, { year: c, month: b, day: a });
  else if (b > 12 && b <= 31 && a >= 1 && a <= 12) Object.assign(found, { year: c, month: a, day: b });
  else return false;
  return true;
}

function isCapital(word: string): boolean {
  return word.charAt(0) !== word.charAt(0).toLowerCase();
}
