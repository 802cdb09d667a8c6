/** Connects the messages about decisions. */
import type { Connection } from 'vscode-languageserver';
import * as messages from '../../protocol/decisions';
import { handle, type Log, observe } from '../handle';
import type { Services } from '../server';
import { provideCodeActions } from './actions';
import { decide } from './decide';
import { listMadeDecisions } from './list';
import { describeTarget, findTarget, listEntities } from './target';

export function connectDecisions(connection: Connection, log: Log, ready: Promise<Services>): void {
  const nothing = () => null;
  const none = () => [];
  const loaded = async (): Promise<Services> => {
    const services = await ready;
    await services.workspace.loaded();
    return services;
  };
  connection.onRequest(
    messages.findDecidable,
    handle(log, 'what can be decided', nothing, async (target) => {
      const { workspace } = await loaded();
      const found = findTarget(workspace.cases(), target);
      return found ? describeTarget(found) : null;
    }),
  );
  connection.onRequest(
    messages.listPeople,
    handle(log, 'people', none, async ({ folder }) => {
      const current = (await loaded()).workspace.cases().find((one) => one.folder === folder);
      return current ? listEntities(current) : [];
    }),
  );
  connection.onRequest(
    messages.listMade,
    handle(log, 'decisions', none, async ({ folder }) => {
      const { t, workspace } = await loaded();
      const current = workspace.cases().find((one) => one.folder === folder);
      return current ? listMadeDecisions(t, current) : [];
    }),
  );
  connection.onRequest(
    messages.decide,
    handle(
      log,
      'decide',
      () => ({ problem: '' }),
      async (params) => {
        const { t, workspace } = await loaded();
        await workspace.settled();
        return decide(t, workspace.cases(), params);
      },
    ),
  );
  connection.onNotification(
    messages.decisionsChanged,
    observe(log, 'decisions changed', async ({ folder }) => (await ready).workspace.readDecisions(folder)),
  );
  connection.onCodeAction(
    handle(log, 'code actions', none, async ({ textDocument, range, context }) => {
      const { t, workspace } = await ready;
      const found = await workspace.findInCase(textDocument.uri);
      return found === undefined
        ? []
        : provideCodeActions(t, workspace.cases(), textDocument.uri, range, context.diagnostics);
    }),
  );
}
