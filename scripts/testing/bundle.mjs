// @ts-check
// Bundles the mocha suites: one file each for Node, one module with all of test/vscode for the extension host.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { ROOT } from '../setup.mjs';

const require = createRequire(import.meta.url);

/** Where bundles and reports go; git-ignored. */
export const OUT = join(ROOT, 'out');
/** The module that VS Code's extension host runs. */
export const EXTENSION_TESTS = join(OUT, 'extension-tests', 'index.js');

/** @returns {string[]} every *.test.ts below test/, as paths from there with `/` */
export function listTestFiles() {
  return readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => name.split(sep).join('/'))
    .sort();
}

/** @param {string} testFile a path that `listTestFiles` returned @returns {string} its bundle */
export function bundleOf(testFile) {
  return join(OUT, 'test', testFile.replace(/\.ts$/, '.js'));
}

/** Bundles everything that Node runs. @param {readonly string[]} testFiles @returns {Promise<void>} */
export async function bundleNodeTests(testFiles) {
  rmSync(join(OUT, 'test'), { recursive: true, force: true });
  if (testFiles.length === 0) return;
  await bundle({
    entryPoints: testFiles.map((file) => join(ROOT, 'test', file)),
    outdir: join(OUT, 'test'),
    outbase: join(ROOT, 'test'),
    platform: 'node',
    target: 'node20',
    // Not ours to bundle: packages that find their own files beside themselves.
    packages: 'external',
  });
}

/** Bundles test/vscode for both kinds of extension host. @returns {Promise<void>} */
export async function bundleExtensionTests() {
  const folder = join(ROOT, 'test', 'vscode');
  const files = listTestFiles().filter((file) => file.startsWith('vscode/'));
  const runner = join(ROOT, 'test', 'vscode', 'index.ts');
  if (!existsSync(runner)) throw new Error(`${relative(ROOT, runner)} is missing`);
  await bundle({
    stdin: {
      contents: [
        `import { runSuite } from './index';`,
        `export const run = () => runSuite(async () => {`,
        ...files.map((file) => `  await import('./${file.slice('vscode/'.length, -'.ts'.length)}');`),
        '});',
      ].join('\n'),
      resolveDir: folder,
      loader: 'ts',
      sourcefile: 'extension-tests.ts',
    },
    outfile: EXTENSION_TESTS,
    platform: 'browser',
    target: 'es2022',
    format: 'cjs',
    external: ['vscode'],
    // Mocha's browser build would take this bundle's own `module` for its exports.
    define: { module: 'undefined' },
    alias: { 'node:assert/strict': join(folder, 'assert.ts') },
  });
}

/** @param {import('esbuild').BuildOptions} options */
async function bundle(options) {
  const esbuild = await import('esbuild');
  const { LOADERS } = require(join(ROOT, 'esbuild.js'));
  await esbuild.build({
    bundle: true,
    format: 'cjs',
    loader: LOADERS,
    sourcemap: 'inline',
    logLevel: 'warning',
    absWorkingDir: ROOT,
    ...options,
  });
}
