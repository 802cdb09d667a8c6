/** A case as the server holds it: its articles with the texts that their offsets count in. */
import {
  type Article,
  type ArticleMetadata,
  type Case,
  createCase,
  type DecisionFile,
  listDecisions,
  NO_DECISIONS,
} from '../engine';
import { type CaseIndex, indexCase } from './caseIndex';
import type { Snapshot } from './convert';

/** An article of a case together with the text that its offsets count in. */
export interface Source {
  readonly uri: string;
  readonly snapshot: Snapshot;
  readonly article: Article;
  readonly metadata: ArticleMetadata;
  /** What the user should know about how the file was read. */
  readonly notes: readonly string[];
}

export interface CaseState {
  /** URI of the workspace folder; empty for open articles outside every folder. */
  readonly folder: string;
  readonly name: string;
  readonly sources: ReadonlyMap<string, Source>;
  /** Files that cannot be read as text: URI → a sentence. */
  readonly unreadable: ReadonlyMap<string, string>;
  /** What the user decided, as last read. */
  readonly decisions: DecisionFile;
  /** An article with what the user corrected in it. */
  corrected(uri: string): Article | undefined;
  /** Look-ups over the case as it is now; computed when first asked for after a change. */
  index(): CaseIndex;
}

/** What only the workspace may do to a case. */
export interface MutableCase extends CaseState {
  /** URIs of the files that the client says belong to it. */
  readonly files: Set<string>;
  /** URIs of files that were taken out: the editor may hold their text long after they are deleted. */
  readonly gone: Set<string>;
  readonly unreadable: Map<string, string>;
  readonly sources: Map<string, Source>;
  readonly metadata: Map<string, ArticleMetadata>;
  decide(decisions: DecisionFile): void;
  put(source: Source): void;
  remove(uri: string): void;
}

export function createMutableCase(folder: string, name: string): MutableCase {
  const engineCase: Case = createCase();
  const sources = new Map<string, Source>();
  const unreadable = new Map<string, string>();
  const metadata = new Map<string, ArticleMetadata>();
  const uris = new Map<string, string>();
  let decisions = NO_DECISIONS;
  /** Whether the engine has the decisions with the articles that are there now. */
  let isDecided = true;
  let index: CaseIndex | undefined;
  const decided = (): Case => {
    if (!isDecided) {
      isDecided = true;
      engineCase.decide(listDecisions(decisions, (path) => uris.get(path.normalize('NFC')) ?? path));
    }
    return engineCase;
  };
  return {
    folder,
    name,
    files: new Set(),
    gone: new Set(),
    sources,
    unreadable,
    metadata,
    get decisions() {
      return decisions;
    },
    decide(next) {
      decisions = next;
      isDecided = false;
      index = undefined;
    },
    corrected: (uri) => decided().corrected(uri),
    put(source) {
      if (!sources.has(source.uri)) {
        uris.set(pathIn(folder, source.uri), source.uri);
        if (decisions.entries.length > 0) isDecided = false;
      }
      sources.set(source.uri, source);
      engineCase.set(source.article);
      index = undefined;
    },
    remove(uri) {
      unreadable.delete(uri);
      metadata.delete(uri);
      if (!sources.delete(uri)) return;
      uris.delete(pathIn(folder, uri));
      if (decisions.entries.length > 0) isDecided = false;
      engineCase.delete(uri);
      index = undefined;
    },
    index() {
      index ??= indexCase(decided());
      return index;
    },
  };
}

/** Path of `uri` from the folder, readable and in one normal form; of one elsewhere the URI itself. */
export function pathIn(folder: string, uri: string): string {
  if (folder === '' || !isInside(uri, folder)) return uri;
  const path = uri.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
}

/** Whether `uri` lies below the folder `folder`; both are URIs. */
export function isInside(uri: string, folder: string): boolean {
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
