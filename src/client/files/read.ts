/** Reads article files for the server through the editor's file systems: local, remote or virtual. */
import { Uri, workspace } from 'vscode';
import type { FileContent } from '../../protocol/messages';

/** Bytes turned into text at once: more arguments than this overflow the stack. */
const CHUNK = 0x8000;

/** Never rejects: a file that cannot be read is answered with the reason. */
export async function readFile(uri: string, mostBytes: number): Promise<FileContent> {
  try {
    const place = Uri.parse(uri);
    const bytes = await workspace.fs.readFile(place);
    const sidecar = await readSidecar(place);
    const base64 = toBase64(bytes.subarray(0, mostBytes));
    return { base64, size: bytes.length, ...(sidecar === undefined ? {} : { sidecar }) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Where the sidecar of an article lies: `name.json` beside `name.txt`. */
export function sidecarOf(article: Uri): Uri {
  return article.with({ path: article.path.replace(/\.[^./]*$/, '.json') });
}

async function readSidecar(article: Uri): Promise<string | undefined> {
  try {
    return toBase64(await workspace.fs.readFile(sidecarOf(article)));
  } catch {
    return undefined;
  }
}

function toBase64(bytes: Uint8Array): string {
  let units = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    units += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(units);
}
