/** Finds the words of an article that no dictionary holds: what damage to its text would leave behind. */
import type { Language } from '../language';
import type { Document, Token } from '../text/document';
import type { DamagedWord } from '../types';
import type { Layout } from './layout';

const SHORTEST = 3;
/** More unknown words than this, and the text is in another language or no prose. */
const MOST = 60;
const ENDINGS = ['s', 'es', 'ed', 'd', 'ing', 'er', 'ers', 'ly', 'ness', "n't"];

/** Words in small letters, without marks, that are neither in the dictionary nor formed from a word in it. */
export function findUnknownWords(document: Document, layout: Layout, language: Language): DamagedWord[] {
  const { tokens, sentences } = document;
  const found: DamagedWord[] = [];
  for (const { from, to, paragraph } of sentences) {
    if (layout.kinds[paragraph] !== 'body') continue;
    for (let i = from; i < to; i++) {
      const token = tokens[i];
      if (token === undefined || !isPlainWord(token) || touchesMark(tokens, i)) continue;
      if (isKnown(token, language)) continue;
      if (found.length === MOST) return [];
      found.push({ start: token.start, end: token.end, text: token.text });
    }
  }
  return found;
}

function isPlainWord({ text, lower }: Token): boolean {
  if (text.length < SHORTEST || text !== lower) return false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 97 || unit > 122) return false;
  }
  return true;
}

/** Part of a compound, an address or a handle: “e-mail”, “example.org”, “@name”. */
function touchesMark(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const glued = (mark: Token | undefined, gap: number) =>
    mark !== undefined && gap === 0 && !/^[,.;:!?)("'”’“‘—–]/.test(mark.text);
  return (
    glued(before, (token?.start ?? 0) - (before?.end ?? 0)) ||
    glued(after, (after?.start ?? 0) - (token?.end ?? 0))
  );
}

function isKnown({ lower, lemma }: Token, { tag }: Language): boolean {
  if (tag.knows(lower) || (lemma !== lower && tag.knows(lemma))) return true;
  for (const ending of ENDINGS) {
    if (!lower.endsWith(ending)) continue;
    const stem = lower.slice(0, -ending.length);
    if (stem.length >= 3 && (tag.knows(stem) || tag.knows(`${stem}e`))) return true;
  }
  return false;
}
