/** Which organisations and places of one article share a name: long and short forms, acronyms. */

import { parseList } from '../lexicon/list';
import placeAliases from '../lexicon/place-aliases.txt';
import { foldForComparison } from '../text/fold';
import { type NameLexicon, WORD } from './lexicon';
import type { NameMention } from './mention';

const FULL_NAMES = new Map<string, string>();
for (const line of parseList(placeAliases)) {
  const [full = '', ...others] = line.split('|');
  for (const other of others) FULL_NAMES.set(other, full);
}

const SMALL = new Set(['of', 'the', 'for', 'and', 'to', 'on', 'in', '&']);

/** A body or place of one article with its mentions, each with a reason. */
export interface LocalBody {
  readonly kind: 'organization' | 'place';
  readonly mentions: { readonly mention: number; readonly reason: string }[];
}

/** Groups the mentions of organisations and places; persons are passed over. */
export function groupBodies(
  mentions: readonly NameMention[],
  text: string,
  lexicon: NameLexicon,
): LocalBody[] {
  const bodies = new Map<string, LocalBody>();
  const links = readShortForms(mentions, text, lexicon);
  mentions.forEach(({ kind, start, end }, number) => {
    if (kind === 'person') return;
    const own = keyOf(text.slice(start, end));
    const link = kind === 'organization' ? links.get(own) : undefined;
    const key = `${kind} ${link?.key ?? own}`;
    let body = bodies.get(key);
    if (body === undefined) {
      body = { kind, mentions: [] };
      bodies.set(key, body);
    }
    body.mentions.push({ mention: number, reason: link?.reason ?? 'the same name' });
  });
  return [...bodies.values()];
}

/** Comparison key: folded, without article and possessive; common short forms of countries spelled out. */
export function keyOf(name: string): string {
  const plain = foldForComparison(name)
    .replace(/^the\s+/, '')
    .replace(/'s?$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return FULL_NAMES.get(plain) ?? plain;
}

/** Short form's key → full form's key with the reason, for the organisations of one article. */
function readShortForms(
  mentions: readonly NameMention[],
  text: string,
  lexicon: NameLexicon,
): Map<string, { key: string; reason: string }> {
  const links = new Map<string, { key: string; reason: string }>();
  const acronyms = new Map<string, string>();
  const heads = new Map<string, string>();
  const sameWords = new Map<string, string>();
  for (const { kind, start, end } of mentions) {
    if (kind !== 'organization') continue;
    const key = keyOf(text.slice(start, end));
    const words = key.split(' ').filter((word) => !SMALL.has(word));
    if (words.length < 2) continue;
    const initials = words.map((word) => word.charAt(0)).join('');
    if (!acronyms.has(initials)) acronyms.set(initials, key);
    const bag = [...words].sort().join(' ');
    const twin = sameWords.get(bag);
    if (twin === undefined) sameWords.set(bag, key);
    else if (twin !== key) links.set(key, { key: twin, reason: 'the same words in another order' });
    let head = words.length;
    while (head > 1 && (lexicon.wordBits(words[head - 1] ?? '') & WORD.orgWord) !== 0) head--;
    const stem = words.slice(0, head).join(' ');
    if (head < words.length && !heads.has(stem)) heads.set(stem, key);
  }
  for (const { kind, start, end } of mentions) {
    if (kind !== 'organization') continue;
    const name = text.slice(start, end);
    const key = keyOf(name);
    const full = /^(?:\p{Lu}\.?){2,8}$/u.test(name) ? acronyms.get(key.replaceAll('.', '')) : undefined;
    if (full !== undefined && full !== key)
      links.set(key, { key: full, reason: 'the initials of the full name' });
    else {
      const longer = heads.get(key);
      if (longer !== undefined)
        links.set(key, { key: longer, reason: 'the full name without its last words' });
    }
  }
  return links;
}
