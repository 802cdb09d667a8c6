/** The VSIX holds what runs and nothing else, and stays small. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { listZip } from './zip';

const BUDGET = 4 * 2 ** 20;
/** What VS Code reads and compiles before the extension is active, in characters. */
const ACTIVATION_BUDGET = 96 * 1024;
const PREFIX = 'extension/';

/** Everything that may be inside, below `extension/`. */
const ALLOWED =
  /^(?:package\.json|package\.nls(?:\.[\w-]+)?\.json|l10n\/[\w.-]+\.json|language-configuration\.json|syntaxes\/[\w.-]+\.json|dist\/(?:client|server)-[\w-]+\.js|dist\/board\.(?:js|css)|dist\/[\w-]+\.(?:json|bin|txt)|media\/[\w-]+\.svg|media\/icon\.png|media\/walkthrough\/[\w.-]+|seeds\/\d{3}_\w+\.txt|readme\.md|changelog\.md|LICENSE(?:\.txt)?)$/i;

const archive = readFileSync('out/counterclaim.vsix');
const entries = listZip(archive);
const inside = entries
  .filter(({ name }) => name.startsWith(PREFIX))
  .map(({ name }) => name.slice(PREFIX.length));

describe('the VSIX', () => {
  it(`is at most ${BUDGET / 2 ** 20} MB`, () => {
    assert.ok(archive.length > 100_000, `${archive.length} bytes can hardly hold a language model`);
    assert.ok(archive.length <= BUDGET, `${(archive.length / 2 ** 20).toFixed(2)} MB`);
  });

  it('activates from a small file: the language client waits beside it', () => {
    const entry = readFileSync('dist/client-node.js', 'utf8');
    assert.ok(entry.length > 5_000, 'the entry holds something');
    assert.ok(entry.length <= ACTIVATION_BUDGET, `${entry.length} characters are read on activation`);
    assert.ok(entry.includes('./client-node-session.js') && !entry.includes('vscode-jsonrpc'));
  });

  it('holds only what runs', () => {
    assert.ok(inside.length > 5, `only ${inside.length} files were listed`);
    assert.deepEqual(
      inside.filter((name) => !ALLOWED.test(name)),
      [],
    );
    for (const name of [
      'src/a.ts',
      'dist/cli.js',
      'dist/client-node.js.map',
      'seeds/a.txt',
      'media/editor.png',
    ]) {
      assert.ok(!ALLOWED.test(name), `${name} would pass`);
    }
  });

  it('holds the articles of the sample case as they are', () => {
    const seeds = readdirSync('seeds').sort();
    assert.ok(seeds.length >= 5);
    assert.deepEqual(
      inside.filter((name) => name.startsWith('seeds/')).sort(),
      seeds.map((name) => `seeds/${name}`),
    );
  });

  it('holds every file that its manifest names', () => {
    const named = [
      ...readFileSync('package.json', 'utf8').matchAll(/"(?:\.\/)?((?:dist|media|syntaxes)\/[^"]+)"/g),
    ]
      .map((match) => match[1] ?? '')
      .filter((name) => name !== 'dist/cli.js');
    assert.ok(named.length >= 4, `the manifest names only ${named.length} files`);
    assert.deepEqual(
      named.filter((name) => !inside.includes(name)),
      [],
    );
  });

  it('holds every data file and both servers once', () => {
    const built = readdirSync('dist').filter((name) => !name.endsWith('.map') && name !== 'cli.js');
    assert.ok(built.includes('english.json') && built.some((name) => name.startsWith('server-')));
    assert.deepEqual(
      inside.filter((name) => name.startsWith('dist/')).sort(),
      built.map((name) => `dist/${name}`).sort(),
    );
  });
});
