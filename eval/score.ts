/** Runs a scorer on our command line, on a peer, or on our command line without one of its models. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Measure, MODELS, type ModelName, type Peer } from './measures';

export const OURS = 'node dist/cli.js';
const MAGIC_BYTES = 4;
const LONGEST_OUTPUT = 1 << 28;

export interface Outcome {
  /** The command to run it again. */
  readonly command: string;
  /** What the scorer printed; `undefined` when it could not run. */
  readonly output: string | undefined;
  /** Why it could not run; empty when it did. */
  readonly trouble: string;
}

/** What of the measure's files is not there. */
export function findAbsent({ script, data }: Measure): string[] {
  return [script, ...data].filter((path) => !existsSync(path));
}

/** Scores the command line `cli`, which is asked to `analyze --format json PATH…`. */
export function scoreWith({ script, data }: Measure, cli: string): Outcome {
  const command = `node ${script} --cli "${cli}" ${data.join(' ')}`.trim();
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [script, '--cli', cli, ...data], {
    encoding: 'utf8',
    maxBuffer: LONGEST_OUTPUT,
  });
  if (error !== undefined) return { command, output: undefined, trouble: error.message };
  if (status !== 0) return { command, output: undefined, trouble: stderr.trim().split('\n').at(-1) ?? '' };
  return { command, output: stdout, trouble: '' };
}

/** Scores a peer through the same script. */
export function scorePeer(measure: Measure, peer: Peer): Outcome {
  return scoreWith(measure, `node eval/peers/${peer}.mjs`);
}

/** Scores our command line with the weights of `model` set to nothing, so that only rules and lists speak. */
export function scoreWithout(measure: Measure, model: ModelName): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'counterclaim-eval-'));
  try {
    cpSync('dist', folder, { recursive: true });
    const file = join(folder, MODELS[model]);
    const blank = new Uint8Array(readFileSync(file));
    blank.fill(0, MAGIC_BYTES);
    writeFileSync(file, blank);
    return scoreWith(measure, `node ${join(folder, 'cli.js')}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
