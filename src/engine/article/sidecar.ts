/** The sidecar: `name.json` beside `name.txt`, with what is known of an article from outside its text. */
import type { ArticleMetadata, Problem } from '../types';

/** Longer sidecars are not ours. In UTF-16 units. */
const LONGEST_SIDECAR = 65_536;
const LONGEST_VALUE = 500;
const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/;

export interface Sidecar {
  readonly metadata: ArticleMetadata;
  readonly problems: readonly Problem[];
}

/**
 * Reads a sidecar: an object with any of `outlet`, `published` (ISO date or date-time) and `headline`.
 * Only these own keys are copied, as plain strings, so `__proto__` and its like change nothing.
 * Never throws: what cannot be used is left out and named in `problems`.
 */
export function parseSidecar(json: string): Sidecar {
  const problems: Problem[] = [];
  const value = parseObject(json, problems);
  const metadata: { -readonly [key in keyof ArticleMetadata]: string } = {};
  const outlet = readText(value, 'outlet', problems);
  const headline = readText(value, 'headline', problems);
  const published = readText(value, 'published', problems);
  if (outlet !== undefined) metadata.outlet = outlet;
  if (headline !== undefined) metadata.headline = headline;
  if (published !== undefined) {
    const date = calendarDate(published);
    if (date === undefined) problems.push({ message: 'The sidecar’s “published” is not an ISO date.' });
    else metadata.published = date;
  }
  return { metadata, problems };
}

function parseObject(json: string, problems: Problem[]): object {
  if (json.length > LONGEST_SIDECAR) {
    problems.push({ message: 'The sidecar is longer than 64 KB and was left out.' });
    return {};
  }
  try {
    const value: unknown = JSON.parse(json.replace(/^\uFEFF/, ''));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
    problems.push({ message: 'The sidecar is not a JSON object and was left out.' });
  } catch {
    problems.push({ message: 'The sidecar is not valid JSON and was left out.' });
  }
  return {};
}

function readText(value: object, key: keyof ArticleMetadata, problems: Problem[]): string | undefined {
  const found: unknown = Object.getOwnPropertyDescriptor(value, key)?.value;
  if (found === undefined || found === null) return undefined;
  if (typeof found === 'string' && found.length <= LONGEST_VALUE) {
    const text = found.replace(/\p{Cc}/gu, ' ').trim();
    return text === '' ? undefined : text;
  }
  problems.push({ message: `The sidecar’s “${key}” is not a short text and was left out.` });
  return undefined;
}

/** The date part of an ISO date or date-time; `undefined` when there is no such day. */
function calendarDate(text: string): string | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [, year = '', month = '', day = ''] = match;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return exists ? `${year}-${month}-${day}` : undefined;
}
