/** Markdown for hovers and tooltips: article text always escaped, links only to places that we computed. */
import type { Location } from 'vscode-languageserver';
import { COMMANDS } from '../protocol/names';

const SPECIAL = /[\\`*_{}[\]()#+\-.!|<>~&$:@/]/g;
const BREAKS = /\s+/g;

/** Longest stretch of article text that a card shows, in UTF-16 units. */
const LONGEST = 280;

/** `text` as Markdown that shows exactly these characters on one line: no links, images, HTML or formatting. */
export function escapeText(text: string): string {
  return text.replace(BREAKS, ' ').trim().replace(SPECIAL, '\\$&');
}

/** The same with a space kept at either end, for pieces that are put together. */
export function escapeKeepingEnds(text: string): string {
  const before = /^\s/.test(text) ? ' ' : '';
  const after = /\s$/.test(text) && text.trim() !== '' ? ' ' : '';
  return `${before}${escapeText(text)}${after}`;
}

/** Cuts `text` at a word's end and marks the cut. */
export function shorten(text: string, longest = LONGEST): string {
  const flat = text.replace(BREAKS, ' ').trim();
  if (flat.length <= longest) return flat;
  const space = flat.lastIndexOf(' ', longest);
  return `${flat.slice(0, space > longest / 2 ? space : longest).trimEnd()}…`;
}

/** A link that selects `location` in the editor. `label` is plain text. */
export function link(label: string, location: Location): string {
  const argument = encodeURIComponent(JSON.stringify([location.uri, location.range])).replace(
    /[()']/g,
    (unit) => `%${unit.charCodeAt(0).toString(16)}`,
  );
  return `[${escapeText(label)}](command:${COMMANDS.reveal}?${argument})`;
}
