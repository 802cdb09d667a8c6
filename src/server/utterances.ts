/** The same utterance in other sources, as the engine aligned them, and how the words of two reports differ. */
import { diffWordsWithSpace } from 'diff';
import type { Article, Span, UtteranceEnd } from '../engine';
import type { CaseIndex } from './caseIndex';
import { textOf } from './find';

/** Another article’s report of an utterance. */
export interface SameUtterance {
  readonly article: Article;
  readonly content: readonly Span[];
  readonly text: string;
}

/** What other articles report of the utterance in quotation `at` of `article`: one report each, the surest first. */
export function findSameUtterance(index: CaseIndex, article: Article, at: number): SameUtterance[] {
  const found = new Map<string, SameUtterance>();
  for (const { left, right } of index.sharedUtterances()) {
    const other = isEnd(left, article, at) ? right : isEnd(right, article, at) ? left : undefined;
    if (other === undefined || found.has(other.article)) continue;
    const there = index.article(other.article);
    if (there === undefined) continue;
    found.set(there.id, { article: there, content: other.content, text: textOf(there, other.content) });
  }
  return [...found.values()];
}

function isEnd({ article, quotation }: UtteranceEnd, { id }: Article, at: number): boolean {
  return article === id && quotation === at;
}

/** One stretch of the other wording: in both, or only there (`added`), or only here (`removed`). */
export interface Wording {
  readonly text: string;
  readonly change: 'same' | 'added' | 'removed';
}

/** More edits than this are another text; a limit in time would answer differently on a busy machine. */
const MOST_EDITS = 300;

/** The words of `there` as they differ from `here`; all of them when hardly anything is the same. */
export function compareWording(here: string, there: string): Wording[] {
  return (
    diffWordsWithSpace(here, there, { maxEditLength: MOST_EDITS })?.map(({ value, added, removed }) => ({
      text: value,
      change: added ? 'added' : removed ? 'removed' : 'same',
    })) ?? [{ text: there, change: 'added' }]
  );
}
