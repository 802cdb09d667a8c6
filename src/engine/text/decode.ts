/** Bytes of an article file → text, with a plain sentence for everything that was odd about them. */
import type { Problem } from '../types';

/** Most bytes that are read of one file: a long novel has one million, no article comes near. */
export const MOST_BYTES = 16 * 1024 * 1024;
/** How much of a file is looked at to tell text from other data. */
const SAMPLE = 64 * 1024;
/** Text has next to no control characters; compressed data and machine code have about one byte in ten. */
const MOST_CONTROL_SHARE = 0.02;
const TAB = 0x09;
const CARRIAGE_RETURN = 0x0d;
const ESCAPE = 0x1b;
const SPACE = 0x20;

/** A decoded file; `text` is empty when the bytes are not text. */
export interface Decoded {
  /** Without a byte order mark; line ends as they are. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

/**
 * Decodes UTF-8 (with or without byte order mark) and UTF-16 with a byte order mark; never throws.
 * Bytes that are no UTF-8 become U+FFFD, as in the editor, so that offsets agree with it.
 * @param size the file's size in bytes when `bytes` holds only its beginning
 */
export function decodeArticle(bytes: Uint8Array, size = bytes.length): Decoded {
  const problems: Problem[] = [];
  const cut = size > MOST_BYTES || bytes.length > MOST_BYTES;
  const kept = bytes.length > MOST_BYTES ? bytes.subarray(0, MOST_BYTES) : bytes;
  if (cut)
    problems.push({ message: `Only the first ${MOST_BYTES / 1024 / 1024} MB of this file were read.` });
  const text = decodeKept(kept, cut, problems);
  const blank = text === undefined ? undefined : describeBlank(text);
  if (blank !== undefined) problems.push({ message: blank });
  return { text: text ?? '', problems };
}

/** One sentence about a text that holds nothing to read; `undefined` for any other. */
export function describeBlank(text: string): string | undefined {
  if (text === '') return 'This file is empty.';
  return text.trim() === '' ? 'This file holds nothing but white space.' : undefined;
}

function decodeKept(bytes: Uint8Array, cut: boolean, problems: Problem[]): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeWide(bytes, 'utf-16le', problems);
  if (first === 0xfe && second === 0xff) return decodeWide(bytes, 'utf-16be', problems);
  if (isBinary(bytes)) {
    problems.push({ message: 'This file is not text (it holds control bytes), so it was left out.' });
    return undefined;
  }
  const whole = cut ? bytes.subarray(0, wholeCharacters(bytes)) : bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(whole);
  } catch {
    problems.push({
      message: 'This file is not valid UTF-8; what could not be read became “�”. Save it as UTF-8.',
    });
    return new TextDecoder('utf-8').decode(whole);
  }
}

function decodeWide(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', problems: Problem[]): string {
  if (bytes.length % 2 === 1) problems.push({ message: 'This UTF-16 file ends in half a character.' });
  return new TextDecoder(encoding).decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
}

function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let control = 0;
  for (const byte of sample) {
    if (byte < SPACE && (byte < TAB || byte > CARRIAGE_RETURN) && byte !== ESCAPE) control++;
  }
  return control > sample.length * MOST_CONTROL_SHARE;
}

/** Length without a UTF-8 character that the limit cut in two. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < length ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}
