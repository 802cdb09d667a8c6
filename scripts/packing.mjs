// @ts-check
// Packs the extension into a VSIX, and packs the small companion that `npm start` and the pictures use.
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runNode } from './processes.mjs';
import { Refusal, ROOT } from './setup.mjs';

/** Where `npm test` and `npm start` keep the packed extension. */
export const VSIX = join(ROOT, 'out', 'counterclaim.vsix');

/** Where the extension's files lie: .vscodeignore chooses among them. */
const PARTS = [
  ...['dist', 'l10n', 'media', 'seeds', 'syntaxes'],
  ...['package.json', 'package.nls.json', 'package.nls.de.json', 'package.nls.fr.json'],
  ...['language-configuration.json', 'README.md', 'CHANGELOG.md', 'LICENSE', '.vscodeignore'],
];

/**
 * Copies the extension's files, without the rest of the project: vsce walks through every file it is shown.
 * @param {string} folder is made anew
 */
export function stageExtension(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of PARTS.filter((name) => existsSync(join(ROOT, name)))) {
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  }
}

/**
 * Packs what dist/ holds; build for production first.
 * @param {string} [file] where to write the VSIX
 * @returns {Promise<void>}
 */
export async function packExtension(file = VSIX) {
  const folder = join(ROOT, 'out', 'extension');
  stageExtension(folder);
  await pack(folder, file);
}

/**
 * @param {string} folder an extension's, with its manifest
 * @param {string} file where to write the VSIX
 */
export async function pack(folder, file) {
  mkdirSync(dirname(file), { recursive: true });
  const { code, output } = await runNode(
    [
      join(ROOT, 'node_modules/@vscode/vsce/vsce'),
      'package',
      // Everything is bundled.
      '--no-dependencies',
      '--no-rewrite-relative-links',
      '--skip-license',
      '--allow-missing-repository',
      `--out=${file}`,
    ],
    { cwd: folder },
  );
  if (code !== 0) throw new Refusal(`The extension could not be packed:\n${output.trimEnd()}`);
}
