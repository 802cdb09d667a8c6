/** Finds quantities in a clause: number, operator, unit, the thing counted and the words that narrow it. */
import type { Token } from '../text/document';
import type { Quantity } from '../types';
import { type ReadNumber, readNumber } from './numbers';
import { type Operator, operatorAfter, operatorBefore, widen } from './operators';
import { joinCompounds, readSecond, type SecondNumber } from './ranges';
import { currencyOf, unitOf } from './units';
import { isContent, lemmaOf } from './words';

/** How many content words on each side narrow what a number counts. */
const REACH = 7;
/** How far ahead of a number its counted noun may stand, in tokens. */
const AHEAD = 6;

/** Quantities among tokens `from` to `to` that `taken` (by dates and clock times) does not hold. */
export function findQuantities(
  tokens: readonly Token[],
  from: number,
  to: number,
  taken: ReadonlySet<number>,
): Quantity[] {
  const found: Quantity[] = [];
  let at = from;
  while (at < to) {
    const number = taken.has(at) ? undefined : readNumber(tokens, at, to);
    if (number === undefined || !countsSomething(tokens, at, number)) {
      at++;
      continue;
    }
    const second = readSecond(tokens, at, to, number);
    const quantity = readQuantity(tokens, from, to, at, number, second);
    if (quantity !== undefined) found.push(quantity);
    at = Math.max(second?.number.end ?? number.end, at + 1);
  }
  return joinCompounds(found);
}

/** “one” and “second” are often no numbers: “no one”, “one of the”, “a second later”. */
function countsSomething(tokens: readonly Token[], at: number, { form, end }: ReadNumber): boolean {
  const word = tokens[at]?.lower;
  const next = tokens[end];
  const before = tokens[at - 1]?.lower;
  if (isAddress(tokens, end) || LABELLED.has(before ?? '')) return false;
  if (form === 'cardinal' && isAnaphoric(tokens, at, end)) return false;
  if (word === 'one')
    return form !== 'cardinal' || (next?.tag === 'NOUN' && before !== 'no' && before !== 'the');
  if (form === 'ordinal') {
    if (before === 'at' || next === undefined) return false;
    return ['NOUN', 'ADJ', 'PROPN', 'VERB', 'PUNCT', 'ADP'].includes(next.tag);
  }
  return before !== '#';
}

const DEFINITE = new Set([
  'the',
  'all',
  'these',
  'those',
  'both',
  'other',
  'last',
  'first',
  'next',
  'its',
  'their',
  'his',
  'her',
]);

/** “the two Democrats”, “all three”, “three others”: they point back to what was said, small numbers above all. */
function isAnaphoric(tokens: readonly Token[], at: number, end: number): boolean {
  const value = tokens[at]?.lower ?? '';
  if (value.length > 1 && value.charCodeAt(0) < 58) return false;
  const before = tokens[at - 1]?.lower ?? '';
  const after = tokens[end]?.lower ?? '';
  return DEFINITE.has(before) || after.startsWith('other');
}

/** “Phase 2”, “Level 4”: the number is a name. */
const LABELLED = new Set(
  'phase level stage type category chapter section article title page route highway gate platform pier grade class version'.split(
    ' ',
  ),
);

const STREETS = new Set([
  'street',
  'avenue',
  'road',
  'st.',
  'ave.',
  'boulevard',
  'blvd.',
  'drive',
  'lane',
  'circuit',
  'district',
]);

/** “131 West 23rd Street”, “Sixth Circuit”: numbers that are part of a name. */
function isAddress(tokens: readonly Token[], end: number): boolean {
  if (tokens[end]?.tag !== 'PROPN') return false;
  for (let i = end; i < end + 3; i++) if (STREETS.has(tokens[i]?.lower ?? '')) return true;
  return false;
}

