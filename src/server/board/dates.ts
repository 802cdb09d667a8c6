/** Rows of the timeline: each date or period with what the sources put there. */
import type { Article, Claim, Conflict, Span, TimeReference } from '../../engine';
import type { BoardDate, BoardGrain, BoardLooseDate, BoardStatement } from '../../protocol/board';
import { compareText, describeConflict, overlaps, type Scene, toStatement } from './scene';

interface Slot {
  readonly when: BoardDate['when'];
  readonly conflicts: Conflict[];
  readonly claims: Map<string, { article: Article; claims: Claim[]; times: TimeReference[] }>;
  readonly published: number[];
}

const NOT_PROSE = new Set(['boilerplate', 'related', 'byline', 'dateline']);
const DAY = 10;

/** In the order of time; times that nothing ties to a year come last. */
export function buildDates(scene: Scene): BoardDate[] {
  const slots = new Map<string, Slot>();
  const slotAt = (when: BoardDate['when']): Slot => {
    const key = keyOf(when);
    let slot = slots.get(key);
    if (slot === undefined) {
      slot = { when, conflicts: [], claims: new Map(), published: [] };
      slots.set(key, slot);
    }
    return slot;
  };
  scene.articles.forEach((article, column) => {
    const { published, claims } = article.facts;
    if (published !== null) slotAt({ from: published, to: published, grain: 'day' }).published.push(column);
    for (const claim of claims) {
      if (NOT_PROSE.has(claim.region)) continue;
      for (const time of claim.times) {
        const when = readPeriod(time) ?? readLooseDate(time);
        if (when !== undefined) add(slotAt(when), article, claim, time);
      }
    }
  });
  return [...slots.values()]
    .sort((a, b) => compareText(keyOf(a.when), keyOf(b.when)))
    .map((slot) => describeSlot(scene, slot));
}

/** Sorts by start, then the longer period first; dates without a year after all others. */
function keyOf(when: BoardDate['when']): string {
  if ('from' in when) return `${when.from} ${9999 - Number(when.to.slice(0, 4))} ${when.to}`;
  const { month, day, weekday } = when;
  return `~${[month ?? 99, day ?? 99, weekday ?? 99].map((part) => String(part).padStart(2, '0')).join(' ')}`;
}

/** The days that a time covers; nothing for the time of the words themselves (“said Sunday”) and for open times. */
function readPeriod({ from, to, grain, said }: TimeReference) {
  if (said || from === null || to === null) return undefined;
  const first = from.slice(0, DAY);
  const last = to.slice(0, DAY);
  if (last < first) return undefined;
  return { from: first, to: last, grain: grainOf(first, last, grain) };
}

function readLooseDate({ from, said, month, day, weekday }: TimeReference): BoardLooseDate | undefined {
  if (said || from !== null || (month === null && weekday === null)) return undefined;
  return month !== null && day !== null ? { month, day, weekday: null } : { month, day: null, weekday };
}

function grainOf(from: string, to: string, grain: TimeReference['grain']): BoardGrain {
  if (from === to) return 'day';
  const year = from.slice(0, 4);
  if (grain === 'year' && from === `${year}-01-01` && to === `${year}-12-31`) return 'year';
  if (grain === 'month' && from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01')) return 'month';
  return 'span';
}

/** Claims of one sentence about one date are one statement. */
function add(slot: Slot, article: Article, claim: Claim, time: TimeReference): void {
  const key = `${claim.sentence} ${article.id}`;
  const found = slot.claims.get(key);
  if (found === undefined) slot.claims.set(key, { article, claims: [claim], times: [time] });
  else {
    found.claims.push(claim);
    found.times.push(time);
  }
}

function describeSlot(scene: Scene, { claims, published, ...slot }: Slot): BoardDate {
  const conflicts: Conflict[] = [];
  const statements = [...claims.values()].flatMap((entry): BoardStatement[] => {
    const { article, times } = entry;
    const span = around(entry.claims);
    const marks = times.filter((time, at) => !times.slice(0, at).some((other) => overlaps(other, time)));
    const [first] = marks;
    const touching = scene.index
      .conflictsIn(article.id)
      .filter(
        ({ kind, evidence }) =>
          kind === 'time' &&
          evidence.some((one) => one.article === article.id && marks.some((mark) => overlaps(one, mark))),
      );
    for (const conflict of touching) if (!conflicts.includes(conflict)) conflicts.push(conflict);
    return toStatement(scene, {
      article,
      span,
      target: first ?? span,
      marks,
      speaker: null,
      sides: touching.map((conflict) => ({
        conflict: conflicts.indexOf(conflict),
        side: sideOf(conflict, article.id, marks),
      })),
    });
  });
  return {
    ...slot,
    conflicts: conflicts.map((conflict) => describeConflict(scene.t, conflict)),
    statements: statements.sort((a, b) => a.source - b.source),
    published,
  };
}

function sideOf({ evidence }: Conflict, article: string, marks: readonly Span[]): number {
  return (
    evidence.find((one) => one.article === article && marks.some((mark) => overlaps(one, mark)))?.side ?? 0
  );
}

function around(claims: readonly Claim[]): Span {
  return {
    start: Math.min(...claims.map(({ start }) => start)),
    end: Math.max(...claims.map(({ end }) => end)),
  };
}
