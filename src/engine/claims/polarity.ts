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
/** How far a negation reaches, in tokens. */
const REACH = 7;

/** Lemmas among tokens `from` to `to` that stand under a negation; those under two count as not negated. */
export function findNegated(tokens: readonly Token[], from: number, to: number): string[] {
  const turned = new Map<number, number>();
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token === undefined || !negates(tokens, i)) continue;
    for (const target of targetsOf(tokens, i, to)) turned.set(target, (turned.get(target) ?? 0) + 1);
  }
  return [...turned].flatMap(([i, times]) => {
    const token = tokens[i];
    return token !== undefined && times % 2 === 1 ? [lemmaOf(token)] : [];
  });
}

function negates(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined) return false;
  if (WORDS.has(token.lower)) return !EXCUSED.has(tokens[i + 1]?.lower ?? '') && !isNumberSign(tokens, i);
  if (!FAILING.has(token.lemma) || token.tag === 'PROPN') return false;
  return token.lower === 'unable' || tokens[i + 1]?.tag !== 'PUNCT';
}

/** “No. 1”. */
const isNumberSign = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.lower === 'no' && (tokens[i + 1]?.tag === 'NUM' || tokens[i + 1]?.lower === '.');

/** The first content word after the negator, and the one after that when the first is a light verb’s adjective or noun. */
function targetsOf(tokens: readonly Token[], at: number, to: number): number[] {
  const targets: number[] = [];
  const most = tokens[at]?.lower === 'no' || tokens[at]?.lower === 'without' ? 3 : 2;
  for (let i = at + 1; i < Math.min(to, at + 1 + REACH) && targets.length < most; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.tag === 'PUNCT' && token.lower !== '-' && token.lower !== '"') break;
    if (targets.length > 0 && (token.tag === 'SCONJ' || token.tag === 'CCONJ')) break;
    if (isContent(token)) targets.push(i);
  }
  return targets;
}
