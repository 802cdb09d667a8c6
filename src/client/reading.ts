/** What helps to read: arranged views, comparison, muting, folds, the status item; wired to the session that answers. */
import { commands, Disposable, type ExtensionContext, type LogOutputChannel } from 'vscode';
import type { Settled } from '../protocol/messages';
import { COMMANDS } from '../protocol/names';
import { registerCompare } from './commands/compare';
import { registerMute } from './commands/mute';
import { openSample } from './commands/sample';
import { createFolder } from './fold';
import type { Session } from './session';
import { createSettings } from './settings';
import { createStatusItem } from './status';
import { createArrangements } from './views/arrange';
import { createReveal } from './views/follow';
import type { SidebarView } from './views/treeView';

export interface Reading extends Disposable {
  /** Tells a new session what the user wants, before it is told of any article. */
  begin(session: Session): void;
  settled(settled: Settled): void;
  /** The language server did not start. */
  fail(): void;
}

/** @param session the running language server, if it was started */
export function createReading(
  context: ExtensionContext,
  log: LogOutputChannel,
  views: readonly SidebarView[],
  session: () => Promise<Session> | undefined,
): Reading {
  const settings = createSettings(log);
  const status = createStatusItem();
  const onFail = (error: unknown): void => log.warn(String(error));
  const folder = createFolder(settings, onFail);
  const arrangements = createArrangements(views, context.workspaceState, (view, options) => {
    session()?.then((running) => running.arrange(view, options), onFail);
  });
  const disposable = Disposable.from(
    settings,
    status,
    folder.disposable,
    arrangements,
    registerCompare(async (query) => (await session())?.compare(query) ?? null),
    registerMute(settings),
    createReveal(
      views,
      settings,
      async (uri, position) => (await session())?.nodesAt(uri, position) ?? [],
      onFail,
    ),
    commands.registerCommand(COMMANDS.openSample, () => openSample(context)),
  );
  return {
    begin(running) {
      settings.tell((uri, value) => running.configure(uri, value));
      arrangements.tellAll();
    },
    settled(settled) {
      status.show(settled, settings.wrong);
      folder.refresh();
    },
    fail: () => status.fail(),
    dispose: () => disposable.dispose(),
  };
}
