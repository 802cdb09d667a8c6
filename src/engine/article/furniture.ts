/** Recognises page furniture by its wording: buttons, forms, teasers, credits. */
import { parseList } from '../lexicon/list';
import list from '../lexicon/page-furniture.txt';
import type { Line } from './lines';

/** What a line is by its wording; `section` and `cards` head a group of teasers or topic cards. */
export type FurnitureKind = 'boilerplate' | 'related' | 'caption' | 'byline' | 'section' | 'cards';

interface Pattern {
  readonly kind: FurnitureKind;
  readonly text: string;
  /** Must follow somewhere after `text`; empty when nothing must. */
  readonly later: string;
  /** Holds even for a line that ends in a full stop. */
  readonly sentences: boolean;
}

const LONGEST = 45;
const whole = new Map<string, FurnitureKind>();
const starts = new Map<string, Pattern[]>();
const ends: Pattern[] = [];
const anywhere: Pattern[] = [];

for (const entry of parseList(list)) {
  const [kind = '', match = '', ...rest] = entry.split(' ');
  const [text = '', later = ''] = rest.join(' ').split(' … ');
  const pattern = { kind: kind as FurnitureKind, text, later, sentences: match === '^.' };
  if (match === '=') whole.set(text, pattern.kind);
  else if (match === '$') ends.push(pattern);
  else if (match === '~') anywhere.push(pattern);
  else {
    const first = firstWord(text);
    starts.set(first, [...(starts.get(first) ?? []), pattern]);
  }
}

/** The kind of furniture that `line` is by its wording, or `undefined` when it may be prose. */
export function recogniseFurniture(line: Line): FurnitureKind | undefined {
  if (line.words > LONGEST || line.plain === '') return undefined;
  const { plain } = line;
  if (plain.startsWith('©')) return 'boilerplate';
  const exact = whole.get(plain);
  // “Thank you.” or “Comment.” may be speech; a button has no full stop.
  if (exact !== undefined && (line.stop !== '.' || line.words > 2)) return exact;
  for (const pattern of starts.get(firstWord(plain)) ?? []) {
    if (startsWith(plain, pattern) && admits(pattern, line)) return pattern.kind;
  }
  for (const { kind, text } of ends) if (plain.endsWith(` ${text}`) && line.stop === '') return kind;
  for (const { kind, text } of ends) {
    if (kind === 'byline' && plain.endsWith(` ${text}`) && line.words <= 30) return kind;
  }
  for (const { kind, text } of anywhere) if (plain.includes(text)) return kind;
  return undefined;
}

function admits({ kind, sentences }: Pattern, line: Line): boolean {
  if (kind === 'section' || kind === 'cards') return line.stop === '' && line.words <= 10;
  if (kind === 'related' || kind === 'byline') return sentences || line.stop !== '.';
  return true;
}

function startsWith(plain: string, { text, later }: Pattern): boolean {
  if (!plain.startsWith(text) || isLetter(plain.charCodeAt(text.length))) return false;
  if (later === '') return true;
  for (let at = plain.indexOf(later, text.length); at >= 0; at = plain.indexOf(later, at + 1)) {
    const before = plain.charCodeAt(at - 1);
    if (!isLetter(before) && (later === '@' || !isLetter(plain.charCodeAt(at + later.length)))) return true;
  }
  return false;
}

function isLetter(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

function firstWord(text: string): string {
  const space = text.indexOf(' ');
  const word = space < 0 ? text : text.slice(0, space);
  return word.endsWith(':') ? word.slice(0, -1) : word;
}
