/** `npm start` serves the seeds behind a token, on another port when its own is in use, and leaves no process behind. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { readSeeds } from './case';

const START_MS = 300_000;
const PORT = 3210;
const ADDRESS = /http:\/\/127\.0\.0\.1:(\d+)\/\?tkn=(\w+)&folder=(\S+)/;
const POLL_MS = 50;

describe('npm start', function () {
  this.timeout(START_MS);

  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  it('serves on a free port, asks for the token, and ends all of it with Ctrl-C', async () => {
    const seeds = readSeeds();
    const taken = await takePort();
    const child = spawn('npm', ['start', '--', '--no-open'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    try {
      const [address, port, , folder] = await readAddress(child);
      assert.notEqual(Number(port), PORT);
      assert.equal(decodeURIComponent(folder), `${process.cwd()}/seeds`);
      // The token becomes a cookie, which a browser keeps.
      const entry = await fetch(address, { redirect: 'manual' });
      const cookie = entry.headers.get('set-cookie')?.split(';')[0] ?? '';
      assert.equal(entry.status, 302);
      assert.equal((await fetch(`http://127.0.0.1:${port}/`, { headers: { cookie } })).status, 200);
      assert.equal((await fetch(`http://127.0.0.1:${port}/`)).status, 403);
      const group = listGroupAndChildren(child);
      assert.ok(group.length >= 3, 'npm, the script and the server run');
      interrupt(child);
      await once(child, 'exit');
      while (group.some(isRunning)) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      await assert.rejects(fetch(address), 'the server is gone');
      assert.deepEqual(readSeeds(), seeds);
    } finally {
      interrupt(child);
      taken?.close();
    }
  });

  it('says in one sentence that a folder does not exist', async () => {
    const child = spawn(process.execPath, ['scripts/start.mjs', 'no/such/folder'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
    });
    const [code] = (await once(child, 'close')) as [number];
    assert.equal(code, 2);
    assert.match(said.trim(), /^There is no folder .*no\/such\/folder\.$/);
  });
});

/** Occupies the port that `npm start` would like; undefined when somebody else has it, which serves as well. */
async function takePort(): Promise<Server | undefined> {
  const server = createServer().listen({ port: PORT, host: '127.0.0.1' });
  return Promise.race([
    once(server, 'listening').then(() => server),
    once(server, 'error').then(() => undefined),
  ]);
}

async function readAddress(child: ChildProcess): Promise<[string, string, string, string]> {
  let output = '';
  for await (const text of child.stdout ?? []) {
    output += text;
    const [address, port, token, folder] = ADDRESS.exec(output) ?? [];
    if (address && port && token && folder) return [address, port, token, folder];
  }
  throw new Error(`no address was printed:\n${output}`);
}

/** What Ctrl-C does: an interrupt for everybody in the terminal's foreground. */
function interrupt(child: ChildProcess): void {
  try {
    process.kill(-(child.pid ?? 0), 'SIGINT');
  } catch {
    // Everybody is gone.
  }
}

/** The process ids of a child and all its descendants. */
function listGroupAndChildren(child: ChildProcess): number[] {
  const found = [child.pid ?? 0];
  for (const pid of found) {
    found.push(
      ...readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
        .trim()
        .split(' ')
        .filter(Boolean)
        .map(Number),
    );
  }
  return found;
}

function isRunning(pid: number): boolean {
  try {
    // A zombie has ended; only its parent has not looked yet.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
