/** What a user decides about a case: verdicts on conflicts, corrections of people and speakers. */
import type { ConflictKind, DismissReason, EntityKind } from '../types';

/**
 * A place in an article told by its words (“text quote selector” of the W3C's Web Annotation data model).
 * Runs of white space are one space, so that line ends and re-wrapped lines do not matter.
 */
export interface Anchor {
  /** In the file: path from the case folder with `/`. Inside a case: the article's id. */
  readonly article: string;
  /** The words; of long spans the beginning. */
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export const DECISION_TYPES = [
  'accept',
  'dismiss',
  'merge',
  'split',
  'rename',
  'kind',
  'not-a-name',
  'speaker',
] as const;
export type DecisionType = (typeof DECISION_TYPES)[number];

interface Decided {
  /** One for each thing that is decided: a second decision about the same thing replaces the first. */
  readonly id: string;
  /** When, as an ISO date-time; the engine only hands it on. */
  readonly time: string;
  readonly note: string;
  readonly anchors: readonly Anchor[];
}

/** Anchors: the conflict's evidence. */
export interface ConflictDecision extends Decided {
  readonly type: 'accept' | 'dismiss';
  /** Content id of the conflict. */
  readonly conflict: string;
  readonly kind: ConflictKind;
  /** Why dismissed; `null` when accepted. */
  readonly reason: DismissReason | null;
  /** What each side said when it was decided: a conflict with a new side is open again. */
  readonly sides: readonly string[];
}

/** Anchors: a mention of whom the others become one with, a mention of the other. */
export interface MergeDecision extends Decided {
  readonly type: 'merge';
}

/** Anchor: the mention that means somebody else, alone or with all others of its article. */
export interface SplitDecision extends Decided {
  readonly type: 'split';
  readonly scope: 'mention' | 'article';
}

/** Anchor: a mention of the person. */
export interface RenameDecision extends Decided {
  readonly type: 'rename';
  readonly name: string;
}

/** Anchor: a mention of the person, organisation or place. */
export interface KindDecision extends Decided {
  readonly type: 'kind';
  readonly kind: EntityKind;
}

/** Anchor: a mention. */
export interface NotANameDecision extends Decided {
  readonly type: 'not-a-name';
}

/** Anchors: the quotation, then a mention of the speaker; without the second the name alone, or nobody known. */
export interface SpeakerDecision extends Decided {
  readonly type: 'speaker';
  readonly name: string | null;
}

export type Decision =
  | ConflictDecision
  | MergeDecision
  | SplitDecision
  | RenameDecision
  | KindDecision
  | NotANameDecision
  | SpeakerDecision;

/** One line of the file. */
export interface Entry {
  readonly id: string;
  /** The decision as JSON, word for word as it was read: what this version does not know is kept. */
  readonly line: string;
  /** Where it stands in the file: by article, then by id. */
  readonly order: string;
  /** `null`: not of a kind that this version understands. */
  readonly decision: Decision | null;
}

/** A newer version wrote it; it is no such file any more; it is too large to be one. */
export type Lock = 'newer' | 'damaged' | 'too-large';

/** The decisions file as read, or as it will be written. */
export interface DecisionFile {
  readonly version: number;
  /** In the order of the file, each id once. */
  readonly entries: readonly Entry[];
  /** Other fields of the file: key → JSON. */
  readonly rest: ReadonlyMap<string, string>;
  /** Why it must not be written; `null` when it may. */
  readonly locked: Lock | null;
}
