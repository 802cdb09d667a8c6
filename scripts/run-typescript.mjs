// @ts-check
// `node scripts/run-typescript.mjs FILE [ARGUMENT…]`: bundles a TypeScript program of bench/ or eval/ and runs it.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { LOADERS } = createRequire(import.meta.url)('../esbuild.js');
const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage: node scripts/run-typescript.mjs FILE [ARGUMENT…]');
  process.exit(2);
}
const outfile = join(root, 'out', 'run', `${basename(file, '.ts')}.cjs`);
await build({
  entryPoints: [file],
  outfile,
  bundle: true,
  platform: 'node',
  loader: LOADERS,
  // It loads parts of itself by path.
  external: ['recheck'],
  sourcemap: 'linked',
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['--expose-gc', '--enable-source-maps', outfile, ...args], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
