// @ts-check
// `npm run fuzz [-- RUNS]`: the property tests with a new random seed and many more runs; prints the seed.
import { randomInt } from 'node:crypto';
import { runNode } from './processes.mjs';
import { build, installDependencies, runMain } from './setup.mjs';
import { bundleNodeTests, bundleOf, listTestFiles } from './testing/bundle.mjs';

await runMain(async () => {
  const runs = process.argv[2] ?? '5000';
  const seed = String(randomInt(2 ** 31));
  await installDependencies();
  await build({ production: true });
  const files = listTestFiles().filter(
    (file) => file.startsWith('property/') || file.startsWith('engine/text/'),
  );
  await bundleNodeTests(files);
  console.log(`seed ${seed}, ${runs} runs of each property`);
  const env = { COUNTERCLAIM_FUZZ_SEED: seed, COUNTERCLAIM_FUZZ_RUNS: runs };
  const mocha = ['node_modules/mocha/bin/mocha.js', '--timeout=0', ...files.map(bundleOf)];
  const { code } = await runNode(mocha, { env, show: true });
  process.exitCode = code ?? 1;
});
