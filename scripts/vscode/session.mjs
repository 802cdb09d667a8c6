// @ts-check
// A home for a person's session: VS Code with Counterclaim installed from its VSIX, and a calm window.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pack, VSIX } from '../packing.mjs';
import { installExtension } from './server.mjs';

const OPENER = fileURLToPath(new URL('opener', import.meta.url));

/** Written once: what a person changes later stays. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.banner': 'never',
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/**
 * Installs the packed extension and the opener in a home; what is installed already stays.
 * @param {string} home
 * @param {{ opener?: boolean }} [options]
 * @returns {Promise<void>}
 */
export async function prepareSession(home, { opener = true } = {}) {
  mkdirSync(home, { recursive: true });
  const settings = join(home, 'user', 'User', 'settings.json');
  mkdirSync(dirname(settings), { recursive: true });
  if (!existsSync(settings)) writeFileSync(settings, JSON.stringify(SETTINGS, null, 2));
  await installOnce(home, 'counterclaim', VSIX, VSIX);
  if (!opener) return;
  const vsix = join(home, 'opener.vsix');
  await pack(OPENER, vsix);
  await installOnce(home, 'opener', vsix, join(OPENER, 'opener.js'), join(OPENER, 'package.json'));
}

/**
 * @param {string} home
 * @param {string} name
 * @param {string} vsix
 * @param {...string} contents the files that decide whether an installed one is up to date
 */
async function installOnce(home, name, vsix, ...contents) {
  const hash = createHash('sha256');
  for (const file of contents) hash.update(readFileSync(file));
  const wanted = hash.digest('hex');
  const record = join(home, `${name}.installed`);
  if (existsSync(record) && readFileSync(record, 'utf8') === wanted) return;
  rmSync(record, { force: true });
  await installExtension(home, vsix);
  writeFileSync(record, wanted);
}
