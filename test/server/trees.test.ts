/** Trees: filter, order, grouping, tooltips on demand, and the way to the node of what stands in the text. */
import assert from 'node:assert/strict';
import type { NodePath, TreeNode, TreeOptions } from '../../src/protocol/messages';
import * as messages from '../../src/protocol/messages';
import type { ViewName } from '../../src/protocol/names';
import { type Harness, startHarness, uriOf } from './harness';

const A = `March 3, 2026

The ferry Estrella ran aground off Belmara on Monday, the coastguard said.

Mayor Ana Torvik said 12 people were injured. “We will rebuild the harbour wall,” Torvik said.
`;
const B = `March 3, 2026

The ferry Estrella ran aground off Belmara on Tuesday, the coastguard said.

Mayor Ana Torvik said 20 people were injured. Bruno Calder, a fisherman, saw it.
`;
const C = `March 9, 2026

Chess champion Carla Dunn won the tournament in Ostrava.
`;

describe('arranged trees', () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness({ 'a.txt': A, 'b.txt': B, 'c.txt': C });
    await harness.settled();
  });
  after(() => harness.dispose());
  afterEach(() => {
    for (const view of ['people', 'claims', 'conflicts', 'articles'] as const) arrange(view, {});
  });

  const arrange = (view: ViewName, options: TreeOptions) =>
    harness.notify(messages.arrangeTree.method, { view, options });
  const labels = async (view: ViewName, parent?: string) =>
    (await harness.tree(view, parent)).map(({ label }) => label);

  it('filters people by name, role or spelling, and shows all again', async () => {
    assert.deepEqual(await labels('people'), ['Ana Torvik', 'Bruno Calder', 'Carla Dunn']);
    arrange('people', { filter: 'CALDER bru' });
    assert.deepEqual(await labels('people'), ['Bruno Calder']);
    arrange('people', { filter: 'mayor' });
    assert.deepEqual(await labels('people'), ['Ana Torvik']);
    arrange('people', { filter: 'nobody' });
    assert.deepEqual(await labels('people'), []);
    arrange('people', {});
    assert.equal((await labels('people')).length, 3);
  });

  it('looks through groups when it filters, opens those that stay and counts what is left', async () => {
    arrange('conflicts', { filter: '20 people' });
    const leaves = await walk('conflicts');
    const conflicts = leaves.filter(({ context }) => context === 'conflict');
    assert.equal(conflicts.length, 1);
    const [root] = await harness.tree('conflicts');
    assert.equal(root?.children, 'expanded');
  });

  it('sorts people by name and by newest article', async () => {
    arrange('people', { sort: 'newest' });
    assert.deepEqual(await labels('people'), ['Carla Dunn', 'Ana Torvik', 'Bruno Calder']);
    arrange('people', { sort: 'name' });
    assert.deepEqual(await labels('people'), ['Ana Torvik', 'Bruno Calder', 'Carla Dunn']);
    arrange('articles', { sort: 'newest' });
    assert.deepEqual(
      (await harness.tree('articles')).map(({ location }) => location?.uri),
      [uriOf('c.txt'), uriOf('a.txt'), uriOf('b.txt')],
    );
    arrange('articles', {});
    assert.equal((await harness.tree('articles'))[0]?.location?.uri, uriOf('a.txt'));
  });

  it('groups conflicts by severity, kind, article or not at all, and loses none', async () => {
    const byGroup = new Map<string, Set<string>>();
    for (const group of ['severity', 'kind', 'article', 'none'] as const) {
      arrange('conflicts', { group });
      const found = (await walk('conflicts')).filter(({ context }) => context === 'conflict');
      byGroup.set(group, new Set(found.map(({ subject }) => subject ?? '')));
      const [first] = await harness.tree('conflicts');
      const expected = {
        severity: 'severity',
        kind: 'conflictKind',
        article: 'conflictArticle',
        none: 'conflict',
      };
      assert.equal(first?.context, expected[group]);
    }
    const [all, ...others] = [...byGroup.values()];
    assert.ok(all && all.size >= 2);
    for (const other of others) assert.deepEqual(other, all);
  });

  it('groups people by article and claims by severity', async () => {
    arrange('people', { group: 'article' });
    const groups = await harness.tree('people');
    assert.deepEqual(
      groups.map(({ description }) => description),
      ['1', '2', '1'],
    );
    arrange('claims', { group: 'severity' });
    assert.ok((await harness.tree('claims')).every(({ context }) => context === 'severity'));
  });

  it('makes tooltips when they are asked for', async () => {
    const [person] = await harness.tree('people');
    assert.ok(person?.hasTooltip);
    const tooltip = (id: string): Promise<string> =>
      harness.request(messages.treeTooltip.method, { view: 'people', id });
    assert.match(await tooltip(person.id), /^\*\*Ana Torvik\*\* · person/);
    assert.equal(await tooltip('people/gone'), '');
  });

  it('knows the way to the node of what stands in the text, through groups', async () => {
    const paths = async (words: string): Promise<NodePath[]> =>
      await harness.request(messages.nodesAt.method, {
        uri: uriOf('b.txt'),
        position: harness.position('b.txt', words, 1),
      });
    const conflict = (await paths('20 people')).find(({ view }) => view === 'conflicts');
    assert.equal(conflict?.ids.length, 3);
    let parent: string | undefined;
    for (const id of conflict?.ids ?? []) {
      const nodes = await harness.tree('conflicts', parent);
      assert.ok(
        nodes.some((node) => node.id === id),
        id,
      );
      parent = id;
    }
    const person = (await paths('Bruno Calder')).find(({ view }) => view === 'people');
    const found = (await harness.tree('people')).find(({ id }) => id === person?.ids[0]);
    assert.equal(found?.label, 'Bruno Calder');
    const article = (await paths('fisherman')).find(({ view }) => view === 'articles');
    assert.ok(article?.ids[0]?.includes('b.txt'));
  });

  async function walk(view: ViewName, parent?: string): Promise<TreeNode[]> {
    const nodes = await harness.tree(view, parent);
    const below = await Promise.all(
      nodes
        .filter(({ children }) => children === 'expanded' || children === 'collapsed')
        .map(({ id }) => walk(view, id)),
    );
    return [...nodes, ...below.flat()];
  }
});
