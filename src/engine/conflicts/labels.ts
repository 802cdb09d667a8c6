/** What one side says in a few words: “12,000 voters”, “second trip”, “yesterday (18 July)”. */
import { partsOf } from '../claims/calendar';
import { MONTHS, WEEKDAYS } from '../claims/timewords';
import type { Quantity, TimeReference } from '../types';

/** Most words of a label; longer ones lose their tail. */
const MOST_WORDS = 6;
const MONTH_NAMES = [...MONTHS].slice(0, 12).map(([name]) => name.charAt(0).toUpperCase() + name.slice(1));

/** A quantity as written, with the rest of a compound noun it was cut from: “seven asylum-seekers”. */
export function sayQuantity(text: string, { start, end }: Quantity): string {
  let stop = end;
  if (text[stop] === '-') while (stop < text.length && isLetter(text.charCodeAt(stop + 1))) stop++;
  return shorten(text.slice(start, stop === end ? end : stop + 1));
}

/** A time as written; one that counts from the day of writing is told with its date. */
export function sayTime(
  text: string,
  { start, end, from, to, grain, month, weekday }: TimeReference,
): string {
  const words = shorten(text.slice(start, end));
  const date = from !== null && from === to ? partsOf(from) : undefined;
  const isRelative = grain === 'day' && month === null && weekday === null;
  return date === undefined || !isRelative
    ? words
    : `${words} (${date.day} ${MONTH_NAMES[date.month - 1] ?? ''})`;
}

/** One line, few words, and no capital that only the start of a sentence gave. */
function shorten(text: string): string {
  const words = text.split(/\s/).filter((word) => word !== '');
  const first = words[0] ?? '';
  const isName = WEEKDAYS.has(first.toLowerCase()) || MONTHS.has(first.toLowerCase());
  const isWord = first.length > 1 && first.slice(1) === first.slice(1).toLowerCase();
  if (isWord && !isName) words[0] = first.charAt(0).toLowerCase() + first.slice(1);
  return words.slice(0, MOST_WORDS).join(' ');
}

const isLetter = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit > 191;
