// @ts-check
// `npm test [-- SUITE…]`: sets everything up, runs the suites, and ends with the line `N passed, N failed`.
import { packExtension } from './packing.mjs';
import { formatSeconds, step } from './progress.mjs';
import { build, installDependencies, Refusal, runMain } from './setup.mjs';
import { bundleExtensionTests, bundleNodeTests, listTestFiles } from './testing/bundle.mjs';
import { failure } from './testing/outcome.mjs';
import { listSuites } from './testing/suites.mjs';
import { ensureBrowser } from './vscode/browser.mjs';
import { ensureVSCode } from './vscode/install.mjs';

await runMain(async () => {
  await installDependencies();
  const suites = chooseSuites();
  await build({ production: true });
  await step('packing the extension', () => packExtension());
  await step('bundling the tests', bundleTests);
  if (suites.some(({ needsVSCode }) => needsVSCode)) {
    await ensureVSCode();
    await ensureBrowser();
  }
  let passed = 0;
  let failed = 0;
  for (const suite of suites) {
    const start = performance.now();
    const outcome = await suite.run().catch((error) => failure(error.stack ?? String(error)));
    passed += outcome.passed;
    failed += outcome.failed;
    for (const complaint of outcome.complaints) console.log(`\n✗ ${suite.name}: ${complaint}\n`);
    const skipped = outcome.skipped === 0 ? '' : `, ${outcome.skipped} skipped`;
    const result = `${outcome.passed} passed, ${outcome.failed} failed${skipped}`;
    console.log(`${suite.name.padEnd(24)} ${result.padEnd(40)} ${formatSeconds(performance.now() - start)}`);
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
});

async function bundleTests() {
  await bundleNodeTests(listTestFiles().filter((file) => !file.startsWith('vscode/')));
  await bundleExtensionTests();
}

/** All suites, or those named on the command line. */
function chooseSuites() {
  const all = listSuites();
  const names = process.argv
    .slice(2)
    .filter((arg, i, args) => !arg.startsWith('--') && args[i - 1] !== '--grep');
  const unknown = names.find((name) => all.every((suite) => suite.name !== name));
  if (unknown !== undefined) {
    throw new Refusal(`There is no suite “${unknown}”; there are ${all.map(({ name }) => name).join(', ')}.`);
  }
  return names.length === 0
    ? all.filter(({ onDemand }) => !onDemand)
    : all.filter(({ name }) => names.includes(name));
}
