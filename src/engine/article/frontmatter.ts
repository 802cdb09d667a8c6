/** Reads the block of `key: value` lines that tools write above a text, between `---` lines or bare. */
import type { Line } from './lines';

export interface FrontMatter {
  /** How many lines it takes from the top, fences included. */
  readonly lines: number;
  readonly outlet: string | null;
  /** The date’s words as written. */
  readonly date: string | null;
  readonly headline: string | null;
}

const OUTLET = new Set([
  'outlet',
  'publisher',
  'publication',
  'source',
  'site',
  'site_name',
  'newspaper',
  'website',
]);
const DATE = new Set([
  'date',
  'published',
  'pubdate',
  'publish_date',
  'published_at',
  'publication_date',
  'date_published',
  'datepublished',
]);
const HEADLINE = new Set(['title', 'headline']);
const OTHER = new Set([
  'author',
  'authors',
  'byline',
  'url',
  'link',
  'language',
  'lang',
  'tags',
  'section',
  'category',
  'id',
  'description',
  'updated',
  'modified',
  'retrieved',
  'accessed',
]);
const LONGEST_BLOCK = 60;
const ENTRY = /^["']?([a-z][a-z_ -]{0,30})["']?\s{0,9}:\s{0,9}(.*)$/i;

/** Reads front matter at the top of `lines`; zero lines when there is none. */
export function readFrontMatter(lines: readonly Line[]): FrontMatter {
  const fenced = lines[0]?.text === '---';
  const found = {
    lines: 0,
    outlet: null as string | null,
    date: null as string | null,
    headline: null as string | null,
  };
  let known = 0;
  let at = fenced ? 1 : 0;
  for (; at < Math.min(lines.length, LONGEST_BLOCK); at++) {
    const text = lines[at]?.text ?? '';
    if (fenced && (text === '---' || text === '...')) return { ...found, lines: at + 1 };
    const entry = ENTRY.exec(text.slice(0, 300));
    const key = entry?.[1]?.toLowerCase().replaceAll(' ', '_').replaceAll('-', '_') ?? '';
    const value = unquote(entry?.[2] ?? '');
    const isKnown = OUTLET.has(key) || DATE.has(key) || HEADLINE.has(key) || OTHER.has(key);
    if (!fenced && !isKnown) break;
    if (isKnown) known++;
    if (value === '') continue;
    if (OUTLET.has(key)) found.outlet ??= value;
    else if (DATE.has(key)) found.date ??= value;
    else if (HEADLINE.has(key)) found.headline ??= value;
  }
  // An unclosed fence is a rule of dashes; bare lines count when at least two say known things.
  if (fenced || known < 2) return { lines: 0, outlet: null, date: null, headline: null };
  return { ...found, lines: at };
}

function unquote(value: string): string {
  const text = value.trim();
  const first = text.charAt(0);
  return text.length > 1 && (first === '"' || first === "'") && text.endsWith(first)
    ? text.slice(1, -1)
    : text;
}
