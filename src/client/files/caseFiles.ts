/** Knows which files of each workspace folder are articles and tells what changes, a few events at a time. */
import {
  type ConfigurationChangeEvent,
  type Disposable,
  type LogOutputChannel,
  Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import type { CaseFiles } from '../../protocol/messages';
import { DECISIONS_FOLDER, SECTION } from '../../protocol/names';
import { readArticleGlobs } from '../../protocol/settings';
import { createMatcher } from './glob';
import { listFiles, relativePath } from './list';

/** Events within this time are told together, in milliseconds. */
const COALESCE = 80;

export interface CaseFilesListener {
  changed(files: CaseFiles): void;
  closed(folder: string): void;
}

export interface CaseFilesService extends Disposable {
  /** Lists every folder and starts to watch; resolves when the first lists are complete. */
  start(listener: CaseFilesListener): Promise<void>;
  /** Whether a file belongs to the case of its folder by its name. */
  isArticle(uri: Uri): boolean;
  readonly count: number;
}

interface Folder {
  readonly folder: WorkspaceFolder;
  globs: readonly string[];
  matches: (path: string) => boolean;
  readonly files: Set<string>;
}

export function createCaseFiles(log: LogOutputChannel): CaseFilesService {
  const folders = new Map<string, Folder>();
  const disposables: Disposable[] = [];
  const changed = new Set<string>();
  let listener: CaseFilesListener | undefined;
  let mustList = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const open = (folder: WorkspaceFolder): Folder => {
    const { globs, matches } = readSettings(folder, log);
    const opened: Folder = { folder, globs, matches, files: new Set() };
    folders.set(folder.uri.toString(), opened);
    return opened;
  };

  const list = async (current: Folder, touched: readonly string[]): Promise<void> => {
    const { folder, globs, matches, files } = current;
    const found = new Set((await listFiles(folder, globs, matches)).map(String));
    const added = [...found].filter((uri) => !files.has(uri)).sort();
    const removed = [...files].filter((uri) => !found.has(uri)).sort();
    for (const uri of added) files.add(uri);
    for (const uri of removed) files.delete(uri);
    tell(current, added, removed, touched);
  };

  const tell = (
    { folder, files }: Folder,
    added: readonly string[],
    removed: readonly string[],
    touched: readonly string[],
  ): void => {
    const known = touched.filter((uri) => files.has(uri) && !added.includes(uri));
    if (added.length + removed.length + known.length === 0) return;
    listener?.changed({ folder: folder.uri.toString(), name: folder.name, added, removed, changed: known });
  };

  const flush = async (): Promise<void> => {
    timer = undefined;
    const touched = [...changed];
    changed.clear();
    const again = mustList;
    mustList = false;
    for (const current of folders.values()) {
      if (again) await list(current, touched);
      else tell(current, [], [], touched);
    }
  };

  const schedule = (): void => {
    timer ??= setTimeout(() => {
      flush().catch((error) => log.error(String(error)));
    }, COALESCE);
  };

  /** New and deleted names may be folders: only a new list tells what they held. */
  const noticeName = (uri: Uri): void => {
    if (isIgnored(uri)) return;
    noticeContent(uri);
    mustList = true;
    schedule();
  };
  const noticeContent = (uri: Uri): void => {
    if (isIgnored(uri)) return;
    if (uri.path.endsWith('.json')) {
      for (const end of ['.txt', '.article', '.news']) {
        changed.add(uri.with({ path: uri.path.replace(/\.json$/, end) }).toString());
      }
    } else changed.add(uri.toString());
    schedule();
  };

  const applySettings = (event: ConfigurationChangeEvent): void => {
    for (const current of folders.values()) {
      if (event.affectsConfiguration(`${SECTION}.articles`, current.folder)) {
        Object.assign(current, readSettings(current.folder, log));
        mustList = true;
      }
    }
    if (mustList) schedule();
  };

  return {
    async start(to) {
      listener = to;
      const watcher = workspace.createFileSystemWatcher('**/*');
      disposables.push(
        watcher,
        watcher.onDidCreate(noticeName),
        watcher.onDidDelete(noticeName),
        watcher.onDidChange(noticeContent),
        workspace.onDidChangeConfiguration(applySettings),
        workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          for (const { uri } of removed) {
            if (folders.delete(uri.toString())) to.closed(uri.toString());
          }
          for (const folder of added) open(folder);
          mustList = true;
          schedule();
        }),
      );
      await Promise.all((workspace.workspaceFolders ?? []).map((folder) => list(open(folder), [])));
    },
    isArticle(uri) {
      const folder = workspace.getWorkspaceFolder(uri);
      if (folder === undefined) return false;
      const current = folders.get(folder.uri.toString()) ?? open(folder);
      const path = relativePath(folder.uri, uri);
      return path !== undefined && current.matches(path);
    },
    get count() {
      return [...folders.values()].reduce((total, { files }) => total + files.size, 0);
    },
    dispose() {
      if (timer !== undefined) clearTimeout(timer);
      for (const one of disposables) one.dispose();
    },
  };
}

function readSettings(folder: WorkspaceFolder, log: LogOutputChannel): Pick<Folder, 'globs' | 'matches'> {
  const { globs, wrong } = readArticleGlobs(workspace.getConfiguration(SECTION, folder).get('articles'));
  const matcher = createMatcher(globs, Uri.joinPath(folder.uri).path.split('/').at(-1) ?? '');
  for (const reason of [...wrong, ...matcher.wrong.map((glob) => `not a glob: ${glob}`)]) {
    log.warn(`Setting ${SECTION}.articles of ${folder.name}: ${reason}. It was left out.`);
  }
  return { globs, matches: matcher.matches };
}

/** Version control, installed packages and our own files change all the time and hold no articles. */
function isIgnored({ path }: Uri): boolean {
  return path.includes('/.git/') || path.includes('/node_modules/') || path.includes(`/${DECISIONS_FOLDER}/`);
}
