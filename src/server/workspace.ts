/** The cases of the workspace: which files each has, their texts, and the analysis that keeps up with both. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Article, type ArticleMetadata, type DecisionFile, describeBlank, type Engine } from '../engine';
import type { CaseFiles, FileContent, Settled } from '../protocol/messages';
import { type CaseState, createMutableCase, isInside, type MutableCase, type Source } from './cases';
import { type Snapshot, takeSnapshot } from './convert';
import { decodeContent } from './decode';
import { describe, type Log } from './handle';

export interface WorkspaceHost {
  readonly engine: Engine;
  readonly log: Log;
  read(uris: readonly string[]): Promise<readonly FileContent[]>;
  /** The decisions of a folder as they are stored now. */
  readDecisions(folder: string): Promise<DecisionFile>;
  /** Milliseconds, for measuring only. */
  now(): number;
  /** Called when analysis has caught up, before anybody is told. */
  settle(cases: readonly CaseState[], run: { revision: number; milliseconds: number }): Settled;
}

export interface Workspace {
  applyFiles(files: CaseFiles): void;
  closeCase(folder: string): void;
  /** The decisions of a folder have changed. */
  readDecisions(folder: string): void;
  /** A document was opened or changed. */
  edit(document: TextDocument): void;
  close(uri: string): void;
  /** The article behind a URI, analysed as the editor holds it now. */
  find(uri: string): { readonly source: Source; readonly current: CaseState } | undefined;
  /** The same once the whole case is known, for what needs the other articles. */
  findInCase(uri: string): Promise<ReturnType<Workspace['find']>>;
  /** Resolves when the files known so far are read and analysed. */
  loaded(): Promise<void>;
  cases(): readonly CaseState[];
  /** Catches up at once and says what is known. */
  settled(): Promise<Settled>;
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
  /** What was odd about the bytes of a file, which an open document no longer shows. */
  const fileNotes = new Map<string, readonly string[]>();
  /** Folders whose decisions are to be read. */
  const undecided = new Set<string>();
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
      before.remove(uri);
    }
    if (after === undefined) {
      home.delete(uri);
      unread.delete(uri);
      dirty.delete(uri);
      fileNotes.delete(uri);
      return;
    }
    home.set(uri, after);
    unread.add(uri);
    if (open.has(uri)) dirty.add(uri);
  };

  const choose = (uri: string): MutableCase | undefined => {
    let best: MutableCase | undefined;
    for (const candidate of cases.values()) {
      if (candidate.files.has(uri)) return candidate;
      const inside = candidate.folder !== '' && isInside(uri, candidate.folder);
      if (inside && candidate.folder.length > (best?.folder.length ?? 0)) best = candidate;
    }
    if (!open.has(uri) || best?.gone.has(uri)) return undefined;
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
    while (unread.size > 0 || dirty.size > 0 || undecided.size > 0) {
      await readUndecided();
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
      if (current === undefined || content === undefined) return;
      const decoded = decodeContent(content);
      const isOpen = open.has(uri);
      current.metadata.set(uri, decoded.metadata);
      fileNotes.set(uri, decoded.notes);
      if (isOpen) analyze(uri);
      else if (decoded.text === undefined) forget(current, uri, decoded.notes.join(' '));
      else store(current, takeSnapshot(uri, 0, decoded.text), decoded.notes);
    });
  };

  const readUndecided = async (): Promise<void> => {
    for (const folder of [...undecided]) {
      undecided.delete(folder);
      const decisions = await host.readDecisions(folder);
      cases.get(folder)?.decide(decisions);
    }
  };

  const forget = (current: MutableCase, uri: string, problem: string): void => {
    current.remove(uri);
    current.unreadable.set(uri, problem);
  };

  const analyze = (uri: string): void => {
    dirty.delete(uri);
    const document = open.get(uri);
    const current = home.get(uri);
    if (document === undefined || current === undefined) return;
    store(current, takeSnapshot(uri, document.version, document.getText()), fileNotes.get(uri) ?? []);
  };

  const store = (current: MutableCase, snapshot: Snapshot, fromFile: readonly string[]): void => {
    const { uri } = snapshot;
    const before = current.sources.get(uri);
    const text = snapshot.getText();
    const blank = describeBlank(text);
    const notes = blank === undefined ? fromFile : [...fromFile, blank];
    const metadata: ArticleMetadata = current.metadata.get(uri) ?? {};
    current.unreadable.delete(uri);
    if (before?.article.text === text && sameMetadata(before.metadata, metadata)) {
      current.sources.set(uri, { ...before, snapshot, notes });
      return;
    }
    const article: Article = { id: uri, text, facts: engine.analyze({ id: uri, text, metadata }) };
    current.put({ uri, snapshot, article, notes, metadata });
  };

  const find: Workspace['find'] = (uri) => {
    if (dirty.has(uri)) analyze(uri);
    const current = home.get(uri);
    const source = current?.sources.get(uri);
    if (current === undefined || source === undefined) return undefined;
    const article = current.corrected(uri) ?? source.article;
    return { source: article === source.article ? source : { ...source, article }, current };
  };

  const loaded = async (): Promise<void> => {
    if (last !== undefined && unread.size === 0 && undecided.size === 0) return;
    await catchUp().catch((error) => log.error(`analysis: ${describe(error)}`));
  };

  return {
    applyFiles({ folder, name, added, removed, changed }) {
      const isNew = !cases.has(folder);
      const current = caseOf(folder, name);
      if (isNew) undecided.add(folder);
      for (const uri of added) {
        current.files.add(uri);
        current.gone.delete(uri);
      }
      for (const uri of removed) if (current.files.delete(uri)) current.gone.add(uri);
      for (const uri of [...added, ...removed, ...(isNew ? open.keys() : [])]) place(uri);
      for (const uri of changed) if (home.has(uri)) unread.add(uri);
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
    readDecisions(folder) {
      if (!cases.has(folder)) return;
      undecided.add(folder);
      schedule(0);
    },
    edit(document) {
      open.set(document.uri, document);
      for (const current of cases.values()) current.gone.delete(document.uri);
      if (!home.has(document.uri)) place(document.uri);
      dirty.add(document.uri);
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
      await loaded();
      return find(uri);
    },
    loaded,
    cases: () => [...cases.values()],
    async settled() {
      if (running) await running;
      return unread.size > 0 ||
        dirty.size > 0 ||
        undecided.size > 0 ||
        timer !== undefined ||
        last === undefined
        ? catchUp()
        : last;
    },
  };
}

function sameMetadata(a: ArticleMetadata, b: ArticleMetadata): boolean {
  return a.outlet === b.outlet && a.published === b.published && a.headline === b.headline;
}

/** Lets messages that wait be handled. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
