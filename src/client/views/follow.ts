/** “Reveal in Sidebar”, and selection in the sidebar that follows the cursor when the user wants that. */
import { commands, type Disposable, type TextEditor, window } from 'vscode';
import type { NodePath, PlainRange } from '../../protocol/messages';
import { COMMANDS, LANGUAGE, type ViewName } from '../../protocol/names';
import type { SettingsService } from '../settings';
import type { SidebarView } from './treeView';

/** The cursor must rest so long before the sidebar follows, in milliseconds. */
const REST = 250;
/** Which view shows best what stands at the cursor. */
const PREFERRED: readonly ViewName[] = ['conflicts', 'people', 'claims', 'articles'];

export type AskNodes = (uri: string, position: PlainRange['start'] | null) => Promise<readonly NodePath[]>;

export function createReveal(
  views: readonly SidebarView[],
  settings: SettingsService,
  ask: AskNodes,
  onFail: (error: unknown) => void,
): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** From a lens the article alone is asked for; from the editor what stands at the cursor. */
  const reveal = async (uri: unknown): Promise<void> => {
    const editor = window.activeTextEditor;
    const article = typeof uri === 'string' ? uri : editor?.document.uri.toString();
    if (article === undefined) return;
    const position = typeof uri === 'string' || editor === undefined ? null : editor.selection.active;
    const found = await ask(article, position && plain(position));
    const best = PREFERRED.flatMap((name) => found.filter(({ view }) => view === name))[0];
    await views.find(({ name }) => name === best?.view)?.reveal(best?.ids ?? [], { focus: true });
  };

  const follow = async (editor: TextEditor): Promise<void> => {
    const { document, selection } = editor;
    const found = await ask(document.uri.toString(), plain(selection.active));
    if (window.activeTextEditor !== editor) return;
    for (const { view, ids } of found) {
      const sidebar = views.find(({ name }) => name === view);
      if (sidebar?.view.visible) await sidebar.reveal(ids, { focus: false });
    }
  };

  const disposables = [
    commands.registerCommand(COMMANDS.revealInTree, reveal),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (timer !== undefined) clearTimeout(timer);
      if (textEditor.document.languageId !== LANGUAGE || !views.some(({ view }) => view.visible)) return;
      if (!settings.of(textEditor.document.uri).followCursor) return;
      timer = setTimeout(() => void follow(textEditor).catch(onFail), REST);
    }),
  ];
  return {
    dispose() {
      if (timer !== undefined) clearTimeout(timer);
      for (const one of disposables) one.dispose();
    },
  };
}

function plain({ line, character }: PlainRange['start']): PlainRange['start'] {
  return { line, character };
}
