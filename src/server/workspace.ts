/** The cases of the workspace: which files each has, their texts, and the analysis that keeps up with both. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Article, type Case, createCase, type Engine } from '../engine';
import type { CaseFiles, FileContent, Settled } from '../protocol/messages';
import { type CaseIndex, indexCase } from './caseIndex';
import { type Snapshot, takeSnapshot } from './convert';
import { describe, type Log } from './handle';

/** An article of a case together with the text that its offsets count in. */
export interface Source {
  readonly uri: string;
  readonly snapshot: Snapshot;
  readonly article: Article;
  /** What the user should know about how the file was read. */
  readonly note: string | null;
}

export interface CaseState {
  /** URI of the workspace folder; empty for open articles outside every folder. */
  readonly folder: string;
  readonly name: string;
  readonly sources: ReadonlyMap<string, Source>;
  /** Files that cannot be read as text: URI → a sentence. */
  readonly unreadable: ReadonlyMap<string, string>;
  index(): CaseIndex;
}

export interface WorkspaceHost {
  readonly engine: Engine;
  readonly log: Log;
  read(uris: readonly string[]): Promise<readonly FileContent[]>;
  /** Milliseconds, for measuring only. */
  now(): number;
  /** Called when analysis has caught up, before anybody is told. */
  settle(cases: readonly CaseState[], run: { revision: number; milliseconds: number }): Settled;
}

export interface Workspace {
  applyFiles(files: CaseFiles): void;
  closeCase(folder: string): void;
  /** A document was opened or changed. */
  edit(document: TextDocument): void;
  close(uri: string): void;
  /** The article behind a URI, analysed as the editor holds it now. */
  find(uri: string): { readonly source: Source; readonly current: CaseState } | undefined;
  /** The same once the whole case is known, for what needs the other articles. */
  findInCase(uri: string): Promise<ReturnType<Workspace['find']>>;
  cases(): readonly CaseState[];
  /** Catches up at once and says what is known. */
  settled(): Promise<Settled>;
}

interface MutableCase extends CaseState {
  readonly files: Set<string>;
  readonly sources: Map<string, Source>;
  readonly unreadable: Map<string, string>;
  readonly engineCase: Case;
  touch(): void;
}

/** Rest after the last keystroke before the case is compared again, in milliseconds. */
const REST = 120;
/** Longest stretch of work before waiting requests get their turn, in milliseconds. */
const SLICE = 12;
const BATCH = 32;

