/** What an article is made of: regions line by line, outlet, publication date, headline. */
import type { Document } from '../text/document';
import type { ArticleInput, PrintedDate, Region, RegionKind } from '../types';
import { isCaption, isDirection, isPost } from './credits';
import { type Dateline, isAgency, readDateline } from './dateline';
import { isoDate, namesDay, readDate } from './dates';
import { readFrontMatter } from './frontmatter';
import { type FurnitureKind, recogniseFurniture } from './furniture';
import { type Line, readLines } from './lines';
import { isOutletName, outletFromCredit, readFileName } from './outlet';
import { extendSections, isInlineLink } from './related';
import { isByline, isReadingTime, settleTop } from './top';

export interface Layout {
  readonly outlet: string | null;
  /** ISO date `YYYY-MM-DD`. */
  readonly published: string | null;
  /** The date and time as printed, even where the year is not: for articles of one story to be put in order. */
  readonly printed: PrintedDate | null;
  readonly headline: string | null;
  readonly regions: readonly Region[];
  /** The kind of each paragraph of the document, by index (the kind of its main part). */
  readonly kinds: readonly RegionKind[];
}

/** Reads the layout of an article; unknown stays `null`. */
export function readLayout(document: Document, input: ArticleInput): Layout {
  const lines = readLines(document);
  const front = readFrontMatter(lines);
  const file = readFileName(input.id);
  const wording = readWording(lines, front.lines);
  const kinds = wording.map(regionOf);
  settleTop(lines, kinds, front.lines, file.slug);
  extendSections(lines, wording, kinds);
  settleTail(lines, kinds);
  const settled = kinds.map((kind): RegionKind => kind ?? 'body');
  const datelines = readDatelines(lines, settled);
  const regions = layRegions(lines, settled, datelines);
  const printed = readPrinted(lines, settled, datelines);
  const headline = lines.find((_, i) => settled[i] === 'headline')?.text ?? null;
  const { metadata } = input;
  return {
    outlet:
      metadata?.outlet ??
      front.outlet ??
      creditedOutlet(lines, settled, false) ??
      namedOutlet(file.outlet, headline) ??
      creditedOutlet(lines, settled, true) ??
      agencyOf(datelines),
    published:
      metadata?.published ??
      (front.date === null ? null : isoDate(readDate(front.date).date)) ??
      (printed === null ? null : isoDate(printed)) ??
      file.published,
    printed,
    headline: metadata?.headline ?? front.headline ?? headline,
    regions,
    kinds: settled,
  };
}

/** What each line is by its wording and looks alone. */
function readWording(lines: readonly Line[], front: number): (FurnitureKind | 'dateline' | undefined)[] {
  let shouted = 0;
  for (const line of lines) if (line.shouted) shouted++;
  const mostlyShouted = shouted * 2 > lines.length;
  return lines.map((line, i) => {
    if (i < front || isDirection(line)) return 'boilerplate';
    const furniture = recogniseFurniture(line);
    if (furniture !== undefined) return furniture;
    if (isPost(line)) return 'boilerplate';
    if (isCaption(line)) return 'caption';
    if (isDateOnly(line)) return 'dateline';
    if (isReadingTime(line)) return 'byline';
    return isInlineLink(line, mostlyShouted) ? 'related' : undefined;
  });
}

function regionOf(kind: FurnitureKind | 'dateline' | undefined): RegionKind | undefined {
  if (kind === 'section') return 'related';
  return kind === 'cards' ? 'boilerplate' : kind;
}

/** “Published July 19, 2031, 10:25 GMT”: nothing but date, time and words about them. */
function isDateOnly(line: Line): boolean {
  if (line.words > 14 || line.words < 2) return false;
  const { date, rest } = readDate(line.text);
  if (rest.length > 0 || (!namesDay(date) && date.minutes === null)) return false;
  // “On Tuesday.” is an answer, “Friday, 29 July” a date.
  return date.day !== null || date.minutes !== null;
}

