// @ts-check
// `npm run package`: builds for production and writes counterclaim-VERSION.vsix.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packExtension } from './packing.mjs';
import { build, installDependencies, ROOT, runMain } from './setup.mjs';

await runMain(async () => {
  await installDependencies();
  await build({ production: true });
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const file = join(ROOT, `${name}-${version}.vsix`);
  await packExtension(file);
  console.log(`${file} (${(statSync(file).size / 2 ** 20).toFixed(2)} MB)`);
});
