/** One decision out of JSON: checked field by field; what is not understood is kept as it is, without effect. */
import { CONFLICT_KINDS, DISMISS_REASONS } from '../types';
import type { Anchor, Decision, Entry } from './types';

/** Longer texts are no work of this program. */
const LONGEST_TEXT = 4000;
const MOST_ANCHORS = 200;
const ENTITY_KINDS = ['person', 'organization', 'place'] as const;
const SCOPES = ['mention', 'article'] as const;
/** Keys that mean something to JavaScript itself: whoever writes them wants to break something. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

export type Fields = ReadonlyMap<string, unknown>;

/** The own fields of a JSON object; `undefined` for anything else. */
export function readFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : undefined;
}

/**
 * @param value parsed JSON of one decision
 * @param line the same as it was written
 * @returns `undefined` when it is no object with an id: nothing that could be a decision of any version
 */
export function readEntry(value: unknown, line: string): Entry | undefined {
  const fields = readFields(value);
  const id = fields === undefined ? undefined : readText(fields.get('id'));
  if (fields === undefined || id === undefined || id === '') return undefined;
  const anchors = readAnchors(fields.get('anchors'));
  const isHostile = [...fields.keys()].some((key) => FORBIDDEN.has(key));
  const decision = isHostile || anchors === undefined ? null : (readDecision(fields, id, anchors) ?? null);
  return { id, line, order: `${anchors?.[0]?.article ?? ''}\n${id}`, decision };
}

function readDecision(fields: Fields, id: string, anchors: readonly Anchor[]): Decision | undefined {
  const time = readText(fields.get('time')) ?? '';
  const note = readText(fields.get('note')) ?? '';
  const base = { id, time, note, anchors };
  const type = fields.get('type');
  const isOn = (count: number) => anchors.length >= count;
  if (type === 'accept' || type === 'dismiss') return readVerdict(fields, type, base);
  if (type === 'merge' && isOn(2)) return { ...base, type };
  if (type === 'split' && isOn(1)) {
    return { ...base, type, scope: readChoice(SCOPES, fields.get('scope')) ?? 'mention' };
  }
  if (type === 'rename' && isOn(1)) {
    const name = readText(fields.get('name'))?.trim() ?? '';
    return name === '' ? undefined : { ...base, type, name };
  }
  if (type === 'kind' && isOn(1)) {
    const kind = readChoice(ENTITY_KINDS, fields.get('kind'));
    return kind && { ...base, type, kind };
  }
  if (type === 'not-a-name' && isOn(1)) return { ...base, type };
  if (type === 'speaker' && isOn(1)) {
    const name = readText(fields.get('name'))?.trim() ?? '';
    return { ...base, type, name: name === '' ? null : name };
  }
  return undefined;
}

function readVerdict(
  fields: Fields,
  type: 'accept' | 'dismiss',
  base: Pick<Decision, 'id' | 'time' | 'note' | 'anchors'>,
): Decision | undefined {
  const conflict = readText(fields.get('conflict'));
  const kind = readChoice(CONFLICT_KINDS, fields.get('kind'));
  const sides = fields.get('sides');
  if (conflict === undefined || kind === undefined) return undefined;
  return {
    ...base,
    type,
    conflict,
    kind,
    reason: type === 'accept' ? null : (readChoice(DISMISS_REASONS, fields.get('reason')) ?? 'other'),
    sides: Array.isArray(sides) ? sides.flatMap((side) => readText(side) ?? []) : [],
  };
}

function readAnchors(value: unknown): readonly Anchor[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_ANCHORS) return undefined;
  const anchors: Anchor[] = [];
  for (const item of value) {
    const fields = readFields(item);
    const article = readText(fields?.get('article'));
    const exact = readText(fields?.get('exact'));
    if (article === undefined || exact === undefined || exact === '') return undefined;
    const prefix = readText(fields?.get('prefix')) ?? '';
    anchors.push({ article, exact, prefix, suffix: readText(fields?.get('suffix')) ?? '' });
  }
  return anchors;
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= LONGEST_TEXT ? value : undefined;
}

function readChoice<T extends string>(choices: readonly T[], value: unknown): T | undefined {
  return choices.find((choice) => choice === value);
}
