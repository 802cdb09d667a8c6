/** “Mute Findings in This Article” and back: an entry of the workspace folder's setting. */
import { ConfigurationTarget, commands, Disposable, Uri, window, workspace } from 'vscode';
import { COMMANDS, SECTION } from '../../protocol/names';
import { relativePath } from '../files/list';
import type { SettingsService } from '../settings';

const KEY = 'findings.mutedArticles';

export function registerMute(settings: SettingsService): Disposable {
  const change = async (given: unknown, isMuted: boolean): Promise<void> => {
    const uri = articleOf(given);
    const folder = uri && workspace.getWorkspaceFolder(uri);
    const path = uri && folder && relativePath(folder.uri, uri);
    if (uri === undefined || folder === undefined || path === undefined) return;
    const others = settings.of(uri)[KEY].filter((one) => one !== path);
    const paths = isMuted ? [...others, path].sort() : others;
    const several = (workspace.workspaceFolders?.length ?? 0) > 1;
    const target = several ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Workspace;
    const value = paths.length === 0 ? undefined : paths;
    await workspace.getConfiguration(SECTION, folder).update(KEY, value, target);
  };
  return Disposable.from(
    commands.registerCommand(COMMANDS.muteArticle, (given: unknown) => change(given, true)),
    commands.registerCommand(COMMANDS.unmuteArticle, (given: unknown) => change(given, false)),
  );
}

/** The article of a node of the sidebar, of a menu's file, or of the editor. */
function articleOf(given: unknown): Uri | undefined {
  if (given instanceof Uri) return given;
  const subject =
    typeof given === 'object' && given !== null && 'subject' in given ? given.subject : undefined;
  if (typeof subject === 'string' && subject.startsWith('article:'))
    return Uri.parse(subject.slice('article:'.length));
  return window.activeTextEditor?.document.uri;
}
