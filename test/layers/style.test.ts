/** Files stay small, say what they are for, and no drawer for odds and ends opens. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readSources } from './files';

const MAX_LINES = 300;
const FOLDERS = ['src', 'test', 'scripts', 'bench', 'eval'].filter((folder) => existsSync(folder));
const sources = FOLDERS.flatMap(readSources);

describe('style', () => {
  it('scans every folder with code', () => {
    assert.ok(FOLDERS.includes('src') && FOLDERS.includes('test') && FOLDERS.includes('scripts'));
    assert.ok(sources.length > 30, `only ${sources.length} files were scanned`);
  });

  it(`keeps every file within ${MAX_LINES} lines`, () => {
    const long = sources
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > MAX_LINES)
      .map(({ path, lines }) => `${path}: ${lines} lines`);
    assert.deepEqual(long, []);
  });

  it('opens every file with a sentence that says what lives there', () => {
    const opening = /^(?:#![^\n]*\n)?(?:\/\/ @ts-check\n)?(?:\/\*\*?|\/\/)\s*\S+\s\S+/;
    assert.deepEqual(
      sources.filter(({ text }) => !opening.test(text)).map(({ path }) => path),
      [],
    );
  });

  it('has no folder or file for odds and ends', () => {
    const drawer = /(?:^|\/)(?:utils?|helpers?|common|misc)(?:\/|\.\w+$)/i;
    assert.ok(drawer.test('src/engine/utils.ts') && drawer.test('src/common/x.ts'));
    assert.deepEqual(
      sources.map(({ path }) => path).filter((path) => drawer.test(path)),
      [],
    );
  });
});
