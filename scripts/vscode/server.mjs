// @ts-check
// Runs VS Code's server on 127.0.0.1 and says where.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { run, start, stop } from '../processes.mjs';
import { Refusal } from '../setup.mjs';
import { ensureVSCode } from './install.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {string} home where settings, extensions and logs go; nothing is written elsewhere
 * @property {number} [port] the port to try first; another one when it is used, or when none is given
 * @property {string} [token] the connection token; without one, everybody on this machine may connect
 * @property {boolean} [driven] lets a page load extensions under development and their tests
 * @property {boolean} [trustEverything] asks nobody whether a folder can be trusted
 * @property {Readonly<Record<string, string>>} [env] variables for the server and the extension host
 */
/**
 * @typedef {object} Server
 * @property {number} port
 * @property {string} origin such as `http://127.0.0.1:4321`
 * @property {() => Promise<void>} stop ends the server and all that it started
 * @property {Promise<number>} ended its exit code
 */

const START_LIMIT_MS = 120_000;
const READY = /agent listening on (\d+)/;

/**
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer({
  home,
  port = 0,
  token,
  driven = false,
  trustEverything = false,
  env = {},
}) {
  const { node, serverMain } = await ensureVSCode();
  const folders = prepareHome(home);
  const args = [
    serverMain,
    ...folders,
    '--host=127.0.0.1',
    `--port=${(await isFree(port)) ? port : 0}`,
    ...tokenArguments(home, token),
    ...(driven ? ['--enable-smoke-test-driver'] : []),
    ...(trustEverything ? ['--disable-workspace-trust'] : []),
  ];
  const child = start(node, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((/** @type {(code: number) => void} */ resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
    child.once('error', () => resolve(127));
  });
  const listening = await waitForPort(child, ended);
  return { port: listening, origin: `http://127.0.0.1:${listening}`, stop: () => stop(child), ended };
}

/**
 * Installs a packed extension for servers with this home.
 * @param {string} home
 * @param {string} vsix
 */
export async function installExtension(home, vsix) {
  const { node, serverMain } = await ensureVSCode();
  const { code, output } = await run(node, [
    serverMain,
    ...prepareHome(home),
    `--install-extension=${vsix}`,
    '--force',
  ]);
  if (code !== 0) throw new Refusal(`The extension could not be installed:\n${output.trimEnd()}`);
}

/** @param {string} home @returns {string[]} the arguments that keep everything in there */
function prepareHome(home) {
  const user = join(home, 'user');
  const extensions = join(home, 'extensions');
  const data = join(home, 'server');
  for (const folder of [user, extensions, data]) mkdirSync(folder, { recursive: true });
  return [
    `--user-data-dir=${user}`,
    `--extensions-dir=${extensions}`,
    `--server-data-dir=${data}`,
    '--accept-server-license-terms',
    '--telemetry-level=off',
  ];
}

/** The token goes through a file: a process list would show an argument. @param {string} home @param {string} [token] */
function tokenArguments(home, token) {
  if (token === undefined) return ['--without-connection-token'];
  const file = join(home, 'token');
  writeFileSync(file, token, { mode: 0o600 });
  return [`--connection-token-file=${file}`];
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<number>} ended
 * @returns {Promise<number>} the port
 */
async function waitForPort(child, ended) {
  let output = '';
  /** @type {Promise<number>} */
  const listening = new Promise((resolve) => {
    const read = (/** @type {string} */ text) => {
      output += output.length < 100_000 ? text : '';
      const port = READY.exec(output)?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    child.stdout?.setEncoding('utf8').on('data', read);
    child.stderr?.setEncoding('utf8').on('data', read);
  });
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, START_LIMIT_MS);
  });
  const port = await Promise.race([listening, ended.then(() => undefined), late.then(() => undefined)]);
  clearTimeout(timer);
  if (port !== undefined) return port;
  await stop(child);
  throw new Refusal(`VS Code's server did not start:\n${output.trimEnd()}`);
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => resolve(true)));
  });
}
