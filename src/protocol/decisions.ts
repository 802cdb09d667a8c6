/** The messages about decisions: what can be decided, what is decided, what the file shall say then. */
import { NotificationType, RequestType } from 'vscode-jsonrpc';
import type { Change, ConflictKind, DismissReason, EntityKind } from '../engine';
import type { PlainRange } from './messages';

/** What the user points at: a node of a tree by its subject, or a place in an article. */
export interface DecisionTarget {
  /** URI of the workspace folder; absent: the one of `uri`, or the one that knows the subject. */
  readonly folder?: string;
  readonly uri?: string;
  readonly position?: PlainRange['start'];
  /** `conflict:ID`, `entity:ID` or `decision:ID`. */
  readonly subject?: string;
}

export interface DecidableConflict {
  readonly id: string;
  readonly kind: ConflictKind;
  readonly message: string;
  readonly sides: readonly string[];
  readonly status: 'open' | 'accepted' | 'dismissed';
}

export interface DecidablePerson {
  readonly id: string;
  readonly name: string;
  readonly kind: EntityKind;
  /** Roles, or the sources that name it. */
  readonly detail: string;
}

/** What can be decided about a target. */
export interface Decidable {
  readonly folder: string;
  readonly conflicts: readonly DecidableConflict[];
  readonly person: DecidablePerson | null;
  /** Whether the target is one mention of the person, which can be split off. */
  readonly isMention: boolean;
  readonly quotation: { readonly words: string; readonly speaker: string | null } | null;
}

/** Client → server; `null` when nothing is there, or when the article lies in no folder. */
export const findDecidable = new RequestType<DecisionTarget, Decidable | null, void>(
  'counterclaim/findDecidable',
);

/** Client → server: whom a person may be merged with, who may have spoken; most mentioned first. */
export const listPeople = new RequestType<{ readonly folder: string }, DecidablePerson[], void>(
  'counterclaim/listPeople',
);

/** A decision that was made, for the list of them. */
export interface MadeDecision {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly isOrphaned: boolean;
}

/** Client → server: all decisions of a case, the latest first. */
export const listMade = new RequestType<{ readonly folder: string }, MadeDecision[], void>(
  'counterclaim/listDecisions',
);

export type Ruling =
  | { readonly type: 'accept' }
  | { readonly type: 'dismiss'; readonly reason: DismissReason }
  /** Takes the decision about a conflict back, or any decision by its id. */
  | { readonly type: 'reopen' }
  | { readonly type: 'withdraw'; readonly id: string }
  | { readonly type: 'merge'; readonly other: string }
  | { readonly type: 'split'; readonly scope: 'mention' | 'article' }
  | { readonly type: 'rename'; readonly name: string }
  | { readonly type: 'kind'; readonly kind: EntityKind }
  | { readonly type: 'not-a-name' }
  /** Id of an entity, a name that no article has, or `null`: nobody can tell. */
  | { readonly type: 'speaker'; readonly speaker: { readonly id: string } | { readonly name: string } | null }
  /** Takes an earlier change back. */
  | { readonly type: 'undo'; readonly change: Change };

export interface DecideParams {
  readonly folder: string;
  readonly target: DecisionTarget;
  readonly ruling: Ruling;
  readonly note: string;
  /** ISO date-time. */
  readonly time: string;
  /** The decisions as they are stored right now; several places are joined. */
  readonly texts: readonly string[];
}

/** What to store, and how to take it back; or why not, in a sentence; an empty one when the log says why. */
export type DecideResult = { readonly text: string; readonly undo: Change } | { readonly problem: string };

/** Client → server: nothing is stored by it, the client writes `text`. */
export const decide = new RequestType<DecideParams, DecideResult, void>('counterclaim/decide');

/** Server → client: the decisions of a folder as they are stored, in its file and in the extension's storage. */
export const readDecisions = new RequestType<{ readonly folder: string }, string[], void>(
  'counterclaim/readDecisions',
);

/** Client → server: they are to be read again. */
export const decisionsChanged = new NotificationType<{ readonly folder: string }>(
  'counterclaim/decisionsChanged',
);
