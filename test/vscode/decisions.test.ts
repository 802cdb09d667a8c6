/** Deciding in the editor: dismiss with a note, undo, merge two people; the file in the case folder says so. */

import assert from 'node:assert/strict';
import {
  type CodeAction,
  commands,
  type Diagnostic,
  languages,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { activate, articleNames, folder, openArticle } from './extension';

describe('decisions', () => {
  let document: TextDocument;
  before(async () => {
    document = await openArticle((await articleNames())[0] ?? '');
  });
  after(async () => {
    await workspace.fs.delete(Uri.joinPath(folder(), '.counterclaim'), { recursive: true });
    await (await activate()).settled();
  });

  const file = () => Uri.joinPath(folder(), '.counterclaim', 'decisions.json');
  const lines = async (): Promise<Record<string, unknown>[]> => {
    const text = new TextDecoder().decode(await workspace.fs.readFile(file()));
    assert.ok(Array.isArray(JSON.parse(text).decisions));
    return text
      .split('\n')
      .filter((line) => line.startsWith('{"id"'))
      .map((line) => JSON.parse(line.replace(/,$/, '')));
  };
  const settle = async () => (await activate()).settled();
  const findings = (): Diagnostic[] =>
    languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Counterclaim');
  const actionsAt = async (range: Range): Promise<CodeAction[]> => {
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    return actions.filter(({ command }) => command?.command.startsWith('counterclaim.'));
  };

  it('dismisses a finding with a note and takes that back', async () => {
    const before = await settle();
    const [finding] = findings();
    assert.ok(finding, 'the first article has no finding');
    const actions = await actionsAt(new Range(finding.range.start, finding.range.start));
    const dismiss = actions.find(({ command }) => command?.command === 'counterclaim.dismissConflict');
    assert.ok(dismiss?.command, 'no quick fix dismisses it');
    const [target] = dismiss.command.arguments ?? [];
    const done = await commands.executeCommand<boolean>(dismiss.command.command, {
      ...target,
      reason: 'superseded',
      note: 'The desk called: an older count.',
    });
    assert.equal(done, true);
    const after = await settle();
    assert.equal(after.conflicts, before.conflicts - 1);
    const [line, ...others] = await lines();
    assert.equal(others.length, 0);
    assert.equal(line?.['type'], 'dismiss');
    assert.equal(line['reason'], 'superseded');
    assert.equal(line['note'], 'The desk called: an older count.');
    const names = (await workspace.fs.readDirectory(Uri.joinPath(folder(), '.counterclaim'))).map(
      ([name]) => name,
    );
    assert.deepEqual(names, ['decisions.json']);

    assert.equal(await commands.executeCommand('counterclaim.undoDecision'), true);
    assert.equal((await settle()).conflicts, before.conflicts);
    assert.deepEqual(await lines(), []);
    assert.equal(await commands.executeCommand('counterclaim.undoDecision'), false);
  });

  it('merges two people and splits them again by undoing', async () => {
    const before = await settle();
    const symbols = await commands.executeCommand<
      { name: string; children: { name: string; selectionRange: Range }[] }[]
    >('vscode.executeDocumentSymbolProvider', document.uri);
    const people = symbols.find(({ name }) => name === 'People')?.children ?? [];
    const [one, other] = people;
    assert.ok(one && other, 'the first article names two people');
    const uri = document.uri.toString();
    const at = ({ selectionRange: { start } }: typeof one) => ({
      uri,
      position: { line: start.line, character: start.character },
    });
    const otherId = await idAt(other.selectionRange);
    assert.equal(
      await commands.executeCommand('counterclaim.mergePerson', { ...at(one), other: otherId }),
      true,
    );
    assert.equal((await settle()).people, before.people - 1);
    const [line] = await lines();
    assert.equal(line?.['type'], 'merge');
    assert.equal(await commands.executeCommand('counterclaim.undoDecision'), true);
    assert.equal((await settle()).people, before.people);
  });

  it('takes in what somebody else wrote into the file', async () => {
    const before = await settle();
    const [finding] = findings();
    assert.ok(finding);
    const actions = await actionsAt(new Range(finding.range.start, finding.range.start));
    const [target] = actions[0]?.command?.arguments ?? [];
    await commands.executeCommand('counterclaim.dismissConflict', { ...target, reason: 'other', note: '' });
    await settle();
    const api = await activate();
    const back = new Promise<void>((resolve) => {
      const listening = api.onDidSettle(({ conflicts }) => {
        if (conflicts !== before.conflicts) return;
        listening.dispose();
        resolve();
      });
    });
    await workspace.fs.writeFile(file(), new TextEncoder().encode('{"version": 1, "decisions": []}'));
    await back;
  });

  it('goes from finding to finding', async () => {
    await window.showTextDocument(document);
    const places = new Set<string>();
    for (let i = 0; i < 3; i++) {
      await commands.executeCommand('counterclaim.nextFinding');
      const editor = window.activeTextEditor;
      assert.ok(editor);
      const { active } = editor.selection;
      const here = languages.getDiagnostics(editor.document.uri);
      assert.ok(
        here.some(({ range }) => range.start.isEqual(active)),
        'not at a finding',
      );
      places.add(`${editor.document.uri} ${active.line} ${active.character}`);
    }
    assert.ok(places.size > 1);
    await commands.executeCommand('counterclaim.previousFinding');
    await window.showTextDocument(document);
  });

  async function idAt(range: Range): Promise<string> {
    const actions = await actionsAt(new Range(range.start, range.start));
    const rename = actions.find(({ command }) => command?.command === 'counterclaim.renamePerson');
    const entity: unknown = rename?.command?.arguments?.[0]?.entity;
    assert.ok(typeof entity === 'string', 'a name offers to be renamed');
    return entity;
  }
});
