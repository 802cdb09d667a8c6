/** What a person reads in hovers and in the People view: each thing once, and only people of the story. */
import assert from 'node:assert/strict';
import { readSurroundings } from '../../src/server/context';
import { sharedEngine } from '../resources';
import { type Harness, startHarness } from './harness';

const TEASERS = `Related Articles

Olga Brandt wins the Larnell chess open

Share this article
`;
const A = `Ferry Runs Aground off Belmara

BELMARA (Newswire) — The ferry Estrella ran aground off Belmara on Monday.

Ana Torvik, the mayor of Belmara, said 12 people were injured.

${TEASERS}`;
const B = `The ferry Estrella ran aground off Belmara on Monday, the coastguard said.

Mayor Ana Torvik said 20 people were injured. In a report on Monday, her spokesman, Karl Jonsson, blamed the fog.
`;
const plain = (card: string) => card.replace(/\(command:[^)]*\)/g, '').replaceAll('\\', '');

describe('cards', () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness({ 'a.txt': A, 'b.txt': B });
    await harness.settled();
  });
  after(() => harness.dispose());

  it('show both ends of a conflict in their sentences, and leave the reason to the diagnostic', async () => {
    const card = plain(await harness.hover('a.txt', '12 people'));
    assert.match(card, /^\*\*Numbers\*\* · discrepancy$/m);
    assert.match(card, /said \*\*12[^*]*\*\*.* injured/);
    assert.match(card, /Torvik said \*\*20[^*]*\*\*.* injured/);
    const [finding] = harness.diagnostics('a.txt').filter(({ code }) => code === 'number');
    assert.ok(finding);
    const message = String(finding.message);
    assert.ok(!card.includes(message), card);
    assert.match(
      finding.relatedInformation?.[0]?.message ?? '',
      /Mayor Ana Torvik said 20 people were injured/,
    );
  });

  it('give the reason in the sidebar, where no diagnostic stands', async () => {
    const [finding] = harness.diagnostics('a.txt').filter(({ code }) => code === 'number');
    const visit = async (parent?: string): Promise<string[]> => {
      const nodes = await harness.tree('conflicts', parent);
      const below = await Promise.all(
        nodes.map(({ id, children }) => (children === 'none' ? [] : visit(id))),
      );
      return [...nodes.map(({ description }) => description ?? ''), ...below.flat()];
    };
    assert.ok((await visit()).includes(String(finding?.message)));
  });

  it('say whose spokesman somebody is', async () => {
    const card = plain(await harness.hover('b.txt', 'Karl Jonsson'));
    assert.match(card, /^spokesman of Ana Torvik — \[b\.txt\]/m);
    assert.doesNotMatch(card, /her spokesman/i);
  });

  it('keep people of teasers in a closed group at the end of the People view', async () => {
    const people = await harness.tree('people');
    const names = people.map(({ label }) => label);
    assert.ok(names.includes('Ana Torvik') && !names.includes('Olga Brandt'), names.join());
    const last = people.at(-1);
    assert.equal(last?.label, 'Only in teasers of other stories');
    assert.equal(last?.children, 'collapsed');
    const below = await harness.tree('people', last?.id);
    assert.deepEqual(
      below.map(({ label }) => label),
      ['Olga Brandt'],
    );
    assert.match(plain(await harness.hover('a.txt', 'Olga Brandt')), /Mentioned in: .*×1/);
  });
});

describe('words around a place', () => {
  const read = (text: string, words: string) => {
    const facts = sharedEngine().analyze({ id: 'a.txt', text });
    const start = text.indexOf(words);
    return readSurroundings({ id: 'a.txt', text, facts }, { start, end: start + words.length });
  };

  it('are those of the same assertion, cut at a word when there are many', () => {
    const { before, after } = read('Nobody came. It was only her second trip to Belmara.', 'second trip');
    assert.equal(before, 'It was only her ');
    assert.match(after, /^ to Belmara\.?$/);
    const long = read(`It was ${'very '.repeat(60)}late and 12 people were hurt.`, '12 people');
    assert.match(long.before, /^…very/);
    assert.ok(long.before.length <= 112);
  });

  it('are none around long passages and outside every assertion', () => {
    assert.deepEqual(read(`She said ${'it was late '.repeat(9)}`, 'it was late '.repeat(6)), {
      before: '',
      after: '',
    });
    assert.deepEqual(read('', ''), { before: '', after: '' });
  });
});
