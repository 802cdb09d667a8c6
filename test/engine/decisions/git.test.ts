/** Two people decide on two branches: git merges the file, or leaves marks that are read as both. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  changeDecisions,
  type Decision,
  type DecisionFile,
  NO_DECISIONS,
  parseDecisions,
  putDecision,
  serializeDecisions,
} from '../../../src/engine';

const hasGit = spawnSync('git', ['--version']).status === 0;

function decision(name: string): Decision {
  const anchors = [{ article: `${name}.txt`, exact: name, prefix: 'Mayor ', suffix: ' said' }];
  return { id: `rename-${name}`, type: 'rename', name: `${name} Torvik`, time: '2024', note: '', anchors };
}

function put(file: DecisionFile, ...names: readonly string[]): DecisionFile {
  return names.reduce((one, name) => changeDecisions(one, putDecision(decision(name)))?.file ?? one, file);
}

describe('decisions in git', () => {
  let folder = '';
  before(function () {
    if (!hasGit) this.skip();
    folder = mkdtempSync(join(tmpdir(), 'counterclaim-git-'));
  });
  after(() => {
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });

  const merge = (base: DecisionFile, ours: DecisionFile, theirs: DecisionFile): string => {
    const paths = [ours, base, theirs].map((file, i) => {
      const path = join(folder, String(i));
      writeFileSync(path, serializeDecisions(file));
      return path;
    });
    const { stdout } = spawnSync('git', ['merge-file', '-p', ...paths], { encoding: 'utf8' });
    return stdout;
  };

  it('merges cleanly where they stand apart, also at the ends of the list', () => {
    assert.match(execFileSync('git', ['--version'], { encoding: 'utf8' }), /git/);
    const base = put(NO_DECISIONS, 'b', 'm', 'y');
    const merged = merge(base, put(base, 'a'), put(base, 'z'));
    assert.doesNotThrow(() => JSON.parse(merged));
    assert.equal(merged, serializeDecisions(put(base, 'a', 'z')));
  });

  it('loses neither where they stand side by side', () => {
    const base = put(NO_DECISIONS, 'b', 'y');
    const merged = merge(base, put(base, 'm'), put(base, 'n'));
    assert.ok(merged.includes('<<<<<<<') && merged.includes('>>>>>>>'));
    const read = parseDecisions(merged);
    assert.equal(read.locked, null);
    assert.equal(serializeDecisions(read), serializeDecisions(put(base, 'm', 'n')));
  });
});
