/** Makes decisions: asks the server what to write, stores it, tells the server, and knows how to take it back. */
import {
  commands,
  type Disposable,
  type ExtensionContext,
  env,
  type LogOutputChannel,
  l10n,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Change } from '../../engine';
import type {
  Decidable,
  DecidablePerson,
  DecisionTarget,
  MadeDecision,
  Ruling,
} from '../../protocol/decisions';
import { CAN_UNDO, DECISIONS_FILE, DECISIONS_FOLDER } from '../../protocol/names';
import type { Session } from '../session';
import { EDITOR_FILES } from './files';
import { createStorage, type Storage } from './storage';

export interface Decisions extends Disposable {
  /** What is stored of a folder right now. */
  readonly read: (folder: string) => Promise<readonly string[]>;
  find(target: DecisionTarget): Promise<Decidable | null>;
  people(folder: string): Promise<readonly DecidablePerson[]>;
  made(folder: string): Promise<readonly MadeDecision[]>;
  /** @returns whether it was stored; where not, the user was told why */
  decide(folder: string, target: DecisionTarget, ruling: Ruling, note?: string): Promise<boolean>;
  /** Takes the last decision of this session back; `false` when there is none. */
  undo(): Promise<boolean>;
}

class Refused extends Error {}

export function createDecisions(
  context: ExtensionContext,
  log: LogOutputChannel,
  session: () => Promise<Session> | undefined,
): Decisions {
  const storages = new Map<string, Storage>();
  const journal: { readonly folder: string; readonly change: Change }[] = [];
  const told = new Set<string>();

  const storageOf = (folder: string): Storage => {
    let storage = storages.get(folder);
    if (storage === undefined) {
      const fallback = Uri.joinPath(context.globalStorageUri, 'decisions', `${nameFolder(folder)}.json`);
      const token = env.sessionId.replace(/\W/g, '').slice(-12);
      storage = createStorage(EDITOR_FILES, folder, fallback.toString(), token);
      storages.set(folder, storage);
    }
    return storage;
  };

  const store = async (
    folder: string,
    target: DecisionTarget,
    ruling: Ruling,
    note: string,
  ): Promise<Change | undefined> => {
    const running = await session();
    if (running === undefined) return undefined;
    const time = new Date().toISOString();
    try {
      const { result, place } = await storageOf(folder).change(async (texts) => {
        const answer = await running.decisions.decide({ folder, target, ruling, note, time, texts });
        if ('problem' in answer)
          throw new Refused(answer.problem || l10n.t('The decision could not be made; the log says why.'));
        return answer;
      });
      if (place === 'storage') sayWhere(folder);
      running.decisions.changed(folder);
      return result.undo;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (!(error instanceof Refused)) log.error(`A decision could not be stored: ${why}`);
      void window.showWarningMessage(
        error instanceof Refused ? why : l10n.t('The decision could not be stored: {0}', why),
      );
      return undefined;
    }
  };

  const sayWhere = (folder: string): void => {
    if (told.has(folder)) return;
    told.add(folder);
    void window.showInformationMessage(
      l10n.t(
        'This folder cannot be written: its decisions are kept on this machine, in the storage of Counterclaim.',
      ),
    );
  };

  const showUndo = (): void => {
    void commands.executeCommand('setContext', CAN_UNDO, journal.length > 0);
  };

  const tell = (file: Uri): void => {
    const folder = Uri.joinPath(file, '..', '..').toString();
    void session()?.then((running) => running.decisions.changed(folder));
  };
  const watcher = workspace.createFileSystemWatcher(`**/${DECISIONS_FOLDER}/${DECISIONS_FILE}`);
  const watching = [watcher, watcher.onDidCreate(tell), watcher.onDidChange(tell), watcher.onDidDelete(tell)];

  return {
    read: (folder) => storageOf(folder).read(),
    find: async (target) => (await session())?.decisions.find(target) ?? null,
    people: async (folder) => (await session())?.decisions.people(folder) ?? [],
    made: async (folder) => (await session())?.decisions.made(folder) ?? [],
    async decide(folder, target, ruling, note = '') {
      const change = await store(folder, target, ruling, note);
      if (change === undefined) return false;
      journal.push({ folder, change });
      showUndo();
      return true;
    },
    async undo() {
      const last = journal.pop();
      if (last === undefined) return false;
      const done = await store(last.folder, {}, { type: 'undo', change: last.change }, '');
      if (done === undefined) journal.push(last);
      showUndo();
      return done !== undefined;
    },
    dispose() {
      for (const one of watching) one.dispose();
    },
  };
}

/** A file name for a folder: its own name, and a hash (FNV-1a, 32 bits) of its whole address. */
function nameFolder(folder: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < folder.length; at++) hash = Math.imul(hash ^ folder.charCodeAt(at), 0x01000193);
  const name = (folder.split('/').at(-1) ?? '').replace(/\W+/g, '-').slice(0, 40);
  return `${name}-${(hash >>> 0).toString(16).padStart(8, '0')}`;
}
