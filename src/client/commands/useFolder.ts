/** “Use This Folder as a Case”: makes the text files of a folder articles, by the workspace's setting. */
import { ConfigurationTarget, commands, l10n, Uri, type WorkspaceFolder, window, workspace } from 'vscode';
import { SECTION, viewId } from '../../protocol/names';
import { readArticleGlobs } from '../../protocol/settings';
import { relativePath } from '../files/list';

/** @param clicked the folder of the explorer's menu; without it the workspace folder, asked for when several */
export async function useFolderAsCase(clicked: unknown): Promise<void> {
  const folder = await chooseFolder(clicked);
  if (folder === undefined) return;
  const path = clicked instanceof Uri ? relativePath(folder.uri, clicked) : undefined;
  const glob = `${path === undefined ? '' : `${escapeGlob(path)}/`}**/*.txt`;
  const settings = workspace.getConfiguration(SECTION, folder);
  const { globs } = readArticleGlobs(settings.get('articles'));
  if (!globs.includes(glob)) {
    const several = (workspace.workspaceFolders?.length ?? 0) > 1;
    const target = several ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Workspace;
    await settings.update('articles', [...globs, glob], target);
  }
  await commands.executeCommand(`${viewId('articles')}.focus`);
}

async function chooseFolder(clicked: unknown): Promise<WorkspaceFolder | undefined> {
  if (clicked instanceof Uri) return workspace.getWorkspaceFolder(clicked);
  const [first, ...others] = workspace.workspaceFolders ?? [];
  if (first === undefined) {
    await commands.executeCommand('vscode.openFolder');
    return undefined;
  }
  if (others.length === 0) return first;
  return window.showWorkspaceFolderPick({ placeHolder: l10n.t('Which folder holds the articles?') });
}

/** Folder names with brackets or braces are taken literally. */
function escapeGlob(path: string): string {
  return path.replace(/[[{*?]/g, '[$&]');
}
