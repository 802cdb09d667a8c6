/** Connects each request to the feature that answers it. */
import type { Connection, SemanticTokens, TextDocumentPositionParams } from 'vscode-languageserver';
import * as messages from '../protocol/messages';
import { buildBoard, EMPTY_BOARD } from './board/board';
import type { CaseState, Source } from './cases';
import { toOffset, toSpan } from './convert';
import { provideDocumentSymbols } from './features/documentSymbols';
import { provideHover } from './features/hover';
import { provideDefinition, provideHighlights, provideReferences } from './features/navigation';
import { provideSemanticTokens } from './features/semanticTokens';
import { provideWorkspaceSymbols } from './features/workspaceSymbols';
import { handle, type Log } from './handle';
import type { Services } from './server';

export function connectFeatures(connection: Connection, log: Log, ready: Promise<Services>): void {
  const nothing = () => null;
  const none = () => [];
  const noTokens = (): SemanticTokens => ({ data: [] });

  /** What one article tells is answered at once. */
  const inArticle = async <R>(
    uri: string,
    fallback: R,
    answer: (source: Source, services: Services) => R,
  ) => {
    const services = await ready;
    const found = services.workspace.find(uri);
    return found ? answer(found.source, services) : fallback;
  };
  /** What needs the other articles waits until all are known. */
  const inCase = async <R>(
    { textDocument, position }: TextDocumentPositionParams,
    fallback: R,
    answer: (source: Source, current: CaseState, offset: number, services: Services) => R,
  ) => {
    const services = await ready;
    const found = await services.workspace.findInCase(textDocument.uri);
    if (found === undefined) return fallback;
    return answer(found.source, found.current, toOffset(found.source.snapshot, position), services);
  };

  connection.languages.semanticTokens.on(
    handle(log, 'semantic tokens', noTokens, ({ textDocument }) =>
      inArticle(textDocument.uri, noTokens(), (source) => provideSemanticTokens(source)),
    ),
  );
  connection.languages.semanticTokens.onRange(
    handle(log, 'semantic tokens of a range', noTokens, ({ textDocument, range }) =>
      inArticle(textDocument.uri, noTokens(), (source) =>
        provideSemanticTokens(source, toSpan(source.snapshot, range)),
      ),
    ),
  );
  connection.onDocumentSymbol(
    handle(log, 'document symbols', none, ({ textDocument }) =>
      inArticle(textDocument.uri, none(), (source, { t }) => provideDocumentSymbols(t, source)),
    ),
  );
  connection.onDocumentHighlight(
    handle(log, 'highlights', none, ({ textDocument, position }) =>
      inArticle(textDocument.uri, none(), (source) =>
        provideHighlights(source, toOffset(source.snapshot, position)),
      ),
    ),
  );
  connection.onHover(
    handle(log, 'hover', nothing, (params) =>
      inCase(params, null, (source, current, offset, { t, settings }) =>
        provideHover(t, source, current, offset, settings.of(current.folder)),
      ),
    ),
  );
  connection.onDefinition(
    handle(log, 'definition', none, (params) => inCase(params, none(), provideDefinition)),
  );
  connection.onReferences(
    handle(log, 'references', none, (params) => inCase(params, none(), provideReferences)),
  );
  connection.onWorkspaceSymbol(
    handle(log, 'workspace symbols', none, async ({ query }) => {
      const { t, workspace } = await ready;
      await workspace.loaded();
      return provideWorkspaceSymbols(t, workspace.cases(), query);
    }),
  );
  connection.onRequest(
    messages.treeChildren,
    handle(log, 'tree', none, async ({ view, parent }) => {
      const { trees, workspace } = await ready;
      await workspace.loaded();
      return trees.children(view, parent);
    }),
  );
  connection.onRequest(
    messages.boardRequest,
    handle(
      log,
      'board',
      () => EMPTY_BOARD,
      async ({ story }) => {
        const { t, workspace } = await ready;
        await workspace.loaded();
        return buildBoard(t, workspace.cases(), story);
      },
    ),
  );
  connection.onRequest(messages.whenSettled, async () => {
    const { typing, workspace, republish } = await ready;
    const settled = await workspace.settled();
    if (typing.rest()) republish();
    return settled;
  });
}
