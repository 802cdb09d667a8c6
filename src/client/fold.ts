/** Folds the buttons, forms and teasers of an article when it is opened, if the user wants that. */
import {
  commands,
  type Disposable,
  type FoldingRange,
  FoldingRangeKind,
  type TextEditor,
  window,
} from 'vscode';
import { LANGUAGE } from '../protocol/names';
import type { SettingsService } from './settings';

/** @returns what stops it, and a function to call when analysis has caught up */
export function createFolder(
  settings: SettingsService,
  onFail: (error: unknown) => void,
): { readonly disposable: Disposable; refresh(): void } {
  /** Each document is folded once: what the reader opens again stays open. */
  const folded = new Set<string>();
  const fold = async (editor: TextEditor): Promise<void> => {
    const { document } = editor;
    const key = document.uri.toString();
    if (
      document.languageId !== LANGUAGE ||
      folded.has(key) ||
      !settings.of(document.uri).foldBoilerplateOnOpen
    )
      return;
    folded.add(key);
    const ranges = await commands.executeCommand<FoldingRange[] | undefined>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const lines = (ranges ?? [])
      .filter(({ kind }) => kind === FoldingRangeKind.Comment)
      .map(({ start }) => start);
    if (lines.length === 0 || window.activeTextEditor !== editor) {
      folded.delete(key);
      return;
    }
    await commands.executeCommand('editor.fold', { selectionLines: lines, levels: 1 });
  };
  const look = (editor: TextEditor | undefined): void => {
    if (editor) fold(editor).catch(onFail);
  };
  return {
    disposable: window.onDidChangeActiveTextEditor(look),
    refresh: () => look(window.activeTextEditor),
  };
}
