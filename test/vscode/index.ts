/** Runs this folder’s tests with mocha inside VS Code’s extension host, of whichever kind, and reports each test on the console. */
import 'mocha/mocha.js';
import { activate } from './extension';

/** What scripts/testing/extension-report.mjs reads: one such line per test, and one at the end. */
const MARK = 'counterclaim-test';
const TIMEOUT_MS = 120_000;
/** Reading the language model through a busy machine’s remote file system takes a while, once. */
const START_MS = 150_000;

/** The part that is used of mocha’s browser build, which runs in both kinds of extension host. */
interface BrowserMocha {
  setup(options: { ui: 'bdd'; timeout: number; reporter: unknown; color: boolean }): void;
}

declare const mocha: BrowserMocha;
declare const Mocha: {
  prototype: { run(this: BrowserMocha, whenDone: (failures: number) => void): unknown };
};

/**
 * @param loadTests imports the test files; called once mocha’s globals exist
 * @returns when all tests have passed
 * @throws when one failed, or none ran
 */
export async function runSuite(loadTests: () => Promise<void>): Promise<void> {
  let count = 0;
  mocha.setup({
    ui: 'bdd',
    timeout: TIMEOUT_MS,
    color: false,
    reporter: class {
      constructor(runner: Mocha.Runner) {
        const report = (state: string) => (test: Mocha.Test, error?: Error) => {
          count += state === 'pending' ? 0 : 1;
          tell({ state, title: test.fullTitle(), message: error?.message, stack: error?.stack });
        };
        runner.on('pass', report('passed'));
        runner.on('fail', report('failed'));
        runner.on('pending', report('pending'));
      }
    },
  });
  before('the extension has started', async function () {
    this.timeout(START_MS);
    await (await activate()).settled();
  });
  await loadTests();
  const failures = await new Promise<number>((resolve) => {
    // Not mocha.run: that one reads a page's address.
    Mocha.prototype.run.call(mocha, resolve);
  });
  tell({ state: 'end', title: describeHost() });
  if (failures > 0) throw new Error(`${failures} tests failed`);
  if (count === 0) throw new Error('no test ran');
}

function tell(line: {
  state: string;
  title: string;
  message?: string | undefined;
  stack?: string | undefined;
}) {
  console.log(`${MARK} ${JSON.stringify(line)}`);
}

/** Which kind of extension host this is: the caller checks that it is the one it asked for. */
function describeHost(): 'worker' | 'node' {
  return typeof (globalThis as { importScripts?: unknown }).importScripts === 'function' ? 'worker' : 'node';
}
