/** What a detector is: it compares one pair that alignment proposes and says what differs, or nothing. */
import type { Hunk } from '../case/hunks';
import type { WordAlignment } from '../case/matching';
import type { Utterance } from '../case/utterance';
import type { WordRelations } from '../lexicon/relations';
import type {
  Article,
  Claim,
  ConflictKind,
  Entity,
  LocalEntity,
  NameReference,
  Quantity,
  Quotation,
  Severity,
  Span,
  TimeReference,
} from '../types';

/** A claim, quotation or entity with the article it stands in and its index there. */
export interface Located<T> {
  readonly article: Article;
  readonly item: T;
  readonly index: number;
}

/** Two items of different articles of one story about the same matter. */
export interface Pair<T> {
  readonly left: Located<T>;
  readonly right: Located<T>;
  /** 0 to 1: how sure alignment is that both are about the same matter. */
  readonly score: number;
  /** Why they were paired, in plain words, for `--explain`. */
  readonly reason: string;
}

/** Two values that fill the same slot of one matter and do not agree. */
export interface Slot<T> {
  readonly left: T;
  readonly right: T;
  /** 0 to 1: how well unit, thing counted and the words right around fit. */
  readonly scope: number;
  /** 0 to 1: how sure it is that both fill one slot, the passages' likeness included. */
  readonly score: number;
}

/** Two clauses of passages about one matter; `score` is the passages' likeness. */
export interface ClaimPair extends Pair<Claim> {
  /** 0 to 1: how near the passages' likeness comes to the best that either has in the other's article. */
  readonly ratio: number;
  /** 0 to 1: how alike the two clauses are. */
  readonly clause: number;
  /** Words and entities (`@` + id) that both passages share, rarest first. */
  readonly shared: readonly string[];
  /** Quantities and times that fill the same slot and differ; values that the other article states too are left out. */
  readonly quantities: readonly Slot<Quantity>[];
  readonly times: readonly Slot<TimeReference>[];
  /** Names that fill the same slot though the other article names neither. */
  readonly names: readonly Slot<NameReference>[];
  /** Every claim of the two sentences, for what stands beside the clause. */
  readonly leftSentence: readonly Claim[];
  readonly rightSentence: readonly Claim[];
}
/** How the speakers of two quotations stand to each other. */
export type SpeakerRelation = 'same' | 'related' | 'different' | 'unknown';

/** Two quotations that report one utterance, or the same words of two speakers. */
export interface QuotationPair extends Pair<Quotation> {
  readonly left: Located<Quotation> & { readonly utterance: Utterance };
  readonly right: Located<Quotation> & { readonly utterance: Utterance };
  readonly speakers: SpeakerRelation;
  readonly alignment: WordAlignment;
  /** Where the words differ that both give as the speaker's own. */
  readonly hunks: readonly Hunk[];
  /** Equal for all quotations of one utterance; content-based. */
  readonly matter: string;
  /** Equal for quotations of one utterance that agree in their words. */
  readonly wordings: readonly [left: string, right: string];
}
/** One person of the case in two articles, or two persons of the case that may be one. */
export interface EntityPair extends Pair<LocalEntity> {
  /** The entity behind the left item. */
  readonly entity: Entity;
  /** The entity behind the right item: the same one when the case links both. */
  readonly counterpart: Entity;
}

/** Knowledge of the case that comparing needs beyond the pair. */
export interface Context {
  /** The entity of the case behind a local entity; `undefined` when `local` is `null`. */
  entityOf(article: Article, local: number | null): Entity | undefined;
  /** Every entity of the case. */
  readonly entities: readonly Entity[];
  /** Names of the case's outlets, folded for comparison. */
  readonly outlets: ReadonlySet<string>;
  /** How close words are in sense, and how rare. */
  readonly relations: WordRelations;
}

/** One side of a finding. */
export interface FindingSide {
  readonly article: Article;
  readonly span: Span;
  /** What this side says, in a few words for the reader: “first trip”, “41,213”. */
  readonly says: string;
  /** Equal for sides that agree; findings about one matter are grouped by it. */
  readonly key: string;
  /** The value compared, where there is one: sides of values that agree are one, and other articles may take a side. */
  readonly value?: Quantity | TimeReference;
  /** The words that bound what is counted: “outside the old union”. */
  readonly within?: string;
}

/** A disagreement of one pair; findings about the same matter become one conflict. */
export interface Finding {
  readonly kind: ConflictKind;
  readonly severity: Severity;
  readonly sides: readonly [FindingSide, FindingSide];
  /** Equal for findings about the same matter, content-based: no offsets, no order. */
  readonly matter: string;
  /** What differs, in the plain words of a margin note, without naming outlets. */
  readonly differs: string;
  /** What could reconcile both sides; `null` when nothing that is known. */
  readonly reconciles: string | null;
  /** Why the two were paired and which rule spoke. */
  readonly explanation: readonly string[];
}

interface Described {
  readonly id: ConflictKind;
  readonly title: string;
}
export interface ClaimDetector extends Described {
  compare(pair: ClaimPair, context: Context): Finding | undefined;
}
export interface QuotationDetector extends Described {
  compare(pair: QuotationPair, context: Context): Finding | undefined;
}
export interface EntityDetector extends Described {
  /** One finding for each particular that differs. */
  compare(pair: EntityPair, context: Context): readonly Finding[];
}
