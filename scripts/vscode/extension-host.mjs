#!/usr/bin/env node
// @ts-check
// Stands in for the `code` executable that @vscode/test-electron spawns: runs extension tests in VS Code from npm.
//
// --extensionDevelopmentPath and --extensionTestsPath are those of VS Code; a plain argument is the folder to open.
// The tests' own lines come out here, the rest of the console only when they do not come to an end;
// the verdict is the exit code.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { runMain } from '../setup.mjs';
import { BROWSER_FLAGS, ensureBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

const LIMIT_MS = 8 * 60_000;
const LOG_LINES = 60;
const LOG_WIDTH = 300;

await runMain(async () => {
  const home = mkdtempSync(join(tmpdir(), 'counterclaim-vscode-'));
  try {
    process.exitCode = await runTests(home);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});

/** @param {string} home @returns {Promise<number>} the exit code */
async function runTests(home) {
  const server = await startServer({
    home,
    driven: true,
    trustEverything: !process.argv.includes('--ask-for-trust'),
  });
  const { executablePath, env } = await ensureBrowser();
  const browser = await chromium.launch({
    executablePath,
    args: BROWSER_FLAGS,
    env: { ...process.env, ...env },
  });
  /** @type {string[]} */
  const log = [];
  let ended = false;
  try {
    const page = await browser.newPage();
    /** @type {Promise<number>} */
    const verdict = new Promise((resolve) => {
      page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => resolve(code));
      page.exposeFunction(
        'codeAutomationLog',
        (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
          const line = args.join(' ');
          if (line.includes('counterclaim-test {')) console.log(line);
          else log.push(`[${type}] ${line.slice(0, LOG_WIDTH)}`);
          if (line.includes('"state":"end"')) ended = true;
        },
      );
      page.once('crash', () => resolve(1));
      setTimeout(() => {
        console.error(`no verdict after ${LIMIT_MS / 1000} s`);
        resolve(1);
      }, LIMIT_MS).unref();
    });
    await page.goto(pageAddress(server));
    const code = await verdict;
    if (!ended) console.error(log.slice(-LOG_LINES).join('\n'));
    return code;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** @param {import('./server.mjs').Server} server */
function pageAddress({ origin, port }) {
  const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(readArgument('extensionDevelopmentPath'))],
    ['extensionTestsPath', remote(readArgument('extensionTestsPath'))],
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({
    folder: process.argv.slice(2).find((argument) => !argument.startsWith('-')) ?? '/',
    payload: JSON.stringify(payload),
  });
  return `${origin}/?${query}`;
}

/** @param {string} name @returns {string} the value of `--name=value` */
function readArgument(name) {
  const prefix = `--${name}=`;
  const argument = process.argv.find((candidate) => candidate.startsWith(prefix));
  if (argument === undefined) throw new Error(`${prefix}… is missing`);
  return argument.slice(prefix.length);
}
