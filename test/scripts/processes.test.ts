/** No child process outlives the script that started it, however that one ends. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';

const PROCESSES = pathToFileURL('scripts/processes.mjs').href;
const POLL_MS = 20;

/** A parent that starts a shell that starts two sleepers, and prints the process ids of all three. */
const FAMILY = `
import { start } from '${PROCESSES}';
const child = start('sh', ['-c', 'sleep 300 & echo $! $$; sleep 300'], { stdio: ['ignore', 'inherit', 'inherit'] });
await new Promise((resolve) => child.once('exit', resolve));
`;

/** One that ignores requests to end. */
const STUBBORN = `
import { start } from '${PROCESSES}';
start('sh', ['-c', 'trap "" TERM; sleep 300 & echo $! $$; while :; do wait; done'], { stdio: ['ignore', 'inherit', 'inherit'] });
await new Promise((resolve) => setTimeout(resolve, 300_000));
`;

const CRASHING = `${FAMILY.replace(/await [^\n]*/, '')}
setTimeout(() => { throw new Error('a bug'); }, 500);
await new Promise((resolve) => setTimeout(resolve, 300_000));
`;

const onWindows = process.platform === 'win32';

describe('processes', () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    it(`end with ${signal}`, async function () {
      if (onWindows) this.skip();
      const { parent, children } = await startFamily(FAMILY);
      parent.kill(signal);
      await once(parent, 'exit');
      await waitUntilGone(children);
    });
  }

  it('end when they ignore the request', async function () {
    if (onWindows) this.skip();
    const { parent, children } = await startFamily(STUBBORN);
    parent.kill('SIGINT');
    await once(parent, 'exit');
    await waitUntilGone(children);
  });

  it('end when the script breaks', async function () {
    if (onWindows) this.skip();
    const { parent, children } = await startFamily(CRASHING);
    await once(parent, 'exit');
    await waitUntilGone(children);
  });

  it('report a command that does not exist and one that fails', async () => {
    const { run } = (await import(PROCESSES)) as typeof import('../../scripts/processes.mjs');
    assert.equal((await run('counterclaim-no-such-command', [])).code, 127);
    const failed = await run(process.execPath, ['-e', 'console.log("said"); process.exit(3)']);
    assert.deepEqual(failed, { code: 3, output: 'said\n' });
    const late = await run(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { timeoutMs: 300 });
    assert.notEqual(late.code, 0);
    assert.match(late.output, /not finished after 0.3 s/);
  });
});

async function startFamily(script: string) {
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const children = line.toString().trim().split(/\s+/).map(Number);
  assert.equal(children.length, 2);
  assert.ok(children.every(isRunning), 'the children run before the signal');
  return { parent, children };
}

/** A killed process stays visible until its parent has looked; the suite's time limit ends the wait. */
async function waitUntilGone(pids: readonly number[]): Promise<void> {
  while (pids.some(isRunning)) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
