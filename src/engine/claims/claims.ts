/** What an article asserts: claims that can be compared across articles. */
import type { Layout } from '../article/layout';
import type { Names } from '../names/names';
import type { Document, Token } from '../text/document';
import type { Claim, Mention, Quotation } from '../types';
import { type Clause, splitClauses } from './clauses';
import { familyOf } from './families';
import { findModality, isFuture, isHypothetical } from './modality';
import { findNames } from './namerefs';
import { findNegated } from './polarity';
import { findQuantities } from './quantities';
import { findTimes } from './times';
import { isContent, lemmaOf } from './words';

/** Longest sentence that is read for claims, in tokens; longer ones are lists or broken text. */
const LONGEST = 200;

/** Finds the claims of an article, ordered by start; page junk and teasers of other stories make none. */
export function findClaims(
  document: Document,
  layout: Layout,
  names: Names,
  quotations: readonly Quotation[],
): Claim[] {
  const { tokens } = document;
  const mentions = createCursor(names.mentions);
  const quoted = createQuoted(quotations);
  const claims: Claim[] = [];
  document.sentences.forEach((sentence, index) => {
    const region = layout.kinds[sentence.paragraph] ?? 'body';
    if (region !== 'body' && region !== 'headline' && region !== 'deck') return;
    if (sentence.to - sentence.from > LONGEST || sentence.to - sentence.from < 3) return;
    const future = isFuture(tokens, sentence.from, sentence.to);
    const opening = afterDateline(tokens, sentence.from, sentence.to);
    for (const clause of splitClauses(tokens, sentence.from, sentence.to)) {
      const first = tokens[clause.from];
      const last = tokens[clause.to - 1];
      if (first === undefined || last === undefined) continue;
      const inside = mentions(first.start, last.end);
      const { times, taken } = findTimes(tokens, clause.from, clause.to, layout.published, future);
      const words = readWords(tokens, clause, inside);
      const roles = readRoles(tokens, clause, inside, names, antecedentOf(tokens, clause, names.mentions));
      claims.push({
        start: first.start,
        end: last.end,
        quotation: quoted(first.start, last.end),
        region,
        sentence: index,
        ...roles,
        ...readPolarity(tokens, clause),
        modality: findModality(tokens, clause.from, clause.to),
        quantities: findQuantities(tokens, clause.from, clause.to, taken),
        times: times.filter(({ start }) => start >= opening),
        words,
        verbs: verbsOf(tokens, clause),
        finite: finiteVerbsOf(tokens, clause),
        names: findNames(tokens, clause, inside, roles),
        hypothetical: isHypothetical(tokens, clause, sentence.to),
      });
    }
  });
  return claims;
}

/** Where a sentence begins after a dateline, “QUENTA, Tuesday, 9 March - ”; its start when it has none. */
function afterDateline(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < Math.min(to, from + 16); i++) {
    const token = tokens[i];
    if (token === undefined || token.tag === 'VERB' || token.tag === 'AUX') break;
    const isDash = token.lower === '-' || token.lower === '–' || token.lower === '—' || token.lower === '--';
    if (isDash && (tokens[i - 1]?.end ?? 0) < token.start && (tokens[i + 1]?.start ?? 0) > token.end)
      return token.end;
  }
  return tokens[from]?.start ?? 0;
}

function readPolarity(tokens: readonly Token[], { from, to }: Clause): Pick<Claim, 'polarity' | 'negated'> {
  const negated = findNegated(tokens, from, to);
  return { polarity: negated.length > 0 ? 'negative' : 'positive', negated };
}

/** Content words; names of persons are left to entities, so that “Mrs. Díaz” and “Ana Díaz” are the same. */
function readWords(tokens: readonly Token[], { from, to }: Clause, inside: readonly Mention[]): string[] {
  const words: string[] = [];
  let next = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token === undefined || !isContent(token)) continue;
    while (next < inside.length && (inside[next]?.end ?? 0) <= token.start) next++;
    const mention = inside[next];
    const isName = mention !== undefined && mention.start <= token.start && mention.kind === 'person';
    if (!isName) words.push(lemmaOf(token));
  }
  return words;
}

function verbsOf(tokens: readonly Token[], { from, to }: Clause): string[] {
  const verbs: string[] = [];
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token?.tag === 'VERB' && isContent(token)) verbs.push(lemmaOf(token));
  }
  return verbs;
}

/** “to reopen”, “friends attending”: infinitives and participles without an auxiliary assert nothing. */
function finiteVerbsOf(tokens: readonly Token[], { from, to }: Clause): string[] {
  const verbs: string[] = [];
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token?.tag !== 'VERB' || !isContent(token)) continue;
    let at = i - 1;
    while (at > from && tokens[at]?.tag === 'ADV') at--;
    const before = tokens[at];
    if (before?.lower === 'to' || (token.lower.endsWith('ing') && before?.tag !== 'AUX')) continue;
    verbs.push(lemmaOf(token));
  }
  return verbs;
}

