/** The extension's entry in the browser. */
import type { ExtensionContext } from 'vscode';
import { type Api, activateExtension } from './activate';

export function activate(context: ExtensionContext): Api {
  return activateExtension(context, () => import('./browserSession'));
}
