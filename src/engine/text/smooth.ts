/** Smooths the rare paragraph that a tokenizer stumbles over, and keeps the way back to the text's offsets. */

/** Soft hyphen, zero-width characters, marks of direction: inside a word they break it, and nobody sees them. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
/** Longest run without a space that is left whole: wink-nlp's patterns are quadratic in its length. UTF-16 units. */
const LONGEST_RUN = 256;

/** Text for the tagger, and for each of its units, and its end, the offset in the original. */
export interface Smoothed {
  readonly text: string;
  /** `undefined` when nothing was changed. */
  readonly offsets: Uint32Array | undefined;
}

/**
 * Leaves out invisible characters and puts a space into overlong runs without one (addresses of links, scripts
 * written without spaces, rows of marks). Most paragraphs need neither and come back as they are.
 * @param text one unit of the original each
 */
export function smooth(text: string): Smoothed {
  if (!INVISIBLE.test(text) && !hasLongRun(text)) return { text, offsets: undefined };
  const offsets = new Uint32Array(text.length * 2 + 1);
  let kept = '';
  let run = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (INVISIBLE.test(unit)) continue;
    run = unit === ' ' ? 0 : run + 1;
    if (run > LONGEST_RUN && !isTrailing(text, at)) {
      offsets[kept.length] = at;
      kept += ' ';
      run = 1;
    }
    offsets[kept.length] = at;
    kept += unit;
  }
  offsets[kept.length] = text.length;
  return { text: kept, offsets };
}

function hasLongRun(text: string): boolean {
  let start = 0;
  while (text.length - start > LONGEST_RUN) {
    const space = text.lastIndexOf(' ', start + LONGEST_RUN);
    if (space < start) return true;
    start = space + 1;
  }
  return false;
}

/** Whether the unit at `at` is the second half of a surrogate pair. */
function isTrailing(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit < 0xe000 && before >= 0xd800 && before < 0xdc00;
}
