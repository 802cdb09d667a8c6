// @ts-check
// Brings a fresh clone to the point where everything else can run: Node is new enough, dependencies are there.
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode, runNpm } from './processes.mjs';
import { step } from './progress.mjs';

export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const OLDEST_NODE = [20, 19];

/** A reason to stop that is told to the person in one sentence, without a stack. */
export class Refusal extends Error {}

/**
 * Runs a script's main function; a refusal becomes one line and exit code 2.
 * @param {() => Promise<void>} main
 * @returns {Promise<void>}
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

/** Installs the dependencies if they are absent or older than the lock file. @returns {Promise<void>} */
export async function installDependencies() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new Refusal(
      `Counterclaim needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.version}.`,
    );
  }
  if (areDependenciesCurrent()) return;
  const { code, output } = await step('installing dependencies (npm ci)', () =>
    runNpm(['ci', '--no-audit', '--no-fund'], { cwd: ROOT }),
  );
  if (code !== 0) throw new Refusal(`npm ci failed:\n${output.trimEnd()}`);
}

/** Builds dist/. @param {{ production?: boolean }} [options] @returns {Promise<void>} */
export async function build({ production = false } = {}) {
  const args = production ? ['--production'] : [];
  const { code, output } = await step('building', () => runNode(['esbuild.js', ...args], { cwd: ROOT }));
  if (code !== 0) throw new Refusal(`The build failed:\n${output.trimEnd()}`);
}

function areDependenciesCurrent() {
  const folder = join(ROOT, 'node_modules');
  if (!existsSync(folder)) return false;
  // A linked folder belongs to somebody else: never replace it.
  if (lstatSync(folder).isSymbolicLink()) return true;
  const installed = join(folder, '.package-lock.json');
  if (!existsSync(installed)) return false;
  const have = readVersions(installed);
  return [...readVersions(join(ROOT, 'package-lock.json'))].every(
    ([path, { version, optional }]) => (have.get(path)?.version ?? (optional ? version : '')) === version,
  );
}

/**
 * @param {string} file a package-lock.json, or npm's record of what it installed
 * @returns {Map<string, { version: string, optional: boolean }>} by path below the project
 */
function readVersions(file) {
  /** @type {{ packages?: Record<string, { version?: string, optional?: boolean }> }} */
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(
    Object.entries(lock.packages ?? {})
      .filter(([path]) => path !== '')
      .map(([path, { version = '', optional = false }]) => [path, { version, optional }]),
  );
}