function readQuantity(
  tokens: readonly Token[],
  from: number,
  to: number,
  at: number,
  number: ReadNumber,
  second: SecondNumber | undefined,
): Quantity | undefined {
  let start = at;
  let end = number.end;
  let unit = number.form === 'cardinal' || number.form === 'vague' ? 'count' : number.form;
  if (unit === 'share') unit = 'percent';
  let factor = 1;
  let value = number.min;
  if (second?.kind === 'tally') unit = 'score';
  if (second !== undefined) end = second.number.end;
  const sign = at > from ? currencyOf(tokens[at - 1]?.lower ?? '') : undefined;
  if (sign !== undefined && tokens[at - 1]?.tag === 'SYM') {
    unit = sign;
    start = at - 1;
    if (tokens[start - 1]?.lower === 'us' || tokens[start - 1]?.lower === 'u.s.') start--;
  }
  const operator = readOperator(tokens, from, to, start, end);
  start = operator.start;
  end = operator.end;
  const named = unit === 'count' ? readUnit(tokens, end, to) : undefined;
  if (named !== undefined) {
    unit = named.unit;
    factor = named.factor;
    end = named.end;
  } else if (unit === 'count' && isMagnitude(tokens, from, at)) unit = 'magnitude';
  else if (unit === 'count' && isAge(tokens, at, number.end, to)) unit = 'age';
  const after = thingAfter(tokens, end, to);
  const counted = after.thing === '' ? { ...after, thing: thingBefore(tokens, from, start) } : after;
  if (unit === 'count' && after.thing === '' && number.step < 1) unit = 'magnitude';
  const bounds = [number.min, second?.number.max ?? number.max] as const;
  const wide = widen({ ...number, min: Math.min(...bounds), max: Math.max(...bounds) }, operator.operator);
  value *= factor;
  const head = tokens[start];
  const tail = tokens[Math.max(end, counted.end) - 1];
  if (head === undefined || tail === undefined) return undefined;
  return {
    start: head.start,
    end: tail.end,
    min: wide.min * factor,
    max: wide.max === null ? null : wide.max * factor,
    unit,
    thing: counted.thing,
    scope: scopeOf(tokens, from, to, start, end),
    approximate:
      wide.approximate || number.form === 'vague' || (unit === 'percent' && number.form === 'share'),
    value,
    step: number.step * factor,
    part: counted.part || isAlone(tokens, from, to) || isAddition(tokens, at, number.end),
  };
}

function readOperator(
  tokens: readonly Token[],
  from: number,
  to: number,
  start: number,
  end: number,
): { operator: Operator | undefined; start: number; end: number } {
  const skipped = tokens[start - 1]?.lower === 'a' || tokens[start - 1]?.lower === 'the' ? start - 1 : start;
  const before = operatorBefore(tokens, from, start) ?? operatorBefore(tokens, from, skipped);
  if (before !== undefined) return { operator: before.operator, start: before.start, end };
  const after = operatorAfter(tokens, end, to);
  if (after !== undefined) return { operator: after.operator, start, end: after.end };
  return { operator: undefined, start, end };
}

function readUnit(
  tokens: readonly Token[],
  at: number,
  to: number,
): { unit: string; factor: number; end: number } | undefined {
  const hyphen = tokens[at]?.lower === '-' ? 1 : 0;
  const word = tokens[at + hyphen];
  if (word === undefined || at + hyphen >= to) return undefined;
  if (word.lower === 'percentage' && tokens[at + hyphen + 1]?.lemma === 'point') {
    return { unit: 'point', factor: 1, end: at + hyphen + 2 };
  }
  if (word.lower === 'per' && tokens[at + 1]?.lower === 'cent')
    return { unit: 'percent', factor: 1, end: at + 2 };
  if (word.lower === 'square') {
    const square = unitOf(`square-${tokens[at + hyphen + 1]?.lemma ?? ''}`);
    if (square !== undefined) return { ...square, end: at + hyphen + 2 };
  }
  const unit = unitOf(word.lemma) ?? unitOf(word.lower);
  if (unit !== undefined) return { ...unit, end: at + hyphen + 1 };
  const currency = currencyOf(word.lemma);
  if (currency !== undefined) return { unit: currency, factor: 1, end: at + hyphen + 1 };
  if (word.lemma === 'time' && word.lower === 'times')
    return { unit: 'times', factor: 1, end: at + hyphen + 1 };
  return undefined;
}

