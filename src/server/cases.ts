/** A case as the server holds it: its articles with the texts that their offsets count in. */
import { type Article, type ArticleMetadata, type Case, createCase } from '../engine';
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
  put(source: Source): void;
  remove(uri: string): void;
}

export function createMutableCase(folder: string, name: string): MutableCase {
  const engineCase: Case = createCase();
  const sources = new Map<string, Source>();
  const unreadable = new Map<string, string>();
  const metadata = new Map<string, ArticleMetadata>();
  let index: CaseIndex | undefined;
  return {
    folder,
    name,
    files: new Set(),
    gone: new Set(),
    sources,
    unreadable,
    metadata,
    put(source) {
      sources.set(source.uri, source);
      engineCase.set(source.article);
      index = undefined;
    },
    remove(uri) {
      unreadable.delete(uri);
      metadata.delete(uri);
      if (!sources.delete(uri)) return;
      engineCase.delete(uri);
      index = undefined;
    },
    index() {
      index ??= indexCase(engineCase);
      return index;
    },
  };
}

/** Whether `uri` lies below the folder `folder`; both are URIs. */
export function isInside(uri: string, folder: string): boolean {
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
