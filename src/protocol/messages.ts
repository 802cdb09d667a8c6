/** The custom messages between client and server, typed for both sides. */
import { NotificationType, RequestType } from 'vscode-jsonrpc';
import type { Board } from './board';
import type { ViewName } from './names';
import type { PlainLocation, PlainRange } from './places';
import type { Settings } from './settings';

export type { PlainLocation, PlainRange };

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
  /** The server has a tooltip for it, to be asked for when it is shown. */
  readonly hasTooltip: boolean;
  /** Id of a codicon. */
  readonly icon?: string;
  /** Id of a theme colour for the icon. */
  readonly color?: string;
  readonly location?: PlainLocation;
  readonly children: 'none' | 'collapsed' | 'expanded';
  /** Kind of node, for menus. */
  readonly context: string;
  /** What the node stands for: `conflict:ID`, `entity:ID`, `matter:ID`, `article:URI`. */
  readonly subject?: string;
}

/** In which order a view shows its nodes; `count` by sources, quotations or conflicts. */
export type TreeSort = 'count' | 'name' | 'newest';
export type TreeGroup = 'severity' | 'kind' | 'article' | 'none';

/** How a person wants a view; what is absent is as the view has it by itself. */
export interface TreeOptions {
  /** Words that a node must hold. */
  readonly filter?: string;
  readonly sort?: TreeSort;
  readonly group?: TreeGroup;
}

/** Client → server: filter, order and grouping of a view from now on. */
export const arrangeTree = new NotificationType<{ readonly view: ViewName; readonly options: TreeOptions }>(
  'counterclaim/arrangeTree',
);

/** The ids from a root of a view down to a node. */
export interface NodePath {
  readonly view: ViewName;
  readonly ids: readonly string[];
}

/** Client → server: the nodes that stand for what is at a position (`null`: the article), the best of each view. */
export const nodesAt = new RequestType<
  { readonly uri: string; readonly position: PlainRange['start'] | null },
  NodePath[],
  void
>('counterclaim/nodesAt');

/** Client → server: the children of a node, or the roots. A node that is gone has none. */
export const treeChildren = new RequestType<
  { readonly view: ViewName; readonly parent?: string },
  TreeNode[],
  void
>('counterclaim/treeChildren');

/** Client → server: the tooltip of a node, in escaped Markdown; empty for a node that is gone. */
export const treeTooltip = new RequestType<{ readonly view: ViewName; readonly id: string }, string, void>(
  'counterclaim/treeTooltip',
);

/** Client → server: the settings of a workspace folder; `folder` is empty for articles outside every folder. */
export const settingsChanged = new NotificationType<{ readonly folder: string; readonly settings: Settings }>(
  'counterclaim/settings',
);

/** Two places that disagree, with the names of their articles. */
export interface Comparison {
  readonly left: PlainLocation & { readonly name: string };
  readonly right: PlainLocation & { readonly name: string };
  readonly message: string;
}

/** Client → server: the conflict with an id, or the one at a position; `null`: there is none. */
export const compare = new RequestType<
  { readonly conflict?: string; readonly uri?: string; readonly position?: PlainRange['start'] },
  Comparison | null,
  void
>('counterclaim/compare');

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

/** Client → server: the comparison board of a story; without an id, or when it is gone, of the largest one. */
export const boardRequest = new RequestType<{ readonly story?: string }, Board, void>('counterclaim/board');
