/** What “at least”, “about”, “nearly” and their kin make of a number: an interval. */

import { parseList } from '../lexicon/list';
import operatorList from '../lexicon/number-operators.txt';
import type { Token } from '../text/document';
import type { ReadNumber } from './numbers';

export type Operator = 'about' | 'under' | 'least' | 'more' | 'most' | 'less';

interface Phrase {
  readonly operator: Operator;
  readonly words: readonly string[];
}

const BEFORE = new Map<string, Phrase[]>();
const AFTER = new Map<string, Phrase[]>();
for (const line of parseList(operatorList)) {
  const [operator = '', ...rest] = line.split(' ');
  const after = rest[0]?.startsWith('+') === true;
  const words = after ? [rest[0]?.slice(1) ?? '', ...rest.slice(1)] : rest;
  const key = (after ? words[0] : words.at(-1)) ?? '';
  const table = after ? AFTER : BEFORE;
  const phrases = [...(table.get(key) ?? []), { operator: operator as Operator, words }];
  table.set(
    key,
    phrases.sort((a, b) => b.words.length - a.words.length),
  );
}

/** The operator that stands right before token `at`, with the token it starts at. */
export function operatorBefore(
  tokens: readonly Token[],
  from: number,
  at: number,
): { operator: Operator; start: number } | undefined {
  const last = tokens[at - 1];
  if (last === undefined || at - 1 < from) return undefined;
  for (const { operator, words } of BEFORE.get(last.lower) ?? []) {
    const start = at - words.length;
    if (start >= from && words.every((word, i) => tokens[start + i]?.lower === word))
      return { operator, start };
  }
  return undefined;
}

/** The operator that starts at token `at` after a number, with the token it ends before. */
export function operatorAfter(
  tokens: readonly Token[],
  at: number,
  to: number,
): { operator: Operator; end: number } | undefined {
  for (const { operator, words } of AFTER.get(tokens[at]?.lower ?? '') ?? []) {
    const end = at + words.length;
    if (end <= to && words.every((word, i) => tokens[at + i]?.lower === word)) return { operator, end };
  }
  return undefined;
}

/** The interval that `operator` makes of a number; `max` is `null` when open. */
export function widen(
  { min, max, step }: ReadNumber,
  operator: Operator | undefined,
): { min: number; max: number | null; approximate: boolean } {
  switch (operator) {
    case undefined:
      return { min, max, approximate: false };
    case 'about':
      return { min: min * 0.9, max: max * 1.1, approximate: true };
    case 'under':
      return { min: Math.min(min * 0.9, min - step / 2), max, approximate: true };
    case 'least':
    case 'more':
      return { min, max: null, approximate: false };
    case 'most':
    case 'less':
      return { min: 0, max, approximate: false };
  }
}
