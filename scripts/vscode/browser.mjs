// @ts-check
// Finds a Chromium for the tests, or unpacks the one that npm has, with the libraries and fonts it needs.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { Refusal } from '../setup.mjs';
import { ensure } from './install.mjs';

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {Record<string, string>} env variables it needs
 */

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Flags for a machine without a display, a sandbox or a network; to be passed whatever Chromium it is. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @returns {Promise<Browser>} the one named by COUNTERCLAIM_BROWSER, an installed one, or npm's */
export async function ensureBrowser() {
  const executablePath = process.env['COUNTERCLAIM_BROWSER'] ?? INSTALLED.find((path) => existsSync(path));
  if (executablePath !== undefined) return { executablePath, env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Refusal('The tests drive a Chromium: install Chrome, or name one in COUNTERCLAIM_BROWSER.');
  }
  const folder = await ensure('browser', 'fetching a browser (about 300 MB unpacked, once)', unpack);
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(folder, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/** @param {string} folder */
async function unpack(folder) {
  const packed = join(folder, 'node_modules', '@sparticuz', 'chromium', 'bin');
  const read = (/** @type {string} */ name) => brotliDecompressSync(readFileSync(join(packed, name)));
  writeFileSync(join(folder, 'chromium'), read('chromium.br'), { mode: 0o755 });
  for (const archive of ['al2023.tar.br', 'fonts.tar.br']) {
    execFileSync('tar', ['-x', '-f', '-', '-C', folder], { input: read(archive) });
  }
  const fonts = join(folder, 'fonts');
  mkdirSync(fonts, { recursive: true });
  cpSync(join(folder, 'node_modules', 'dejavu-fonts-ttf', 'ttf'), join(fonts, 'dejavu'), { recursive: true });
  writeFileSync(join(folder, 'fonts.conf'), FONTS_CONF);
}

/** The machine's own fonts and ours, so that a page looks the same on a machine that has none. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias binding="strong"><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="strong"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="strong"><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
`;
