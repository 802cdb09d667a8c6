/** Which conflicts are shown: by the folder's settings, and not in a paragraph that is being written. */
import { type Conflict, SEVERITIES } from '../engine';
import { DEFAULT_SETTINGS, type Settings } from '../protocol/settings';
import type { CaseState } from './cases';

/** The settings of every case, by the URI of its folder. */
export interface FolderSettings {
  set(folder: string, settings: Settings): void;
  of(folder: string): Settings;
}

export function createFolderSettings(): FolderSettings {
  const byFolder = new Map<string, Settings>();
  return {
    set: (folder, settings) => void byFolder.set(folder, settings),
    of: (folder) => byFolder.get(folder) ?? byFolder.get('') ?? DEFAULT_SETTINGS,
  };
}

/** Whether findings of its kind are wanted at all. */
export function isWanted({ kind }: Conflict, settings: Settings): boolean {
  return settings['findings.severity'][kind] !== 'off';
}

/** Whether a conflict is grave enough to be shown in the text. */
export function isShown(conflict: Conflict, settings: Settings): boolean {
  return (
    isWanted(conflict, settings) && gravity(conflict) <= SEVERITIES.indexOf(settings['findings.threshold'])
  );
}

/** Whether the user does not want to see findings in the article `uri`. */
export function isMuted(uri: string, { folder }: CaseState, settings: Settings): boolean {
  const muted = settings['findings.mutedArticles'];
  if (muted.length === 0) return false;
  const path = pathBelow(uri, folder);
  return muted.some((one) => one === path);
}

/** The conflicts that are shown in an article, the gravest first, no more than the settings allow. */
export function shownIn(uri: string, current: CaseState, settings: Settings): readonly Conflict[] {
  if (isMuted(uri, current, settings)) return [];
  const shown = current
    .index()
    .conflictsIn(uri)
    .filter((conflict) => isShown(conflict, settings))
    .sort((a, b) => gravity(a) - gravity(b));
  const most = settings['findings.mostPerArticle'];
  return most === 0 ? shown : shown.slice(0, most);
}

function gravity({ severity }: Conflict): number {
  return SEVERITIES.indexOf(severity);
}

/** The path of a URI below a folder's, as a person writes it; the URI itself when it lies elsewhere. */
export function pathBelow(uri: string, folder: string): string {
  const path = uri.startsWith(`${folder}/`) ? uri.slice(folder.length + 1) : uri;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
