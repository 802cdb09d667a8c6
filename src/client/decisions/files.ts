/** The editor's file systems as decisions use them: local, remote or virtual. */
import { FileSystemError, Uri, workspace } from 'vscode';
import type { Files } from './storage';

export const EDITOR_FILES: Files = {
  read: async (uri) => new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri))),
  write: async (uri, text) => workspace.fs.writeFile(Uri.parse(uri), new TextEncoder().encode(text)),
  replace: async (from, to) => workspace.fs.rename(Uri.parse(from), Uri.parse(to), { overwrite: true }),
  async claim(from, to) {
    try {
      await workspace.fs.rename(Uri.parse(from), Uri.parse(to), { overwrite: false });
      return true;
    } catch (error) {
      if (error instanceof FileSystemError && error.code === 'FileExists') return false;
      throw error;
    }
  },
  async written(uri) {
    return (await exists(uri)) ? (await workspace.fs.stat(Uri.parse(uri))).mtime : undefined;
  },
  wait: () => new Promise((resolve) => setTimeout(resolve, 60)),
  remove: async (uri) => workspace.fs.delete(Uri.parse(uri), { useTrash: false }),
  async list(uri) {
    if (!(await exists(uri))) return [];
    return (await workspace.fs.readDirectory(Uri.parse(uri))).map(([name]) => name);
  },
  exists,
};

async function exists(uri: string): Promise<boolean> {
  try {
    await workspace.fs.stat(Uri.parse(uri));
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
