/** The stretch of text around a cue as a short row of items: tokens, whole quoted segments, and breaks. */
import type { Span } from '../types';
import type { Reading } from './reading';

export interface Item extends Span {
  /** `break`: a sentence or paragraph ends here; its span is empty. */
  readonly kind: 'token' | 'quoted' | 'break';
  /** First token, and one past the last. */
  readonly from: number;
  readonly to: number;
}

export interface Window {
  readonly items: readonly Item[];
  /** Index of the cue among the items. */
  readonly cue: number;
}

/** Items kept on either side of the cue within its own sentence. */
const REACH = 90;
/** Quoted sentences before and after the cue's own that are looked at. */
const BEFORE = 2;
const AFTER = 5;

/** The items of the stretch read last: cues of one sentence share them. */
export interface Collapsed {
  reading: Reading | null;
  from: number;
  to: number;
  holder: number;
  items: readonly Item[];
}

export function createCollapsed(): Collapsed {
  return { reading: null, from: 0, to: 0, holder: -1, items: [] };
}

/**
 * Builds the window of the cue at token `at`. Quoted segments that do not hold the cue are one item each,
 * so a long quotation costs no more than a word.
 * @param joined tells whether text may run on from one paragraph to the next (same kind of region)
 * @param memo what was read last; it is brought up to date
 */
export function buildWindow(
  reading: Reading,
  at: number,
  joined: (paragraph: number, next: number) => boolean,
  memo: Collapsed,
): Window {
  const { units, unitOf, segmentOf, segments, document, sentenceOf } = reading;
  const holder = segmentOf[at] ?? -1;
  const holding = segments[holder];
  const own = unitOf[at] ?? 0;
  const unit = units[own];
  if (unit === undefined) return { items: [], cue: -1 };
  let { from, to } = unit;
  if (holding !== undefined) {
    const sentence = document.sentences[sentenceOf[at] ?? 0];
    from = Math.max(holding.from, sentence?.from ?? from);
    to = Math.min(holding.to, sentence?.to ?? to);
  }
  const all = recall(reading, Math.max(from, at - 4 * REACH), Math.min(to, at + 4 * REACH), holder, memo);
  const place = all.findIndex((item) => item.kind === 'token' && item.from === at);
  const first = Math.max(0, place - REACH);
  const items = all.slice(first, place + REACH);
  const cue = place - first;
  if (holding !== undefined) return { items, cue };
  const before = quotedBefore(reading, own, joined);
  addQuotedAfter(reading, own, joined, items);
  return { items: [...before, ...items], cue: cue + before.length };
}

function recall(
  reading: Reading,
  from: number,
  to: number,
  holder: number,
  memo: Collapsed,
): readonly Item[] {
  if (memo.reading !== reading || memo.from !== from || memo.to !== to || memo.holder !== holder) {
    Object.assign(memo, { reading, from, to, holder, items: collapse(reading, from, to, holder) });
  }
  return memo.items;
}

/** Tokens `from` to `to` as items; segments directly inside segment `holder` become one item. */
function collapse(reading: Reading, from: number, to: number, holder: number): Item[] {
  const items: Item[] = [];
  let at = from;
  while (at < to) {
    const segment = childOf(reading, at, holder);
    const token = reading.document.tokens[at];
    if (segment !== undefined && segment.to > at) {
      items.push({
        kind: 'quoted',
        start: segment.start,
        end: segment.end,
        from: segment.from,
        to: segment.to,
      });
      at = segment.to;
    } else {
      if (token !== undefined)
        items.push({ kind: 'token', start: token.start, end: token.end, from: at, to: at + 1 });
      at++;
    }
  }
  return items;
}

function childOf({ segments, segmentOf }: Reading, at: number, holder: number) {
  let index = segmentOf[at] ?? -1;
  for (let steps = 0; index !== -1 && index !== holder && steps < 50; steps++) {
    const segment = segments[index];
    if (segment === undefined) return undefined;
    if (segment.parent === holder) return segment;
    index = segment.parent;
  }
  return undefined;
}

function quotedBefore(
  reading: Reading,
  own: number,
  joined: (paragraph: number, next: number) => boolean,
): Item[] {
  const before: Item[] = [];
  let later = reading.units[own];
  for (let i = own - 1; i >= Math.max(0, own - BEFORE); i--) {
    const unit = reading.units[i];
    if (unit === undefined || later === undefined || !joined(unit.paragraph, later.paragraph)) break;
    const segment = childOf(reading, unit.to - 1, -1);
    if (segment === undefined) break;
    const { start, end, from, to } = segment;
    before.unshift({ kind: 'quoted', start, end, from, to }, breakAt(later.from, reading));
    if (from > unit.from) break;
    later = unit;
  }
  return before;
}

function addQuotedAfter(
  reading: Reading,
  own: number,
  joined: (paragraph: number, next: number) => boolean,
  items: Item[],
): void {
  let earlier = reading.units[own];
  for (let i = own + 1; i <= Math.min(reading.units.length - 1, own + AFTER); i++) {
    const unit = reading.units[i];
    if (unit === undefined || earlier === undefined || !joined(earlier.paragraph, unit.paragraph)) break;
    const segment = childOf(reading, unit.from, -1);
    if (segment === undefined) break;
    const { start, end, from, to } = segment;
    items.push(breakAt(unit.from, reading), { kind: 'quoted', start, end, from, to });
    if (to < unit.to) break;
    earlier = unit;
  }
}

function breakAt(token: number, { document }: Reading): Item {
  const start = document.tokens[token]?.start ?? document.text.length;
  return { kind: 'break', start, end: start, from: token, to: token };
}
