/** Text for a terminal: article text made harmless, colour only where wanted. */

const ESCAPE = 0x1b;
const BELL = 0x07;

/**
 * One line of `text` that cannot steer a terminal: escape sequences and control characters are left out, line ends
 * and tabs become spaces, marks that reorder text (bidirectional overrides and isolates) are left out.
 */
export function plain(text: string): string {
  let clean = '';
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === ESCAPE || unit === 0x9b) {
      at = skipSequence(text, at);
    } else {
      if (unit === 0x09 || unit === 0x0a || unit === 0x2028 || unit === 0x2029) clean += ' ';
      else if (!isControl(unit)) clean += text.charAt(at);
      at++;
    }
  }
  return clean;
}

/** Index after the escape sequence that starts at `at`; an unfinished one ends with its line. */
function skipSequence(text: string, at: number): number {
  const single = text.charCodeAt(at) === 0x9b;
  const kind = single ? '[' : text.charAt(at + 1);
  let end = single ? at + 1 : at + 2;
  if (kind === '[') {
    while (end < text.length && text.charCodeAt(end) >= 0x20 && text.charCodeAt(end) < 0x40) end++;
    return Math.min(text.length, end + 1);
  }
  if (kind === ']' || kind === 'P' || kind === '^' || kind === '_') {
    while (end < text.length && text.charCodeAt(end) >= 0x20) end++;
    if (text.charCodeAt(end) === BELL) end++;
    return end;
  }
  return Math.min(text.length, end);
}

function isControl(unit: number): boolean {
  return (
    unit < 0x20 ||
    (unit >= 0x7f && unit < 0xa0) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2066 && unit <= 0x2069) ||
    unit === 0x200e ||
    unit === 0x200f
  );
}

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'cyan';
const CODES: Readonly<Record<Style, number>> = { bold: 1, dim: 2, red: 31, yellow: 33, cyan: 36 };

/** Paints text, or leaves it as it is where colour is not wanted. */
export type Paint = (style: Style, text: string) => string;

/** @param colour whether the output is a terminal that shows colour */
export function createPaint(colour: boolean): Paint {
  return colour ? (style, text) => `\u001b[${CODES[style]}m${text}\u001b[0m` : (_, text) => text;
}
