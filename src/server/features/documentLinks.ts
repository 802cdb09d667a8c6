/** Links: addresses as articles print them, with or without `https://`. */
import type { DocumentLink } from 'vscode-languageserver';
import type { Span } from '../../engine';
import type { Source } from '../cases';
import { toRange } from '../convert';

const SPACE = /\s/;
/** Signs that enclose an address or end the sentence it stands in. */
const BEFORE = new Set('([{<"“‘«\'');
const AFTER = new Set(')]}>"”’»\'.,;:!?…');
const SCHEME = /^https?:\/\/[\p{L}\p{N}]/iu;
const HOST = /^www\.[\p{L}\p{N}-]+\.[\p{L}\p{N}]/iu;
const LONGEST = 2000;

export function provideDocumentLinks({ article, snapshot }: Source): DocumentLink[] {
  return findAddresses(article.text).map(({ span, target }) => ({ range: toRange(snapshot, span), target }));
}

/** Addresses in the order of the text; read in one pass. */
export function findAddresses(text: string): { readonly span: Span; readonly target: string }[] {
  const found: { span: Span; target: string }[] = [];
  let at = 0;
  while (at < text.length) {
    const sign = nextSign(text, at);
    if (sign < 0) break;
    const word = trim(text, wordAround(text, sign, at));
    at = Math.max(word.end, sign + 1);
    const address = text.slice(word.start, word.end);
    if (address.length > LONGEST) continue;
    if (SCHEME.test(address)) found.push({ span: word, target: address });
    else if (HOST.test(address)) found.push({ span: word, target: `https://${address}` });
  }
  return found;
}

/** Where the next `://` or `www.` stands; -1: nowhere. */
function nextSign(text: string, from: number): number {
  const scheme = text.indexOf('://', from);
  const host = text.indexOf('www.', from);
  return scheme < 0 ? host : host < 0 ? scheme : Math.min(scheme, host);
}

function wordAround(text: string, sign: number, from: number): Span {
  let start = sign;
  while (start > from && !SPACE.test(text[start - 1] ?? ' ') && !BEFORE.has(text[start - 1] ?? '')) start--;
  let end = sign;
  while (end < text.length && !SPACE.test(text[end] ?? ' ')) end++;
  return { start, end };
}

/** Without what encloses it; a bracket that the address opens itself stays. */
function trim(text: string, { start, end }: Span): Span {
  let last = end;
  while (last > start && AFTER.has(text[last - 1] ?? '')) {
    if (text[last - 1] === ')' && text.slice(start, last).includes('(')) break;
    last--;
  }
  return { start, end: last };
}
