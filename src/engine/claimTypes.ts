/** The data of claims: quantities, times, names in slots, and the claim itself. */
import type { RegionKind, Span } from './types';

export type Polarity = 'positive' | 'negative';
export type Modality = 'asserted' | 'planned' | 'possible' | 'alleged' | 'denied';

/** A number with what it measures, as an interval: “at least twice” = [2, ∞) times. */
export interface Quantity extends Span {
  /** Inclusive bounds; `Infinity` is written as `null` in `max`. */
  readonly min: number;
  readonly max: number | null;
  /** Canonical unit: `count`, `percent`, `USD`, `km`, `year`, `ordinal`, `times`… */
  readonly unit: string;
  /** Lemma of the thing counted: “people”, “delegate”, “vote”; empty when none is said. */
  readonly thing: string;
  /** The words around the number that narrow what it counts, as lemmas (“killed”, “Belmara”). */
  readonly scope: readonly string[];
  /** “about”, “some”, “nearly”: the bounds are soft. */
  readonly approximate: boolean;
  /** The number itself before “at least”, “about” widened it; the lower one of a range. */
  readonly value: number;
  /** How fine the number is written: 1,000 for “41,000”, 0.1 for “3.1”. */
  readonly step: number;
  /** “four of the seven”: the number is a part of a whole that is named too. */
  readonly part: boolean;
}

/** A moment or period as an interval of ISO dates (or date-times), resolved against the article's date. */
export interface TimeReference extends Span {
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`; `null` when the words cannot be tied to a date. */
  readonly from: string | null;
  readonly to: string | null;
  /** What the words say themselves: parts of a date, a clock time, a length of time in days. */
  readonly grain: TimeGrain;
  readonly year: number | null;
  /** 1 to 12. */
  readonly month: number | null;
  /** 1 to 31. */
  readonly day: number | null;
  /** 0 is Sunday. */
  readonly weekday: number | null;
  /** The preposition or adverb that ties it to the claim: “since”, “before”, “by”; empty when none does. */
  readonly relation: string;
  /** “said Sunday”: the time of the words, not of what they tell. */
  readonly said: boolean;
  /** Words around it that say what happened then, as lemmas. */
  readonly scope: readonly string[];
  /** Clock time or part of the day in minutes after midnight as written, with its zone when named. */
  readonly clock?: ClockTime;
}

export type TimeGrain = 'minute' | 'part' | 'day' | 'week' | 'month' | 'season' | 'year' | 'decade' | 'span';

export interface ClockTime {
  readonly minutes: number;
  /** Latest moment that the words allow: “shortly before 10 p.m.” runs to 22:00. */
  readonly until: number;
  readonly zone: string | null;
  readonly approximate: boolean;
}

/** A name in a claim with the words around it: a slot that another article may fill with another name. */
export interface NameReference extends Span {
  /** Index into {@link ArticleFacts.entities}. */
  readonly entity: number;
  /** The preposition it hangs on: “in”, “from”, “by”; empty for a subject or object. */
  readonly relation: string;
  readonly role: 'subject' | 'object' | 'other';
  /** Main verb of its clause, by family. */
  readonly family: string;
  /** Words around it, as lemmas. */
  readonly scope: readonly string[];
  /** Words right around it that are no names, as lemmas: the slot itself. */
  readonly near: readonly string[];
  /** Number of names in the list it is part of: 3 in “Cleveland, Toledo and Columbus”. */
  readonly list: number;
  /** The other names of that list, as indexes into {@link ArticleFacts.entities}. */
  readonly companions: readonly number[];
  /** Lemma of the word that the name hangs on: the noun or verb before its preposition, the verb of a subject. */
  readonly host: string;
}

/** One assertion in one article by the narrator or by a speaker: everything that comparison needs, no text. */
export interface Claim extends Span {
  /** Index into {@link ArticleFacts.quotations} when somebody is quoted as saying it; `null`: the narrator. */
  readonly quotation: number | null;
  readonly region: RegionKind;
  /** Index of the sentence within the article: claims of one sentence share it. */
  readonly sentence: number;
  /** Main verb as a lemma, and the family of near-synonyms it belongs to. */
  readonly predicate: string;
  readonly family: string;
  /** Indexes into {@link ArticleFacts.entities}: who does it, to whom. */
  readonly subjects: readonly number[];
  readonly objects: readonly number[];
  /** All entities named in the claim, places too. */
  readonly entities: readonly number[];
  readonly places: readonly number[];
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly quantities: readonly Quantity[];
  readonly times: readonly TimeReference[];
  /** Content words as folded lemmas, in order, stop words left out. */
  readonly words: readonly string[];
  /** Those of {@link words} that a negation turns round: “never *contacted*”, “no *evidence*”. */
  readonly negated: readonly string[];
  /** Those of {@link words} that are verbs. */
  readonly verbs: readonly string[];
  /** Those of {@link verbs} that assert: no infinitive, no participle without an auxiliary. */
  readonly finite: readonly string[];
  readonly names: readonly NameReference[];
  /** A condition or a question: it asserts nothing. */
  readonly hypothetical: boolean;
}
