/** Which words of two wordings differ. */
import { diffWordsWithSpace } from 'diff';

export interface Run {
  readonly text: string;
  readonly change: 'same' | 'only' | 'missing';
}

/** Longest time for one comparison, in milliseconds; beyond it the whole wording counts as different. */
const LIMIT_MS = 20;

/**
 * The words of `wording` in order, with those that only it has and those of `base` that it lacks.
 * Quotation marks and other punctuation that differ are no difference in words.
 */
export function compareWords(base: string, wording: string): Run[] {
  if (base === wording) return [{ text: wording, change: 'same' }];
  const changes = diffWordsWithSpace(base, wording, { timeout: LIMIT_MS, ignoreCase: true });
  if (changes === undefined) return [{ text: wording, change: 'only' }];
  return changes.flatMap(({ value, added, removed }): Run[] => {
    const isWord = /[\p{L}\p{N}]/u.test(value);
    if (removed) return isWord ? [{ text: value.trim(), change: 'missing' }] : [];
    return [{ text: value, change: added && isWord ? 'only' : 'same' }];
  });
}