export function createWorkspace(host: WorkspaceHost): Workspace {
  const { engine, log } = host;
  const cases = new Map<string, MutableCase>();
  const open = new Map<string, TextDocument>();
  const home = new Map<string, MutableCase>();
  const unread = new Set<string>();
  const dirty = new Set<string>();
  let revision = 0;
  let last: Settled | undefined;
  let running: Promise<Settled> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const caseOf = (folder: string, name: string): MutableCase => {
    let found = cases.get(folder);
    if (found === undefined) {
      found = createMutableCase(folder, name);
      cases.set(folder, found);
    }
    return found;
  };

  /** Puts a file into the case it belongs to now, or takes it out of every case. */
  const place = (uri: string): void => {
    const before = home.get(uri);
    const after = choose(uri);
    if (before === after) return;
    if (before) {
      before.sources.delete(uri);
      before.unreadable.delete(uri);
      before.engineCase.delete(uri);
      before.touch();
    }
    if (after === undefined) {
      home.delete(uri);
      unread.delete(uri);
      dirty.delete(uri);
      return;
    }
    home.set(uri, after);
    if (open.has(uri)) dirty.add(uri);
    else unread.add(uri);
  };

  const choose = (uri: string): MutableCase | undefined => {
    let best: MutableCase | undefined;
    for (const candidate of cases.values()) {
      if (candidate.files.has(uri)) return candidate;
      const inside = candidate.folder !== '' && isInside(uri, candidate.folder);
      if (inside && candidate.folder.length > (best?.folder.length ?? 0)) best = candidate;
    }
    if (!open.has(uri)) return undefined;
    return best ?? caseOf('', '');
  };

  const schedule = (delay: number): void => {
    if (timer !== undefined) clearTimeout(timer);
    timer = setTimeout(() => void catchUp(), delay);
  };

  const catchUp = (): Promise<Settled> => {
    if (timer !== undefined) clearTimeout(timer);
    timer = undefined;
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  };

  const run = async (): Promise<Settled> => {
    const begun = host.now();
    let sliceBegun = begun;
    while (unread.size > 0 || dirty.size > 0) {
      await readBatch();
      for (const uri of [...dirty]) {
        if (dirty.has(uri)) analyze(uri);
        if (host.now() - sliceBegun > SLICE) {
          await pause();
          sliceBegun = host.now();
        }
      }
    }
    last = host.settle([...cases.values()], { revision: ++revision, milliseconds: host.now() - begun });
    return last;
  };

  const readBatch = async (): Promise<void> => {
    const uris = [...unread].slice(0, BATCH);
    if (uris.length === 0) return;
    for (const uri of uris) unread.delete(uri);
    const contents = await host.read(uris);
    uris.forEach((uri, i) => {
      const current = home.get(uri);
      const content = contents[i];
      if (current === undefined || open.has(uri) || content === undefined) return;
      if ('problem' in content) {
        current.sources.delete(uri);
        current.engineCase.delete(uri);
        current.unreadable.set(uri, content.problem);
        current.touch();
        return;
      }
      store(current, takeSnapshot(uri, 0, content.text), content.note ?? null);
    });
  };

  const analyze = (uri: string): void => {
    dirty.delete(uri);
    const document = open.get(uri);
    const current = home.get(uri);
    if (document === undefined || current === undefined) return;
    store(current, takeSnapshot(uri, document.version, document.getText()), null);
  };

  const store = (current: MutableCase, snapshot: Snapshot, note: string | null): void => {
    const { uri } = snapshot;
    const before = current.sources.get(uri);
    const text = snapshot.getText();
    current.unreadable.delete(uri);
    if (before?.snapshot.getText() === text) {
      current.sources.set(uri, { ...before, snapshot, note });
      return;
    }
    const article: Article = { id: uri, text, facts: engine.analyze({ id: uri, text }) };
    current.sources.set(uri, { uri, snapshot, article, note });
    current.engineCase.set(article);
    current.touch();
  };

  const find: Workspace['find'] = (uri) => {
    if (dirty.has(uri)) analyze(uri);
    const current = home.get(uri);
    const source = current?.sources.get(uri);
    return current && source && { source, current };
  };

  return {
    applyFiles({ folder, name, added, removed, changed }) {
      const isNew = !cases.has(folder);
      const current = caseOf(folder, name);
      for (const uri of added) current.files.add(uri);
      for (const uri of removed) current.files.delete(uri);
      for (const uri of [...added, ...removed, ...(isNew ? open.keys() : [])]) place(uri);
      for (const uri of changed) if (home.has(uri) && !open.has(uri)) unread.add(uri);
      schedule(0);
    },
    closeCase(folder) {
      const current = cases.get(folder);
      if (current === undefined) return;
      cases.delete(folder);
      current.files.clear();
      for (const [uri, at] of [...home]) if (at === current) place(uri);
      schedule(0);
    },
    edit(document) {
      open.set(document.uri, document);
      if (!home.has(document.uri)) place(document.uri);
      dirty.add(document.uri);
      unread.delete(document.uri);
      schedule(last === undefined ? 0 : REST);
    },
    close(uri) {
      open.delete(uri);
      dirty.delete(uri);
      if (choose(uri) === undefined) place(uri);
      else unread.add(uri);
      schedule(REST);
    },
    find,
    async findInCase(uri) {
      if (last === undefined || unread.size > 0) {
        await catchUp().catch((error) => log.error(`analysis: ${describe(error)}`));
      }
      return find(uri);
    },
    cases: () => [...cases.values()],
    async settled() {
      if (running) await running;
      return unread.size > 0 || dirty.size > 0 || timer !== undefined || last === undefined ? catchUp() : last;
    },
  };
}

function createMutableCase(folder: string, name: string): MutableCase {
  const engineCase = createCase();
  let index: CaseIndex | undefined;
  return {
    folder,
    name,
    files: new Set(),
    sources: new Map(),
    unreadable: new Map(),
    engineCase,
    touch() {
      index = undefined;
    },
    index() {
      index ??= indexCase(engineCase);
      return index;
    },
  };
}

function isInside(uri: string, folder: string): boolean {
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** Lets messages that wait be handled. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
