/** Wire copy: articles that print a paragraph word for word count as one source for what it says. */
import type { FindingSide } from './detector';
import { normalizeWords } from './fingerprint';

/** Fewest words of a paragraph that cannot be alike by chance. */
const FEWEST_WORDS = 12;

/** Places that share their paragraph word for word, in the order of the places; most groups hold one place. */
export function groupBySource(places: readonly FindingSide[]): FindingSide[][] {
  const groups = new Map<string, FindingSide[]>();
  for (const place of places) {
    const key = sharedParagraph(place) ?? `only ${place.article.id}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [place]);
    else group.push(place);
  }
  return [...groups.values()];
}

function sharedParagraph({ article, span }: FindingSide): string | null {
  const { text } = article;
  const start = Math.max(text.lastIndexOf('\n', span.start - 1), text.lastIndexOf('\r', span.start - 1)) + 1;
  const newline = text.indexOf('\n', span.end);
  const words = normalizeWords(text.slice(start, newline < 0 ? text.length : newline));
  let spaces = 0;
  for (let i = 0; i < words.length; i++) if (words.charCodeAt(i) === 32) spaces++;
  return spaces + 1 >= FEWEST_WORDS ? words : null;
}
