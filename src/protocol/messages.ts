/** The custom messages between client and server, typed for both sides. */
import { NotificationType, RequestType } from 'vscode-jsonrpc';
import type { ViewName } from './names';

/** A range as LSP has it: zero-based lines and UTF-16 columns. */
export interface PlainRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface PlainLocation {
  readonly uri: string;
  readonly range: PlainRange;
}

/** What the client hands over when it starts the server. */
export interface InitializationOptions {
  /** The translations of the editor's language: English text → translated text. */
  readonly translations?: Readonly<Record<string, string>>;
}

/** Server → client: a data file of `dist/`, for a server that cannot open files itself (web worker). */
export const readResource = new RequestType<{ readonly file: string }, Uint8Array, void>(
  'counterclaim/readResource',
);

/** The article files of one case, or what changed about them. */
export interface CaseFiles {
  /** URI of the workspace folder: the identity of the case. */
  readonly folder: string;
  readonly name: string;
  /** URIs of files that belong to the case; files named before stay. */
  readonly added: readonly string[];
  /** URIs of files that no longer belong to it. */
  readonly removed: readonly string[];
  /** URIs of files whose content changed. */
  readonly changed: readonly string[];
}

/** Client → server: which files a case has. Several in a row add up. */
export const filesChanged = new NotificationType<CaseFiles>('counterclaim/files');

/** Client → server: a workspace folder was closed. */
export const caseClosed = new NotificationType<{ readonly folder: string }>('counterclaim/caseClosed');

/** A file's bytes, or why there are none, in a sentence. */
export type FileContent =
  | {
      /** The first bytes, Base64. */
      readonly base64: string;
      /** Size of the whole file in bytes. */
      readonly size: number;
      /** The sidecar beside it (`name.json`), Base64. */
      readonly sidecar?: string;
    }
  | { readonly problem: string };

/** Server → client: files in the order asked for; works for every file system the editor knows. */
export const readFiles = new RequestType<
  { readonly uris: readonly string[]; readonly mostBytes: number },
  FileContent[],
  void
>('counterclaim/readFiles');

/** A node of a sidebar tree; the client only paints it. */
export interface TreeNode {
  /** Unique within its view and equal across revisions for the same thing. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Markdown, escaped. */
  readonly tooltip?: string;
  /** Id of a codicon. */
  readonly icon?: string;
  /** Id of a theme colour for the icon. */
  readonly color?: string;
  readonly location?: PlainLocation;
  readonly children: 'none' | 'collapsed' | 'expanded';
  /** Kind of node, for menus. */
  readonly context: string;
}

/** Client → server: the children of a node, or the roots. A node that is gone has none. */
export const treeChildren = new RequestType<
  { readonly view: ViewName; readonly parent?: string },
  TreeNode[],
  void
>('counterclaim/treeChildren');

/** What the server knows once everything it was told about is analysed. */
export interface Settled {
  /** Counts up with every run. */
  readonly revision: number;
  readonly articles: number;
  readonly people: number;
  readonly claims: number;
  /** Contradictions and discrepancies: what the badge counts. */
  readonly findings: number;
  /** All conflicts, variations too. */
  readonly conflicts: number;
  readonly problems: readonly { readonly uri: string; readonly message: string }[];
  /** Duration of the run that just ended, in milliseconds. */
  readonly milliseconds: number;
}

/** Server → client: analysis and diagnostics are up to date. */
export const settled = new NotificationType<Settled>('counterclaim/settled');

/** Client → server: answers when everything sent before it is analysed and shown. */
export const whenSettled = new RequestType<null, Settled, void>('counterclaim/whenSettled');
