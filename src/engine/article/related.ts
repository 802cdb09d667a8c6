/** Teasers of other stories: what stands below “Recommended Stories” and the like, links between paragraphs. */
import type { RegionKind } from '../types';
import type { FurnitureKind } from './furniture';
import type { Line } from './lines';

const LONGEST_TITLE = 25;
const LONGEST_BLURB = 70;
const LOOK_AHEAD = 80;
const SHOUTED_LINK = 5;

/**
 * Gives the lines that follow a heading of teasers or topic cards to it, until prose begins again.
 * @param wording what wording alone says of each line
 * @param kinds written to
 */
export function extendSections(
  lines: readonly Line[],
  wording: readonly (FurnitureKind | RegionKind | undefined)[],
  kinds: (RegionKind | undefined)[],
): void {
  let i = 0;
  while (i < lines.length) {
    const heading = wording[i];
    if (heading === 'section') i = takeTeasers(lines, kinds, i);
    else if (heading === 'cards') i = takeCards(lines, kinds, i);
    else i++;
  }
}

/** @returns the index of the first line that is not part of the section */
function takeTeasers(lines: readonly Line[], kinds: (RegionKind | undefined)[], heading: number): number {
  let i = heading + 1;
  const indent = lines[heading]?.indent ?? 0;
  for (; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    if (kinds[i] !== undefined) continue;
    const nested = line.bullet || line.indent > indent;
    if (!nested && !isTitle(line) && !isBlurbRun(lines, kinds, heading, i)) break;
    kinds[i] = 'related';
  }
  return i;
}

function takeCards(lines: readonly Line[], kinds: (RegionKind | undefined)[], heading: number): number {
  let i = heading + 1;
  for (; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    if (kinds[i] !== undefined) continue;
    const card = line.stop === '' && line.words <= 10 && (line.bullet || line.indent > 0 || line.words <= 5);
    if (!card) break;
    kinds[i] = 'boilerplate';
  }
  return i;
}

/** A line that reads as another story’s title: short, no full stop, no colon that introduces something. */
export function isTitle(line: Line): boolean {
  return line.stop !== '.' && line.words <= LONGEST_TITLE && !line.text.endsWith(':');
}

/**
 * True when the prose at `at` sums up the title before it, and titles and blurbs alternate from there to the end
 * of the text at least twice; one paragraph after a title may be the article going on.
 */
function isBlurbRun(
  lines: readonly Line[],
  kinds: readonly (RegionKind | undefined)[],
  heading: number,
  at: number,
): boolean {
  if (at === heading + 1 || lines.length - at > LOOK_AHEAD) return false;
  let pairs = 0;
  let afterTitle = true;
  for (let i = at; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || kinds[i] !== undefined) continue;
    if (isTitle(line)) {
      afterTitle = true;
      continue;
    }
    if (!afterTitle || line.words > LONGEST_BLURB) return false;
    afterTitle = false;
    pairs++;
  }
  return pairs >= 2 || (pairs === 1 && countPairs(lines, heading, at) >= 1);
}

function countPairs(lines: readonly Line[], heading: number, to: number): number {
  let pairs = 0;
  for (let i = Math.max(heading + 2, to - LOOK_AHEAD); i < to; i++) if (lines[i]?.stop === '.') pairs++;
  return pairs;
}

/** A link between paragraphs: “More:Why …” (a label run into a title) or a shouted line. */
export function isInlineLink(line: Line, mostlyShouted: boolean): boolean {
  if (line.stop === '.' || line.words > 40) return false;
  if (line.shouted) return !mostlyShouted && line.words >= SHOUTED_LINK && line.stop === '';
  const colon = line.text.indexOf(':');
  const next = line.text.charAt(colon + 1);
  const before = line.text.charAt(colon - 1);
  const isGlued =
    colon > 2 && colon < 80 && /["'\u2018\u201c\p{Lu}]/u.test(next) && /[\p{L}?!'’”]/u.test(before);
  return isGlued && line.words >= 5;
}
