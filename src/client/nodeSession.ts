/** Starts the language server as a Node process; a bundle of its own that is read when the first article is met. */
import { Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { PRODUCT, SECTION } from '../protocol/names';
import { type OpenSession, startSession } from './session';

export const openSession: OpenSession = (setup) => {
  const module = Uri.joinPath(setup.extensionUri, 'dist', 'server-node.js').fsPath;
  return startSession(
    async (options) =>
      new LanguageClient(SECTION, PRODUCT, { module, transport: TransportKind.ipc }, options),
    setup,
  );
};