type Roles = Pick<Claim, 'predicate' | 'family' | 'subjects' | 'objects' | 'entities' | 'places'>;

function readRoles(
  tokens: readonly Token[],
  { from, to }: Clause,
  inside: readonly Mention[],
  names: Names,
  antecedent: Mention | undefined,
): Roles {
  const at = mainVerb(tokens, from, to, inside);
  const verb = at === undefined ? undefined : tokens[at];
  const passive = at !== undefined && isPassive(tokens, at, from);
  const before: number[] = [];
  const after: number[] = [];
  const agents: number[] = [];
  for (const mention of inside) {
    if (mention.kind === 'place') continue;
    if (verb !== undefined && mention.start > verb.start) {
      const by = passive && isAgent(tokens, mention, at ?? from, to);
      (by ? agents : after).push(mention.entity);
    } else before.push(mention.entity);
  }
  if (antecedent !== undefined && antecedent.kind !== 'place') before.unshift(antecedent.entity);
  const meant = antecedent === undefined ? inside : [antecedent, ...inside];
  const entities = [...new Set(meant.map(({ entity }) => entity))];
  const places = entities.filter((entity) => names.entities[entity]?.kind === 'place');
  const predicate = verb === undefined ? '' : lemmaOf(verb);
  return {
    predicate,
    family: familyOf(predicate),
    subjects: [...new Set(passive ? agents : before)],
    objects: [...new Set(passive ? [...before, ...after] : after)],
    entities,
    places,
  };
}

const RELATIVES = new Set(['who', 'whom', 'whose', 'which', 'where']);

/** The name right before a clause that opens with a relative word: “Tirosa, where …”. */
function antecedentOf(
  tokens: readonly Token[],
  { from }: Clause,
  mentions: readonly Mention[],
): Mention | undefined {
  if (!RELATIVES.has(tokens[from]?.lower ?? '')) return undefined;
  const before = tokens[from - 1]?.lower === ',' ? tokens[from - 2] : tokens[from - 1];
  if (before === undefined) return undefined;
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.end ?? 0) < before.end) low = middle + 1;
    else high = middle;
  }
  const mention = mentions[low];
  return mention !== undefined && mention.end === before.end ? mention : undefined;
}

function mainVerb(
  tokens: readonly Token[],
  from: number,
  to: number,
  inside: readonly Mention[],
): number | undefined {
  let light: number | undefined;
  let next = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token === undefined || token.tag !== 'VERB') continue;
    while ((inside[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next++;
    if ((inside[next]?.start ?? Number.POSITIVE_INFINITY) <= token.start) continue;
    if (isContent(token)) return i;
    light ??= i;
  }
  return light;
}

function isPassive(tokens: readonly Token[], at: number, from: number): boolean {
  for (let i = at - 1; i >= Math.max(from, at - 3); i--) {
    const token = tokens[i];
    if (token?.lemma === 'be' || token?.lower === 'got') return true;
    if (token?.tag !== 'ADV' && token?.tag !== 'AUX') return false;
  }
  return false;
}

function isAgent(tokens: readonly Token[], mention: Mention, at: number, to: number): boolean {
  for (let i = at + 1; i < to; i++) {
    const token = tokens[i];
    if (token === undefined || token.start >= mention.start) return false;
    if (token.lower === 'by') return true;
  }
  return false;
}

/** Mentions of a span, for spans asked in ascending order. */
function createCursor(mentions: readonly Mention[]): (start: number, end: number) => Mention[] {
  let next = 0;
  return (start, end) => {
    while (next < mentions.length && (mentions[next]?.end ?? 0) <= start) next++;
    const inside: Mention[] = [];
    for (let i = next; i < mentions.length; i++) {
      const mention = mentions[i];
      if (mention === undefined || mention.start >= end) break;
      inside.push(mention);
    }
    return inside;
  };
}

/** The quotation that holds most of a span, for spans asked in ascending order. */
function createQuoted(quotations: readonly Quotation[]): (start: number, end: number) => number | null {
  const parts = quotations
    .flatMap(({ content }, index) => content.map(({ start, end }) => ({ start, end, index })))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let next = 0;
  return (start, end) => {
    while (next < parts.length && (parts[next]?.end ?? 0) <= start) next++;
    for (let i = next; i < parts.length; i++) {
      const part = parts[i];
      if (part === undefined || part.start >= end) break;
      const shared = Math.min(part.end, end) - Math.max(part.start, start);
      if (2 * shared > end - start) return part.index;
    }
    return null;
  };
}
