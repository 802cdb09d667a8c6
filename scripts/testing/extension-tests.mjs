// @ts-check
// Runs test/vscode through @vscode/test-electron: `--host=node`, `--host=worker` (both in VS Code from npm) or `--host=desktop`.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { stageExtension } from '../packing.mjs';
import { ROOT } from '../setup.mjs';
import { EXTENSION_TESTS, OUT } from './bundle.mjs';

const FROM_NPM = fileURLToPath(new URL('../vscode/extension-host.mjs', import.meta.url));
const host = process.argv.find((argument) => argument.startsWith('--host='))?.slice('--host='.length);
const workspace = mkdtempSync(join(tmpdir(), 'counterclaim-case-'));
try {
  // A copy: what a test writes into the workspace must not reach the project.
  cpSync(join(ROOT, 'seeds'), join(workspace, 'seeds'), { recursive: true });
  await runTests({
    ...(host === 'desktop' ? {} : { vscodeExecutablePath: FROM_NPM }),
    ...(host === 'worker'
      ? stageForWorker()
      : { extensionDevelopmentPath: ROOT, extensionTestsPath: EXTENSION_TESTS }),
    launchArgs: [join(workspace, 'seeds'), '--disable-extensions'],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(workspace, { recursive: true, force: true });
}

/**
 * With both entries, or a kind that Node can be, VS Code takes the Node host, so this stages a copy without either.
 * The tests lie inside, since they run where the extension that holds them runs.
 */
function stageForWorker() {
  const folder = join(OUT, 'worker-extension');
  stageExtension(folder);
  const { main, extensionKind, ...manifest } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  if (main === undefined || extensionKind === undefined || manifest.browser === undefined)
    throw new Error('package.json lacks main, browser or extensionKind');
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  const extensionTestsPath = join(folder, 'tests', 'index.js');
  cpSync(EXTENSION_TESTS, extensionTestsPath);
  return { extensionDevelopmentPath: folder, extensionTestsPath };
}
