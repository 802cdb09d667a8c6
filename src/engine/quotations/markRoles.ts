/** Tells which characters are quotation marks, and whether each opens or closes; apostrophes and inches are neither. */

export interface Mark {
  readonly at: number;
  readonly length: 1 | 2;
  readonly family: 'double' | 'single' | 'angle';
  /** `either`: the characters around it do not tell; it closes when one is open. */
  readonly role: 'open' | 'close' | 'either';
}

const DOUBLE = '"“”„‟″〝〞';
const SINGLE = "'‘’‚‛";
const ANGLE = '«»';
/** Words written with a leading apostrophe that opens nothing. */
const ELISION = /^(?:em|til|tis|twas|cause|bout|round|n|\d0s?)(?![\p{L}\p{N}])/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const OPENING = /[\s([{\u2014\u2013\-/"“„«'‘‚`]/u;
const CLOSING = /[\s)\]}\u2014\u2013.,;:!?/"”»'’\-…]/u;

/** Whether a UTF-16 unit can be one of the marks above; most are told apart by one comparison. */
function mayBeMark(unit: number): boolean {
  if (unit > 96)
    return unit === 0xab || unit === 0xbb || (unit >= 0x2018 && unit <= 0x201f) || unit >= 0x301d;
  return unit === 0x22 || unit === 0x27 || unit === 0x60;
}

/** Reads the marks of `text` between `from` and `to`, in order. */
export function readMarks(text: string, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  for (let at = from; at < to; at++) {
    if (!mayBeMark(text.charCodeAt(at))) continue;
    const unit = text.charAt(at);
    if (DOUBLE.includes(unit)) push(marks, at, 1, 'double', doubleRole(text, at, 1, from, to));
    else if (ANGLE.includes(unit)) push(marks, at, 1, 'angle', unit === '«' ? 'open' : 'close');
    else if (SINGLE.includes(unit) || unit === '`') {
      const twice = at + 1 < to && text.charAt(at + 1) === unit && unit !== '‚' && unit !== '‛';
      if (twice) {
        push(marks, at, 2, 'double', unit === '`' ? 'open' : doubleRole(text, at, 2, from, to));
        at++;
      } else if (unit !== '`') push(marks, at, 1, 'single', singleRole(text, at, from, to));
    }
  }
  return dropPossessives(text, marks);
}

function push(
  marks: Mark[],
  at: number,
  length: Mark['length'],
  family: Mark['family'],
  role: Mark['role'] | null,
): void {
  if (role !== null) marks.push({ at, length, family, role });
}

function doubleRole(text: string, at: number, length: 1 | 2, from: number, to: number): Mark['role'] | null {
  const unit = text.charAt(at);
  const before = at > from ? text.charAt(at - 1) : ' ';
  const after = at + length < to ? text.charAt(at + length) : ' ';
  if (unit === '„' || unit === '〝') return 'open';
  const opening = OPENING.test(before);
  const closing = CLOSING.test(after);
  if (unit === '“') return !opening && closing ? 'close' : 'open';
  if (unit === '”' || unit === '〞')
    return opening && LETTER_OR_DIGIT.test(after) && /\s/.test(before) ? 'open' : 'close';
  if (isMeasure(text, at, from)) return null;
  if (opening && !closing) return 'open';
  if (closing && !opening) return 'close';
  // Between two letters (`says"we`) or between a space and a mark: the state decides.
  return 'either';
}

/** Inches as in 5'10" (or 5’ 10"), and seconds of arc. */
function isMeasure(text: string, at: number, from: number): boolean {
  let i = at - 1;
  while (i >= from && i > at - 4 && /[\d.½¼]/.test(text.charAt(i))) i--;
  if (i === at - 1) return false;
  if (text.charAt(i) === ' ') i--;
  return /['’′]/.test(text.charAt(i)) && i > from && /\d/.test(text.charAt(i - 1));
}

function singleRole(text: string, at: number, from: number, to: number): Mark['role'] | null {
  const unit = text.charAt(at);
  const before = at > from ? text.charAt(at - 1) : ' ';
  const after = at + 1 < to ? text.charAt(at + 1) : ' ';
  const wordBefore = LETTER_OR_DIGIT.test(before);
  const wordAfter = LETTER_OR_DIGIT.test(after);
  if (wordBefore && wordAfter) return null;
  if (unit === '‚') return wordAfter ? 'open' : null;
  if (ELISION.test(text.slice(at + 1, at + 8)) && !wordBefore) return null;
  if (unit === '‘' || unit === '‛') return wordAfter || !/\s/.test(after) ? 'open' : null;
  if (!wordAfter && !/\s/.test(before)) return 'close';
  return unit === "'" && OPENING.test(before) && wordAfter ? 'open' : null;
}

/** A closing single mark after a plural s (“the workers’ rights”) is an apostrophe when a better one follows. */
function dropPossessives(text: string, marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  let next: Mark['role'] | null = null;
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i];
    if (mark === undefined) continue;
    if (mark.family === 'single') {
      const possessive =
        mark.role === 'close' &&
        /s/i.test(text.charAt(mark.at - 1)) &&
        /^\s\p{Ll}/u.test(text.slice(mark.at + 1, mark.at + 3));
      if (possessive && next === 'close') continue;
      next = mark.role;
    }
    kept.push(mark);
  }
  return kept.reverse();
}
