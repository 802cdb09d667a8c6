/** Who published an article: credits in its text, the name of its file. */
import { parseList } from '../lexicon/list';
import outletWordList from '../lexicon/outlet-words.txt';
import sectionList from '../lexicon/page-sections.txt';
import { isAgency } from './dateline';
import { isoDate, readDate } from './dates';
import type { Line } from './lines';

const outletWords = new Set(parseList(outletWordList));
const sections = new Set(parseList(sectionList));
const ACRONYMS = new Set(
  'usa uk us eu bbc cnn npr nyt wsj abc cbs nbc ap afp pbs cnbc upi tv fm rt dw cbc ndtv voa'.split(' '),
);
const SMALL = new Set(['of', 'the', 'and', 'de', 'la']);
/** File names that say nothing about an outlet. */
const GENERIC = new Set(
  'article articles text story draft copy untitled news source sources file doc document note notes clipping export final page sample test report item'.split(
    ' ',
  ),
);

/** Credits that name the outlet: the words before its name; `weak` ones need a name that looks like an outlet’s. */
const CREDITS: readonly { readonly before: RegExp; readonly weak: boolean }[] = [
  { before: /^as (?:first |originally )?reported by /i, weak: false },
  { before: /^more from /i, weak: false },
  { before: /^visit (?=[^.]{2,40}['’]s homepage)/i, weak: false },
  {
    before:
      /^(?:this|the) (?:article|story|post|piece|report|column) (?:was )?(?:originally |first )?(?:appeared|published|ran) (?:in|on|by|at) /i,
    weak: false,
  },
  { before: /^originally (?:published|appeared) (?:in|on|by|at) /i, weak: false },
  {
    before: /^(?:©|\(c\)|copyright(?: ©| \(c\))?)\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,]*(?:by )?/i,
    weak: true,
  },
  { before: /^(?:click here to )?(?:download|get) the (?=.{2,40} app\b)/i, weak: true },
  { before: /^(?:subscribe to|follow|listen to|tune in to) /i, weak: true },
  { before: /^by [^,|]{3,50}(?:,| \|| for| -) /i, weak: true },
];

/** The outlet that a line of credits names, as written; `null` when it names none. */
export function outletFromCredit(line: Line): string | null {
  if (line.words > 30) return null;
  const text = line.text.slice(0, 200).replace(/^[•·»›*-]\s*/, '');
  for (const { before, weak } of CREDITS) {
    const match = before.exec(text);
    if (match === null) continue;
    const name = readName(text.slice(match[0].length), line.shouted);
    if (name === null || sections.has(name.toLowerCase())) continue;
    if (!weak || isOutletName(name)) return name;
  }
  return null;
}

/** True for words such as “The Port Amsel Post” or “CNN”: a name with a word that outlets use, or an agency. */
export function isOutletName(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (words.length > 6 || text.length > 60) return false;
  if (!words.every((word) => isCapital(word) || SMALL.has(word))) return false;
  if (isAgency(text)) return true;
  return words.length > 1 && words.some((word) => outletWords.has(word.toLowerCase()));
}

/** The run of capitalised words at the start of `text`. */
function readName(text: string, shouted: boolean): string | null {
  const words: string[] = [];
  for (const word of text.split(/\s+/)) {
    const bare = word.replace(/['’]s$/, '').replace(/[.,;:|!]{1,9}$/, '');
    if (shouted && bare === 'APP') break;
    if (!(isCapital(bare) || SMALL.has(bare) || bare === '&')) break;
    words.push(bare);
    if (bare !== word) break;
  }
  while (words.length > 0 && (SMALL.has(words.at(-1) ?? '') || words.at(-1) === '&')) words.pop();
  if (words[0] === 'the') words.shift();
  if (words.length === 0 || words.length > 6) return null;
  return shouted ? words.map((word) => nameWord(word.toLowerCase())).join(' ') : words.join(' ');
}

export interface FileNameReading {
  readonly outlet: string | null;
  /** ISO date `YYYY-MM-DD`. */
  readonly published: string | null;
  /** Words of the slug after outlet and date, lower case. */
  readonly slug: readonly string[];
}

/**
 * Reads `outlet_2016-03-01_slug.txt`, `2016-03-01_outlet_slug.txt`, `000_outlet.txt`.
 * @param id a path or URI with `/` separators
 */
export function readFileName(id: string): FileNameReading {
  const stem = decode(id.slice(id.lastIndexOf('/') + 1)).replace(/\.[a-z]{1,8}$/i, '');
  const date = /(?:^|[_ -])(\d{4})-?(\d{2})-?(\d{2})(?=$|[_ T-])/.exec(stem);
  const published = date === null ? null : isoDate(readDate(`${date[1]}-${date[2]}-${date[3]}`).date);
  if (date !== null && published !== null) {
    const before = stem.slice(0, date.index);
    const after = stem.slice(date.index + date[0].length).replace(/^[_ -]/, '');
    const parts = after.split('_');
    const outlet =
      before !== '' ? before.replace(/^\d+[_-]/, '') : parts.length > 1 ? (parts.shift() ?? '') : '';
    return { outlet: displayOutlet(outlet), published, slug: slugWords(parts.join('-')) };
  }
  const numbered = /^\d{1,4}[-_ .]+([\p{L}][\p{L}\d .'&-]*)$/u.exec(stem);
  if (numbered === null) return { outlet: null, published: null, slug: slugWords(stem) };
  return { outlet: displayOutlet(numbered[1] ?? ''), published: null, slug: [] };
}

/** How a person would write the outlet of a file name’s slug: “port-amsel-post” → “Port Amsel Post”. */
export function displayOutlet(slug: string): string | null {
  const words = slug.split(/[-\s]+/).filter((word) => word !== '');
  if (words.length === 0 || words.length > 5) return null;
  if (words.some((word) => GENERIC.has(word.toLowerCase()))) {
    if (words.every((word) => GENERIC.has(word.toLowerCase()) || /^\d+$/.test(word))) return null;
  }
  // A content hash or a number is no name.
  if (words.some((word) => /\d/.test(word) && word.length > 6)) return null;
  if (!/\p{L}/u.test(slug)) return null;
  if (slug !== slug.toLowerCase()) return words.join(' ');
  return words.map((word, i) => (i > 0 && SMALL.has(word) ? word : nameWord(word))).join(' ');
}

function nameWord(word: string): string {
  if (SMALL.has(word)) return word === 'the' ? 'The' : word;
  if (ACRONYMS.has(word) || (word.length <= 4 && !/[aeiouy]/.test(word))) return word.toUpperCase();
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function slugWords(slug: string): string[] {
  return slug
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length > 1);
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function isCapital(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}
