/** Takes an office out of a body's name that the model read too far: “Tesla | CEO | Elon Musk”. */

import { parseList } from '../lexicon/list';
import strictTitles from '../lexicon/strict-titles.txt';
import type { Token } from '../text/document';
import type { LabelledSpan } from './labels';

const STRICT_TITLES: ReadonlySet<string> = new Set(parseList(strictTitles));
/** A person's name of more words than this is rather something else. */
const LONGEST_PERSON = 4;

/** The span itself, or the body before the office and the person after it, as far as there are any. */
export function splitAtOffice(tokens: readonly Token[], span: LabelledSpan): LabelledSpan[] {
  const { from, to, kind } = span;
  if (kind !== 'organization' || to - from < 2) return [span];
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

function isStrictTitle(token: Token | undefined): boolean {
  return token !== undefined && STRICT_TITLES.has(token.lower) && token.text !== token.lower;
}