/** A byline may also stand in the last lines. */
function settleTail(lines: readonly Line[], kinds: (RegionKind | undefined)[]): void {
  for (let i = Math.max(0, lines.length - 4); i < lines.length; i++) {
    const line = lines[i];
    if (line !== undefined && kinds[i] === undefined && isByline(line)) kinds[i] = 'byline';
  }
}

/** Datelines stand at the start of the first paragraphs of a body; the first found is the article’s. */
function readDatelines(lines: readonly Line[], kinds: readonly RegionKind[]): ReadonlyMap<number, Dateline> {
  const found = new Map<number, Dateline>();
  let body = 0;
  for (let i = 0; i < lines.length && body < 3; i++) {
    const line = lines[i];
    if (line === undefined || kinds[i] !== 'body') continue;
    body++;
    const dateline = readDateline(line.text);
    if (dateline === undefined) continue;
    found.set(i, dateline);
    break;
  }
  return found;
}

function layRegions(
  lines: readonly Line[],
  kinds: readonly RegionKind[],
  datelines: ReadonlyMap<number, Dateline>,
): Region[] {
  const regions: Region[] = [];
  lines.forEach(({ start, end }, i) => {
    const from = start + (datelines.get(i)?.length ?? 0);
    if (from > start) regions.push({ kind: 'dateline', start, end: Math.min(from, end) });
    if (from < end) regions.push({ kind: kinds[i] ?? 'body', start: from, end });
  });
  return regions;
}

/** The first date printed above the body, in its dateline or under a picture that is no file picture. */
function readPrinted(
  lines: readonly Line[],
  kinds: readonly RegionKind[],
  datelines: ReadonlyMap<number, Dateline>,
): PrintedDate | null {
  const firstBody = kinds.indexOf('body');
  const above = firstBody < 0 ? lines.length : firstBody;
  const candidates: PrintedDate[] = [];
  lines.slice(0, above).forEach((line, i) => {
    const kind = kinds[i];
    if (kind === 'dateline' || kind === 'byline') candidates.push(readDate(line.text).date);
  });
  for (const { date } of datelines.values()) candidates.push(date);
  const days = candidates.filter(namesDay);
  const best = days.find((date) => isoDate(date) !== null) ?? days.find(({ day }) => day !== null) ?? days[0];
  return best ?? candidates.find(({ minutes }) => minutes !== null) ?? readCaptionDate(lines, kinds);
}

/** A picture’s date tells the article’s when the text above or beside it names the same weekday. */
function readCaptionDate(lines: readonly Line[], kinds: readonly RegionKind[]): PrintedDate | null {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || kinds[i] !== 'caption' || /\bfile\b/i.test(line.text)) continue;
    const { date } = readDate(line.text.slice(-120));
    const iso = isoDate(date);
    if (iso === null) continue;
    const weekday = new Date(`${iso}T00:00:00Z`).getUTCDay();
    const name =
      ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][weekday] ?? '';
    const body = lines.filter((_, j) => kinds[j] === 'body').slice(0, 4);
    if (body.some(({ text }) => text.includes(name))) return { ...date, weekday };
  }
  return null;
}

/** The outlet that credits name, from the end, where outlets sign; an agency’s copyright says less than a file’s name. */
function creditedOutlet(
  lines: readonly Line[],
  kinds: readonly RegionKind[],
  agencies: boolean,
): string | null {
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i];
    if (line === undefined || kinds[i] === 'body' || kinds[i] === 'headline') continue;
    const outlet = outletFromCredit(line);
    if (outlet !== null && isAgency(outlet) === agencies) return outlet;
  }
  return null;
}

/** A numbered file may be named after its headline; then its words are no outlet. */
function namedOutlet(outlet: string | null, headline: string | null): string | null {
  if (outlet === null || headline === null || isOutletName(outlet)) return outlet;
  const words = new Set(headline.toLowerCase().split(/[^\p{L}\d]+/u));
  const shared = outlet
    .toLowerCase()
    .split(' ')
    .filter((word) => words.has(word));
  return shared.length * 2 > outlet.split(' ').length ? null : outlet;
}

function agencyOf(datelines: ReadonlyMap<number, Dateline>): string | null {
  for (const { agency } of datelines.values()) if (agency !== null) return agency;
  return null;
}
