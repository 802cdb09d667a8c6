/** The case follows the folder: files created, changed, renamed, deleted; other text files stay untouched. */

import assert from 'node:assert/strict';
import { commands, Uri, window, workspace } from 'vscode';
import {
  activate,
  articleNames,
  currentLanguage,
  folder,
  openArticle,
  restoreFolder,
  setArticles,
  settledWhen,
  until,
} from './extension';

const TEXT = 'Ana Torvik, the mayor of Belmara, spoke on Monday.\n\n“We lost twelve people,” Torvik said.\n';
const bytes = (text: string) => new TextEncoder().encode(text);

describe('files', () => {
  let before = 0;
  beforeEach(async () => {
    before = (await articleNames()).length;
    await settledWhen(({ articles }) => articles === before);
  });
  // Whatever a test came to, the next one finds the folder as it was.
  afterEach(restoreFolder);

  it('takes new articles in and forgets deleted ones', async () => {
    const uri = Uri.joinPath(folder(), 'extra.article');
    await workspace.fs.writeFile(uri, bytes(TEXT));
    await settledWhen(({ articles }) => articles === before + 1);
    const renamed = Uri.joinPath(folder(), 'renamed.news');
    await workspace.fs.rename(uri, renamed);
    await workspace.fs.delete(renamed);
    await settledWhen(({ articles }) => articles === before);
  });

  it('leaves other text files alone until their folder is made a case', async () => {
    // The test folder is called “seeds”, where every text file is an article by default.
    await setArticles(['**/[0-9][0-9][0-9]_*.txt']);
    const notes = Uri.joinPath(folder(), 'notes', 'notes.txt');
    await workspace.fs.writeFile(notes, bytes(TEXT));
    const document = await workspace.openTextDocument(notes);
    await window.showTextDocument(document);
    await (await activate()).settled();
    assert.equal(currentLanguage(notes), 'plaintext');
    await commands.executeCommand('counterclaim.useFolderAsCase', Uri.joinPath(folder(), 'notes'));
    await settledWhen(({ articles }) => articles === before + 1);
    await until(workspace.onDidOpenTextDocument, () => currentLanguage(notes) === 'news-article');
    const value = workspace.getConfiguration('counterclaim').inspect<string[]>('articles')?.workspaceValue;
    assert.ok(value?.includes('notes/**/*.txt'), JSON.stringify(value));
    await restoreFolder();
    await settledWhen(({ articles }) => articles === before);
  });

  it('says one sentence about each file that is no article, and reads the others', async () => {
    const odd: Readonly<Record<string, Uint8Array>> = {
      'empty.txt': bytes(''),
      'blank.txt': bytes(' \n\t\n'),
      'invalid.txt': Uint8Array.of(0x41, 0xff, 0x42),
      'binary.txt': Uint8Array.from({ length: 4000 }, (_, i) => (i * 7) % 256),
    };
    const fine: Readonly<Record<string, Uint8Array>> = {
      'unclosed.txt': bytes('“We lost twelve people, said Ana Torvik.\n\nNobody agreed.\n'),
      'marks.txt': bytes('“'.repeat(3000)),
    };
    for (const [name, content] of Object.entries({ ...odd, ...fine })) {
      await workspace.fs.writeFile(Uri.joinPath(folder(), name), content);
    }
    // All but the binary one can be read.
    const { problems } = await settledWhen(({ articles }) => articles === before + 5);
    const told = problems.map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1)).sort();
    assert.deepEqual(told, Object.keys(odd).sort());
    for (const { message } of problems) assert.match(message, /^This file .*\.$/);
    for (const name of ['empty.txt', 'blank.txt', 'invalid.txt', 'unclosed.txt', 'marks.txt']) {
      const { languageId } = await openArticle(name);
      assert.equal(languageId, 'news-article');
    }
    assert.equal((await (await activate()).settled()).problems.length, told.length);
  });

  it('selects the exact range of a place', async () => {
    const document = await openArticle((await articleNames())[0] ?? '');
    const range = { start: { line: 0, character: 2 }, end: { line: 0, character: 7 } };
    await commands.executeCommand('counterclaim.reveal', document.uri.toString(), range);
    const { selection } = window.activeTextEditor ?? {};
    assert.deepEqual([selection?.start.character, selection?.end.character], [2, 7]);
    await commands.executeCommand('counterclaim.reveal', 'not a place', { start: 'x' });
    assert.equal(window.activeTextEditor?.document.uri.toString(), document.uri.toString());
  });
});
