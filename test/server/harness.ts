/** A language server over in-memory streams, with files in a map: no VS Code, no disk, no sleeps. */
import { PassThrough } from 'node:stream';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type {
  Diagnostic,
  Hover,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
} from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DecideResult, DecisionTarget, Ruling } from '../../src/protocol/decisions';
import * as deciding from '../../src/protocol/decisions';
import type { FileContent, Settled, TreeNode } from '../../src/protocol/messages';
import * as messages from '../../src/protocol/messages';
import { LANGUAGE, type ViewName } from '../../src/protocol/names';
import { startServer } from '../../src/server/server';
import { sharedEngine } from '../resources';

export const FOLDER = 'file:///case';

export interface Harness {
  readonly initialized: InitializeResult;
  /** Diagnostics as last published, by file name. */
  diagnostics(file: string): readonly Diagnostic[];
  /** How often diagnostics of a file were published. */
  published(file: string): number;
  readonly log: readonly string[];
  /** Adds or replaces files on the “disk” and tells the server. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  remove(...files: readonly string[]): void;
  open(file: string, text?: string): void;
  /** Replaces the first `from` of an open document by `to`. */
  edit(file: string, from: string, to: string): void;
  close(file: string): void;
  settled(): Promise<Settled>;
  /** Resolves with the next run that the server makes by itself. */
  edited(): Promise<Settled>;
  request<R>(method: string, params: object): Promise<R>;
  /** Position of the first `words` in the file, `within` them. */
  position(file: string, words: string, within?: number): Position;
  hover(file: string, words: string): Promise<string>;
  tree(view: ViewName, parent?: string): Promise<TreeNode[]>;
  text(file: string): string;
  /** Decides, stores what the server answers as the client would, and tells the server. */
  decide(target: DecisionTarget, ruling: Ruling, note?: string): Promise<DecideResult>;
  /** What is stored of decisions; another window may have written it. */
  decisions: string[];
  notify(method: string, params: object): void;
  dispose(): void;
}

export function uriOf(file: string): string {
  return `${FOLDER}/${encodeURIComponent(file)}`;
}

/** A server that has started on `files`. */
export async function startHarness(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  translations?: Readonly<Record<string, string>>,
): Promise<Harness> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(server, { engine: sharedEngine(), now: () => performance.now() });
  const client = createMessageConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );

  const disk = new Map<string, string | Uint8Array>();
  const open = new Map<string, TextDocument>();
  const shown = new Map<string, { diagnostics: Diagnostic[]; times: number }>();
  const log: string[] = [];
  client.onRequest(messages.readFiles, ({ uris }) =>
    uris.map((uri) => contentOf(disk.get(uri), disk.get(sidecar(uri)))),
  );
  client.onRequest(deciding.readDecisions, () => harness.decisions);
  client.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      shown.set(uri, { diagnostics, times: (shown.get(uri)?.times ?? 0) + 1 });
    },
  );
  client.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message));
  const waiting: ((settled: Settled) => void)[] = [];
  client.onNotification(messages.settled, (settled) => {
    for (const resolve of waiting.splice(0)) resolve(settled);
  });
  client.listen();
  const initialized: InitializeResult = await client.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
    initializationOptions: translations ? { translations } : {},
  });
  const notify = (method: string, params: object) => void client.sendNotification(method, params);
  notify('initialized', {});

  const tell = (added: string[], removed: string[], changed: string[]) =>
    void client.sendNotification(messages.filesChanged, {
      folder: FOLDER,
      name: 'case',
      added,
      removed,
      changed,
    });
  const textOf = (file: string): string => {
    const content = disk.get(uriOf(file)) ?? '';
    return open.get(uriOf(file))?.getText() ?? (typeof content === 'string' ? content : '');
  };
  const documentOf = (file: string) => TextDocument.create(uriOf(file), LANGUAGE, 0, textOf(file));
  const position = (file: string, words: string, within = 0): Position => {
    const at = textOf(file).indexOf(words);
    if (at < 0) throw new Error(`“${words}” is not in ${file}`);
    return documentOf(file).positionAt(at + within);
  };
  let clock = 0;
  const isArticle = (uri: string) => !uri.endsWith('.json');

  const harness: Harness = {
    initialized,
    diagnostics: (file) => shown.get(uriOf(file))?.diagnostics ?? [],
    published: (file) => shown.get(uriOf(file))?.times ?? 0,
    log,
    write(more) {
      const uris = Object.keys(more).map(uriOf);
      const added = uris.filter((uri) => !disk.has(uri) && isArticle(uri));
      const changed = uris.filter((uri) => disk.has(uri) && isArticle(uri));
      for (const [file, content] of Object.entries(more)) disk.set(uriOf(file), content);
      tell(added, [], changed);
    },
    remove(...names) {
      for (const name of names) disk.delete(uriOf(name));
      tell([], names.map(uriOf), []);
    },
    open(file, text = textOf(file)) {
      const document = TextDocument.create(uriOf(file), LANGUAGE, 1, text);
      open.set(document.uri, document);
      const item = { uri: document.uri, languageId: LANGUAGE, version: 1, text };
      notify('textDocument/didOpen', { textDocument: item });
    },
    edit(file, from, to) {
      const document = open.get(uriOf(file));
      if (document === undefined) throw new Error(`${file} is not open`);
      const start = position(file, from);
      const change = { range: { start, end: position(file, from, from.length) }, text: to };
      const version = document.version + 1;
      open.set(document.uri, TextDocument.update(document, [change], version));
      notify('textDocument/didChange', {
        textDocument: { uri: document.uri, version },
        contentChanges: [change],
      });
    },
    close(file) {
      open.delete(uriOf(file));
      notify('textDocument/didClose', { textDocument: { uri: uriOf(file) } });
    },
    settled: () => client.sendRequest(messages.whenSettled, null),
    edited: () => new Promise((resolve) => waiting.push(resolve)),
    request: (method, params) => client.sendRequest(method, params),
    position,
    async hover(file, words) {
      const params = { textDocument: { uri: uriOf(file) }, position: position(file, words, 1) };
      const answer: Hover | null = await client.sendRequest('textDocument/hover', params);
      const contents = answer?.contents;
      return contents && typeof contents === 'object' && 'value' in contents ? contents.value : '';
    },
    tree: (view, parent) =>
      client.sendRequest(messages.treeChildren, parent === undefined ? { view } : { view, parent }),
    text: textOf,
    decisions: [],
    async decide(target, ruling, note = '') {
      const time = `2024-05-01T10:00:${String(clock++).padStart(2, '0')}Z`;
      const { decisions: texts } = harness;
      const answer = await client.sendRequest(deciding.decide, {
        folder: FOLDER,
        target,
        ruling,
        note,
        time,
        texts,
      });
      if ('text' in answer) harness.decisions = [answer.text];
      notify(deciding.decisionsChanged.method, { folder: FOLDER });
      return answer;
    },
    notify,
    dispose() {
      client.dispose();
      server.dispose();
      toServer.destroy();
      toClient.destroy();
    },
  };
  if (Object.keys(files).length > 0) harness.write(files);
  return harness;
}

function sidecar(uri: string): string {
  return uri.replace(/\.\w+$/, '.json');
}

function contentOf(
  content: string | Uint8Array | undefined,
  beside: string | Uint8Array | undefined,
): FileContent {
  if (content === undefined) return { problem: 'There is no such file.' };
  const bytes = Buffer.from(content);
  const extra = beside === undefined ? {} : { sidecar: Buffer.from(beside).toString('base64') };
  return { base64: bytes.toString('base64'), size: bytes.length, ...extra };
}
