/** The running language server: started when there is something to read, asked by the views. */
import { type Disposable, type LogOutputChannel, l10n, Uri, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { Board } from '../protocol/board';
import type {
  Decidable,
  DecidablePerson,
  DecideParams,
  DecideResult,
  DecisionTarget,
  MadeDecision,
} from '../protocol/decisions';
import * as deciding from '../protocol/decisions';
import type {
  CaseFiles,
  Comparison,
  InitializationOptions,
  NodePath,
  PlainRange,
  Settled,
  TreeOptions,
} from '../protocol/messages';
import * as messages from '../protocol/messages';
import { COMMANDS, LANGUAGE, PRODUCT, SECTION, type ViewName } from '../protocol/names';
import type { Settings } from '../protocol/settings';
import type { CompareQuery } from './commands/compare';
import { readFile } from './files/read';
import type { TreeSource } from './views/treeView';

/** What a session needs of the extension. */
export interface SessionSetup {
  readonly extensionUri: Uri;
  readonly log: LogOutputChannel;
  onSettled(settled: Settled): void;
  /** What is stored of a folder's decisions right now. */
  readonly readDecisions: (folder: string) => Promise<readonly string[]>;
}

/** Opens a session; Node and the browser have one each. */
export type OpenSession = (setup: SessionSetup) => Promise<Session>;

/** What the server knows and works out for decisions; see the messages. */
export interface DecisionRequests {
  find(target: DecisionTarget): Promise<Decidable | null>;
  people(folder: string): Promise<readonly DecidablePerson[]>;
  made(folder: string): Promise<readonly MadeDecision[]>;
  decide(params: DecideParams): Promise<DecideResult>;
  changed(folder: string): void;
}

export interface Session extends Disposable, TreeSource {
  readonly decisions: DecisionRequests;
  changed(files: CaseFiles): void;
  closed(folder: string): void;
  arrange(view: ViewName, options: TreeOptions): void;
  nodesAt(uri: string, position: PlainRange['start'] | null): Promise<readonly NodePath[]>;
  compare(query: CompareQuery): Promise<Comparison | null>;
  /** @param folder URI of a workspace folder; empty for articles outside every folder */
  configure(folder: string, settings: Settings): void;
  board(story: string | undefined): Promise<Board>;
  settled(): Promise<Settled>;
}

export async function startSession(
  createClient: (options: LanguageClientOptions) => Promise<BaseLanguageClient>,
  { extensionUri, log, onSettled, readDecisions }: SessionSetup,
): Promise<Session> {
  const client = await createClient(clientOptions(log));
  client.onRequest(deciding.readDecisions, async ({ folder }) => [...(await readDecisions(folder))]);
  client.onRequest(messages.readFiles, ({ uris, mostBytes }) =>
    Promise.all(uris.map((uri) => readFile(uri, mostBytes))),
  );
  client.onRequest(messages.readResource, ({ file }) => readResource(extensionUri, file));
  client.onNotification(messages.settled, onSettled);
  await client.start();
  return {
    changed: (files) => void client.sendNotification(messages.filesChanged, files),
    closed: (folder) => void client.sendNotification(messages.caseClosed, { folder }),
    children: (view, parent) =>
      client.sendRequest(messages.treeChildren, parent === undefined ? { view } : { view, parent }),
    tooltip: (view, id) => client.sendRequest(messages.treeTooltip, { view, id }),
    arrange: (view, options) => void client.sendNotification(messages.arrangeTree, { view, options }),
    compare: (query) => client.sendRequest(messages.compare, query),
    configure: (folder, settings) =>
      void client.sendNotification(messages.settingsChanged, { folder, settings }),
    nodesAt: (uri, position) => client.sendRequest(messages.nodesAt, { uri, position }),
    board: (story) => client.sendRequest(messages.boardRequest, story === undefined ? {} : { story }),
    decisions: {
      find: (target) => client.sendRequest(deciding.findDecidable, target),
      people: (folder) => client.sendRequest(deciding.listPeople, { folder }),
      made: (folder) => client.sendRequest(deciding.listMade, { folder }),
      decide: (params) => client.sendRequest(deciding.decide, params),
      changed: (folder) => void client.sendNotification(deciding.decisionsChanged, { folder }),
    },
    settled: () => client.sendRequest(messages.whenSettled, null),
    dispose: () => void client.dispose(),
  };
}

function clientOptions(log: LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = l10n.bundle
    ? { translations: translationsOf(l10n.bundle) }
    : {};
  return {
    documentSelector: schemes().map((scheme) => ({ scheme, language: LANGUAGE })),
    outputChannel: log,
    outputChannelName: PRODUCT,
    diagnosticCollectionName: SECTION,
    initializationOptions,
    markdown: { isTrusted: { enabledCommands: [COMMANDS.reveal] }, supportHtml: false },
  };
}

/** Documents to analyse: files and new ones, not the left side of a diff or a version of the past. */
function schemes(): string[] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', ...folders])];
}

function translationsOf(bundle: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = Object.entries(bundle).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

/** Only names without a path: the server asks for files of `dist/` alone. */
async function readResource(extensionUri: Uri, file: string): Promise<Uint8Array> {
  if (!/^[\w.-]+$/.test(file)) throw new Error(`Not a data file: ${file}`);
  return workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', file));
}
