/** Takes an office out of a body's name that the model read too far: “Tesla | CEO | Elon Musk”. */

import { parseList } from '../lexicon/list';
import strictTitles from '../lexicon/strict-titles.txt';
import type { Token } from '../text/document';
import type { LabelledSpan } from './labels';
import { type NameLexicon, WORD } from './lexicon';

const STRICT_TITLES: ReadonlySet<string> = new Set(parseList(strictTitles));
/** A person's name of more words than this is rather something else. */
const LONGEST_PERSON = 4;

/** The span itself, or the body before the office and the person after it, as far as there are any. */
export function splitAtOffice(
  tokens: readonly Token[],
  lexicon: NameLexicon,
  span: LabelledSpan,
): LabelledSpan[] {
  const { from, to, kind } = span;
  if (kind !== 'organization' || to - from < 2) return [span];
  if (endsInHolder(tokens, lexicon, span)) return [{ from: to - 2, to, kind: 'person' }];
  let at = from;
  while (at < to && !isStrictTitle(tokens[at])) at++;
  if (at === to) return [span];
  let person = at + 1;
  while (person < to && isStrictTitle(tokens[person])) person++;
  const rest = tokens.slice(person, to);
  const named = rest.length > 0 && rest.every(({ tag }) => tag === 'PROPN' || tag === 'PUNCT');
  // “Minister of Defence Forum”: what follows the title is no person, so leave a body that starts with it alone.
  if (at === from && !(named && rest.length <= LONGEST_PERSON)) return [span];
  const parts: LabelledSpan[] = at > from ? [{ from, to: at, kind }] : [];
  if (named && rest.length <= LONGEST_PERSON) parts.push({ from: person, to, kind: 'person' });
  return parts;
}

/** “Coordinator for | Strategic Communications Ana Díaz said”: a field of office, then the name of who holds it. */
function endsInHolder(tokens: readonly Token[], lexicon: NameLexicon, { from, to }: LabelledSpan): boolean {
  if (tokens[from - 1]?.tag !== 'ADP' || !isStrictTitle(tokens[from - 2]) || to - from < 3) return false;
  if (tokens[to]?.tag !== 'VERB') return false;
  const listed = WORD.orgWord | WORD.placeWord | WORD.title;
  return tokens
    .slice(to - 2, to)
    .every(({ tag, lower }) => tag === 'PROPN' && (lexicon.wordBits(lower) & listed) === 0);
}

function isStrictTitle(token: Token | undefined): boolean {
  return token !== undefined && STRICT_TITLES.has(token.lower) && token.text !== token.lower;
}
