/** Reads clock times: “8:30 p.m.”, “shortly before 10 p.m.”, “noon GMT”. */
import type { Token } from '../text/document';
import type { ClockTime } from '../types';
import { DAY_PARTS, ZONES } from './timewords';

export interface ReadClock {
  readonly start: number;
  readonly end: number;
  readonly clock: ClockTime;
}

const AM = new Set(['a.m.', 'am', 'a.m']);
const PM = new Set(['p.m.', 'pm', 'p.m']);

/** The clock time that starts at token `at`, widened by “around” or “shortly before” ahead of it. */
export function readClock(
  tokens: readonly Token[],
  from: number,
  at: number,
  to: number,
): ReadClock | undefined {
  const read = readMinutes(tokens, at, to);
  if (read === undefined) return undefined;
  let { end } = read;
  let zone: string | null = null;
  const word = tokens[end]?.lower ?? '';
  if (end < to && ZONES.has(word)) {
    zone = word;
    end++;
  } else if (word === 'local' && tokens[end + 1]?.lower === 'time') {
    zone = 'local';
    end += 2;
  } else if (
    (word === 'eastern' || word === 'central' || word === 'pacific') &&
    tokens[end]?.tag === 'PROPN'
  ) {
    zone = word;
    end++;
  }
  const { start, before, after } = tolerance(tokens, from, at);
  const clock = {
    minutes: read.minutes - before,
    until: read.minutes + after,
    zone,
    approximate: before > 0 || after > 0,
  };
  return { start, end, clock };
}

function readMinutes(
  tokens: readonly Token[],
  at: number,
  to: number,
): { minutes: number; end: number } | undefined {
  const text = tokens[at]?.lower ?? '';
  if (text === 'noon' || text === 'midnight') {
    return { minutes: DAY_PARTS.get(text)?.[0] ?? 720, end: at + 1 };
  }
  const unit = text.charCodeAt(0);
  if (unit < 48 || unit > 57 || text.length > 8) return undefined;
  const match = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm|a\.m\.|p\.m\.)?$/.exec(text);
  if (match === null) return undefined;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? 0);
  const next = at + 1 < to ? (tokens[at + 1]?.lower ?? '') : '';
  const half = match[3] ?? next;
  const isPm = PM.has(half);
  if (hours > 24 || minutes > 59) return undefined;
  if (isPm || AM.has(half)) {
    if (hours > 12) return undefined;
    return {
      minutes: ((hours % 12) + (isPm ? 12 : 0)) * 60 + minutes,
      end: match[3] === undefined ? at + 2 : at + 1,
    };
  }
  // Without a.m. or p.m. only “20:30” is surely a time; “8:30” may be a verse or a race result.
  const isTime = text.includes(':') && (hours > 12 || tokens[at - 1]?.lower === 'at' || ZONES.has(next));
  return isTime ? { minutes: hours * 60 + minutes, end: at + 1 } : undefined;
}

function tolerance(
  tokens: readonly Token[],
  from: number,
  at: number,
): { start: number; before: number; after: number } {
  const word = at - 1 >= from ? (tokens[at - 1]?.lower ?? '') : '';
  const earlier = at - 2 >= from ? (tokens[at - 2]?.lower ?? '') : '';
  if (word === 'about' || word === 'around' || word === 'roughly' || word === 'approximately') {
    return { start: at - 1, before: 15, after: 15 };
  }
  const near = earlier === 'shortly' || earlier === 'just' || earlier === 'minutes' || earlier === 'soon';
  if (word === 'before' || word === 'by')
    return { start: near ? at - 2 : at - 1, before: near ? 25 : 60, after: 0 };
  if (word === 'after' || word === 'past')
    return { start: near ? at - 2 : at - 1, before: 0, after: near ? 25 : 60 };
  if (word === 'nearly' || word === 'almost') return { start: at - 1, before: 20, after: 0 };
  if (word === 'to' && earlier === 'close') return { start: at - 2, before: 15, after: 15 };
  return { start: at, before: 0, after: 0 };
}
