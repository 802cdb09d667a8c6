/** The engine's data: plain, readonly, serialisable. Every offset is a UTF-16 code unit into the article's text. */
import type { Claim } from './claimTypes';

export type {
  Claim,
  ClockTime,
  Modality,
  NameReference,
  Polarity,
  Quantity,
  TimeGrain,
  TimeReference,
} from './claimTypes';

/** A half-open range of UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Something odd about an input that the user should know; the analysis goes on. */
export interface Problem {
  readonly message: string;
  readonly span?: Span;
}

// ---------------------------------------------------------------- one article

/** What is known of an article from outside its text: front matter, a sidecar, the file's name. */
export interface ArticleMetadata {
  readonly outlet?: string;
  /** ISO date, `YYYY-MM-DD`. */
  readonly published?: string;
  readonly headline?: string;
}

/** One source text as the host read it. */
export interface ArticleInput {
  /** Stable within a case: a path or URI with `/` separators. The file's name may carry outlet and date. */
  readonly id: string;
  /** The text as the editor holds it: no byte order mark, line ends as they are. */
  readonly text: string;
  readonly metadata?: ArticleMetadata;
}

/** A date and time as an article prints them above its text; what is not printed is `null`. */
export interface PrintedDate {
  readonly year: number | null;
  /** 1 to 12. */
  readonly month: number | null;
  /** 1 to 31. */
  readonly day: number | null;
  /** 0: Sunday to 6: Saturday. */
  readonly weekday: number | null;
  /** Clock time in minutes after midnight. */
  readonly minutes: number | null;
  /** As written: “GMT”, “ET”. */
  readonly zone: string | null;
}

export type RegionKind =
  | 'headline'
  | 'deck'
  | 'byline'
  | 'dateline'
  | 'body'
  | 'caption'
  | 'related'
  | 'boilerplate';

/** A stretch of an article; regions are ordered, do not overlap and cover every line that is not blank. */
export interface Region extends Span {
  readonly kind: RegionKind;
}

export type EntityKind = 'person' | 'organization' | 'place';
export type MentionForm = 'name' | 'pronoun' | 'description';

/** A span that names a person, organisation or place, or a pronoun or description resolved to one. */
export interface Mention extends Span {
  readonly kind: EntityKind;
  readonly form: MentionForm;
  /** Index into {@link ArticleFacts.entities}. */
  readonly entity: number;
  /** Why this mention belongs to that entity, in a few plain words. */
  readonly reason: string;
}

/** A role, office or description of an entity, with the place that says so. */
export interface Role {
  /** As written: “Iranian Oil Minister”, “his spokesman”. */
  readonly text: string;
  readonly span: Span;
}

export type Gender = 'female' | 'male';

/** What the mentions of one article refer to. */
export interface LocalEntity {
  readonly kind: EntityKind;
  /** What titles, first names and pronouns of the article say; absent when they say nothing. */
  readonly gender?: Gender | null;
  /** The fullest name used in the article, without titles. */
  readonly name: string;
  /** Every other name form used in the article, without titles. */
  readonly aliases: readonly string[];
  readonly roles: readonly Role[];
}

export type QuotationType = 'direct' | 'mixed' | 'indirect';

/** Reported words: content, cue (“said”), source (the words that name the speaker) and who that is. */
export interface Quotation {
  readonly type: QuotationType;
  /** In order, not overlapping; several when discontinuous (“…,” she said. “…”). Quotation marks are included. */
  readonly content: readonly Span[];
  readonly cue: Span | null;
  readonly source: Span | null;
  /** Index into {@link ArticleFacts.entities}; `null`: unknown. */
  readonly speaker: number | null;
  /** 0 to 1: how sure the speaker is. */
  readonly confidence: number;
  /** Why that speaker, in a few plain words. */
  readonly reason: string;
}

/** A small-letter word that the dictionary does not hold: damaged text perhaps; only the case can tell. */
export interface DamagedWord extends Span {
  readonly text: string;
}

