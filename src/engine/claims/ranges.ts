/** Numbers that make one quantity with a second one: ranges, tallies of two sides, “eight minutes and 46 seconds”. */
import type { Token } from '../text/document';
import type { Quantity } from '../types';
import { type ReadNumber, readNumber } from './numbers';

/** The second number of a quantity, with what both are together. */
export interface SecondNumber {
  /** “10 to 15” is a range; “2 to 1”, “52 to 48” are the votes of two sides. */
  readonly kind: 'range' | 'tally';
  readonly number: ReadNumber;
}

/** The number that belongs to `number` at token `at`: “rose from 10 to 15” is two quantities, “between 10 and 15” one. */
export function readSecond(
  tokens: readonly Token[],
  at: number,
  to: number,
  { form, end, min }: ReadNumber,
): SecondNumber | undefined {
  const link = tokens[end]?.lower;
  const before = tokens[at - 1];
  const linked =
    (link === 'to' && before?.lower !== 'from') || (link === 'and' && before?.lower === 'between');
  if (!linked || form !== 'cardinal') return undefined;
  const number = readNumber(tokens, end + 1, to);
  if (number === undefined || number.form !== 'cardinal') return undefined;
  if (number.max > min) return { kind: 'range', number };
  const next = tokens[number.end]?.tag;
  const counts = next === 'NOUN' || next === 'SYM' || before?.tag === 'SYM';
  return link === 'to' && number.max < min && !counts ? { kind: 'tally', number } : undefined;
}

/** Units of which a larger and a smaller one are said together. */
const COMPOUND = new Set(['minute', 'm', 'kg']);
/** Most characters between both: “ and ”. */
const GAP = 5;

/** Joins “eight minutes and 46 seconds”, “five feet 10 inches” into one quantity each. */
export function joinCompounds(quantities: readonly Quantity[]): Quantity[] {
  const joined: Quantity[] = [];
  for (const quantity of quantities) {
    const before = joined.at(-1);
    const follows =
      before !== undefined &&
      before.unit === quantity.unit &&
      COMPOUND.has(quantity.unit) &&
      quantity.step < before.step &&
      quantity.value < before.value &&
      quantity.start >= before.end &&
      quantity.start - before.end <= GAP;
    if (follows && before.max !== null && quantity.max !== null) {
      const { start, min, max, value, approximate, part } = before;
      joined[joined.length - 1] = {
        ...quantity,
        start,
        min: min + quantity.min,
        max: max + quantity.max,
        value: value + quantity.value,
        approximate: approximate || quantity.approximate,
        part,
      };
    } else joined.push(quantity);
  }
  return joined;
}
