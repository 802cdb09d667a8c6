/** Calendar arithmetic on ISO dates, without a clock. */

const DAY = 86_400_000;

/** Milliseconds of an ISO date at midnight UTC, or `undefined` when it is none. */
function parse(iso: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (match === null) return undefined;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return Number.isNaN(time) ? undefined : time;
}

const format = (time: number): string => new Date(time).toISOString().slice(0, 10);

export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

/** The parts of an ISO date; `undefined` when it is none. */
export function partsOf(iso: string): CalendarDate | undefined {
  const time = parse(iso);
  if (time === undefined) return undefined;
  const date = new Date(time);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
}

/** `days` later; the date itself when it is no ISO date. */
export function addDays(iso: string, days: number): string {
  const time = parse(iso);
  return time === undefined || !Number.isFinite(days) || Math.abs(days) > 4e5
    ? iso
    : format(time + days * DAY);
}

/** Days from `a` to `b`; 0 when either is no ISO date. */
export function daysBetween(a: string, b: string): number {
  const from = parse(a);
  const to = parse(b);
  return from === undefined || to === undefined ? 0 : Math.round((to - from) / DAY);
}

/** The ISO date; `undefined` when there is no such day. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (Number.isNaN(time) || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  if (year < 1000 || year > 9999) return undefined;
  return format(time);
}

/** The last day of a month. */
export function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