/** Everything the engine knows of one article: a pure function of its text and metadata. */
export interface ArticleFacts {
  readonly outlet: string | null;
  readonly published: string | null;
  /** The date and time as printed, even where the year is not: it puts articles of one story in order. */
  readonly printed: PrintedDate | null;
  readonly headline: string | null;
  readonly regions: readonly Region[];
  readonly mentions: readonly Mention[];
  readonly entities: readonly LocalEntity[];
  readonly quotations: readonly Quotation[];
  readonly claims: readonly Claim[];
  readonly damaged: readonly DamagedWord[];
  readonly problems: readonly Problem[];
}

/** An article of a case with its facts. */
export interface Article {
  readonly id: string;
  readonly text: string;
  readonly facts: ArticleFacts;
}

// ---------------------------------------------------------------- one case

/** One article's local entity as a member of an entity of the case, with the reason it was linked. */
export interface EntityMember {
  readonly article: string;
  readonly local: number;
  readonly reason: string;
}

/** A person, organisation or place across all articles of a case. */
export interface Entity {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly roles: readonly { readonly text: string; readonly article: string; readonly span: Span }[];
  readonly members: readonly EntityMember[];
}

/** Articles of a case about the same event; only these are compared. */
export interface Story {
  readonly id: string;
  readonly articles: readonly string[];
}

export const CONFLICT_KINDS = [
  'number',
  'time',
  'place',
  'actor',
  'attribution',
  'wording',
  'polarity',
  'modality',
  'identity',
] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];
export const SEVERITIES = ['contradiction', 'discrepancy', 'variation'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One span that a conflict rests on. */
export interface Evidence extends Span {
  readonly article: string;
  /** The words of the span, verbatim. */
  readonly text: string;
  /** Which side of the disagreement it supports; sides count from 0. */
  readonly side: number;
}

/** Two or more claims or quotations of different articles that disagree. */
export interface Conflict {
  /** Stable: a fingerprint of content, not of place or order. */
  readonly id: string;
  readonly kind: ConflictKind;
  readonly severity: Severity;
  /** A desk editor's margin note: what each source says, what differs, what could reconcile it. */
  readonly message: string;
  /** What each side says in a few words, in the order of {@link Evidence.side}. */
  readonly sides: readonly string[];
  readonly evidence: readonly Evidence[];
  /** Why the two were paired and which rule spoke, for `--explain`. */
  readonly explanation: readonly string[];
  /** What the user decided about it; absent while it is open. */
  readonly verdict?: Verdict;
}

export const DISMISS_REASONS = ['different-event', 'no-conflict', 'superseded', 'other'] as const;
export type DismissReason = (typeof DISMISS_REASONS)[number];

/** A decision about a conflict. */
export interface Verdict {
  /** Id of the decision. */
  readonly decision: string;
  readonly status: 'accepted' | 'dismissed';
  /** `null` when accepted. */
  readonly reason: DismissReason | null;
  readonly note: string;
}

/** A decision that no longer finds what it was about; it has no effect and is kept. */
export interface OrphanedDecision {
  readonly id: string;
  /** One of the types of decisions. */
  readonly type: string;
  /** The words it was about. */
  readonly words: string;
  /** The article it was about: an id, or a path from the case folder. */
  readonly article: string;
  readonly note: string;
}

/** A word that lost letters on its way (“miner” for “minister”), told by its article and by the others of its story. */
export interface DamageFinding extends Span {
  readonly article: string;
  /** As it stands. */
  readonly text: string;
  /** What it probably was. */
  readonly probably: string;
  /** Where other articles of the story have the whole word; may be empty when the same loss explains other words. */
  readonly evidence: readonly (Span & { readonly article: string; readonly text: string })[];
  /** “Looks like damaged text: …” */
  readonly message: string;
}

/** What a case comes to. */
export interface CaseResult {
  readonly entities: readonly Entity[];
  readonly stories: readonly Story[];
  /** Open and accepted ones. */
  readonly conflicts: readonly Conflict[];
  /** Those that the user dismissed. */
  readonly dismissed: readonly Conflict[];
  readonly orphaned: readonly OrphanedDecision[];
  readonly damage: readonly DamageFinding[];
}
