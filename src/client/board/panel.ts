/** The comparison board's panel: carries data to the page and what the user asks for back. */
import {
  type Disposable,
  env,
  type LogOutputChannel,
  l10n,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import { BOARD_PANEL, type Board, type FromBoard, type ToBoard } from '../../protocol/board';
import { showPlace } from '../commands/reveal';
import { readMessage } from './messages';
import { renderPage } from './page';
import { savePicture } from './save';

export interface BoardHost {
  readonly extensionUri: Uri;
  readonly log: LogOutputChannel;
  /** The board of a story; of the largest when there is no id or the story is gone. */
  ask(story: string | undefined): Promise<Board>;
}

export interface BoardPanel extends Disposable {
  open(): void;
  /** The case has changed: what is in sight is drawn anew. */
  refresh(): void;
}

/** There is at most one board; it comes back with the window. */
export function createBoardPanel(host: BoardHost): BoardPanel {
  let shown: { readonly panel: WebviewPanel; refresh(): void } | undefined;
  const attach = (panel: WebviewPanel, story: string | undefined): void => {
    shown?.panel.dispose();
    const connected = connectPanel(host, panel, story);
    shown = { panel, refresh: connected };
    panel.onDidDispose(() => {
      if (shown?.panel === panel) shown = undefined;
    });
  };
  const serializer = window.registerWebviewPanelSerializer(BOARD_PANEL, {
    async deserializeWebviewPanel(panel, state: unknown) {
      attach(panel, storyOf(state));
    },
  });
  return {
    open() {
      if (shown !== undefined) {
        shown.panel.reveal();
        return;
      }
      attach(
        window.createWebviewPanel(BOARD_PANEL, l10n.t('Comparison Board'), ViewColumn.Active),
        undefined,
      );
    },
    refresh: () => shown?.refresh(),
    dispose() {
      serializer.dispose();
      shown?.panel.dispose();
    },
  };
}

function storyOf(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null) return undefined;
  const story = (state as Readonly<Record<string, unknown>>)['story'];
  return typeof story === 'string' ? story : undefined;
}

/** @returns draws the board anew, at once or when it next comes into sight */
function connectPanel(host: BoardHost, panel: WebviewPanel, remembered: string | undefined): () => void {
  const { webview } = panel;
  const dist = Uri.joinPath(host.extensionUri, 'dist');
  let story = remembered;
  let isReady = false;
  let isStale = true;
  let asked = 0;

  const post = (message: ToBoard): void => void webview.postMessage(message);
  const draw = async (): Promise<void> => {
    if (!isReady || !panel.visible) {
      isStale = true;
      return;
    }
    isStale = false;
    const turn = ++asked;
    try {
      const board = await host.ask(story);
      // A later question has a newer answer.
      if (turn === asked) post({ type: 'board', board });
    } catch (error) {
      host.log.error(`The comparison board could not be built: ${String(error)}`);
      post({ type: 'failed', message: l10n.t('The comparison board could not be built; the log says why.') });
    }
  };
  const obey = (message: FromBoard): void => {
    switch (message.type) {
      case 'ready':
        isReady = true;
        post({ type: 'start', translations: textsOf(l10n.bundle), language: env.language });
        void draw();
        break;
      case 'choose':
        story = message.story;
        void draw();
        break;
      case 'reveal':
        void showPlace(message.place, columnBeside(panel));
        break;
      case 'save':
        void savePicture(message, host.log);
        break;
      case 'error':
        host.log.error(`Comparison board: ${message.message}`);
    }
  };

  webview.options = { enableScripts: true, localResourceRoots: [dist] };
  panel.iconPath = {
    light: Uri.joinPath(host.extensionUri, 'media', 'board-light.svg'),
    dark: Uri.joinPath(host.extensionUri, 'media', 'board-dark.svg'),
  };
  webview.onDidReceiveMessage((value: unknown) => {
    const message = readMessage(value);
    if (message !== undefined) obey(message);
  });
  panel.onDidChangeViewState(() => {
    // A hidden page is gone; when it comes back it says that it is ready.
    if (!panel.visible) isReady = false;
    else if (isStale) void draw();
  });
  webview.html = renderPage({
    nonce: makeNonce(),
    script: webview.asWebviewUri(Uri.joinPath(dist, 'board.js')).toString(),
    style: webview.asWebviewUri(Uri.joinPath(dist, 'board.css')).toString(),
    origin: webview.cspSource,
    title: l10n.t('Comparison Board'),
    language: env.language,
  });
  return () => void draw();
}

/** The column of an article that is open beside the board; a new one when none is. */
function columnBeside(panel: WebviewPanel): ViewColumn {
  const other = window.visibleTextEditors.find(
    ({ viewColumn }) => viewColumn !== undefined && viewColumn !== panel.viewColumn,
  );
  return other?.viewColumn ?? ViewColumn.Beside;
}

function makeNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, '0')).join('');
}

function textsOf(bundle: Readonly<Record<string, unknown>> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(bundle ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
