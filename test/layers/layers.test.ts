/** The layers keep to themselves, and so does the engine: no editor, no Node, no clock, no chance, no network. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { readSources } from './files';
import { readImports } from './imports';
import { findBreaches, LAYERS, packageName } from './rules';

const sources = readSources('src');

describe('layers', () => {
  for (const { name } of LAYERS.filter((layer) => readdirSync('src').includes(layer.name))) {
    it(`${name} keeps its rules`, () => {
      const files = sources.filter(({ path }) => path.startsWith(`src/${name}/`));
      const imports = files.flatMap(({ text }) => readImports(text));
      assert.ok(files.length > 0, `no file was scanned in src/${name}`);
      assert.ok(files.length === 1 || imports.length > 0, `no import was found in src/${name}`);
      assert.deepEqual(
        files.flatMap(({ path, text }) => findBreaches(path, text)),
        [],
      );
    });
  }

  it('covers every folder of src/', () => {
    const known = LAYERS.map(({ name }) => name);
    assert.deepEqual(
      readdirSync('src').filter((name) => !known.includes(name)),
      [],
    );
    assert.ok(sources.length > 20, `only ${sources.length} files were scanned`);
  });

  it('finds what it looks for', () => {
    const breaches = (file: string, source: string) => findBreaches(file, source).length;
    assert.equal(breaches('src/engine/a.ts', `import { readFileSync } from 'node:fs';`), 1);
    assert.equal(breaches('src/engine/a.ts', `import fs from "fs/promises";`), 1);
    assert.equal(breaches('src/engine/a.ts', `import * as vscode from 'vscode';`), 1);
    assert.equal(breaches('src/engine/a.ts', `import type { Range } from 'vscode-languageserver';`), 1);
    assert.equal(breaches('src/engine/a/b.ts', `export { x } from '../../server/convert';`), 1);
    assert.equal(breaches('src/engine/a.ts', `import {\n  type A,\n  b,\n} from '../client/x';`), 1);
    assert.equal(breaches('src/engine/a.ts', `const x = await import('node:os');`), 1);
    assert.equal(breaches('src/engine/a.ts', 'const now = Date.now();'), 1);
    assert.equal(breaches('src/engine/a.ts', 'const now = new Date();'), 1);
    assert.equal(breaches('src/engine/a.ts', 'if (Math.random() > 0.5) flip();'), 1);
    assert.equal(breaches('src/engine/a.ts', `fetch('https://example.org');`), 1);
    assert.equal(breaches('src/client/a.ts', `import { createEngine } from '../engine';`), 1);
    assert.equal(breaches('src/client/a.ts', `import { start } from '../server/server';`), 1);
    assert.equal(breaches('src/server/a.ts', `import { window } from 'vscode';`), 1);
    assert.equal(breaches('src/cli/a.ts', `import { x } from '../protocol/messages';`), 1);
    assert.equal(breaches('src/webview/a.ts', `import { shorten } from '../server/markdown';`), 1);
    assert.equal(breaches('src/webview/a.ts', `import type { Conflict } from '../engine';`), 1);
    assert.equal(breaches('src/webview/a.ts', `import { window } from 'vscode';`), 1);
    assert.equal(breaches('src/webview/a.ts', 'place.innerHTML = text;'), 1);
    assert.equal(breaches('src/elsewhere/a.ts', ''), 1);
  });

  it('lets pass what is allowed', () => {
    const breaches = (file: string, source: string) => findBreaches(file, source);
    assert.deepEqual(breaches('src/engine/a.ts', `import winkNLP from 'wink-nlp';`), []);
    assert.deepEqual(breaches('src/engine/a.ts', `import list from './lexicon/x.txt';`), []);
    assert.deepEqual(breaches('src/engine/a.ts', `// Date.now() and import 'vscode' in a comment`), []);
    assert.deepEqual(breaches('src/engine/a.ts', `const words = ['process', 'fetch'];`), []);
    assert.deepEqual(breaches('src/engine/a.ts', `const day = new Date(Date.UTC(2000, 1, 1));`), []);
    assert.deepEqual(breaches('src/client/a.ts', `import type { Conflict } from '../engine';`), []);
    assert.deepEqual(breaches('src/cli/a.ts', `import { join } from 'node:path';`), []);
  });

  it('reads package names', () => {
    assert.equal(packageName('@scope/name/path'), '@scope/name');
    assert.equal(packageName('wink-nlp/src/x'), 'wink-nlp');
    assert.equal(packageName('fs/promises'), 'node:');
    assert.equal(packageName('node:test'), 'node:');
  });
});
