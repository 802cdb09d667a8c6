/** Activation: registers views and commands at once, starts the language server when there is a case. */
import { commands, type Event, EventEmitter, type ExtensionContext, l10n, window, workspace } from 'vscode';
import type { Settled } from '../protocol/messages';
import { CASE_STATE, COMMANDS, LANGUAGE, PRODUCT, VIEWS } from '../protocol/names';
import { createBoardPanel } from './board/panel';
import { reveal } from './commands/reveal';
import { useFolderAsCase } from './commands/useFolder';
import { registerDecisionCommands } from './decisions/commands';
import { createDecisions } from './decisions/service';
import { createCaseFiles } from './files/caseFiles';
import { assignLanguage } from './language';
import { createReading } from './reading';
import type { OpenSession, Session } from './session';
import { createSidebarView } from './views/treeView';

/** What the extension offers to its own tests and to other extensions. */
export interface Api {
  /** Resolves when everything opened, edited or created so far is analysed and shown. */
  settled(): Promise<Settled>;
  /** Fires whenever that has happened. */
  readonly onDidSettle: Event<Settled>;
}

/** @param load gives what starts the language server; called when the first article is met */
export function activateExtension(
  context: ExtensionContext,
  load: () => Promise<{ readonly openSession: OpenSession }>,
): Api {
  const begun = performance.now();
  const log = window.createOutputChannel(PRODUCT, { log: true });
  const files = createCaseFiles(log);
  const settles = new EventEmitter<Settled>();
  let session: Promise<Session> | undefined;

  const decisions = createDecisions(context, log, () => session);
  const views = VIEWS.map((name) =>
    createSidebarView(name, {
      async children(view, parent) {
        await listed;
        return session === undefined ? [] : (await session).children(view, parent);
      },
      tooltip: async (view, id) => (session === undefined ? '' : (await session).tooltip(view, id)),
    }),
  );

  const reading = createReading(context, log, views, () => session);
  const board = createBoardPanel({
    extensionUri: context.extensionUri,
    log,
    async ask(story) {
      await listed;
      return (await start()).board(story);
    },
  });

  const showSettled = (settled: Settled): void => {
    void commands.executeCommand('setContext', CASE_STATE, settled.articles > 0 ? 'shown' : 'absent');
    views.forEach((view, at) => {
      if (VIEWS[at] === 'conflicts') view.view.badge = badgeOf(settled);
      view.refresh();
    });
    reading.settled(settled);
    board.refresh();
    settles.fire(settled);
  };

  const start = (): Promise<Session> => {
    // Loaded when needed: most activations, in folders without articles, never start a server.
    session ??= load().then(async ({ openSession }) => {
      const opened = await openSession({
        extensionUri: context.extensionUri,
        log,
        onSettled: showSettled,
        readDecisions: decisions.read,
      });
      reading.begin(opened);
      return opened;
    });
    session.catch((error) => {
      reading.fail();
      log.error(`The language server did not start: ${String(error)}`);
    });
    return session;
  };

  const language = assignLanguage(
    (uri) => files.isArticle(uri),
    (error) => log.warn(`The language of a document could not be set: ${String(error)}`),
  );
  const listed = files
    .start({
      changed(change) {
        language.refresh();
        void start().then((running) => running.changed(change));
      },
      closed(folder) {
        void session?.then((running) => running.closed(folder));
      },
    })
    .then(() => {
      if (files.count === 0) void commands.executeCommand('setContext', CASE_STATE, 'absent');
    });
  listed.catch((error) => log.error(`The workspace could not be listed: ${String(error)}`));

  const startForArticle = ({ languageId }: { readonly languageId: string }): void => {
    if (languageId === LANGUAGE) void start();
  };
  language.refresh();
  for (const document of workspace.textDocuments) startForArticle(document);

  context.subscriptions.push(
    log,
    settles,
    files,
    ...views,
    reading,
    board,
    decisions,
    ...registerDecisionCommands(decisions),
    language.disposable,
    workspace.onDidOpenTextDocument(startForArticle),
    commands.registerCommand(COMMANDS.reveal, reveal),
    commands.registerCommand(COMMANDS.useFolder, useFolderAsCase),
    commands.registerCommand(COMMANDS.openBoard, () => board.open()),
    commands.registerCommand(COMMANDS.showLog, () => log.show(true)),
    { dispose: () => void session?.then((running) => running.dispose()) },
  );
  log.info(`Activated in ${(performance.now() - begun).toFixed(1)} ms.`);
  return {
    onDidSettle: settles.event,
    async settled() {
      await listed;
      return (await start()).settled();
    },
  };
}

function badgeOf({ findings }: Settled): { value: number; tooltip: string } | undefined {
  if (findings === 0) return undefined;
  const tooltip = findings === 1 ? l10n.t('1 conflict') : l10n.t('{0} conflicts', findings);
  return { value: findings, tooltip };
}
