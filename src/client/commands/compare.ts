/** “Compare Side by Side”: both articles of a conflict beside each other, with both places in view and marked. */
import {
  commands,
  Disposable,
  l10n,
  OverviewRulerLane,
  Range,
  TextEditorRevealType,
  ThemeColor,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { Comparison, PlainLocation, PlainRange } from '../../protocol/messages';
import { COMMANDS } from '../../protocol/names';

export interface CompareQuery {
  readonly conflict?: string;
  readonly uri?: string;
  readonly position?: PlainRange['start'];
}

/** How long the status bar says that there is nothing to compare, in milliseconds. */
const MESSAGE_MS = 5000;

export function registerCompare(ask: (query: CompareQuery) => Promise<Comparison | null>): Disposable {
  const mark = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('editor.findMatchHighlightBackground'),
    border: '2px solid',
    borderColor: new ThemeColor('editorInfo.foreground'),
    overviewRulerColor: new ThemeColor('editorInfo.foreground'),
    overviewRulerLane: OverviewRulerLane.Full,
  });
  let marked: readonly string[] = [];
  const clear = (): void => {
    marked = [];
    for (const editor of window.visibleTextEditors) editor.setDecorations(mark, []);
  };
  const show = async ({ uri, range }: PlainLocation, viewColumn: ViewColumn): Promise<void> => {
    const { start, end } = range;
    const place = new Range(start.line, start.character, end.line, end.character);
    const editor = await window.showTextDocument(Uri.parse(uri), {
      viewColumn,
      selection: place,
      preview: false,
    });
    editor.revealRange(place, TextEditorRevealType.InCenter);
    editor.setDecorations(mark, [place]);
  };
  return Disposable.from(
    mark,
    commands.registerCommand(COMMANDS.compare, async (given: unknown) => {
      const found = await ask(readQuery(given));
      if (found === null) {
        window.setStatusBarMessage(l10n.t('No conflict stands at the cursor.'), MESSAGE_MS);
        return;
      }
      clear();
      await show(found.right, ViewColumn.Two);
      await show(found.left, ViewColumn.One);
      marked = [found.left.uri, found.right.uri];
    }),
    // The words under a mark may be other words after an edit.
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && marked.includes(document.uri.toString())) clear();
    }),
  );
}

/** A lens hands over the conflict, the sidebar its node, a key nothing: then it is what stands at the cursor. */
function readQuery(given: unknown): CompareQuery {
  const { conflict, uri, subject } = isRecord(given) ? given : {};
  if (typeof conflict === 'string') return { conflict, ...(typeof uri === 'string' ? { uri } : {}) };
  if (typeof subject === 'string' && subject.startsWith('conflict:'))
    return { conflict: subject.slice('conflict:'.length) };
  const editor = window.activeTextEditor;
  if (editor === undefined) return {};
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
