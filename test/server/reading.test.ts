/** What helps to read an article: folds, selection ranges, links, inlay hints, code lenses, comparison. */
import assert from 'node:assert/strict';
import type { CodeLens, DocumentLink, FoldingRange, InlayHint, SelectionRange } from 'vscode-languageserver';
import * as messages from '../../src/protocol/messages';
import { DEFAULT_SETTINGS, type Settings } from '../../src/protocol/settings';
import { findAddresses } from '../../src/server/features/documentLinks';
import { FOLDER, type Harness, startHarness, uriOf } from './harness';

const A = `Ferry Runs Aground off Belmara

March 3, 2026

BELMARA (Newswire) — The ferry Estrella ran aground off Belmara on Monday.

Ana Torvik, the mayor of Belmara, said 12 people were injured.

“We will rebuild the harbour wall before the winter storms arrive,” she told reporters. “Nobody will sleep outside.

“Everybody will have a roof by Friday,” she said.

See www.belmara.example/wall for details.

Share this article

Sign up for our newsletter

Follow us
`;
const B = `The ferry Estrella ran aground off Belmara on Monday, the coastguard said.

Mayor Ana Torvik said 20 people were injured.

“We will rebuild the harbour wall before winter,” Torvik told reporters.
`;

describe('reading', () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness({ 'a.txt': A, 'b.txt': B });
    await harness.settled();
  });
  after(() => harness.dispose());
  afterEach(() => configure({}));

  const of = (file: string) => ({ textDocument: { uri: uriOf(file) } });
  const lines = A.split('\n');
  const whole = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };

  function configure(settings: Partial<Settings>): void {
    harness.notify(messages.settingsChanged.method, {
      folder: FOLDER,
      settings: { ...DEFAULT_SETTINGS, ...settings },
    });
  }

  it('folds what is not the article, and quotations of several paragraphs', async () => {
    const folds: FoldingRange[] = await harness.request('textDocument/foldingRange', of('a.txt'));
    const comments = folds.filter(({ kind }) => kind === 'comment');
    assert.ok(
      comments.some(({ startLine }) => lines[startLine] === 'Share this article'),
      JSON.stringify(folds),
    );
    for (const { startLine, endLine } of folds) {
      assert.ok(endLine > startLine && endLine < lines.length);
      assert.notEqual(lines[startLine], '');
    }
    assert.equal(new Set(folds.map(({ startLine }) => startLine)).size, folds.length);
    assert.deepEqual(await harness.request('textDocument/foldingRange', of('b.txt')), []);
  });

  it('widens a selection from the word over the name and the sentence to the article', async () => {
    const [range]: SelectionRange[] = await harness.request('textDocument/selectionRange', {
      ...of('a.txt'),
      positions: [harness.position('a.txt', 'Torvik, the mayor', 2)],
    });
    const chain = textsOf(range);
    assert.equal(chain[0], 'Torvik');
    assert.equal(chain[1], 'Ana Torvik');
    assert.ok(chain.includes('Ana Torvik, the mayor of Belmara, said 12 people were injured.'));
    assert.equal(chain.at(-1), A);
  });

  it('widens a selection in a quotation from its words over its marks to sentence and paragraph', async () => {
    const [range]: SelectionRange[] = await harness.request('textDocument/selectionRange', {
      ...of('b.txt'),
      positions: [harness.position('b.txt', 'harbour', 2)],
    });
    const chain = textsOf(range, 'b.txt');
    const at = (text: string) => chain.indexOf(text);
    assert.equal(at('harbour'), 0);
    const inner = at('We will rebuild the harbour wall before winter,');
    assert.ok(inner > 0 && at('“We will rebuild the harbour wall before winter,”') > inner, chain.join('\n'));
    assert.ok(chain.includes('“We will rebuild the harbour wall before winter,” Torvik told reporters.'));
  });

  it('answers for every position of every text, each range within the next', async () => {
    for (const file of ['a.txt', 'b.txt']) {
      const text = harness.text(file);
      const positions = text.split('\n').flatMap((line, at) => [
        { line: at, character: 0 },
        { line: at, character: Math.floor(line.length / 2) },
        { line: at, character: line.length },
      ]);
      const ranges: SelectionRange[] = await harness.request('textDocument/selectionRange', {
        ...of(file),
        positions,
      });
      assert.equal(ranges.length, positions.length);
      for (const range of ranges) {
        const texts = textsOf(range, file);
        for (const [at, outer] of texts.entries()) assert.ok(outer.includes(texts[at - 1] ?? ''), outer);
      }
    }
  });

  it('links addresses', async () => {
    const links: DocumentLink[] = await harness.request('textDocument/documentLink', of('a.txt'));
    assert.deepEqual(
      links.map(({ target }) => target),
      ['https://www.belmara.example/wall'],
    );
  });

  it('says who “she” is, and with more hints which date “Friday” was', async () => {
    const hints = async (): Promise<string[]> => {
      const found: InlayHint[] = await harness.request('textDocument/inlayHint', {
        ...of('a.txt'),
        range: whole,
      });
      return found.map(
        ({ position, label }) =>
          `${(lines[position.line] ?? '').slice(0, position.character).split(' ').at(-1)} ${String(label)}`,
      );
    };
    assert.ok((await hints()).includes('she Ana Torvik'), (await hints()).join());
    assert.ok((await hints()).every((hint) => !/\d{4}/.test(hint)));
    configure({ inlayHints: 'all' });
    assert.ok(
      (await hints()).some((hint) => /^Monday 2026-03-02$/.test(hint)),
      (await hints()).join(),
    );
    configure({ inlayHints: 'off' });
    assert.deepEqual(await hints(), []);
  });

  it('counts above the headline, and tells above a conflict what the sources say', async () => {
    const lenses = async (): Promise<CodeLens[]> =>
      await harness.request('textDocument/codeLens', of('a.txt'));
    const [first, ...others] = await lenses();
    assert.equal(first?.range.start.line, 0);
    assert.match(first?.command?.title ?? '', /^1 person · \d quotations · \d conflicts?$/);
    const conflict = others.find(({ command }) => /12.*20|20.*12/.test(command?.title ?? ''));
    assert.match(conflict?.command?.title ?? '', /^1 source says .*, 1 says .* · Compare$/);
    const range = conflict?.range ?? whole;
    assert.match((lines[range.start.line] ?? '').slice(range.start.character, range.end.character), /12/);
    configure({ 'codeLens.conflicts': false });
    assert.equal((await lenses()).length, 1);
    configure({ 'codeLens.conflicts': false, 'codeLens.headline': false });
    assert.deepEqual(await lenses(), []);
  });

  it('gives both places of a conflict, the reader’s own article on the left', async () => {
    for (const [here, there, words] of [
      ['a.txt', 'b.txt', '12 people'],
      ['b.txt', 'a.txt', '20 people'],
    ] as const) {
      const found: messages.Comparison | null = await harness.request(messages.compare.method, {
        uri: uriOf(here),
        position: harness.position(here, words, 1),
      });
      assert.deepEqual([found?.left.uri, found?.right.uri], [uriOf(here), uriOf(there)]);
      assert.match(found?.message ?? '', /12.*20|20.*12/s);
    }
    const nothing = { uri: uriOf('a.txt'), position: harness.position('a.txt', 'Share this', 1) };
    assert.equal(await harness.request(messages.compare.method, nothing), null);
    assert.equal(await harness.request(messages.compare.method, { conflict: 'gone' }), null);
  });

  function textsOf(range: SelectionRange | undefined, file = 'a.txt'): string[] {
    const texts: string[] = [];
    for (let one = range; one !== undefined; one = one.parent) texts.push(slice(file, one.range));
    return texts;
  }

  function slice(file: string, { start, end }: SelectionRange['range']): string {
    const text = harness.text(file);
    const offset = ({ line, character }: typeof start) =>
      text
        .split('\n')
        .slice(0, line)
        .reduce((sum, one) => sum + one.length + 1, character);
    return text.slice(offset(start), offset(end));
  }
});

describe('addresses', () => {
  const find = (text: string) => findAddresses(text).map(({ span }) => text.slice(span.start, span.end));
  it('end before the marks of the sentence', () => {
    assert.deepEqual(find('(see https://a.example/b_(c), or http://d.example.)'), [
      'https://a.example/b_(c)',
      'http://d.example',
    ]);
    assert.deepEqual(find('“www.a.example”'), ['www.a.example']);
  });
  it('are no words with dots, no other schemes, no bare signs', () => {
    assert.deepEqual(find('e.g. U.S. javascript://x www. :// file:///etc a:// https://'), []);
  });
  it('are found in linear time', () => {
    const begun = performance.now();
    findAddresses('www.'.repeat(50_000));
    findAddresses('://'.repeat(50_000));
    findAddresses(`https://${'a'.repeat(200_000)}`);
    assert.ok(performance.now() - begun < 2000);
  });
});
