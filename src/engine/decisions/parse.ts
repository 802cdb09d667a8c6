/** Reads `.counterclaim/decisions.json`: errors are values, unknown fields and kinds are kept for writing back. */
import { readEntry, readFields } from './read';
import type { DecisionFile, Entry } from './types';

/** The format that this version writes. */
export const VERSION = 1;
/** Last item of the list: with it every decision's line ends alike, and neighbours merge without a conflict in git. */
export const END = 'end';
/** Larger files are no work of this program, in UTF-16 units. */
export const MOST_UNITS = 16_000_000;

/** A file without decisions. */
export const NO_DECISIONS: DecisionFile = { version: VERSION, entries: [], rest: new Map(), locked: null };

/**
 * @param text the file's content; a file that is missing or empty has no decisions
 * @returns what can be read of it; `locked` says when it must not be written
 */
export function parseDecisions(text: string): DecisionFile {
  if (text.trim() === '') return NO_DECISIONS;
  if (text.length > MOST_UNITS) return { ...NO_DECISIONS, locked: 'too-large' };
  try {
    const fields = readFields(JSON.parse(text.replace(/^\ufeff/, '')));
    const list = fields?.get('decisions');
    if (fields === undefined || !Array.isArray(list)) return { ...NO_DECISIONS, locked: 'damaged' };
    const written = readLines(text);
    const lines = new Map(written.entries.map((entry) => [entry.id, entry.line]));
    const entries: Entry[] = [];
    let isWhole = true;
    for (const item of list) {
      if (item === END) continue;
      const entry = readEntry(item, JSON.stringify(item));
      if (entry === undefined) isWhole = false;
      else entries.push({ ...entry, line: lines.get(entry.id) ?? entry.line });
    }
    const version = fields.get('version');
    const rest = [...fields].filter(([key]) => key !== 'version' && key !== 'decisions');
    return {
      version: typeof version === 'number' ? version : VERSION,
      entries: sortEntries(entries),
      rest: new Map(rest.map(([key, value]) => [key, JSON.stringify(value)])),
      locked: version === VERSION ? (isWhole ? null : 'damaged') : 'newer',
    };
  } catch {
    return recover(text);
  }
}

/**
 * A file that is no JSON, line by line: git leaves its marks and both sides where two people decided side by side.
 * Decisions of both count; whatever else is odd locks the file.
 */
function recover(text: string): DecisionFile {
  const { entries, odd, version } = readLines(text);
  const locked = odd > 0 || entries.length === 0 ? 'damaged' : version === VERSION ? null : 'newer';
  return { version: version ?? VERSION, entries: sortEntries(entries), rest: new Map(), locked };
}

const FRAME = /^(?:|[{}[\]],?|\]\s*\}|"decisions"\s*:\s*\[|"end",?|(?:<{7}|\|{7}|>{7})(?: .*)?|={7})$/;

function readLines(text: string): { entries: Entry[]; odd: number; version: number | undefined } {
  const entries: Entry[] = [];
  let odd = 0;
  let version: number | undefined;
  for (const raw of text.split('\n')) {
    const line = raw.trim().replace(/,$/, '');
    const stated = /^"version"\s*:\s*(\d{1,9})$/.exec(line)?.[1];
    if (stated !== undefined) version = Math.max(version ?? 0, Number(stated));
    else if (!FRAME.test(line)) {
      const entry = parseLine(line);
      if (entry === undefined) odd++;
      else entries.push(entry);
    }
  }
  return { entries, odd, version };
}

function parseLine(line: string): Entry | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return readEntry(JSON.parse(line), line);
  } catch {
    return undefined;
  }
}

/** By article, then by id; of entries with one id the latest, so that the order of two writers does not matter. */
export function sortEntries(entries: readonly Entry[]): readonly Entry[] {
  const byId = new Map<string, Entry>();
  for (const entry of entries) {
    const other = byId.get(entry.id);
    if (other === undefined || isLater(entry, other)) byId.set(entry.id, entry);
  }
  return [...byId.values()].sort((a, b) => compareText(a.order, b.order));
}

function isLater(a: Entry, b: Entry): boolean {
  const times = compareText(a.decision?.time ?? '', b.decision?.time ?? '');
  return times > 0 || (times === 0 && a.line > b.line);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
