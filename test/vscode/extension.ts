/** The extension under test and the articles of the workspace that it is tested on. */

import assert from 'node:assert/strict';
import { ConfigurationTarget, commands, extensions, type TextDocument, Uri, window, workspace } from 'vscode';
import type { Api } from '../../src/client/activate';
import type { Settled } from '../../src/protocol/messages';

export const ID = 'counterclaim.counterclaim';

export async function activate(): Promise<Api> {
  const extension = extensions.getExtension<Api>(ID);
  assert.ok(extension, `${ID} is not installed`);
  return extension.activate();
}

export function folder(): Uri {
  const [first] = workspace.workspaceFolders ?? [];
  assert.ok(first, 'no folder is open');
  return first.uri;
}

const OURS = /^\d{3}_.*\.txt$/;

/** Sets which files are articles, for this workspace; `undefined`: as by default. */
export async function setArticles(globs: readonly string[] | undefined): Promise<void> {
  await workspace.getConfiguration('counterclaim').update('articles', globs, ConfigurationTarget.Workspace);
}

/** Takes away what a test left in the folder, in the editors and in the settings. */
export async function restoreFolder(): Promise<void> {
  await commands.executeCommand('workbench.action.closeAllEditors');
  await setArticles(undefined);
  for (const [name] of await workspace.fs.readDirectory(folder())) {
    if (OURS.test(name) || name === '.vscode') continue;
    await workspace.fs.delete(Uri.joinPath(folder(), name), { recursive: true });
  }
}

/** Names of the article files that the test workspace came with, in order. */
export async function articleNames(): Promise<string[]> {
  const entries = await workspace.fs.readDirectory(folder());
  return entries
    .map(([name]) => name)
    .filter((name) => OURS.test(name))
    .sort();
}

/** Opens an article and waits until it has its language and is analysed. */
export async function openArticle(name: string): Promise<TextDocument> {
  const api = await activate();
  const document = await workspace.openTextDocument(Uri.joinPath(folder(), name));
  await window.showTextDocument(document);
  await until(workspace.onDidOpenTextDocument, () => currentLanguage(document.uri) === 'news-article');
  await api.settled();
  return workspace.openTextDocument(document.uri);
}

export function currentLanguage(uri: Uri): string | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.languageId;
}

/** Resolves when `holds`, looked at now and after every event. */
export function until<T>(
  event: (listener: (value: T) => void) => { dispose(): void },
  holds: (value?: T) => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    if (holds()) {
      resolve();
      return;
    }
    const listening = event((value) => {
      if (!holds(value)) return;
      listening.dispose();
      resolve();
    });
  });
}

/** What the server knows as soon as `holds` is true of it. */
export async function settledWhen(holds: (settled: Settled) => boolean): Promise<Settled> {
  const api = await activate();
  let last: Settled | undefined = await api.settled();
  await until(api.onDidSettle, (settled) => {
    last = settled ?? last;
    return last !== undefined && holds(last);
  });
  assert.ok(last);
  return last;
}
