/** Noise control: kinds, threshold, cap, muted articles, and no findings where somebody is writing. */
import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode-languageserver';
import * as messages from '../../src/protocol/messages';
import { DEFAULT_SETTINGS, type Settings } from '../../src/protocol/settings';
import { createTyping } from '../../src/server/features/typing';
import { FOLDER, type Harness, startHarness } from './harness';

const A = `The ferry Estrella ran aground off Belmara on Monday, the coastguard said.

Mayor Ana Torvik said 12 people were injured.
`;
const B = A.replace('12', '20').replace('Monday', 'Tuesday');

describe('noise control', () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness({ 'a.txt': A, 'b.txt': B });
    await harness.settled();
  });
  after(() => harness.dispose());
  afterEach(() => configure({}));

  async function configure(settings: Partial<Settings>): Promise<void> {
    harness.notify(messages.settingsChanged.method, {
      folder: FOLDER,
      settings: { ...DEFAULT_SETTINGS, ...settings },
    });
    await harness.settled();
  }
  const kinds = (file: string) =>
    harness
      .diagnostics(file)
      .map(({ code }) => code)
      .sort();

  it('shows everything by default', () => {
    assert.deepEqual(kinds('a.txt'), ['number', 'time']);
    assert.deepEqual(kinds('b.txt'), ['number', 'time']);
  });

  it('leaves out a kind that is off, everywhere', async () => {
    await configure({ 'findings.severity': { number: 'off' } });
    assert.deepEqual(kinds('a.txt'), ['time']);
    const roots = await harness.tree('conflicts');
    const below = await Promise.all(roots.map(({ id }) => harness.tree('conflicts', id)));
    assert.deepEqual(
      below.flat().map(({ label }) => label),
      ['Times'],
    );
    assert.equal((await harness.settled()).conflicts >= 1, true);
  });

  it('shows a kind as the level that is asked for', async () => {
    await configure({ 'findings.severity': { number: 'hint', time: 'warning' } });
    const level = (kind: string) => harness.diagnostics('a.txt').find(({ code }) => code === kind)?.severity;
    assert.equal(level('number'), DiagnosticSeverity.Hint);
    assert.equal(level('time'), DiagnosticSeverity.Warning);
  });

  it('shows no more than the cap, the gravest', async () => {
    const grave = Math.min(...harness.diagnostics('a.txt').map(({ severity }) => severity ?? 9));
    await configure({ 'findings.mostPerArticle': 1 });
    assert.deepEqual(
      harness.diagnostics('a.txt').map(({ severity }) => severity),
      [grave],
    );
    await configure({ 'findings.mostPerArticle': 0 });
    assert.equal(harness.diagnostics('a.txt').length, 2);
  });

  it('shows nothing below the threshold', async () => {
    await configure({ 'findings.threshold': 'contradiction' });
    for (const { severity } of harness.diagnostics('a.txt'))
      assert.equal(severity, DiagnosticSeverity.Warning);
    await configure({ 'findings.threshold': 'variation' });
    assert.equal(harness.diagnostics('a.txt').length, 2);
  });

  it('shows nothing in a muted article, and goes on in the others', async () => {
    await configure({ 'findings.mutedArticles': ['a.txt'] });
    assert.deepEqual(kinds('a.txt'), []);
    assert.deepEqual(kinds('b.txt'), ['number', 'time']);
    const contexts = (await harness.tree('articles')).map(({ context }) => context);
    assert.deepEqual(contexts.sort(), ['article', 'mutedArticle']);
  });

  it('shows nothing in the paragraph that is being written until it rests', async () => {
    harness.open('a.txt');
    await harness.settled();
    harness.edit('a.txt', 'injured', 'hurt');
    // An answer about the whole case means that the edit was analysed and findings were published.
    await harness.edited();
    assert.deepEqual(kinds('a.txt'), ['time']);
    await harness.settled();
    assert.deepEqual(kinds('a.txt'), ['number', 'time']);
    harness.edit('a.txt', 'hurt', 'injured');
    await harness.settled();
    harness.close('a.txt');
    await harness.settled();
  });
});

describe('typing', () => {
  it('is in the paragraph of the change until everything rests', () => {
    const typing = createTyping(() => undefined);
    typing.note('a', 'one\ntwo\nthree');
    assert.equal(typing.activeIn('a'), undefined);
    typing.note('a', 'one\ntwo!\nthree');
    assert.deepEqual(typing.activeIn('a'), { start: 4, end: 8 });
    typing.note('a', 'one\ntwo!\nthree');
    assert.equal(typing.rest(), true);
    assert.equal(typing.activeIn('a'), undefined);
    assert.equal(typing.rest(), false);
    typing.note('a', 'two!\nthree');
    assert.deepEqual(typing.activeIn('a'), { start: 0, end: 4 });
    typing.forget('a');
    assert.equal(typing.activeIn('a'), undefined);
    typing.rest();
  });
});
