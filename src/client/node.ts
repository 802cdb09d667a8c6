/** The extension's entry on the desktop and on remotes: the server runs as a Node process. */
import { type ExtensionContext, Uri } from 'vscode';
import { PRODUCT, SECTION } from '../protocol/names';
import { type Api, activateExtension } from './activate';

export function activate(context: ExtensionContext): Api {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server-node.js').fsPath;
  return activateExtension(context, {
    createClient: async (options) => {
      const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
      return new LanguageClient(SECTION, PRODUCT, { module, transport: TransportKind.ipc }, options);
    },
  });
}
