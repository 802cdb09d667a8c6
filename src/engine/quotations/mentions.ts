/** What the place of a name in a noun phrase says: possessive, hanging on a preposition or verb, or modifying a noun. */
import { type Document, tokenAt } from '../text/document';
import type { Mention, Span } from '../types';

const POSSESSIVE_PRONOUNS = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your']);

/** Mentions that share characters with `span`. */
export function mentionsIn(span: Span, mentions: readonly Mention[]): Mention[] {
  const found: Mention[] = [];
  for (let i = firstEndingAfter(mentions, span.start); i < mentions.length; i++) {
    const mention = mentions[i];
    if (mention === undefined || mention.start >= span.end) break;
    found.push(mention);
  }
  return found;
}

/** Index of the first mention that ends after `offset`; binary search. */
export function firstEndingAfter(mentions: readonly Mention[], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** “Ruiz's”, “his”. */
export function isPossessive({ start, end, form }: Mention, { text }: Document): boolean {
  if (form === 'pronoun' && POSSESSIVE_PRONOUNS.has(text.slice(start, end).toLowerCase())) return true;
  const tail = text.slice(end, end + 2);
  if (/^['’]s/.test(tail) || /['’]s$/.test(text.slice(start, end))) return true;
  return /^['’]/.test(tail) && /s$/i.test(text.charAt(end - 1));
}

/**
 * Whether the mention hangs on a preposition or verb within the source (“a spokesman for Torvik”).
 * “Secretary of State Jo Ray” does not: there the head before “of” is capitalised and a title touches the name.
 */
export function isGoverned(mention: Mention, source: Span, { tokens }: Document): boolean {
  const first = tokenAt(tokens, mention.start);
  for (let i = first - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token === undefined || token.start < source.start) return false;
    if (token.tag === 'VERB') return true;
    if (token.tag === 'ADP' || token.lower === 'to') {
      const head = tokens[i - 1];
      const title = head !== undefined && /^\p{Lu}/u.test(head.text);
      return !(title && mention.kind === 'person' && i < first - 1);
    }
    if (token.tag === 'PUNCT' && !/^['’.-]/.test(token.text)) return false;
    if (token.tag === 'CCONJ') return false;
  }
  return false;
}

/** “Belmara officials”, “the Torvik campaign”: the mention only says whose or which. */
export function isModifier(mention: Mention, source: Span, { tokens, text }: Document): boolean {
  const next = tokens[tokenAt(tokens, mention.end)];
  if (next === undefined || next.start >= source.end || mention.form === 'pronoun') return false;
  return (
    next.tag === 'NOUN' && /^\p{Ll}/u.test(next.text) && text.slice(mention.end, next.start).trim() === ''
  );
}
