/** The language server’s entry on Node. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server';

startServer(createConnection(ProposedFeatures.all), {
  readResource: (file) => readFileSync(join(__dirname, file)),
  now: () => performance.now(),
});
