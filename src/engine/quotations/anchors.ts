/** The quoted words on either side of a cue that punctuation ties to it: “…,” said Ruiz; Ruiz said: “…”. */
import type { Reading } from './reading';
import type { Window } from './window';
import { tagNumber, type Words } from './words';

/** How the nearest quoted words stand to the cue; see {@link findAnchors}. */
export interface Anchors {
  /** Index of the quoted item before and after the cue, or -1. */
  readonly leftItem: number;
  readonly rightItem: number;
  /** 0 none, 1 “…,” SUBJECT CUE, 2 the same with commas in the subject, 3 no mark ties them, 4 the sentence before is quoted. */
  readonly left: number;
  /** 0 none, 1 CUE, “…, 2 CUE “…, 3 CUE words: “…, 4 CUE words “…, 5 a verb stands between, 6 the next sentence is quoted; +8 when the quoted words begin with a capital. */
  readonly right: number;
}

const VERB = tagNumber('VERB');
const AUX = tagNumber('AUX');
const PUNCT = tagNumber('PUNCT');

/** Looks from the cue outward, on the left to the first verb. */
export function findAnchors(window: Window, reading: Reading, words: Words): Anchors {
  const { items, cue } = window;
  const { document, segments, segmentOf } = reading;
  let left = 0;
  let leftItem = -1;
  let commas = 0;
  let broken = false;
  for (let i = cue - 1; i >= 0; i--) {
    const item = items[i];
    if (item === undefined) break;
    if (item.kind === 'break') broken = true;
    else if (item.kind === 'quoted') {
      leftItem = i;
      const end = segments[segmentOf[item.from] ?? -1]?.inner.end ?? item.end;
      const tied = broken || commas > 1 || isTie(document.text.charAt(end - 1)) || followsComma(i);
      left = broken ? 4 : !tied ? 3 : commas > (followsComma(i) ? 1 : 0) ? 2 : 1;
      break;
    } else if (broken) break;
    else {
      const tag = words.tag[item.from] ?? 0;
      if (tag === VERB || tag === AUX) break;
      if (document.tokens[item.from]?.lower === ',') commas++;
    }
  }
  function followsComma(quoted: number): boolean {
    return document.tokens[items[quoted + 1]?.from ?? -1]?.lower === ',';
  }

  let right = 0;
  let rightItem = -1;
  let verbs = 0;
  let others = 0;
  broken = false;
  for (let i = cue + 1; i < items.length; i++) {
    const item = items[i];
    if (item === undefined) break;
    if (item.kind === 'break') broken = true;
    else if (item.kind === 'quoted') {
      rightItem = i;
      const mark = document.tokens[items[i - 1]?.from ?? -1]?.lower;
      const tied = i > cue + 1 && (mark === ',' || mark === ':');
      const capital = (words.shape[item.from + 1] ?? 0) >= 2 ? 8 : 0;
      right = (broken ? 6 : verbs > 0 ? 5 : others === 0 ? (tied ? 1 : 2) : tied ? 3 : 4) + capital;
      break;
    } else if (broken) break;
    else {
      const tag = words.tag[item.from] ?? 0;
      if (tag === VERB || tag === AUX) verbs++;
      if (tag !== PUNCT && document.tokens[item.from]?.lower !== 'that') others++;
    }
  }
  return { leftItem, rightItem, left, right };
}

function isTie(mark: string): boolean {
  return mark === ',' || mark === '?' || mark === '!' || mark === '…' || mark === '—' || mark === '-';
}
