/** The server speaks the editor's language: with a bundle at the start, everything it shows is translated. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { CodeLens } from 'vscode-languageserver';
import { type Harness, startHarness, uriOf } from './harness';

const A =
  'Ferry Runs Aground\n\nMayor Ana Torvik of Belmara said 12 people were injured on the ferry Estrella.\n';
const B = A.replace('12', '20');

for (const [language, group, lens, card] of [
  ['de', 'Zahlen', /^1 Person · 1 Zitat · 1 Konflikt$/, /\*\*Ana Torvik\*\* · Person[\s\S]*Erwähnt in/],
  [
    'fr',
    'Nombres',
    /^1 personne · 1 citation · 1 conflit$/,
    /\*\*Ana Torvik\*\* · personne[\s\S]*Mentionné dans/,
  ],
] as const) {
  describe(`in ${language}`, () => {
    let harness: Harness;
    before(async () => {
      const bundle = JSON.parse(readFileSync(`l10n/bundle.l10n.${language}.json`, 'utf8'));
      harness = await startHarness({ 'a.txt': A, 'b.txt': B }, bundle);
      await harness.settled();
    });
    after(() => harness.dispose());

    it('names kinds, counts and cards', async () => {
      const [root] = await harness.tree('conflicts');
      const kinds = await harness.tree('conflicts', root?.id);
      assert.deepEqual(
        kinds.map(({ label }) => label),
        [group],
      );
      const [first]: CodeLens[] = await harness.request('textDocument/codeLens', {
        textDocument: { uri: uriOf('a.txt') },
      });
      assert.match(first?.command?.title ?? '', lens);
      assert.match(await harness.hover('a.txt', 'Ana Torvik'), card);
    });
  });
}
