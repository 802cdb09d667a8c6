/** Where decisions are kept: a file in the case folder, written whole or not at all; for folders that cannot be written the extension's storage. */
import type { Change } from '../../engine';
import { DECISIONS_FILE, DECISIONS_FOLDER } from '../../protocol/names';

/** The part of an editor's file system that is used; paths are URIs as text. */
export interface Files {
  /** @throws when there is no such file or it cannot be read */
  read(uri: string): Promise<string>;
  /** Creates folders above it. @throws when it cannot be written */
  write(uri: string, text: string): Promise<void>;
  /** Puts a file in another's place. @throws when that is not possible */
  replace(from: string, to: string): Promise<void>;
  /** The same unless the other is there. @returns whether it was done */
  claim(from: string, to: string): Promise<boolean>;
  remove(uri: string): Promise<void>;
  /** When it was last written, in milliseconds since 1970; `undefined` when it is gone. */
  written(uri: string): Promise<number | undefined>;
  /** Resolves a little later. */
  wait(): Promise<void>;
  /** Names in a folder; none when there is no such folder. */
  list(uri: string): Promise<readonly string[]>;
  exists(uri: string): Promise<boolean>;
}

/** What comes of a change: the text to store, and how to take it back. */
export interface Stored {
  readonly text: string;
  readonly undo: Change;
}

export interface Storage {
  /** What is stored right now: of the folder, then of the extension's storage; texts that are there. */
  read(): Promise<readonly string[]>;
  /**
   * Makes a change on what is stored right now and stores what comes of it. Changes follow each other.
   * @param change the new text from the texts that are stored; called again when another window was faster
   * @returns where it was stored
   */
  change(
    change: (texts: readonly string[]) => Promise<Stored>,
  ): Promise<{ readonly result: Stored; readonly place: 'folder' | 'storage' }>;
}

/** So often a change is made again when another window keeps being faster. */
const MOST_TRIES = 8;
/** A window that holds the lock for longer than this has crashed, in milliseconds. */
const STALE = 20_000;
const TEMPORARY = /^decisions\..+\.tmp$/;

/**
 * @param folder the case folder
 * @param fallback a file of the extension's storage
 * @param token different for every window
 */
export function createStorage(files: Files, folder: string, fallback: string, token: string): Storage {
  const home = `${folder.replace(/\/$/, '')}/${DECISIONS_FOLDER}`;
  const target = `${home}/${DECISIONS_FILE}`;
  let last: Promise<unknown> = Promise.resolve();
  let count = 0;

  /** @param except a temporary file of ours; @returns the texts, and the files that were read for want of the file itself */
  const readFolder = async (except?: string): Promise<{ texts: string[]; stray: string[] }> => {
    const text = await readIfThere(files, target);
    if (text !== undefined) return { texts: [text], stray: [] };
    // Whoever wrote last was stopped between two steps: the whole new file lies beside.
    const names = (await files.list(home)).filter((name) => TEMPORARY.test(name)).sort();
    const stray = names.map((name) => `${home}/${name}`).filter((uri) => uri !== except);
    const texts = await Promise.all(stray.map((uri) => readIfThere(files, uri)));
    return { texts: texts.filter((one) => one !== undefined), stray };
  };
  const readKept = async (): Promise<string[]> => {
    const kept = await readIfThere(files, fallback);
    return kept === undefined ? [] : [kept];
  };

  /** @returns `false` when another window has written since `before` was read */
  const writeFolder = async (before: readonly string[], text: string): Promise<boolean> => {
    const temporary = `${home}/decisions.${token}-${++count}.tmp`;
    await files.write(temporary, text);
    if (!isSame((await readFolder(temporary)).texts, before)) {
      await files.remove(temporary);
      return false;
    }
    await files.replace(temporary, target);
    return true;
  };

  /** One window at a time. @returns what lets the next one in @throws when the folder cannot be written */
  const enter = async (): Promise<() => Promise<void>> => {
    const lock = `${home}/decisions.lock`;
    const claim = `${home}/decisions.${token}-${++count}.claim`;
    await files.write(claim, token);
    try {
      while (!(await files.claim(claim, lock))) {
        const since = await files.written(lock);
        if (since !== undefined && Date.now() - since > STALE) await files.remove(lock);
        else await files.wait();
      }
    } catch (error) {
      await files.remove(claim);
      throw error;
    }
    return () => files.remove(lock);
  };

  const change: Storage['change'] = async (make) => {
    const leave = await enter().catch(() => undefined);
    if (leave === undefined) {
      const result = await make([...(await readFolder()).texts, ...(await readKept())]);
      await files.write(fallback, result.text);
      return { result, place: 'storage' };
    }
    try {
      return { result: await changeFolder(make), place: 'folder' };
    } finally {
      await leave();
    }
  };

  /** Git and other tools do not know the lock: what they write meanwhile is not written over, either. */
  const changeFolder = async (make: (texts: readonly string[]) => Promise<Stored>): Promise<Stored> => {
    let first: Stored | undefined;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const { texts, stray } = await readFolder();
      const kept = await readKept();
      const result = await make([...texts, ...kept]);
      if (!(await writeFolder(texts, result.text))) continue;
      first ??= result;
      if ((await readIfThere(files, target)) !== result.text) continue;
      for (const uri of [...stray, ...(kept.length > 0 ? [fallback] : [])]) await files.remove(uri);
      return first;
    }
    throw new Error('Something else keeps changing the decisions of this folder.');
  };

  return {
    async read() {
      return [...(await readFolder()).texts, ...(await readKept())];
    },
    change(make) {
      const next = last.then(() => change(make));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

async function readIfThere(files: Files, uri: string): Promise<string | undefined> {
  if (!(await files.exists(uri))) return undefined;
  return files.read(uri);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}
