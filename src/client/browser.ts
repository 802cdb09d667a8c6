/** The extension's entry in the browser: the server runs in a web worker. */
import { type ExtensionContext, Uri, workspace } from 'vscode';
import type { ServerOptions } from 'vscode-languageclient/browser';
import { PRODUCT, SECTION } from '../protocol/names';
import { type Api, activateExtension } from './activate';

export function activate(context: ExtensionContext): Api {
  return activateExtension(context, {
    createClient: async (options) => {
      const { LanguageClient } = await import('vscode-languageclient/browser');
      return new LanguageClient(SECTION, PRODUCT, await startWorker(context.extensionUri), options);
    },
  });
}

/** The compiler knows Node's globals only; in the browser this one is there. */
const scope = globalThis as unknown as { readonly Worker: new (address: string) => ServerOptions };

/** From the file's text rather than its address: remote extensions have no address that a worker may load. */
async function startWorker(extensionUri: Uri): Promise<ServerOptions> {
  const code = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', 'server-worker.js'));
  const address = URL.createObjectURL(new Blob([new Uint8Array(code)], { type: 'text/javascript' }));
  return new scope.Worker(address);
}
