/** Finds the times a clause names and ties them to the calendar by the article's date. */
import type { Token } from '../text/document';
import type { TimeReference } from '../types';
import { addDays, isoDate, lastDay, partsOf } from './calendar';
import { readClock } from './clock';
import { type ReadDate, readDate } from './dates';
import { DAY_PARTS, RELATIONS } from './timewords';
import { isContent, lemmaOf } from './words';

const SAYING = new Set(['say', 'tell', 'add', 'tweet', 'write', 'note']);
/** What is said at a time: “in a statement Sunday”. */
const STATEMENTS = new Set('statement tweet interview post letter email briefing conference'.split(' '));
/** How many content words on each side tell what happened at a time. */
const REACH = 6;

export interface FoundTimes {
  readonly times: readonly TimeReference[];
  /** Tokens that belong to a time and are no quantities. */
  readonly taken: ReadonlySet<number>;
}

/**
 * Times among tokens `from` to `to`.
 * @param published the article's ISO date, or `null`: then only absolute dates get `from` and `to`
 * @param future whether the clause speaks of what is to come; otherwise “Friday” and “in January” lie in the past
 */
export function findTimes(
  tokens: readonly Token[],
  from: number,
  to: number,
  published: string | null,
  future: boolean,
): FoundTimes {
  const times: TimeReference[] = [];
  const taken = new Set<number>();
  const take = (start: number, end: number) => {
    for (let i = start; i < end; i++) taken.add(i);
  };
  let at = from;
  while (at < to) {
    if (!mayBegin(tokens[at])) {
      at++;
      continue;
    }
    const clock = readClock(tokens, from, at, to);
    if (clock !== undefined) {
      const reference = describe(tokens, from, to, clock.start, clock.end);
      times.push({ ...reference, from: null, to: null, grain: 'minute', ...NOTHING, clock: clock.clock });
      take(clock.start, clock.end);
      at = clock.end;
      continue;
    }
    const date = readDate(tokens, at, to);
    if (date !== undefined) {
      times.push(resolve(date, describe(tokens, from, to, at, date.end), published, future));
      take(at, date.end);
      at = date.end;
      continue;
    }
    const part = partAlone(tokens, at);
    if (part !== undefined) {
      const reference = describe(tokens, from, to, at, at + 1);
      const clock = { minutes: part[0], until: part[1], zone: null, approximate: true };
      times.push({ ...reference, from: null, to: null, grain: 'part', ...NOTHING, clock });
      take(at, at + 1);
    }
    at++;
  }
  return { times: joinParts(times), taken };
}

/** “at mid-morning Thursday”, “on the morning of July 16”: a part of a day and the day are one time. */
function joinParts(times: readonly TimeReference[]): TimeReference[] {
  const joined: TimeReference[] = [];
  for (const time of times) {
    const before = joined.at(-1);
    const isDay = time.grain === 'day' && time.clock === undefined;
    if (
      before?.clock !== undefined &&
      before.from === null &&
      before.weekday === null &&
      isDay &&
      time.start - before.end <= 4
    ) {
      joined[joined.length - 1] = { ...time, start: before.start, clock: before.clock };
    } else joined.push(time);
  }
  return joined;
}

const NOTHING = { year: null, month: null, day: null, weekday: null } as const;

/** Cheap test that spares most tokens the readers: capital, digit, number word or one of a few words. */
function mayBegin(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const unit = token.text.charCodeAt(0);
  if ((unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90)) return true;
  return (
    token.tag === 'NUM' ||
    BEGINNERS.has(token.lower) ||
    DAY_PARTS.has(token.lower) ||
    token.lower.startsWith('mid-')
  );
}
const BEGINNERS = new Set(
  'a an last this next previous coming yesterday today tonight tomorrow early late mid end beginning start middle noon midnight'.split(
    ' ',
  ),
);

/** “at dawn”, “in the afternoon”, “overnight”: not “the night shift”. */
function partAlone(tokens: readonly Token[], at: number): readonly [number, number] | undefined {
  const token = tokens[at];
  const part = token && DAY_PARTS.get(token.lower);
  if (part === undefined || tokens[at + 1]?.tag === 'NOUN') return undefined;
  const before = tokens[at - 1]?.lower;
  const tied = before === 'at' || before === 'by' || (before === 'the' && tokens[at - 2]?.lower === 'in');
  return tied || token?.lower === 'overnight' || token?.lower === 'mid-morning' ? part : undefined;
}

