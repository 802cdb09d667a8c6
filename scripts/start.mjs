// @ts-check
// `npm start [-- FOLDER] [--desktop]`: shows Counterclaim in a real VS Code, on seeds/ or on a folder of articles.
import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packExtension, VSIX } from './packing.mjs';
import { run, start } from './processes.mjs';
import { step } from './progress.mjs';
import { build, installDependencies, Refusal, ROOT, runMain } from './setup.mjs';
import { CACHE } from './vscode/install.mjs';
import { startServer } from './vscode/server.mjs';
import { prepareSession } from './vscode/session.mjs';

const PORT = 3210;
const SEEDS = join(ROOT, 'seeds');
const USE = 'Use: npm start [-- FOLDER] [-- --desktop] [-- --no-open]';

await runMain(async () => {
  const { folder, desktop, open } = readArguments();
  await installDependencies();
  await build({ production: true });
  await step('packing the extension', () => packExtension());
  await (desktop ? showOnDesktop(folder) : serve(folder, open));
});

function readArguments() {
  const words = process.argv.slice(2);
  const flags = words.filter((word) => word.startsWith('-'));
  const [folder = SEEDS, ...more] = words.filter((word) => !word.startsWith('-'));
  const unknown = flags.find((flag) => flag !== '--desktop' && flag !== '--no-open');
  if (unknown !== undefined || more.length > 0) throw new Refusal(USE);
  // npm changes into the project first; a person means the folder where the command was given.
  const path = resolve(process.env['INIT_CWD'] ?? '.', folder);
  if (!existsSync(path)) throw new Refusal(`There is no folder ${path}.`);
  if (!statSync(path).isDirectory())
    throw new Refusal(`${path} is a file; give the folder that holds the articles.`);
  return { folder: path, desktop: flags.includes('--desktop'), open: !flags.includes('--no-open') };
}

/** @param {string} folder @param {boolean} open */
async function serve(folder, open) {
  const home = join(CACHE, 'session');
  await step('installing the extension in VS Code', () => prepareSession(home));
  const token = randomBytes(16).toString('hex');
  // Our own articles need no question of trust; for other folders VS Code asks as it always does.
  const server = await startServer({ home, port: PORT, token, trustEverything: folder === SEEDS });
  const address = `${server.origin}/?${new URLSearchParams({ tkn: token, folder })}`;
  if (server.port !== PORT) console.log(`Port ${PORT} is in use; taking ${server.port}.`);
  console.log(`\nCounterclaim is open on ${folder}:\n\n  ${address}\n\nCtrl-C ends it.`);
  if (open && hasDisplay()) openInBrowser(address);
  process.exitCode = await server.ended;
}

/** @param {string} folder */
async function showOnDesktop(folder) {
  const { code, output } = await run('code', ['--install-extension', VSIX, '--force']);
  if (code === 127) {
    throw new Refusal(
      'There is no `code` command here: install VS Code, or run “npm start” without --desktop.',
    );
  }
  if (code !== 0) throw new Refusal(`VS Code could not install the extension:\n${output.trimEnd()}`);
  const opened = await run('code', [folder]);
  if (opened.code !== 0) throw new Refusal(`VS Code could not open ${folder}:\n${opened.output.trimEnd()}`);
  console.log(`VS Code is open on ${folder}; choose Counterclaim in the activity bar.`);
}

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** Failing to open it is no failure: the address is on the screen. @param {string} address */
function openInBrowser(address) {
  /** @type {Record<string, [string, ...string[]]>} */
  const openers = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] };
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  const quoted = process.platform === 'win32' ? address.replaceAll('&', '^&') : address;
  start(command, [...args, quoted], { stdio: 'ignore' }).once('error', () => undefined);
}
