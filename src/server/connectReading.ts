/** Connects what helps to read and to find one's way: folds, ranges, links, hints, lenses, trees, comparison. */
import type { Connection } from 'vscode-languageserver';
import * as messages from '../protocol/messages';
import type { CaseState, Source } from './cases';
import { chooseConflict, compareSides } from './compare';
import { toOffset, toSpan } from './convert';
import { provideCodeLenses } from './features/codeLens';
import { provideDocumentLinks } from './features/documentLinks';
import { provideFolding } from './features/folding';
import { provideInlayHints } from './features/inlayHints';
import { provideSelectionRange } from './features/selectionRanges';
import { handle, type Log, observe } from './handle';
import type { Services } from './server';
import { listSubjects } from './subjects';

export function connectReading(connection: Connection, log: Log, ready: Promise<Services>): void {
  const none = () => [];
  /** What one article tells is answered at once. */
  const inArticle = async <R>(uri: string, answer: (source: Source, services: Services) => R[]) => {
    const services = await ready;
    const found = services.workspace.find(uri);
    return found ? answer(found.source, services) : [];
  };
  /** What needs the other articles waits until all are known. */
  const inCase = async <R>(
    uri: string,
    answer: (source: Source, current: CaseState, services: Services) => R[],
  ) => {
    const services = await ready;
    const found = await services.workspace.findInCase(uri);
    return found ? answer(found.source, found.current, services) : [];
  };

  connection.onFoldingRanges(
    handle(log, 'folding', none, ({ textDocument }) => inArticle(textDocument.uri, provideFolding)),
  );
  connection.onDocumentLinks(
    handle(log, 'links', none, ({ textDocument }) => inArticle(textDocument.uri, provideDocumentLinks)),
  );
  connection.onSelectionRanges(
    handle(log, 'selection ranges', none, ({ textDocument, positions }) =>
      inArticle(textDocument.uri, (source, { engine }) =>
        positions.map((position) =>
          provideSelectionRange(engine, source, toOffset(source.snapshot, position)),
        ),
      ),
    ),
  );
  connection.languages.inlayHint.on(
    handle(log, 'inlay hints', none, ({ textDocument, range }) =>
      inCase(textDocument.uri, (source, current, { t, settings }) => {
        const { inlayHints } = settings.of(current.folder);
        return provideInlayHints(t, source, current, toSpan(source.snapshot, range), inlayHints);
      }),
    ),
  );
  connection.onCodeLens(
    handle(log, 'code lenses', none, ({ textDocument }) =>
      inCase(textDocument.uri, (source, current, { t, settings }) =>
        provideCodeLenses(t, source, current, settings.of(current.folder)),
      ),
    ),
  );
  connectTrees(connection, log, ready);
  connection.onRequest(
    messages.compare,
    handle(
      log,
      'compare',
      () => null,
      async ({ conflict: id, uri, position }) => {
        const { workspace } = await ready;
        await workspace.loaded();
        const found = uri === undefined ? undefined : workspace.find(uri);
        const offset = found && position ? toOffset(found.source.snapshot, position) : 0;
        for (const current of found ? [found.current] : workspace.cases()) {
          const conflict = chooseConflict(current, id, found?.source, offset);
          if (conflict) return compareSides(current, conflict, uri) ?? null;
        }
        return null;
      },
    ),
  );
}

function connectTrees(connection: Connection, log: Log, ready: Promise<Services>): void {
  connection.onRequest(
    messages.treeTooltip,
    handle(
      log,
      'tooltip',
      () => '',
      async ({ view, id }) => (await ready).trees.tooltip(view, id),
    ),
  );
  connection.onNotification(
    messages.arrangeTree,
    observe(log, 'arrange', async ({ view, options }) => (await ready).trees.arrange(view, options)),
  );
  connection.onRequest(
    messages.nodesAt,
    handle(
      log,
      'nodes at a position',
      () => [],
      async ({ uri, position }) => {
        const { trees, workspace } = await ready;
        const found = await workspace.findInCase(uri);
        if (found === undefined) return [];
        const { source, current } = found;
        const offset = position === null ? null : toOffset(source.snapshot, position);
        return trees.findPaths(current.folder, listSubjects(source, current, offset));
      },
    ),
  );
}
