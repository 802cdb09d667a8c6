/** What a command is asked about: a node of a tree, the arguments of a code action, or the place of the cursor. */
import { window } from 'vscode';
import type { DecisionTarget, Ruling } from '../../protocol/decisions';
import { LANGUAGE } from '../../protocol/names';

/** A target with the answers that are known already; what is missing is asked. */
export interface Asked {
  readonly target: DecisionTarget;
  readonly given: ReadonlyMap<string, unknown>;
}

/** @param argument of any kind: commands can be called by anybody */
export function readTarget(argument: unknown): Asked | undefined {
  if (typeof argument === 'object' && argument !== null) {
    const given = new Map(Object.entries(argument));
    const { uri, range } = readPlace(given.get('location'));
    const position = readPosition(given.get('position')) ?? readPosition(range?.get('start'));
    const place = readText(given.get('uri')) ?? uri;
    const subject = readText(given.get('subject'));
    const folder = readText(given.get('folder'));
    const target: DecisionTarget = {
      ...(folder === undefined ? {} : { folder }),
      ...(place === undefined ? {} : { uri: place }),
      ...(position === undefined ? {} : { position }),
      ...(subject === undefined ? {} : { subject }),
    };
    if (place !== undefined || subject !== undefined || folder !== undefined) return { target, given };
  }
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== LANGUAGE) return undefined;
  const { line, character } = editor.selection.active;
  return { target: { uri: editor.document.uri.toString(), position: { line, character } }, given: new Map() };
}

function readPlace(location: unknown): { uri?: string; range?: ReadonlyMap<string, unknown> } {
  if (typeof location !== 'object' || location === null) return {};
  const fields = new Map<string, unknown>(Object.entries(location));
  const uri = readText(fields.get('uri'));
  const range = fields.get('range');
  if (uri === undefined || typeof range !== 'object' || range === null) return {};
  return { uri, range: new Map(Object.entries(range)) };
}

function readPosition(value: unknown): DecisionTarget['position'] {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(value));
  const [line, character] = [fields.get('line'), fields.get('character')];
  return isCount(line) && isCount(character) ? { line, character } : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

export function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export type RulingOf<T extends Ruling['type']> = Extract<Ruling, { readonly type: T }>;
