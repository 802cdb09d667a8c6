/** The data of the comparison board: what the server builds, the client carries and the webview draws. */
import type { QuotationType, Severity } from '../engine/types';
import type { PlainLocation } from './places';

/** Type of the webview panel. */
export const BOARD_PANEL = 'counterclaim.board';

/** One story of a case that the board can show. */
export interface BoardStory {
  readonly id: string;
  /** Headline of its first article. */
  readonly label: string;
  readonly sources: number;
  readonly conflicts: number;
}

/** An article as a column. */
export interface BoardSource {
  readonly uri: string;
  /** The outlet as the article names itself; else the file. */
  readonly name: string;
  /** ISO date. */
  readonly published: string | null;
  readonly headline: string | null;
}

export interface BoardConflict {
  readonly severity: Severity;
  /** The kind’s name, translated. */
  readonly kind: string;
  readonly message: string;
  /** What each side says in a few words. */
  readonly sides: readonly string[];
}

/** The side that a statement takes in one of its row’s conflicts. */
export interface BoardSide {
  /** Index into the row’s conflicts. */
  readonly conflict: number;
  readonly side: number;
}

/** Words of one source with their exact place. */
export interface BoardStatement {
  /** Index into the board’s sources. */
  readonly source: number;
  readonly text: string;
  /** Parts of `text` that matter, as ranges of UTF-16 units: ordered, not overlapping. */
  readonly marks: readonly (readonly [start: number, end: number])[];
  readonly place: PlainLocation;
  /** Who is quoted as saying it. */
  readonly speaker: string | null;
  readonly sides: readonly BoardSide[];
}

/** A matter: what several sources report, or what a conflict is about. */
export interface BoardMatter {
  readonly key: string;
  readonly label: string;
  readonly conflicts: readonly BoardConflict[];
  readonly statements: readonly BoardStatement[];
}

export type BoardGrain = 'day' | 'month' | 'year' | 'span';

/** What the words say of a date that nothing ties to a year: “Tuesday”, “19 July”. */
export interface BoardLooseDate {
  /** 1 to 12. */
  readonly month: number | null;
  /** 1 to 31. */
  readonly day: number | null;
  /** 0 is Sunday; only where no day of a month is told. */
  readonly weekday: number | null;
}

/** A date or period with what each source puts there. */
export interface BoardDate {
  readonly when:
    | {
        /** ISO dates, `YYYY-MM-DD`, both inclusive. */
        readonly from: string;
        readonly to: string;
        readonly grain: BoardGrain;
      }
    | BoardLooseDate;
  readonly conflicts: readonly BoardConflict[];
  readonly statements: readonly BoardStatement[];
  /** Sources that were published that day. */
  readonly published: readonly number[];
}

/** How one source words an utterance. */
export interface BoardWording {
  readonly source: number;
  readonly place: PlainLocation;
  readonly speaker: string | null;
  readonly type: QuotationType;
  /** The words that other sources have too or word otherwise; before and after it what only this source quotes. */
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

export interface BoardUtterance {
  readonly key: string;
  /** Whose words the sources say they are, the one that most name first; empty when none names anybody. */
  readonly speakers: readonly string[];
  readonly conflicts: readonly BoardConflict[];
  readonly wordings: readonly BoardWording[];
}

export interface BoardQuotation {
  readonly source: number;
  readonly type: QuotationType;
  readonly text: string;
  readonly place: PlainLocation;
}

/** Somebody whom sources quote. */
export interface BoardSpeaker {
  /** `null`: speakers that nobody could tell. */
  readonly name: string | null;
  readonly quotations: readonly BoardQuotation[];
}

export interface Board {
  readonly stories: readonly BoardStory[];
  /** Id of the story that is shown; `null` when there is none. */
  readonly story: string | null;
  readonly sources: readonly BoardSource[];
  readonly matters: readonly BoardMatter[];
  readonly dates: readonly BoardDate[];
  readonly utterances: readonly BoardUtterance[];
  readonly speakers: readonly BoardSpeaker[];
}

/** Extension → webview. */
export type ToBoard =
  | {
      readonly type: 'start';
      /** English text → text in the editor’s language. */
      readonly translations: Readonly<Record<string, string>>;
      /** Language tag, for dates. */
      readonly language: string;
    }
  | { readonly type: 'board'; readonly board: Board }
  | { readonly type: 'failed'; readonly message: string };

/** Webview → extension. */
export type FromBoard =
  | { readonly type: 'ready' }
  | { readonly type: 'choose'; readonly story: string }
  | { readonly type: 'reveal'; readonly place: PlainLocation }
  | { readonly type: 'save'; readonly name: string; readonly svg: string }
  | { readonly type: 'error'; readonly message: string };
