/** The extension's entry on the desktop and on remotes: small, because activation waits for all of it to be read. */
import type { ExtensionContext } from 'vscode';
import { type Api, activateExtension } from './activate';

export function activate(context: ExtensionContext): Api {
  // A bundle of its own: the language client is large and not needed before there is an article.
  return activateExtension(context, () => import('./nodeSession'));
}
