/** What negation turns round: “did *not* appear to be any *connection*”, “refused to *repudiate*”, “*no evidence*”. */
import { parseList } from '../lexicon/list';
import negatorList from '../lexicon/negators.txt';
import type { Token } from '../text/document';
import { isContent, lemmaOf } from './words';

const WORDS = new Set<string>();
const FAILING = new Set<string>();
for (const line of parseList(negatorList)) {
  const [kind, word = ''] = line.split(' ');
  (kind === 'fail' ? FAILING : WORDS).add(word);
}
/** “not only”, “no longer than”, “no doubt”: no negation of what follows. */
const EXCUSED = new Set([
  'only',
  'just',
  'least',
  'less',
  'more',
  'fewer',
  'later',
  'doubt',
  'matter',
  'merely',
]);
/** Verbs before “not to” that make it a decision taken. */
const CHOOSING = new Set(['decide', 'choose', 'opt', 'elect', 'agree', 'vow']);
/** Those that turn round whatever follows. */
const TAKES_ANY = new Set(['short', 'rather', 'instead']);
const TAKES_TO = new Set(['fail', 'refuse', 'decline', 'unable']);
/** How far a negation reaches, in tokens. */
const REACH = 7;

/** Lemmas among tokens `from` to `to` that stand under a negation; those under two count as not negated. */
export function findNegated(tokens: readonly Token[], from: number, to: number): string[] {
  const turned = new Map<number, number>();
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token === undefined || !negates(tokens, i)) continue;
    const targets = targetsOf(tokens, i, to);
    for (const target of targets) turned.set(target, (turned.get(target) ?? 0) + 1);
    // “Nobody denied that …”: the denial itself is turned round.
    const next = targets[0];
    if (next !== undefined && FAILING.has(tokens[next]?.lemma ?? '')) i = next;
  }
  return [...turned].flatMap(([i, times]) => {
    const token = tokens[i];
    return token !== undefined && times % 2 === 1 ? [lemmaOf(token)] : [];
  });
}

function negates(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined) return false;
  const next = tokens[i + 1];
  if (token.lower === 'short') return next?.lower === 'of';
  // “Citizens rather than subjects”, “instead of paying”.
  if (token.lower === 'rather') return next?.lower === 'than';
  if (token.lower === 'instead') return next?.lower === 'of';
  // “Has yet to provide”.
  if (token.lower === 'yet') return next?.lower === 'to';
  // “Not to attend” denies nothing that happened, unless somebody chose it.
  if (token.lower === 'not' && next?.lower === 'to') return CHOOSING.has(tokens[i - 1]?.lemma ?? '');
  if (WORDS.has(token.lower)) {
    const skip = tokens[i + 1]?.lower === 'a' ? 2 : 1;
    return !EXCUSED.has(tokens[i + skip]?.lower ?? '') && !isNumberSign(tokens, i);
  }
  if (!FAILING.has(token.lemma) || token.tag === 'PROPN') return false;
  // “A failed attempt to enter” tells of an attempt; “failed to enter” of no entry.
  return TAKES_TO.has(token.lemma) ? next?.lower === 'to' : next?.tag !== 'PUNCT';
}

/** “No. 1”. */
const isNumberSign = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.lower === 'no' && (tokens[i + 1]?.tag === 'NUM' || tokens[i + 1]?.lower === '.');

/** The first content word after a negator; after “no” and “without” the noun phrase, “no specific *threat*”. */
function targetsOf(tokens: readonly Token[], at: number, to: number): number[] {
  const word = tokens[at]?.lower;
  // “Refused to repudiate”: what a verb of failing turns round is the verb that follows.
  const takesVerb = !WORDS.has(word ?? '') && !TAKES_ANY.has(word ?? '') && tokens[at]?.lemma !== 'lack';
  const takesNoun =
    word === 'no' || word === 'insufficient' || word === 'without' || tokens[at]?.lemma === 'lack';
  for (let i = at + 1; i < Math.min(to, at + 1 + REACH); i++) {
    const token = tokens[i];
    if (token === undefined || (token.tag === 'PUNCT' && token.lower !== '-' && token.lower !== '"'))
      return [];
    if (!isContent(token) || (takesVerb && token.tag !== 'VERB')) continue;
    if (!takesNoun) return [i];
    let end = i + 1;
    while (end < to && (tokens[end]?.tag === 'NOUN' || tokens[end]?.tag === 'ADJ')) end++;
    return [end - 1];
  }
  return [];
}
