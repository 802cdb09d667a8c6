/** Input that is no article, on disk and in the editor: one clear sentence each, and nothing else is lost. */
import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver';
import { type Harness, startHarness, uriOf } from './harness';

const GOOD = 'Ana Torvik, the mayor of Belmara, spoke on Monday.\n\n“We lost twelve people,” Torvik said.\n';
const UNCLOSED = `“We lost twelve people, said Ana Torvik.\n\nThe harbour of Belmara stays shut, Torvik said.\n`;

/** What is said of each; `null`: it is an article like any other. */
const INPUTS: readonly (readonly [name: string, content: string | Uint8Array, sentence: RegExp | null])[] = [
  ['an empty file', '', /^This file is empty\.$/],
  ['white space only', ' \n\t\r\n\u00a0\n', /^This file holds nothing but white space\.$/],
  [
    'a binary file',
    Uint8Array.from({ length: 4000 }, (_, i) => (i * 7) % 256),
    /^This file is not text .*\.$/,
  ],
  ['invalid UTF-8', Uint8Array.of(0x41, 0xff, 0xfe, 0x42), /^This file is not valid UTF-8; .*\.$/],
  ['half a UTF-16 character', Uint8Array.of(0xff, 0xfe, 0x4e, 0x00, 0x6f), /half a character\.$/],
  ['an unclosed quotation mark', UNCLOSED, null],
  ['thousands of quotation marks', '“'.repeat(3000) + '"'.repeat(3000) + "'".repeat(3000), null],
  ['one line of 10 MB', 'x'.repeat(9_000_000) + ' the harbour stayed shut,'.repeat(60_000), null],
];

describe('input that is no article', () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness({ 'good.txt': GOOD });
    await harness.settled();
  });
  after(() => harness.dispose());

  for (const [name, content, sentence] of INPUTS) {
    it(`gets one sentence or none: ${name}`, async () => {
      harness.write({ 'odd.txt': content });
      const { problems } = await harness.settled();
      const said = problems.filter(({ uri }) => uri === uriOf('odd.txt')).map(({ message }) => message);
      if (sentence === null) assert.deepEqual(said, []);
      else {
        assert.equal(said.length, 1, said.join('\n'));
        assert.match(said[0] ?? '', sentence);
      }
      const rows = await harness.tree('articles');
      const odd = rows.find(({ label }) => label === 'odd.txt');
      if (sentence !== null) assert.ok(odd?.description?.startsWith(said[0] ?? ''), odd?.description);
      assert.equal(rows.length, 2);
      assert.ok((await outline('good.txt')).includes('Quotations'), 'the other article is still read');
      harness.remove('odd.txt');
      assert.equal((await harness.settled()).articles, 1);
    });
  }

  it('is told of a file although the editor holds its text, until there is something to read', async () => {
    harness.write({ 'odd.txt': Uint8Array.of(0x41, 0xff, 0x42) });
    harness.open('odd.txt', 'A\ufffdB');
    assert.match((await harness.settled()).problems[0]?.message ?? '', /not valid UTF-8/);
    harness.close('odd.txt');
    harness.write({ 'odd.txt': '' });
    harness.open('odd.txt', ' ');
    assert.match((await harness.settled()).problems[0]?.message ?? '', /nothing but white space/);
    harness.edit('odd.txt', ' ', GOOD);
    assert.deepEqual((await harness.settled()).problems, []);
    harness.close('odd.txt');
    harness.remove('odd.txt');
    await harness.settled();
  });

  it('does not let an unclosed mark swallow the next paragraph', async () => {
    harness.open('unclosed.txt', UNCLOSED);
    await harness.settled();
    const symbols: DocumentSymbol[] = await harness.request('textDocument/documentSymbol', {
      textDocument: { uri: uriOf('unclosed.txt') },
    });
    const quotations = symbols.find(({ name }) => name === 'Quotations')?.children ?? [];
    for (const { range } of quotations) assert.equal(range.start.line, range.end.line);
    assert.ok((await outline('unclosed.txt')).includes('People'));
    harness.close('unclosed.txt');
    await harness.settled();
  });

  it('is the same as no conflict when a folder has one article', async () => {
    const { articles, conflicts } = await harness.settled();
    assert.deepEqual([articles, conflicts], [1, 0]);
    assert.deepEqual(await harness.tree('conflicts'), []);
    assert.equal((await harness.tree('articles')).length, 1);
  });

  async function outline(file: string): Promise<string[]> {
    const symbols: DocumentSymbol[] = await harness.request('textDocument/documentSymbol', {
      textDocument: { uri: uriOf(file) },
    });
    return symbols.map(({ name }) => name);
  }
});
