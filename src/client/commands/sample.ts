/** “Open the Sample Case”: copies the articles that come with the extension to its own storage and opens that folder. */
import { commands, type ExtensionContext, FileType, Uri, workspace } from 'vscode';

const SAMPLE = 'seeds';

/** The sample stays as the user left it: files that are there already are not written again. */
export async function openSample({ extensionUri, globalStorageUri }: ExtensionContext): Promise<void> {
  const from = Uri.joinPath(extensionUri, SAMPLE);
  const to = Uri.joinPath(globalStorageUri, 'sample', SAMPLE);
  await workspace.fs.createDirectory(to);
  const present = new Set((await workspace.fs.readDirectory(to)).map(([name]) => name));
  for (const [name, type] of await workspace.fs.readDirectory(from)) {
    if (type !== FileType.File || present.has(name)) continue;
    await workspace.fs.writeFile(
      Uri.joinPath(to, name),
      await workspace.fs.readFile(Uri.joinPath(from, name)),
    );
  }
  const forceNewWindow = (workspace.workspaceFolders?.length ?? 0) > 0;
  await commands.executeCommand('vscode.openFolder', to, { forceNewWindow });
}
