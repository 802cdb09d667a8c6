/** Finding one's way in the editor: folds, ranges, hints, lenses, comparison, and control of the noise. */

import assert from 'node:assert/strict';
import {
  type CodeLens,
  ConfigurationTarget,
  commands,
  type Diagnostic,
  extensions,
  type FoldingRange,
  FoldingRangeKind,
  type InlayHint,
  languages,
  Range,
  Selection,
  type SelectionRange,
  type TextDocument,
  type Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { activate, articleNames, ID, openArticle, until } from './extension';

const SECTION = 'counterclaim';

describe('navigating', () => {
  let document: TextDocument;
  let finding: Diagnostic;
  before(async () => {
    await activate();
    for (const name of await articleNames()) {
      document = await openArticle(name);
      const found = ours(document.uri).find(({ relatedInformation }) => relatedInformation?.length);
      if (found === undefined) continue;
      finding = found;
      return;
    }
    assert.fail('no article has a finding');
  });
  after(async () => {
    for (const key of ['findings.severity', 'findings.mutedArticles', 'foldBoilerplateOnOpen'])
      await set(key, undefined);
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  const whole = () => new Range(0, 0, document.lineCount, 0);

  it('registers every command of the manifest', async () => {
    const known = new Set(await commands.getCommands(true));
    const contributed: { command: string }[] = extensions.getExtension(ID)?.packageJSON.contributes.commands;
    assert.ok(contributed.length > 10);
    assert.deepEqual(
      contributed.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });

  it('folds boilerplate as comments', async () => {
    let comments = 0;
    for (const name of await articleNames()) {
      const { uri } = await openArticle(name);
      const folds = await run<FoldingRange[]>('vscode.executeFoldingRangeProvider', uri);
      comments += folds.filter(({ kind }) => kind === FoldingRangeKind.Comment).length;
    }
    assert.ok(comments > 0);
  });

  it('widens a selection step by step to the whole article', async () => {
    const [range] = await run<SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [
      finding.range.start,
    ]);
    let steps = 0;
    let last = range;
    for (let one = range; one !== undefined; one = one.parent) {
      assert.ok(one.range.contains(last?.range ?? one.range));
      last = one;
      steps++;
    }
    assert.ok(steps >= 3, `${steps} steps`);
    assert.equal(document.getText(last?.range), document.getText());
  });

  it('hints at speakers behind pronouns, and has lenses above headline and conflicts', async () => {
    let hints = 0;
    for (const name of await articleNames()) {
      const { uri } = await openArticle(name);
      hints += (await run<InlayHint[]>('vscode.executeInlayHintProvider', uri, whole())).length;
    }
    assert.ok(hints > 0, 'no article has a hint');
    const lenses = await run<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 50);
    const titles = lenses.map(({ command }) => command?.title ?? '');
    assert.ok(
      titles.some((title) => /^\d+ people · \d+ quotations · \d+ conflicts?$/.test(title)),
      titles.join('\n'),
    );
    assert.ok(
      titles.some((title) => / says? .* · Compare$/.test(title)),
      titles.join('\n'),
    );
  });

  it('compares side by side: both articles, both places selected', async () => {
    const editor = await window.showTextDocument(
      await workspace.openTextDocument(document.uri),
      ViewColumn.One,
    );
    editor.selection = new Selection(finding.range.start, finding.range.start);
    await commands.executeCommand('counterclaim.compare');
    const sides = window.visibleTextEditors.map(
      ({ document: { uri }, viewColumn }) => `${viewColumn} ${uri}`,
    );
    assert.ok(sides.includes(`${ViewColumn.One} ${document.uri}`), sides.join('\n'));
    const right = window.visibleTextEditors.find(({ viewColumn }) => viewColumn === ViewColumn.Two);
    assert.ok(right);
    const far = ours(right.document.uri).map(({ range }) => range);
    assert.ok(
      far.some((range) => range.isEqual(right.selection)),
      'the right side selects a finding',
    );
    const left = window.visibleTextEditors.find(({ viewColumn }) => viewColumn === ViewColumn.One);
    assert.ok(left && ours(document.uri).some(({ range }) => range.isEqual(left.selection)));
  });

  it('leaves out a kind that is off, and shows it again', async () => {
    const kind = codeOf(finding);
    assert.ok(ours(document.uri).some((one) => codeOf(one) === kind));
    await set('findings.severity', { [kind]: 'off' });
    await until(languages.onDidChangeDiagnostics, () =>
      ours(document.uri).every((one) => codeOf(one) !== kind),
    );
    await set('findings.severity', undefined);
    await until(languages.onDidChangeDiagnostics, () =>
      ours(document.uri).some((one) => codeOf(one) === kind),
    );
  });

  it('mutes an article and shows its findings again', async () => {
    await commands.executeCommand('counterclaim.muteArticle', document.uri);
    await until(languages.onDidChangeDiagnostics, () => ours(document.uri).length === 0);
    const name = document.uri.path.split('/').at(-1);
    const muted = workspace.getConfiguration(SECTION, document.uri).get('findings.mutedArticles');
    assert.deepEqual(muted, [name]);
    await commands.executeCommand('counterclaim.unmuteArticle', document.uri);
    await until(languages.onDidChangeDiagnostics, () => ours(document.uri).length > 0);
  });

  it('goes on with the default when a setting is wrong', async () => {
    const before = ours(document.uri).length;
    await set('findings.severity', 'loud');
    await (await activate()).settled();
    assert.equal(ours(document.uri).length, before);
    await set('findings.severity', undefined);
  });
});

function ours(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'Counterclaim');
}

function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

async function set(key: string, value: unknown): Promise<void> {
  await workspace.getConfiguration(SECTION).update(key, value, ConfigurationTarget.Workspace);
}

async function run<T>(command: string, ...args: unknown[]): Promise<T> {
  const answer = await commands.executeCommand<T>(command, ...args);
  assert.ok(answer, `${command} answered nothing`);
  return answer;
}
