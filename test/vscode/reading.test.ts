/** Reading in the editor: language, tokens, hover, navigation, outline, diagnostics. */

import assert from 'node:assert/strict';
import {
  commands,
  DiagnosticSeverity,
  type DocumentHighlight,
  type DocumentSymbol,
  type Hover,
  type Location,
  type LocationLink,
  languages,
  type Position,
  type SemanticTokens,
  type SemanticTokensLegend,
  type SymbolInformation,
  type TextDocument,
} from 'vscode';
import { articleNames, currentLanguage, openArticle, settledWhen } from './extension';

describe('reading', () => {
  let document: TextDocument;
  let names: string[];
  before(async () => {
    names = await articleNames();
    document = await openArticle(names[0] ?? '');
  });

  it('opens the articles of a case as articles', () => {
    assert.ok(names.length >= 5);
    assert.equal(currentLanguage(document.uri), 'news-article');
  });

  it('analyses every article of the folder, opened or not', async () => {
    const settled = await settledWhen(({ articles }) => articles === names.length);
    assert.ok(settled.people > 5);
    assert.ok(settled.milliseconds >= 0);
  });

  it('marks people, cues and boilerplate with semantic tokens', async () => {
    const legend = await run<SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    const tokens = await run<SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    const types = new Set<string | undefined>();
    for (let at = 3; at < tokens.data.length; at += 5) types.add(legend.tokenTypes[tokens.data[at] ?? -1]);
    for (const type of ['person', 'place', 'cue', 'boilerplate']) assert.ok(types.has(type), `no ${type}`);
  });

  it('says on hover who a name is, with links to the places', async () => {
    const { position, name } = await firstPerson();
    const hovers = await run<Hover[]>('vscode.executeHoverProvider', document.uri, position);
    const text = hovers.flatMap(({ contents }) => contents.map(show)).join('\n');
    assert.match(text, /\*\*[^*]+\*\* · person/);
    assert.ok(text.includes('command:counterclaim.reveal?'), text);
    assert.ok(text.includes(lastWord(name)), text);
  });

  it('goes to the fullest mention and finds every mention in other articles', async () => {
    const { position } = await firstPerson();
    const targets = await run<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      position,
    );
    assert.equal(targets.length, 1);
    const references = await run<Location[]>('vscode.executeReferenceProvider', document.uri, position);
    const files = new Set(references.map(({ uri }) => uri.toString()));
    assert.ok(files.size > 1, `only in ${[...files].join()}`);
    const highlights = await run<DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      position,
    );
    assert.ok(highlights.length > 1);
  });

  it('lists people and quotations in the outline, and people among the workspace symbols', async () => {
    const symbols = await run<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    const groups = symbols.filter(({ children }) => children.length > 0).map(({ name }) => name);
    assert.ok(groups.includes('People') && groups.includes('Quotations'), groups.join());
    const { name } = await firstPerson();
    const found = await run<SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', lastWord(name));
    assert.ok(found.some((symbol) => symbol.name.includes(lastWord(name))));
  });

  it('shows each conflict at both ends, with the other end as related information', async () => {
    const all = languages.getDiagnostics().flatMap(([uri, list]) => list.map((one) => ({ uri, one })));
    const ours = all.filter(({ one }) => one.source === 'Counterclaim');
    assert.ok(ours.length >= 2, `${ours.length} diagnostics`);
    for (const { uri, one } of ours) {
      const [related] = one.relatedInformation ?? [];
      assert.ok(related, one.message);
      assert.notEqual(related.location.uri.toString(), uri.toString());
      const back = ours.some(
        ({ uri: other, one: far }) =>
          other.toString() === related.location.uri.toString() &&
          far.range.isEqual(related.location.range) &&
          far.message === one.message,
      );
      assert.ok(back, `nothing stands at the far end of “${one.message}”`);
      assert.ok(one.severity !== DiagnosticSeverity.Error);
      assert.ok(typeof one.code === 'object' && one.code.target.path.endsWith('docs/conflicts.md'));
    }
  });

  async function firstPerson(): Promise<{ name: string; position: Position }> {
    const symbols = await run<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    const people = symbols.find(({ name }) => name === 'People')?.children ?? [];
    const counts = people.map((person) => ({ person, times: Number.parseInt(person.detail, 10) }));
    counts.sort((a, b) => b.times - a.times);
    const [most] = counts;
    assert.ok(most, 'the outline has no people');
    return { name: most.person.name, position: most.person.selectionRange.start };
  }
});

async function run<T>(command: string, ...args: unknown[]): Promise<T> {
  const answer = await commands.executeCommand<T>(command, ...args);
  assert.ok(answer, `${command} answered nothing`);
  return answer;
}

function show(content: Hover['contents'][number]): string {
  return typeof content === 'string' ? content : content.value;
}

function lastWord(name: string): string {
  return name.split(' ').at(-1) ?? name;
}
