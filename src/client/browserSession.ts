/** Starts the language server in a web worker. */
import { Uri, workspace } from 'vscode';
import { LanguageClient, type ServerOptions } from 'vscode-languageclient/browser';
import { PRODUCT, SECTION } from '../protocol/names';
import { type OpenSession, startSession } from './session';

export const openSession: OpenSession = (setup) =>
  startSession(
    async (options) => new LanguageClient(SECTION, PRODUCT, await startWorker(setup.extensionUri), options),
    setup,
  );

/** The compiler knows Node's globals only; in the browser this one is there. */
const scope = globalThis as unknown as { readonly Worker: new (address: string) => ServerOptions };

/** From the file's text rather than its address: remote extensions have no address that a worker may load. */
async function startWorker(extensionUri: Uri): Promise<ServerOptions> {
  const code = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', 'server-worker.js'));
  const address = URL.createObjectURL(new Blob([new Uint8Array(code)], { type: 'text/javascript' }));
  return new scope.Worker(address);
}
