/** The decisions file as a value: written out, joined with another writer's, changed one decision at a time. */

import { END, sortEntries, VERSION } from './parse';
import { readEntry } from './read';
import type { Decision, DecisionFile, Entry } from './types';

/** Where the decisions of a case lie, below its folder. */
export const DECISIONS_PATH = '.counterclaim/decisions.json';

/** The file's text: one decision a line, in stable order, a line end at the end. */
export function serializeDecisions({ version, entries, rest }: DecisionFile): string {
  const others = [...rest].map(([key, json]) => `${JSON.stringify(key)}: ${json},`);
  const lines = entries.map(({ line }) => `${line},`);
  return [
    '{',
    `"version": ${version},`,
    ...others,
    '"decisions": [',
    ...lines,
    JSON.stringify(END),
    ']',
    '}',
    '',
  ].join('\n');
}

/**
 * What both hold; of decisions with one id the later one. The order of the two does not matter.
 * Other fields that both have are taken from the one whose text sorts last.
 */
export function joinDecisions(a: DecisionFile, b: DecisionFile): DecisionFile {
  const rest = new Map(a.rest);
  for (const [key, json] of b.rest) {
    const other = rest.get(key);
    if (other === undefined || json > other) rest.set(key, json);
  }
  return {
    version: Math.max(a.version, b.version),
    entries: sortEntries([...a.entries, ...b.entries]),
    rest: new Map([...rest].sort(([x], [y]) => (x < y ? -1 : 1))),
    locked: [a.locked, b.locked].filter((lock) => lock !== null).sort()[0] ?? null,
  };
}

/** One change of the file. */
export type Change =
  | { readonly type: 'put'; readonly line: string }
  | { readonly type: 'remove'; readonly id: string };

/** The change that writes `decision`. */
export function putDecision(decision: Decision): Change {
  return { type: 'put', line: JSON.stringify(decision) };
}

/** @returns the changed file and the change that takes it back; `undefined` for a line that is no decision */
export function changeDecisions(
  file: DecisionFile,
  change: Change,
): { readonly file: DecisionFile; readonly undo: Change } | undefined {
  const entry = change.type === 'put' ? parseEntry(change.line) : undefined;
  if (change.type === 'put' && entry === undefined) return undefined;
  const id = change.type === 'remove' ? change.id : (entry?.id ?? '');
  const before = file.entries.find((one) => one.id === id);
  const others = file.entries.filter((one) => one.id !== id);
  return {
    file: { ...file, version: VERSION, entries: sortEntries(entry ? [...others, entry] : others) },
    undo: before === undefined ? { type: 'remove', id } : { type: 'put', line: before.line },
  };
}

function parseEntry(line: string): Entry | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return readEntry(value, JSON.stringify(value));
  } catch {
    return undefined;
  }
}

/** The decisions that this version understands, with the articles of their anchors renamed to ids of the case. */
export function listDecisions(file: DecisionFile, toId: (path: string) => string): Decision[] {
  return file.entries.flatMap(({ decision }) =>
    decision === null
      ? []
      : [
          {
            ...decision,
            anchors: decision.anchors.map((anchor) => ({ ...anchor, article: toId(anchor.article) })),
          },
        ],
  );
}
