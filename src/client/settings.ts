/** Reads the settings of every workspace folder, complains once about a wrong value, and tells the server. */
import { type Disposable, type LogOutputChannel, type Uri, workspace } from 'vscode';
import { SECTION } from '../protocol/names';
import { readSettings, type Settings, type WrongSetting } from '../protocol/settings';

export interface SettingsService extends Disposable {
  /** The settings for a file or folder; those of the window without one. */
  of(scope: Uri | undefined): Settings;
  /** What is wrong with the settings as they are now, one sentence each. */
  readonly wrong: readonly string[];
  /** Tells the settings of every folder, now and whenever they change. */
  tell(listener: (folder: string, settings: Settings) => void): void;
}

export function createSettings(log: LogOutputChannel): SettingsService {
  const complained = new Set<string>();
  const wrongNow = new Map<string, readonly string[]>();
  let listener: ((folder: string, settings: Settings) => void) | undefined;

  const read = (scope: Uri | undefined): { settings: Settings; wrong: readonly WrongSetting[] } => {
    const values = workspace.getConfiguration(SECTION, scope ?? null);
    return readSettings((key) => values.get(key));
  };
  const readFolder = (folder: Uri | undefined): Settings => {
    const { settings, wrong } = read(folder);
    const sentences = wrong.map(
      ({ key, reason }) => `Setting ${SECTION}.${key}: ${reason}. The default is used.`,
    );
    wrongNow.set(folder?.toString() ?? '', sentences);
    for (const sentence of sentences) {
      if (complained.has(sentence)) continue;
      complained.add(sentence);
      log.warn(sentence);
    }
    return settings;
  };
  const tellAll = (): void => {
    wrongNow.clear();
    for (const uri of [undefined, ...(workspace.workspaceFolders ?? []).map((folder) => folder.uri)]) {
      const settings = readFolder(uri);
      listener?.(uri?.toString() ?? '', settings);
    }
  };
  const disposables = [
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SECTION)) tellAll();
    }),
    workspace.onDidChangeWorkspaceFolders(tellAll),
  ];
  return {
    of: (scope) => read(scope).settings,
    get wrong() {
      return [...new Set([...wrongNow.values()].flat())];
    },
    tell(to) {
      listener = to;
      tellAll();
    },
    dispose() {
      for (const one of disposables) one.dispose();
    },
  };
}