function describe(
  tokens: readonly Token[],
  from: number,
  to: number,
  start: number,
  end: number,
): Pick<TimeReference, 'start' | 'end' | 'relation' | 'said' | 'scope'> {
  const scope: string[] = [];
  for (let i = start - 1, left = REACH; i >= from && left > 0; i--) {
    const token = tokens[i];
    if (token === undefined || !isContent(token)) continue;
    scope.unshift(lemmaOf(token));
    left--;
  }
  for (let i = end, left = REACH; i < to && left > 0; i++) {
    const token = tokens[i];
    if (token === undefined || !isContent(token)) continue;
    scope.push(lemmaOf(token));
    left--;
  }
  let before = start - 1;
  while (
    before >= from &&
    ['the', 'late', 'early', 'in', 'on', 'end', 'of'].includes(tokens[before]?.lower ?? '')
  )
    before--;
  const word = before >= from ? (tokens[before]?.lower ?? '') : '';
  const relation = RELATIONS.has(word) ? word : '';
  const said = [before, before - 1].some(
    (i) => i >= from && (SAYING.has(tokens[i]?.lemma ?? '') || STATEMENTS.has(tokens[i]?.lower ?? '')),
  );
  return { start: tokens[start]?.start ?? 0, end: tokens[end - 1]?.end ?? 0, relation, said, scope };
}

function resolve(
  date: ReadDate,
  reference: Pick<TimeReference, 'start' | 'end' | 'relation' | 'said' | 'scope'>,
  published: string | null,
  future: boolean,
): TimeReference {
  const [from, to] = interval(date, published, future) ?? [null, null];
  const { grain, year = null, month = null, day = null, weekday = null, part } = date;
  const clock = part && { minutes: part[0], until: part[1], zone: null, approximate: true };
  return { ...reference, from, to, grain, year, month, day, weekday, ...(clock && { clock }) };
}

function interval(
  date: ReadDate,
  published: string | null,
  future: boolean,
): readonly [string, string] | undefined {
  const { grain, year, month, day, weekday, offset, turn } = date;
  const now = published === null ? undefined : partsOf(published);
  if (grain === 'decade' && year !== undefined) return span(year, 1, 1, year + 9, 12, 31);
  if (month !== undefined) {
    const inYear = year ?? (now && nearestYear(month, now, turn, future));
    if (inYear === undefined) return undefined;
    const first = day ?? 1;
    const last = date.lastDay ?? (day !== undefined && grain === 'day' ? day : lastDay(inYear, month));
    return span(inYear, month, first, inYear, month, Math.min(last, lastDay(inYear, month)));
  }
  if (year !== undefined) return span(year, 1, 1, year, 12, 31);
  if (published === null || now === undefined) return undefined;
  if (weekday !== undefined) {
    let back = (now.weekday - weekday + 7) % 7;
    if (back === 0 && turn === -1) back = 7;
    if (turn === 1 || (future && back !== 0)) back -= 7;
    const found = addDays(published, -back);
    return [found, found];
  }
  if (offset !== undefined) {
    const found = addDays(published, offset);
    // “Four decades ago” is a round number: a tenth more or less is the same time.
    const round = Math.abs(offset) / 10;
    const slack =
      grain === 'day' ? 0 : Math.round(Math.max(grain === 'week' ? 3 : grain === 'month' ? 20 : 200, round));
    return [addDays(found, -slack), addDays(found, slack)];
  }
  if (turn === undefined) return undefined;
  if (grain === 'year') return span(now.year + turn, 1, 1, now.year + turn, 12, 31);
  if (grain === 'month') {
    const index = now.year * 12 + now.month - 1 + turn;
    const inYear = Math.floor(index / 12);
    const inMonth = (index % 12) + 1;
    return span(inYear, inMonth, 1, inYear, inMonth, lastDay(inYear, inMonth));
  }
  if (grain === 'week') {
    // Weeks are loose: “last week” on a Monday may be five days ago or twelve.
    const start = addDays(published, turn * 7 - 6);
    return [start, addDays(start, 12)];
  }
  return undefined;
}

function nearestYear(
  month: number,
  now: { readonly year: number; readonly month: number },
  turn: number | undefined,
  future: boolean,
): number {
  if (turn === 1 || (future && turn !== -1))
    return month >= now.month && !(turn === 1 && month === now.month) ? now.year : now.year + 1;
  if (turn === -1) return month < now.month ? now.year : now.year - 1;
  return month <= now.month ? now.year : now.year - 1;
}

function span(
  y1: number,
  m1: number,
  d1: number,
  y2: number,
  m2: number,
  d2: number,
): readonly [string, string] | undefined {
  const from = isoDate(y1, m1, d1);
  const to = isoDate(y2, m2, d2);
  return from === undefined || to === undefined ? undefined : [from, to];
}
