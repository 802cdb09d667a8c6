// Builds everything under dist/: client and server for Node and for the browser, the command line, the data files.
const { copyFileSync, existsSync, mkdirSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const esbuild = require('esbuild');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** Output file → entry, with the platform it runs on. */
const BUNDLES = [
  { out: 'client-node', entry: 'src/client/node.ts', platform: 'node' },
  { out: 'client-node-session', entry: 'src/client/nodeSession.ts', platform: 'node' },
  { out: 'client-browser', entry: 'src/client/browser.ts', platform: 'browser', format: 'cjs' },
  { out: 'server-node', entry: 'src/server/node.ts', platform: 'node' },
  { out: 'server-worker', entry: 'src/server/worker.ts', platform: 'browser' },
  { out: 'board', entry: 'src/webview/main.ts', platform: 'browser' },
  { out: 'board', entry: 'src/webview/board.css', platform: 'browser' },
  { out: 'cli', entry: 'src/cli/main.ts', platform: 'node', banner: '#!/usr/bin/env node' },
];

/** Modules that stay bundles of their own beside the one that loads them: import → file. */
const APART = { './nodeSession': './client-node-session.js' };

/** @type {import('esbuild').Plugin} */
const keepApart = {
  name: 'keep-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/nodeSession$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: APART[path], external: true } : undefined,
    );
  },
};

/** Word lists are imported as text. */
const LOADERS = { '.txt': 'text' };

const options = ({ out, entry, platform, format, banner }) => ({
  entryPoints: { [out]: entry },
  outdir: 'dist',
  bundle: true,
  format: format ?? (platform === 'node' ? 'cjs' : 'iife'),
  platform: platform === 'node' ? 'node' : 'browser',
  target: platform === 'node' ? 'node20' : 'es2022',
  external: ['vscode'],
  plugins: [keepApart],
  // `require` rather than `import()`: only the former knows the module “vscode” in every extension host.
  supported: { 'dynamic-import': false },
  loader: LOADERS,
  minify: production,
  sourcemap: production ? false : 'linked',
  banner: banner ? { js: banner } : {},
  logLevel: 'warning',
});

function copyData() {
  mkdirSync('dist', { recursive: true });
  const model = 'wink-eng-lite-web-model/dist/languages/cur/models/eng-core-web-model.json';
  copyFileSync(require.resolve(model), join('dist', 'english.json'));
  if (existsSync('models')) {
    for (const file of readdirSync('models')) copyFileSync(join('models', file), join('dist', file));
  }
}

async function main() {
  copyData();
  if (watch) {
    const contexts = await Promise.all(BUNDLES.map((bundle) => esbuild.context(options(bundle))));
    await Promise.all(contexts.map((context) => context.watch()));
    return;
  }
  await Promise.all(BUNDLES.map((bundle) => esbuild.build(options(bundle))));
}

module.exports = { LOADERS };

if (require.main === module) {
  main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
