// @ts-check
// The suites of `npm test`: what each runs, in which order, and how its result is counted.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from '../processes.mjs';
import { ROOT } from '../setup.mjs';
import { bundleOf, listTestFiles, OUT } from './bundle.mjs';
import { fromExtensionHost } from './extension-report.mjs';
import { fromExitCode, fromMocha } from './outcome.mjs';

/** @typedef {import('./outcome.mjs').Outcome} Outcome */
/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {() => Promise<Outcome>} run
 * @property {boolean} [needsVSCode] VS Code and a browser must be there first
 * @property {boolean} [onDemand] runs only when it is named
 */

const MINUTE = 60_000;
/** A test on a loaded machine may wait minutes for its turn; what is too slow is told by tests that measure. */
const TEST_LIMIT_MS = 3 * MINUTE;
/** Folders of test/ with a suite of their own; every other folder belongs to the unit suite. */
const OWN_SUITES = ['grammar', 'layers', 'package', 'server', 'ui', 'vscode', 'webview'];

/** @returns {Suite[]} */
export function listSuites() {
  const files = listTestFiles();
  const inFolder = (/** @type {string} */ folder) => files.filter((file) => file.startsWith(`${folder}/`));
  const unit = files.filter((file) => !OWN_SUITES.some((folder) => file.startsWith(`${folder}/`)));
  return [
    { name: 'format', run: () => runTool('@biomejs/biome/bin/biome', ['format', '.']) },
    {
      name: 'lint',
      run: () => runTool('@biomejs/biome/bin/biome', ['lint', '.', '--diagnostic-level=error']),
    },
    { name: 'types', run: () => runTool('typescript/bin/tsc', ['--noEmit']) },
    {
      name: 'types of the board',
      run: () => runTool('typescript/bin/tsc', ['--noEmit', '-p', 'src/webview']),
    },
    { name: 'regexes', run: runRegexLint },
    { name: 'layers', run: () => runMocha('layers', inFolder('layers')) },
    { name: 'unit', run: () => runMocha('unit', unit) },
    { name: 'grammar', run: () => runMocha('grammar', inFolder('grammar')) },
    { name: 'server', run: () => runMocha('server', inFolder('server')) },
    { name: 'package', run: () => runMocha('package', inFolder('package')) },
    { name: 'vscode-node', run: () => runExtensionTests('node'), needsVSCode: true },
    { name: 'vscode-worker', run: () => runExtensionTests('worker'), needsVSCode: true },
    { name: 'ui', run: () => runMocha('ui', inFolder('ui'), 20 * MINUTE), needsVSCode: true },
    { name: 'vscode-desktop', run: () => runExtensionTests('desktop'), onDemand: true },
  ];
}

/** @param {string} script below node_modules/ @param {readonly string[]} args @returns {Promise<Outcome>} */
async function runTool(script, args) {
  return fromExitCode(
    await runNode([join(ROOT, 'node_modules', script), ...args], { cwd: ROOT, timeoutMs: 10 * MINUTE }),
  );
}

/** Every regular expression of src/ runs in linear time. @returns {Promise<Outcome>} */
async function runRegexLint() {
  const script = join(ROOT, 'scripts/run-typescript.mjs');
  return fromExitCode(
    await runNode([script, 'scripts/lint-regex.ts'], { cwd: ROOT, timeoutMs: 10 * MINUTE }),
  );
}

/**
 * @param {string} name
 * @param {readonly string[]} testFiles paths from test/
 * @param {number} [timeoutMs] for the whole suite
 * @returns {Promise<Outcome>}
 */
async function runMocha(name, testFiles, timeoutMs = 15 * MINUTE) {
  const report = join(OUT, 'reports', `${name}.json`);
  mkdirSync(join(OUT, 'reports'), { recursive: true });
  rmSync(report, { force: true });
  const ended = await runNode(
    [
      '--enable-source-maps',
      join(ROOT, 'node_modules/mocha/bin/mocha.js'),
      '--reporter=json',
      `--reporter-option=output=${report}`,
      `--timeout=${TEST_LIMIT_MS}`,
      ...filterArguments(),
      ...testFiles.map(bundleOf),
    ],
    { cwd: ROOT, timeoutMs },
  );
  return fromMocha(report, ended);
}

/**
 * @param {'node' | 'worker' | 'desktop'} host the kind of extension host; the desktop's is a Node one
 * @returns {Promise<Outcome>}
 */
async function runExtensionTests(host) {
  const script = join(ROOT, 'scripts/testing/extension-tests.mjs');
  return fromExtensionHost(
    host === 'desktop' ? 'node' : host,
    await runNode([script, `--host=${host}`], { cwd: ROOT, timeoutMs: 10 * MINUTE }),
  );
}

/** `npm run test:unit -- --grep WORDS` runs only the tests whose titles hold the words. */
function filterArguments() {
  const index = process.argv.indexOf('--grep');
  const words = process.argv[index + 1];
  return index < 0 || words === undefined ? [] : [`--fgrep=${words}`];
}
