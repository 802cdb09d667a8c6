/** Deciding through the server: code actions, verdicts, people, speakers, undo, what another window or version wrote. */
import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver';
import * as messages from '../../src/protocol/decisions';
import { FOLDER, type Harness, startHarness, uriOf } from './harness';

const A = `Ferry Runs Aground off Belmara

BELMARA (Newswire) — The ferry Estrella ran aground off Belmara on Monday.

Ana Torvik, the mayor of Belmara, said 12 people were injured.

“We will rebuild the harbour wall before the winter storms arrive,” Torvik told reporters.
`;
const B = `The ferry Estrella ran aground off Belmara on Monday, the coastguard said.

Mayor Ana Torvik said 20 people were injured. Councillor Luis Belmonte said nothing.

“We will rebuild the harbour wall before winter,” she told reporters.
`;

describe('server decisions', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness({ 'a.txt': A, 'north side/b.txt': B });
    await harness.settled();
  });
  afterEach(() => harness.dispose());

  const b = 'north side/b.txt';
  const at = (file: string, words: string) => ({
    uri: uriOf(file),
    position: harness.position(file, words, 1),
  });
  const numbers = (file: string) => harness.diagnostics(file).filter(({ code }) => code === 'number');
  const messageOf = (file: string): string => {
    const message = numbers(file)[0]?.message;
    assert.ok(typeof message === 'string', 'a finding about a number');
    return message;
  };
  const conflictAt = async (file: string, words: string): Promise<string> => {
    const found = await harness.request<messages.Decidable | null>(
      messages.findDecidable.method,
      at(file, words),
    );
    const [conflict] = found?.conflicts ?? [];
    assert.ok(conflict, `no conflict at “${words}”`);
    return conflict.id;
  };
  const people = () =>
    harness.request<messages.DecidablePerson[]>(messages.listPeople.method, { folder: FOLDER });
  const idOf = async (name: string): Promise<string> => {
    const found = (await people()).find((person) => person.name === name);
    assert.ok(found, name);
    return found.id;
  };
  const roots = async () => (await harness.tree('conflicts')).map(({ context }) => context);

  it('offers at a finding what can be decided, with the finding that it is about', async () => {
    const position = harness.position('a.txt', '12 people', 1);
    const params = {
      textDocument: { uri: uriOf('a.txt') },
      range: { start: position, end: position },
      context: { diagnostics: harness.diagnostics('a.txt') },
    };
    const actions: CodeAction[] = await harness.request('textDocument/codeAction', params);
    const dismiss = actions.find(({ title }) => title === 'Dismiss: superseded by a later report');
    assert.equal(dismiss?.kind, 'quickfix');
    assert.equal(dismiss?.command?.command, 'counterclaim.dismissConflict');
    assert.equal(dismiss?.diagnostics?.[0]?.code, 'number');
    assert.ok(actions.some(({ title }) => title === 'Accept with a note…'));
    const name = harness.position('a.txt', 'Ana Torvik', 1);
    const onName: CodeAction[] = await harness.request('textDocument/codeAction', {
      ...params,
      range: { start: name, end: name },
    });
    const titles = onName.map(({ title }) => title);
    for (const title of ['Merge Ana Torvik with…', 'Rename Ana Torvik…', 'Ana Torvik is not a name']) {
      assert.ok(titles.includes(title), `${title} in ${titles.join()}`);
    }
  });

  it('dismisses with a note: no finding any more, a group of its own, and back again', async () => {
    const id = await conflictAt('a.txt', '12 people');
    assert.ok(numbers('a.txt').length > 0 && numbers(b).length > 0);
    const answer = await harness.decide(
      { subject: `conflict:${id}` },
      { type: 'dismiss', reason: 'superseded' },
      'later count',
    );
    assert.ok('undo' in answer);
    const after = await harness.settled();
    assert.deepEqual([numbers('a.txt'), numbers(b)], [[], []]);
    assert.ok((await roots()).includes('dismissed'));
    const [group] = (await harness.tree('conflicts')).filter(({ context }) => context === 'dismissed');
    const [node] = await harness.tree('conflicts', group?.id);
    assert.equal(node?.context, 'conflict.dismissed');
    assert.match(node?.description ?? '', /superseded by a later report \(later count\)/);

    const [text = ''] = harness.decisions;
    const lines = text.split('\n').filter((line) => line.startsWith('{"id"'));
    assert.equal(lines.length, 1);
    assert.ok(text.includes('"north side/b.txt"'), 'paths are readable and relative');

    await harness.decide({}, { type: 'undo', change: answer.undo });
    const undone = await harness.settled();
    assert.equal(undone.conflicts, after.conflicts + 1);
    assert.ok(numbers('a.txt').length > 0 && !(await roots()).includes('dismissed'));
  });

  it('keeps an accepted conflict, marked, until it is reopened', async () => {
    const subject = `conflict:${await conflictAt(b, '20 people')}`;
    await harness.decide({ subject }, { type: 'accept' }, 'asked the coastguard');
    await harness.settled();
    assert.match(messageOf('a.txt'), /accepted \(asked the coastguard\)$/);
    await harness.decide({ subject }, { type: 'reopen' });
    await harness.settled();
    assert.doesNotMatch(messageOf('a.txt'), /accepted/);
  });

  it('merges, renames and splits people again, everywhere at once', async () => {
    const torvik = await idOf('Ana Torvik');
    const belmonte = await idOf('Luis Belmonte');
    await harness.decide({ subject: `entity:${belmonte}` }, { type: 'merge', other: torvik });
    await harness.decide({ subject: `entity:${torvik}` }, { type: 'rename', name: 'Ana Torvik de Belmonte' });
    await harness.settled();
    const names = (await people()).map(({ name }) => name);
    assert.ok(names.includes('Ana Torvik de Belmonte') && !names.includes('Luis Belmonte'), names.join());
    assert.match(await harness.hover(b, 'Luis Belmonte'), /Ana Torvik de Belmonte/);
    assert.ok((await harness.tree('people')).some(({ label }) => label === 'Ana Torvik de Belmonte'));
    await harness.decide(at(b, 'Luis Belmonte'), { type: 'split', scope: 'mention' });
    await harness.settled();
    assert.match(await harness.hover(b, 'Luis Belmonte'), /^\*\*Luis Belmonte\*\*/);
  });

  it('changes kinds, forgets names, sets speakers', async () => {
    await harness.decide(at(b, 'Luis Belmonte'), { type: 'kind', kind: 'organization' });
    await harness.settled();
    assert.match(await harness.hover(b, 'Luis Belmonte'), /· organization/);
    await harness.decide(at(b, 'Luis Belmonte'), { type: 'not-a-name' });
    await harness.settled();
    assert.ok(!(await people()).some(({ name }) => name === 'Luis Belmonte'));
    await harness.decide(at(b, 'We will rebuild'), { type: 'speaker', speaker: { name: 'Pia Norrland' } });
    await harness.settled();
    assert.match(await harness.hover(b, 'We will rebuild'), /^\*\*Pia Norrland\*\*/);
  });

  it('survives an edit elsewhere and shows as orphaned what has lost its place', async () => {
    const subject = `conflict:${await conflictAt('a.txt', '12 people')}`;
    await harness.decide({ subject }, { type: 'dismiss', reason: 'no-conflict' });
    harness.open('a.txt');
    harness.edit('a.txt', 'Ferry Runs', 'A Large Ferry Runs');
    await harness.settled();
    assert.deepEqual(numbers('a.txt'), []);
    assert.ok((await roots()).includes('dismissed'));
    harness.edit('a.txt', 'said 12 people were injured', 'said nothing about it');
    await harness.settled();
    assert.ok((await roots()).includes('orphaned'));
    const [group] = (await harness.tree('conflicts')).filter(({ context }) => context === 'orphaned');
    const [orphan] = await harness.tree('conflicts', group?.id);
    assert.match(orphan?.label ?? '', /^Dismissed \(not a conflict\)/);
    const id = orphan?.subject?.replace('decision:', '') ?? '';
    await harness.decide({ subject: orphan?.subject ?? '' }, { type: 'withdraw', id });
    await harness.settled();
    assert.ok(!(await roots()).includes('orphaned'));
  });

  it('takes in what another window wrote meanwhile', async () => {
    const subject = `conflict:${await conflictAt('a.txt', '12 people')}`;
    await harness.decide({ subject }, { type: 'accept' });
    const mine = [...harness.decisions];
    harness.decisions = [];
    const belmonte = at(b, 'Luis Belmonte');
    await harness.decide(belmonte, { type: 'not-a-name' });
    harness.decisions = [...harness.decisions, ...mine];
    await harness.decide(at('a.txt', 'Ana Torvik'), { type: 'rename', name: 'A. Torvik' });
    await harness.settled();
    const made = await harness.request<messages.MadeDecision[]>(messages.listMade.method, { folder: FOLDER });
    assert.deepEqual(made.map(({ label }) => label.split(':')[0]).sort(), [
      'Accepted',
      'Not a name',
      'Renamed',
    ]);
    assert.ok(made.every(({ isOrphaned }) => !isOrphaned));
  });

  it('changes nothing that a newer version wrote or that is damaged, and says so', async () => {
    const subject = `conflict:${await conflictAt('a.txt', '12 people')}`;
    for (const [text, why] of [
      ['{"version": 2, "decisions": []}', /newer version/],
      ['{"version": 1, "decisions": [', /damaged/],
    ] as const) {
      harness.decisions = [text];
      const answer = await harness.decide({ subject }, { type: 'accept' });
      assert.ok('problem' in answer);
      assert.match(answer.problem, why);
      assert.deepEqual(harness.decisions, [text]);
    }
  });

  it('answers a decision about nothing with a sentence', async () => {
    for (const [target, ruling] of [
      [{ subject: 'conflict:none' }, { type: 'accept' }],
      [{ uri: 'file:///elsewhere.txt', position: { line: 0, character: 0 } }, { type: 'not-a-name' }],
      [{ subject: 'entity:none' }, { type: 'merge', other: 'nobody' }],
    ] as const) {
      const answer = await harness.decide(target, ruling);
      assert.ok('problem' in answer && answer.problem.endsWith('.'));
    }
    assert.deepEqual(harness.decisions, []);
  });
});
