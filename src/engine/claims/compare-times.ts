/** When two times can be the same, and whether they say the same kind of time. */
import type { ClockTime, TimeReference } from '../types';
import { daysBetween } from './calendar';

/** Minutes east of Greenwich. */
const OFFSETS: Readonly<Record<string, number>> = {
  gmt: 0,
  utc: 0,
  est: -300,
  edt: -240,
  et: -240,
  eastern: -240,
  ct: -300,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  bst: 60,
  cet: 60,
  cest: 120,
  eet: 120,
  msk: 180,
  ist: 330,
  jst: 540,
  hkt: 480,
  aest: 600,
};
/** Clock times nearer than this are told apart by nobody, in minutes. */
const CLOSE = 8;

/** Relations to a time by which something ends or must be done. */
const ENDS = new Set(['until', 'till', 'through', 'by', 'before']);

/** How well two times fit one slot, 0 to 1. */
export function fitTimes(a: TimeReference, b: TimeReference): number {
  if (a.said !== b.said) return 0;
  const clocks = a.clock !== undefined && b.clock !== undefined;
  if (a.grain === 'minute' || b.grain === 'minute')
    return clocks && comparableZones(a.clock, b.clock) ? 1 : 0;
  if (a.grain === 'part' || b.grain === 'part') return clocks ? 0.8 : 0;
  if (ENDS.has(a.relation) !== ENDS.has(b.relation) || (a.relation === 'since') !== (b.relation === 'since'))
    return 0;
  if (!grainsMeet(a, b)) return 0;
  return a.grain === b.grain ? 1 : 0.75;
}

/** Whether both say enough to be compared: a common part, or intervals. */
function grainsMeet(a: TimeReference, b: TimeReference): boolean {
  if (a.from !== null && b.from !== null) return true;
  return (
    (a.year !== null && b.year !== null) ||
    (a.month !== null && b.month !== null) ||
    (a.weekday !== null && b.weekday !== null)
  );
}

function comparableZones(a: ClockTime | undefined, b: ClockTime | undefined): boolean {
  const zoneA = a?.zone ?? 'local';
  const zoneB = b?.zone ?? 'local';
  return zoneA === zoneB || (OFFSETS[zoneA] !== undefined && OFFSETS[zoneB] !== undefined);
}

/** Whether both may be the same time. Unknown agrees with everything. */
export function agreeTimes(a: TimeReference, b: TimeReference): boolean {
  if (!agreeDates(a, b)) return false;
  return a.clock === undefined || b.clock === undefined || agreeClocks(a.clock, b.clock);
}

function agreeDates(a: TimeReference, b: TimeReference): boolean {
  if (saySame(a, b)) return true;
  if (a.from !== null && a.to !== null && b.from !== null && b.to !== null) {
    if (a.from <= b.to && b.from <= a.to) return true;
    return isNightAfter(a, b) || isNightAfter(b, a);
  }
  if (a.year !== null && b.year !== null && a.year !== b.year) return false;
  if (a.month !== null && b.month !== null) {
    if (a.month !== b.month) return false;
    return a.day === null || b.day === null || a.grain !== 'day' || b.grain !== 'day' || a.day === b.day;
  }
  return a.weekday === null || b.weekday === null || a.weekday === b.weekday;
}

/** “Monday” and “Monday”, “July” and “July”: which one is meant was inferred, so they never clash by themselves. */
function saySame(a: TimeReference, b: TimeReference): boolean {
  if (a.year !== null || b.year !== null) return false;
  if (a.weekday !== null && a.month === null && b.month === null) return a.weekday === b.weekday;
  return a.month !== null && a.grain === b.grain && a.month === b.month && a.day === b.day;
}

/** “Saturday night” reaches into Sunday's first hours. */
function isNightAfter(night: TimeReference, day: TimeReference): boolean {
  if (night.clock === undefined || night.clock.until < 1440 || night.to === null || day.from === null)
    return false;
  return daysBetween(night.to, day.from) === 1 && day.clock !== undefined && day.clock.minutes < 360;
}

function agreeClocks(a: ClockTime, b: ClockTime): boolean {
  const shift = (OFFSETS[b.zone ?? ''] ?? 0) - (OFFSETS[a.zone ?? ''] ?? 0);
  const bothZoned = a.zone !== null && b.zone !== null && a.zone !== b.zone;
  const from = b.minutes - (bothZoned ? shift : 0);
  const until = b.until - (bothZoned ? shift : 0);
  // Night reaches past midnight, so the same moment may be written a day apart.
  return [-1440, 0, 1440].some((day) => a.minutes <= until + day + CLOSE && from + day <= a.until + CLOSE);
}

/** Whether both name the same time, said as finely, whatever happens then: “until Thursday” and “on Thursday”. */
export function sameTime(a: TimeReference, b: TimeReference): boolean {
  if (a.grain !== b.grain) return false;
  if (a.clock !== undefined && b.clock !== undefined && !agreeClocks(a.clock, b.clock)) return false;
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.year === b.year &&
    a.month === b.month &&
    a.weekday === b.weekday &&
    a.day === b.day
  );
}
