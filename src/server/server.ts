/** The composition root of the language server: builds everything once and connects each message to its feature. */
import {
  CodeActionKind,
  CodeLensRefreshRequest,
  type Connection,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createEngine, type Engine, MOST_BYTES, RESOURCE_FILES, type Resources } from '../engine';
import { readDecisions } from '../protocol/decisions';
import type { InitializationOptions } from '../protocol/messages';
import * as messages from '../protocol/messages';
import { PRODUCT } from '../protocol/names';
import type { CaseState } from './cases';
import { connectFeatures } from './connect';
import { connectReading } from './connectReading';
import { connectDecisions } from './decisions/connect';
import { explainLock, joinTexts } from './decisions/decide';
import { createPublisher } from './features/publish';
import { LEGEND } from './features/semanticTokens';
import { createTyping, type Typing } from './features/typing';
import { type Log, observe } from './handle';
import { summarize } from './summary';
import { createTranslate, type Translate } from './translate';
import { createTrees, type Trees } from './trees/tree';
import { VIEW_ROOTS } from './trees/views';
import { createFolderSettings, type FolderSettings } from './visible';
import { createWorkspace, type Workspace } from './workspace';

/** What differs between Node and the web worker. */
export interface ServerHost {
  /** The bytes of a data file under `dist/`; a host that cannot open files leaves it out, and the client is asked. */
  readonly readResource?: (file: string) => Uint8Array;
  /** An engine that is built already; tests share one. */
  readonly engine?: Engine;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** What every feature works with; there is one of each. */
export interface Services {
  readonly workspace: Workspace;
  readonly trees: Trees;
  readonly t: Translate;
  readonly engine: Engine;
  readonly settings: FolderSettings;
  readonly typing: Typing;
  /** Shows the findings anew although no text has changed. */
  republish(): void;
}

const CAPABILITIES: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite] },
  semanticTokensProvider: { legend: LEGEND, full: true, range: true },
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: {},
  inlayHintProvider: true,
  codeLensProvider: {},
};

/** Serves `connection` until it is closed; returns at once. Requests wait until the engine is ready. */
export function startServer(connection: Connection, host: ServerHost): void {
  const log: Log = connection.console;
  let begin: (services: Services) => void = () => undefined;
  let refuse: (error: unknown) => void = () => undefined;
  const ready = new Promise<Services>((resolve, reject) => {
    begin = resolve;
    refuse = reject;
  });
  let options: InitializationOptions = {};
  let refresh: Refresh = { hints: false, lenses: false };

  connection.onInitialize((params): InitializeResult => {
    options = (params.initializationOptions ?? {}) as InitializationOptions;
    const { inlayHint, codeLens } = params.capabilities.workspace ?? {};
    refresh = { hints: inlayHint?.refreshSupport === true, lenses: codeLens?.refreshSupport === true };
    return { capabilities: CAPABILITIES, serverInfo: { name: PRODUCT } };
  });
  connection.onInitialized(
    observe(log, 'start', async () => {
      await buildServices(connection, host, log, options, refresh).then(begin, (error) => {
        refuse(error);
        throw error;
      });
    }),
  );
  connectDocuments(connection, log, ready);
  connectFeatures(connection, log, ready);
  connectReading(connection, log, ready);
  connectDecisions(connection, log, ready);
  connection.listen();
}

/** Which of its decorations the editor can be asked to fetch again. */
interface Refresh {
  readonly hints: boolean;
  readonly lenses: boolean;
}

/** Hints and lenses depend on other articles, too: those of the editor may be out of date after any change. */
function refreshViews(connection: Connection, log: Log, { hints, lenses }: Refresh): void {
  const complain = (error: unknown) =>
    log.debug(`The editor did not fetch its hints again: ${String(error)}`);
  if (hints) connection.languages.inlayHint.refresh().catch(complain);
  if (lenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(complain);
}

async function buildServices(
  connection: Connection,
  host: ServerHost,
  log: Log,
  options: InitializationOptions,
  refresh: Refresh,
): Promise<Services> {
  const begun = host.now();
  const engine = host.engine ?? createEngine(await readResources(connection, host));
  log.info(`English model ready in ${Math.round(host.now() - begun)} ms.`);
  const t = createTranslate(options.translations);
  const settings = createFolderSettings();
  const send = createPublisher(t, (params) => void connection.sendDiagnostics(params));
  const publish = (cases: readonly CaseState[]): void =>
    send(cases, { settings, activeIn: (uri) => typing.activeIn(uri) });
  const republish = (): void => {
    publish(workspace.cases());
    refreshViews(connection, log, refresh);
  };
  const typing = createTyping(republish);
  const workspace = createWorkspace({
    engine,
    log,
    now: host.now,
    read: (uris) => connection.sendRequest(messages.readFiles, { uris, mostBytes: MOST_BYTES }),
    async readDecisions(folder) {
      const texts = await connection.sendRequest(readDecisions, { folder }).catch((error) => {
        log.error(`The decisions of ${folder} could not be read: ${String(error)}`);
        return [];
      });
      const file = joinTexts(texts);
      if (file.locked !== null) log.warn(`${folder}: ${explainLock(t, file.locked)}`);
      return file;
    },
    settle(cases, run) {
      trees.reset();
      publish(cases);
      const summary = summarize(cases, run, settings);
      void connection.sendNotification(messages.settled, summary);
      refreshViews(connection, log, refresh);
      const took = Math.round(run.milliseconds);
      log.info(`${summary.articles} articles, ${summary.conflicts} conflicts; up to date after ${took} ms.`);
      return summary;
    },
  });
  const trees = createTrees(t, workspace.cases, VIEW_ROOTS, settings);
  return { workspace, trees, t, engine, settings, typing, republish };
}

function connectDocuments(connection: Connection, log: Log, ready: Promise<Services>): void {
  const documents = new TextDocuments(TextDocument);
  documents.onDidChangeContent(
    observe(log, 'edit', async ({ document }) => {
      const { typing, workspace } = await ready;
      typing.note(document.uri, document.getText());
      workspace.edit(document);
    }),
  );
  documents.onDidClose(
    observe(log, 'close', async ({ document }) => {
      const { typing, workspace } = await ready;
      typing.forget(document.uri);
      workspace.close(document.uri);
    }),
  );
  documents.listen(connection);
  connection.onNotification(
    messages.filesChanged,
    observe(log, 'files', async (files) => (await ready).workspace.applyFiles(files)),
  );
  connection.onNotification(
    messages.settingsChanged,
    observe(log, 'settings', async ({ folder, settings: wanted }) => {
      const { settings, trees, republish } = await ready;
      settings.set(folder, wanted);
      trees.reset();
      republish();
    }),
  );
  connection.onNotification(
    messages.caseClosed,
    observe(log, 'case closed', async ({ folder }) => (await ready).workspace.closeCase(folder)),
  );
}

async function readResources(connection: Connection, host: ServerHost): Promise<Resources> {
  const entries = Object.entries(RESOURCE_FILES).map(async ([key, file]) => [
    key,
    host.readResource?.(file) ?? (await connection.sendRequest(messages.readResource, { file })),
  ]);
  return Object.fromEntries(await Promise.all(entries)) as Resources;
}