/** “a magnitude of 6.4”, “its magnitude as 6.4”, “a 6.4-magnitude quake”. */
function isMagnitude(tokens: readonly Token[], from: number, at: number): boolean {
  for (let i = Math.max(from, at - 4); i < at + 3; i++) if (tokens[i]?.lemma === 'magnitude') return true;
  return false;
}

const MORE = new Set(['another', 'additional', 'further', 'more', 'other']);

/** “Another 21 states”, “12 more people”: what comes on top of a count named before. */
function isAddition(tokens: readonly Token[], at: number, end: number): boolean {
  const after = tokens[end]?.lower ?? '';
  return MORE.has(tokens[at - 1]?.lower ?? '') || (MORE.has(after) && tokens[end + 1]?.lower !== 'than');
}

/** “In the port alone 41 died”: a part of what others count. */
function isAlone(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]?.lower === 'alone') return true;
  return false;
}

/** “Aske, 51,” and “aged 51”: an age. */
function isAge(tokens: readonly Token[], at: number, end: number, to: number): boolean {
  const before = tokens[at - 1];
  if (before?.lower === 'aged' || before?.lower === 'age') return true;
  const closes = end >= to || [',', '.', ')', ';'].includes(tokens[end]?.lower ?? '');
  const opens = before?.lower === ',' || before?.lower === '(';
  return closes && opens && tokens[at - 2]?.tag === 'PROPN' && (tokens[at]?.lower.length ?? 0) <= 3;
}

/** The noun counted: the last noun of the phrase after the number; “four of the seven boats” counts boats. */
function thingAfter(
  tokens: readonly Token[],
  at: number,
  to: number,
): { thing: string; part: boolean; end: number } {
  let i = at;
  let part = false;
  if (tokens[i]?.lower === 'of') {
    part = true;
    i++;
    while (i < to && ['DET', 'PRON', 'NUM'].includes(tokens[i]?.tag ?? '')) i++;
  }
  let thing = '';
  let noun = false;
  let end = at;
  for (; i < to && i < at + AHEAD; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const { tag } = token;
    if (tag === 'PROPN' && noun) break;
    if (tag === 'NOUN' || tag === 'PROPN') {
      noun = tag === 'NOUN';
      thing = lemmaOf(token);
      end = i + 1;
    } else if (thing !== '' || !(tag === 'ADJ' || token.lower === '-' || tag === 'NUM' || tag === 'VERB'))
      break;
  }
  return { thing, part, end };
}

/** “The attendance was 38,700”, “Revenue came to 2.41 billion”: the head of the clause's first noun phrase, when a verb stands between. */
function thingBefore(tokens: readonly Token[], from: number, start: number): string {
  let thing = '';
  let i = from;
  for (; i < start; i++) {
    const token = tokens[i];
    if (token === undefined) return '';
    if (token.tag === 'NOUN' || token.tag === 'PROPN') thing = lemmaOf(token);
    else if (thing !== '' && !(token.lower === 'of' && (thing === 'number' || thing === 'toll'))) break;
    else if (token.tag === 'PRON' || token.tag === 'VERB') return '';
  }
  for (; i < start; i++) if (tokens[i]?.tag === 'VERB' || tokens[i]?.tag === 'AUX') return thing;
  return '';
}

/** Content words around the quantity within its clause, the nearest first. */
function scopeOf(tokens: readonly Token[], from: number, to: number, start: number, end: number): string[] {
  const words: string[] = [];
  let left = start - 1;
  let right = end;
  for (let before = REACH, after = REACH; (left >= from && before > 0) || (right < to && after > 0); ) {
    const token = left >= from && before > 0 ? tokens[left--] : undefined;
    if (token !== undefined && isContent(token)) {
      words.push(lemmaOf(token));
      before--;
    }
    const next = right < to && after > 0 ? tokens[right++] : undefined;
    if (next !== undefined && isContent(next)) {
      words.push(lemmaOf(next));
      after--;
    }
  }
  return words;
}
