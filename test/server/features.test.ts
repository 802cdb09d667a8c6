/** What the server answers about articles: tokens, hover, navigation, outline, trees, diagnostics. */
import assert from 'node:assert/strict';
import type { DocumentSymbol, Location, LocationLink, SymbolInformation } from 'vscode-languageserver';
import { TOKEN_TYPES } from '../../src/server/features/semanticTokens';
import { type Harness, startHarness, uriOf } from './harness';

const A = `Ferry Runs Aground off Belmara

BELMARA (Newswire) — The ferry Estrella ran aground off Belmara on Monday.

Ana Torvik, the mayor of Belmara, said 12 people were injured.

“We will rebuild the harbour wall before the winter storms arrive,” Torvik told reporters.

Share this article
`;
const B = `The ferry Estrella ran aground off Belmara on Monday, the coastguard said.

Mayor Ana Torvik said 20 people were injured.

“We will rebuild the harbour wall before winter,” she told reporters.
`;

describe('server features', () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness({ 'a.txt': A, 'b.txt': B });
    await harness.settled();
  });
  after(() => harness.dispose());

  const at = (file: string, words: string) => ({
    textDocument: { uri: uriOf(file) },
    position: harness.position(file, words, 1),
  });

  it('announces what it can do', () => {
    const { capabilities } = harness.initialized;
    for (const name of ['hoverProvider', 'definitionProvider', 'referencesProvider'] as const) {
      assert.equal(capabilities[name], true);
    }
    assert.deepEqual(capabilities.semanticTokensProvider?.legend.tokenTypes, [...TOKEN_TYPES]);
  });

  it('gives semantic tokens in order, none overlapping, all within their line', async () => {
    const tokens = await readTokens('a.txt');
    assert.ok(tokens.length > 3);
    const typed = (words: string) => tokens.find(({ text }) => text === words)?.type;
    assert.equal(typed('Ana Torvik'), 'person');
    assert.equal(typed('told'), 'cue');
    let last = { line: -1, end: 0 };
    for (const { line, character, length, text } of tokens) {
      assert.ok(line > last.line || character >= last.end, `overlap at ${text}`);
      assert.ok(length > 0 && text.length === length && !text.includes('\n'));
      last = { line, end: character + length };
    }
  });

  it('gives the tokens of a range only', async () => {
    const all = await readTokens('a.txt');
    const range = { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } };
    const some = await readTokens('a.txt', range);
    assert.ok(some.length > 0 && some.length < all.length);
    assert.deepEqual([...new Set(some.map(({ line }) => line))], [4]);
  });

  it('says on hover who a person is, in which articles, with links', async () => {
    const card = await harness.hover('b.txt', 'Ana Torvik');
    assert.match(card, /^\*\*Ana Torvik\*\* · person/);
    assert.ok(card.includes('[Newswire](command:counterclaim.reveal?'), card);
    assert.ok(card.includes('[b\\.txt](command:counterclaim.reveal?'), card);
    assert.ok(/Mentioned in: .*×\d/.test(card), card);
    assert.ok(!card.includes('\n---\n'), 'one card for one name');
  });

  it('says on hover who speaks, and shows the same words elsewhere with what differs', async () => {
    const card = await harness.hover('a.txt', 'rebuild the harbour');
    assert.match(card, /\*\*Ana Torvik\*\* · quoted word for word · cue “told”/);
    assert.match(card, /The same words elsewhere/);
    assert.match(card, /~~[^~]*storms[^~]*~~/);
  });

  it('says nothing where nothing stands', async () => {
    assert.equal(await harness.hover('a.txt', 'Share this'), '');
  });

  it('goes to the fullest mention and finds all, across articles', async () => {
    const [target]: LocationLink[] = await harness.request(
      'textDocument/definition',
      at('a.txt', 'Torvik told'),
    );
    assert.ok(target);
    assert.equal(sliceOf(target.targetUri, target.targetSelectionRange), 'Ana Torvik');
    const references: Location[] = await harness.request('textDocument/references', {
      ...at('a.txt', 'Torvik told'),
      context: { includeDeclaration: true },
    });
    const texts = references.map(({ uri, range }) => `${uri.at(-5)} ${sliceOf(uri, range)}`);
    for (const wanted of ['a Ana Torvik', 'a Torvik', 'b Ana Torvik'])
      assert.ok(texts.includes(wanted), texts.join());
    const highlights: unknown[] = await harness.request(
      'textDocument/documentHighlight',
      at('a.txt', 'Ana Torvik'),
    );
    assert.equal(highlights.length, references.filter(({ uri }) => uri === uriOf('a.txt')).length);
  });

  it('outlines headline, people and quotations', async () => {
    const symbols: DocumentSymbol[] = await harness.request(
      'textDocument/documentSymbol',
      at('a.txt', 'Ferry'),
    );
    assert.equal(symbols[0]?.name, 'Ferry Runs Aground off Belmara');
    const group = (name: string) => symbols.find((symbol) => symbol.name === name)?.children ?? [];
    assert.ok(group('People').some(({ name }) => name === 'Ana Torvik'));
    assert.ok(group('Quotations').some(({ detail }) => detail === 'Ana Torvik'));
    for (const symbol of symbols) {
      for (const child of symbol.children ?? []) {
        assert.ok(
          child.range.start.line >= symbol.range.start.line && child.range.end.line <= symbol.range.end.line,
        );
      }
    }
  });

  it('finds people of every article by part of their name', async () => {
    const found: SymbolInformation[] = await harness.request('workspace/symbol', { query: 'torv' });
    assert.ok(found.some(({ name }) => name === 'Ana Torvik'));
    assert.deepEqual(await harness.request('workspace/symbol', { query: 'qqqq' }), []);
  });

  it('shows a conflict at both ends, with its kind, its severity and the other end', async () => {
    const [here] = harness.diagnostics('a.txt').filter(({ code }) => code === 'number');
    const [there] = harness.diagnostics('b.txt').filter(({ code }) => code === 'number');
    assert.ok(here && there, JSON.stringify([harness.diagnostics('a.txt'), harness.diagnostics('b.txt')]));
    assert.equal(here.message, there.message);
    assert.equal(here.source, 'Counterclaim');
    assert.match(here.codeDescription?.href ?? '', /docs\/conflicts\.md#number$/);
    assert.deepEqual(here.relatedInformation?.[0]?.location, { uri: uriOf('b.txt'), range: there.range });
    assert.match(there.relatedInformation?.[0]?.message ?? '', /^Newswire: .*12/);
    assert.match(here.relatedInformation?.[0]?.message ?? '', /^[^:]*20/);
    assert.deepEqual(there.relatedInformation?.[0]?.location, { uri: uriOf('a.txt'), range: here.range });
    const card = await harness.hover('a.txt', '12 people');
    assert.ok(card.includes('12 people') && card.includes('20 people'), card);
  });

  it('serves trees whose ids are unique and whose places are exact', async () => {
    for (const view of ['people', 'claims', 'conflicts', 'articles'] as const) {
      const ids = new Set<string>();
      const visit = async (parent?: string): Promise<void> => {
        for (const node of await harness.tree(view, parent)) {
          assert.ok(!ids.has(node.id), node.id);
          ids.add(node.id);
          assert.ok(node.label !== '', node.id);
          if (node.context === 'evidence')
            assert.notEqual(sliceOf(node.location?.uri ?? '', node.location?.range), '');
          if (node.children !== 'none') await visit(node.id);
        }
      };
      await visit();
      assert.ok(ids.size > 1, view);
    }
  });

  it('keeps serving a branch after an edit, by its path', async () => {
    const [person] = await harness.tree('people');
    assert.ok(person);
    harness.write({ 'c.txt': 'Mayor Ana Torvik said the ferry was safe.\n' });
    await harness.settled();
    assert.equal((await harness.tree('people', person.id)).length, 3);
    harness.remove('c.txt');
    await harness.settled();
    assert.equal((await harness.tree('people', person.id)).length, 2);
    assert.deepEqual(await harness.tree('people', 'people/gone'), []);
  });

  it('publishes diagnostics only where they changed', async () => {
    const before = harness.published('b.txt');
    harness.open('a.txt');
    harness.edit('a.txt', 'Share this article', 'Share');
    await harness.settled();
    assert.equal(harness.published('b.txt'), before);
    harness.edit('a.txt', 'said 12 people', 'said 20 people');
    await harness.settled();
    assert.deepEqual(
      harness.diagnostics('a.txt').filter(({ code }) => code === 'number'),
      [],
    );
    assert.equal(harness.published('b.txt'), before + 1);
    harness.close('a.txt');
    await harness.settled();
  });

  interface Token {
    readonly line: number;
    readonly character: number;
    readonly length: number;
    readonly type: string | undefined;
    readonly text: string;
  }

  async function readTokens(file: string, range?: object): Promise<Token[]> {
    const method = range ? 'textDocument/semanticTokens/range' : 'textDocument/semanticTokens/full';
    const params = { textDocument: { uri: uriOf(file) }, ...(range ? { range } : {}) };
    const { data }: { data: number[] } = await harness.request(method, params);
    const lines = harness.text(file).split('\n');
    const tokens: Token[] = [];
    let line = 0;
    let character = 0;
    for (let i = 0; i < data.length; i += 5) {
      const [down = 0, right = 0, length = 0, type = -1] = data.slice(i, i + 4);
      line += down;
      character = down === 0 ? character + right : right;
      const text = (lines[line] ?? '').slice(character, character + length);
      tokens.push({ line, character, length, type: TOKEN_TYPES[type], text });
    }
    return tokens;
  }

  function sliceOf(
    uri: string,
    range?: { start: { line: number; character: number }; end: { line: number; character: number } },
  ): string {
    const line = harness.text(decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))).split('\n')[
      range?.start.line ?? -1
    ];
    return (line ?? '').slice(range?.start.character, range?.end.character);
  }
});
