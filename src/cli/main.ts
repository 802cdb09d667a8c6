/** The command line's entry: hands arguments and streams to the commands. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectResources } from '../engine';
import { run } from './run';

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const { NO_COLOR } = process.env;

process.exitCode = run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  colour: process.stdout.isTTY === true && NO_COLOR === undefined,
  readResources: () => collectResources((file) => readFileSync(join(__dirname, file))),
});
