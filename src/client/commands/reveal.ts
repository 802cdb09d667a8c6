/** Opens an article and selects a range: what a click in the sidebar or in a hover does. */
import { Range, TextEditorRevealType, Uri, window } from 'vscode';
import type { PlainRange } from '../../protocol/messages';

/** Arguments come from links: anything that is not a URI and a range is refused. */
export async function reveal(uri: unknown, range: unknown): Promise<void> {
  if (typeof uri !== 'string' || !isRange(range)) return;
  const { start, end } = range;
  const selection = new Range(start.line, start.character, end.line, end.character);
  const editor = await window.showTextDocument(Uri.parse(uri), { selection, preview: true });
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
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
