/** Opens an article and selects a range: what a click in the sidebar or in a hover does. */
import { Range, TextEditorRevealType, Uri, type ViewColumn, window } from 'vscode';
import type { PlainLocation, PlainRange } from '../../protocol/messages';

/** Arguments come from links: anything that is not a URI and a range is refused. */
export async function reveal(uri: unknown, range: unknown): Promise<void> {
  const place = readPlace({ uri, range });
  if (place !== undefined) await showPlace(place);
}

/** @param column where to open it; without one, where the editor opens files */
export async function showPlace({ uri, range }: PlainLocation, column?: ViewColumn): Promise<void> {
  const { start, end } = range;
  const selection = new Range(start.line, start.character, end.line, end.character);
  const options = { selection, preview: true, ...(column === undefined ? {} : { viewColumn: column }) };
  const editor = await window.showTextDocument(Uri.parse(uri), options);
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The place, or nothing when it is not a URI with a range. */
export function readPlace(value: unknown): PlainLocation | undefined {
  if (!isRecord(value)) return undefined;
  const { uri, range } = value;
  return typeof uri === 'string' && isRange(range) ? { uri, range } : undefined;
}

function isRange(value: unknown): value is PlainRange {
  return isRecord(value) && isPosition(value['start']) && isPosition(value['end']);
}

function isPosition(value: unknown): boolean {
  return isRecord(value) && isCount(value['line']) && isCount(value['character']);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
