/** The server keeps up with files and documents: added, changed, removed, opened, edited, closed, damaged. */
import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS } from '../../src/protocol/settings';
import { type Harness, startHarness, uriOf } from './harness';

const A = 'Ana Torvik, the mayor of Belmara, spoke on Monday.\n\n“We lost twelve people,” Torvik said.\n';
const B = 'Mayor Ana Torvik said the harbour would reopen.\n';

describe('server lifecycle', () => {
  let harness: Harness;
  afterEach(() => harness.dispose());

  it('analyses the files it is told about and says when it has settled', async () => {
    harness = await startHarness({ 'a.txt': A, 'b.txt': B });
    const first = await harness.settled();
    assert.equal(first.articles, 2);
    harness.write({ 'c.txt': B });
    const second = await harness.settled();
    assert.equal(second.articles, 3);
    assert.ok(second.revision > first.revision);
    harness.remove('a.txt', 'c.txt');
    assert.equal((await harness.settled()).articles, 1);
  });

  it('answers at once when nothing has changed', async () => {
    harness = await startHarness({ 'a.txt': A });
    const first = await harness.settled();
    assert.deepEqual(await harness.settled(), first);
  });

  it('prefers an open document to its file, and goes back to the file', async () => {
    harness = await startHarness({ 'a.txt': A, 'b.txt': B });
    harness.open('a.txt');
    harness.edit('a.txt', A, '');
    await harness.settled();
    const [empty] = (await harness.tree('articles')).filter(
      ({ location }) => location?.uri === uriOf('a.txt'),
    );
    assert.match(empty?.description ?? '', /^This file is empty\. · no date · 0 quotations/);
    harness.close('a.txt');
    await harness.settled();
    const symbols: unknown[] = await harness.request('textDocument/documentSymbol', {
      textDocument: { uri: uriOf('a.txt') },
    });
    assert.ok(Array.isArray(symbols));
  });

  it('forgets a deleted file although the editor still holds it, until it is edited', async () => {
    harness = await startHarness({ 'a.txt': A, 'b.txt': B });
    harness.open('a.txt');
    await harness.settled();
    harness.remove('a.txt');
    assert.equal((await harness.settled()).articles, 1);
    harness.edit('a.txt', 'twelve', 'ten');
    assert.equal((await harness.settled()).articles, 2);
  });

  it('reads a changed file again', async () => {
    harness = await startHarness({ 'a.txt': A });
    await harness.settled();
    harness.write({ 'a.txt': '' });
    const { problems } = await harness.settled();
    assert.ok(problems.some(({ uri }) => uri === uriOf('a.txt')));
  });

  it('keeps open articles outside every folder apart', async () => {
    harness = await startHarness({ 'a.txt': A });
    harness.notify('textDocument/didOpen', {
      textDocument: { uri: 'untitled:Untitled-1', languageId: 'news-article', version: 1, text: B },
    });
    assert.equal((await harness.settled()).articles, 2);
    const roots = await harness.tree('articles');
    assert.deepEqual(
      roots.map(({ label }) => label),
      ['case', 'Open articles outside every folder'],
    );
  });

  it('keeps the cases of two folders apart, with settings of their own', async () => {
    const text = (people: number) =>
      `Mayor Ana Torvik said ${people} people were injured on the ferry Estrella.\n`;
    harness = await startHarness({ 'a.txt': text(12) });
    const other = { folder: 'file:///other', name: 'other', added: [], removed: [], changed: [] };
    harness.notify('counterclaim/files', other);
    harness.notify('textDocument/didOpen', {
      textDocument: { uri: 'file:///other/b.txt', languageId: 'news-article', version: 1, text: text(20) },
    });
    const apart = await harness.settled();
    assert.deepEqual([apart.articles, apart.conflicts], [2, 0]);
    const roots = await harness.tree('articles');
    assert.deepEqual(
      roots.map(({ label }) => label),
      ['case', 'other'],
    );
    harness.write({ 'b.txt': text(20) });
    assert.equal((await harness.settled()).conflicts, 1);
    harness.notify('counterclaim/settings', {
      folder: 'file:///other',
      settings: { ...DEFAULT_SETTINGS, 'findings.severity': { number: 'off' } },
    });
    await harness.settled();
    assert.equal(harness.diagnostics('a.txt').length, 1);
  });

  it('takes an article that is open before its folder is known into the case', async () => {
    harness = await startHarness();
    harness.open('a.txt', A);
    assert.equal((await harness.settled()).articles, 1);
    harness.write({ 'a.txt': A, 'b.txt': B });
    assert.equal((await harness.settled()).articles, 2);
    assert.equal((await harness.tree('articles')).length, 2);
  });

  it('closes a case with its folder', async () => {
    harness = await startHarness({ 'a.txt': A, 'b.txt': B });
    await harness.settled();
    harness.notify('counterclaim/caseClosed', { folder: 'file:///case' });
    assert.equal((await harness.settled()).articles, 0);
  });

  it('answers a request for a document it does not know with nothing', async () => {
    harness = await startHarness({ 'a.txt': A });
    await harness.settled();
    const params = { textDocument: { uri: uriOf('absent.txt') }, position: { line: 0, character: 0 } };
    assert.equal(await harness.request('textDocument/hover', params), null);
    assert.deepEqual(await harness.request('textDocument/references', { ...params, context: {} }), []);
    assert.deepEqual(await harness.request('textDocument/semanticTokens/full', params), { data: [] });
  });
});
