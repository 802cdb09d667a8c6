/** Lists the files of a workspace folder that belong to its case, on any file system. */
import { FileType, RelativePattern, Uri, type WorkspaceFolder, workspace } from 'vscode';

/** File systems that the editor searches itself. */
const SEARCHED = new Set(['file', 'vscode-remote']);
/** A walk ends after this many folders: a file system without search is small. */
const MOST_FOLDERS = 5000;
const SKIPPED = new Set(['node_modules', '.git', '.vscode', '.counterclaim']);

/** Path of `uri` below `folder` with `/`; `undefined` when it is not below it. */
export function relativePath(folder: Uri, uri: Uri): string | undefined {
  if (folder.scheme !== uri.scheme || folder.authority !== uri.authority) return undefined;
  const base = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return uri.path.startsWith(base) ? uri.path.slice(base.length) : undefined;
}

/** @param matches a test on paths relative to the folder */
export async function listFiles(
  folder: WorkspaceFolder,
  globs: readonly string[],
  matches: (path: string) => boolean,
): Promise<Uri[]> {
  const found = SEARCHED.has(folder.uri.scheme) ? await search(folder, globs) : await walk(folder.uri);
  return found.filter((uri) => {
    const path = relativePath(folder.uri, uri);
    return path !== undefined && matches(path);
  });
}

/** Globs that begin with the folder's own name find nothing below it, so every text file is asked for too. */
async function search(folder: WorkspaceFolder, globs: readonly string[]): Promise<Uri[]> {
  const patterns = ['**/*.{txt,article,news}', ...globs];
  const lists = await Promise.all(
    patterns.map((glob) =>
      Promise.resolve(workspace.findFiles(new RelativePattern(folder, glob))).catch(() => []),
    ),
  );
  return [...new Map(lists.flat().map((uri) => [uri.toString(), uri])).values()];
}

async function walk(root: Uri): Promise<Uri[]> {
  const found: Uri[] = [];
  const waiting = [root];
  for (let seen = 0; seen < MOST_FOLDERS; seen++) {
    const folder = waiting.shift();
    if (folder === undefined) break;
    for (const [name, type] of await readFolder(folder)) {
      const uri = Uri.joinPath(folder, name);
      if ((type & FileType.Directory) !== 0 && !SKIPPED.has(name)) waiting.push(uri);
      else if ((type & FileType.File) !== 0) found.push(uri);
    }
  }
  return found;
}

async function readFolder(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
