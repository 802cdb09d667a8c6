/** The top of an article: section label, headline, deck, byline, down to the first paragraph of the body. */
import { parseList } from '../lexicon/list';
import sectionList from '../lexicon/page-sections.txt';
import type { RegionKind } from '../types';
import type { Line } from './lines';
import { isOutletName } from './outlet';

const sections = new Set(parseList(sectionList));
/** A first line longer than this, without a full stop, sums up rather than heads. */
const LONGEST_HEADLINE = 20;
const LONGEST_DECK = 45;
const READING_TIME = /^\W*\d{1,3}[ -]min(?:ute)?s?(?: read)?$/;
const JOINERS = new Set(['and', 'de', 'la', 'van', 'von', 'der', 'den', 'bin', 'al', 'el', 'di', 'da', 'du']);

/**
 * Settles the kinds of the lines above the body.
 * @param kinds what wording alone has settled; `undefined` where it says nothing; written to
 * @param slug words of the file’s name, which often repeat the headline
 */
export function settleTop(
  lines: readonly Line[],
  kinds: (RegionKind | undefined)[],
  from: number,
  slug: readonly string[],
): void {
  let headline: Line | undefined;
  let decks = 0;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) return;
    const first = headline === undefined && decks === 0;
    const teaser = kinds[i] === 'related' && first && line.words > 3;
    if (kinds[i] !== undefined && !teaser) continue;
    const next = nextOpen(lines, kinds, i + 1);
    if (isReadingTime(line) || isByline(line) || isNameByline(lines, kinds, i)) {
      kinds[i] = 'byline';
    } else if (first && isSectionLabel(line, next)) {
      kinds[i] = 'boilerplate';
    } else if (first && isHeadline(line, next, slug)) {
      kinds[i] = 'headline';
      headline = line;
    } else if (headline !== undefined && line.plain === headline.plain) {
      kinds[i] = 'headline';
    } else if (decks < 2 && isDeck(line, headline) && next !== undefined) {
      kinds[i] = 'deck';
      decks++;
    } else {
      return;
    }
  }
}

/** “·2 min read”. */
export function isReadingTime(line: Line): boolean {
  return line.words <= 4 && READING_TIME.test(line.plain);
}

/** “By Effie Lorne”, “By Effie Lorne, Staff Writer”: a capital after “By”, no sentence. */
export function isByline(line: Line): boolean {
  if (line.words > 22 || line.words < 2 || line.stop === '.' || !/^by[\s:]/i.test(line.text)) return false;
  const name = line.text.slice(3).trim();
  return /^\p{Lu}/u.test(name) && line.capitals * 2 >= line.words;
}

/** A name alone, beside a reading time, a date, an outlet or “Staff writer”. */
function isNameByline(
  lines: readonly Line[],
  kinds: readonly (RegionKind | undefined)[],
  at: number,
): boolean {
  const line = lines[at];
  if (line === undefined) return false;
  const next = lines[at + 1];
  const before = lines[at - 1];
  if (isOutletName(line.text) && line.words <= 4 && kinds[at - 1] === 'byline') return true;
  if (!isPersonLike(line)) return false;
  if (before?.plain === 'by' || before?.plain === 'written by') return true;
  if (next === undefined) return false;
  const nextKind = kinds[at + 1];
  return (
    isReadingTime(next) ||
    nextKind === 'byline' ||
    nextKind === 'dateline' ||
    (isOutletName(next.text) && next.words <= 4)
  );
}

/** Two to twelve words, capitals but for joiners: “Lotte Ferrin and Rutger Palm”. */
function isPersonLike({ text, words, stop, shouted }: Line): boolean {
  if (words < 2 || words > 12 || stop !== '' || (shouted && words > 4) || /\d|:/.test(text)) return false;
  return text
    .split(/[\s,]+/)
    .every((word) => /^\p{Lu}/u.test(word) || JOINERS.has(word) || word === '&' || word === '');
}

function isSectionLabel(line: Line, next: Line | undefined): boolean {
  if (line.words > 3 || line.stop !== '' || next === undefined || next.words <= line.words) return false;
  const headlineFollows = next.stop !== '.' && next.words <= LONGEST_DECK;
  return headlineFollows && (sections.has(line.plain) || (line.words <= 2 && next.words >= 4));
}

function isHeadline(line: Line, next: Line | undefined, slug: readonly string[]): boolean {
  if (line.stop !== '.') return line.words <= LONGEST_HEADLINE && !line.text.endsWith(':');
  if (isOneSentence(line.text) && repeatsSlug(line, slug)) return true;
  if (next === undefined || line.words > LONGEST_HEADLINE || !isOneSentence(line.text)) return false;
  const titled = line.words >= 4 && line.capitals >= line.words * 0.65;
  return titled || (line.words <= 14 && next.words >= line.words * 2);
}

/** No full stop before the last one, but for abbreviations of a few letters. */
function isOneSentence(text: string): boolean {
  return !/[\p{Ll}\d]{4}[.?!]["”’)]?\s+["“‘(]?\p{Lu}/u.test(text);
}

function repeatsSlug(line: Line, slug: readonly string[]): boolean {
  if (slug.length < 3) return false;
  const words = new Set(line.plain.split(/[^\p{L}\d]+/u));
  // The last word of a slug may be cut off.
  const whole = slug.slice(0, -1);
  return whole.filter((word) => words.has(word)).length >= whole.length * 0.8;
}

function isDeck(line: Line, headline: Line | undefined): boolean {
  if (line.words > LONGEST_DECK || line.text.endsWith(':')) return false;
  if (headline?.text.endsWith(';')) return true;
  return line.stop === '' && line.words >= 3;
}

function nextOpen(
  lines: readonly Line[],
  kinds: readonly (RegionKind | undefined)[],
  from: number,
): Line | undefined {
  for (let i = from; i < lines.length && i < from + 40; i++) if (kinds[i] === undefined) return lines[i];
  return undefined;
}
