/** Reads numbers out of tokens: digits, words, scales, fractions, ordinals, ranges, vague plurals. */
import type { Token } from '../text/document';

export type NumberForm = 'cardinal' | 'ordinal' | 'share' | 'times' | 'score' | 'vague';

/** A number as written, before operators and units. */
export interface ReadNumber {
  /** Token after the last one of the number. */
  readonly end: number;
  readonly min: number;
  readonly max: number;
  readonly form: NumberForm;
  /** How fine it is written: 1,000 for “41,000”, 0.1 for “3.1”. */
  readonly step: number;
}

const UNITS = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value] as const),
);
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, i) => [word, 20 + 10 * i] as const),
);
const SCALES = new Map<string, number>([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['tn', 1e12],
  ['dozen', 12],
]);
const VAGUE = new Map<string, readonly [number, number]>([
  ['dozens', [24, 99]],
  ['scores', [40, 199]],
  ['hundreds', [200, 999]],
  ['thousands', [2e3, 9999]],
  ['millions', [2e6, 999e6]],
  ['billions', [2e9, 999e9]],
]);
const ORDINALS = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth'
    .split(' ')
    .map((word, i) => [word, i + 1] as const),
);
const FRACTIONS = new Map<string, number>([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['tenth', 10],
  ['tenths', 10],
]);

const isDigit = (unit: number) => unit >= 48 && unit <= 57;

/** The number that starts at token `at`, or `undefined`. Bounds of “2-1” are its two parts, form `score`. */
export function readNumber(tokens: readonly Token[], at: number, to: number): ReadNumber | undefined {
  const token = tokens[at];
  if (token === undefined || at >= to) return undefined;
  const first = token.lower.charCodeAt(0);
  if (isDigit(first)) return readDigits(tokens, at, to);
  if (first < 97 || first > 122) return undefined;
  return readVague(tokens, at, to) ?? readShare(tokens, at, to) ?? readWords(tokens, at, to);
}

function readDigits(tokens: readonly Token[], at: number, to: number): ReadNumber | undefined {
  const text = tokens[at]?.lower ?? '';
  const ordinal = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(text);
  if (ordinal !== null) return plain(at + 1, Number(ordinal[1]), 'ordinal', 1);
  const dash = text.indexOf('-');
  if (dash > 0) return readDashed(text, dash, tokens, at, to);
  const parsed = parseDigits(text);
  if (parsed === undefined) return undefined;
  return withScale(tokens, at + 1, to, parsed.value, parsed.step, parsed.scaled);
}

function readDashed(
  text: string,
  dash: number,
  tokens: readonly Token[],
  at: number,
  to: number,
): ReadNumber | undefined {
  const left = parseDigits(text.slice(0, dash));
  const right = parseDigits(text.slice(dash + 1));
  if (left === undefined || right === undefined) return undefined;
  // “2016-17” is a season, “10-15 people” a range, “2-1” a score: only the range counts up by less than double.
  if (left.value >= 1900 && left.value <= 2100) return undefined;
  const next = tokens[at + 1]?.tag;
  const range = right.value > left.value && left.value >= 5 && (next === 'NOUN' || next === 'NUM');
  if (!range) return { end: at + 1, min: left.value, max: right.value, form: 'score', step: 1 };
  const high = withScale(tokens, at + 1, to, right.value, right.step, right.scaled);
  return { ...high, min: (left.value * high.max) / right.value };
}

/** Digits with separators, a point, and perhaps a scale stuck to them: “41,213”, “3.1”, “22million”, “5bn”. */
function parseDigits(text: string): { value: number; step: number; scaled: boolean } | undefined {
  let i = 0;
  let digits = '';
  let decimals = -1;
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isDigit(unit)) {
      digits += text[i];
      if (decimals >= 0) decimals++;
    } else if (text[i] === ',' && decimals < 0 && i > 0) continue;
    else if (text[i] === '.' && decimals < 0) {
      digits += '.';
      decimals = 0;
    } else break;
  }
  if (digits === '' || digits.length > 18) return undefined;
  const rest = text.slice(i);
  const scale = rest === '' ? 1 : SCALES.get(rest);
  if (scale === undefined) return undefined;
  const value = Number(digits);
  if (!Number.isFinite(value)) return undefined;
  return { value: value * scale, step: stepOf(digits, decimals) * scale, scaled: scale > 1 };
}

function stepOf(digits: string, decimals: number): number {
  if (decimals > 0) return 10 ** -decimals;
  let zeros = 0;
  while (zeros < digits.length - 1 && digits[digits.length - 1 - zeros] === '0') zeros++;
  return 10 ** zeros;
}

function withScale(
  tokens: readonly Token[],
  start: number,
  to: number,
  start_value: number,
  start_step: number,
  scaled: boolean,
): ReadNumber {
  let value = start_value;
  let step = start_step;
  let end = start;
  while (end < to && !scaled) {
    const word = tokens[end]?.lower ?? '';
    const hyphen = word === '-' ? 1 : 0;
    const scale = SCALES.get(tokens[end + hyphen]?.lower ?? '');
    if (scale === undefined || (hyphen === 1 && scale < 1e3)) break;
    // “5 m” alone may be metres; money and crowds write “million” or stick the letter to the digits.
    if (word.length <= 1 && hyphen === 0 && value >= 1000) break;
    value *= scale;
    step *= scale;
    end += 1 + hyphen;
  }
  return plain(end, value, 'cardinal', step);
}

function readVague(tokens: readonly Token[], at: number, to: number): ReadNumber | undefined {
  const word = tokens[at]?.lower ?? '';
  if (word === 'tens' && tokens[at + 1]?.lower === 'of') {
    const scale = VAGUE.get(tokens[at + 2]?.lower ?? '');
    return scale && { end: at + 3, min: scale[0] * 10, max: scale[1] * 10, form: 'vague', step: scale[0] };
  }
  const bounds = VAGUE.get(word);
  if (bounds === undefined) return undefined;
  if (word === 'scores' && tokens[at + 1]?.lower !== 'of') return undefined;
  if (tokens[at + 1]?.lower === 'of' && at + 2 < to) {
    const scale = VAGUE.get(tokens[at + 2]?.lower ?? '');
    if (scale !== undefined) {
      const times = scale[0] / 2;
      return { end: at + 3, min: bounds[0] * times, max: bounds[1] * times, form: 'vague', step: scale[0] };
    }
  }
  return { end: at + 1, min: bounds[0], max: bounds[1], form: 'vague', step: bounds[0] / 2 };
}

function readShare(tokens: readonly Token[], at: number, to: number): ReadNumber | undefined {
  const word = tokens[at]?.lower ?? '';
  if (word === 'half') {
    const half = tokens[at + 1]?.lower === '-' ? 2 : 1;
    const dozen = tokens[at + half]?.lower === 'a' ? half + 1 : half;
    if (tokens[at + dozen]?.lower === 'dozen') return plain(at + dozen + 1, 6, 'cardinal', 1);
    const scale = SCALES.get(tokens[at + dozen]?.lower ?? '');
    if (scale !== undefined && scale >= 1e6) return plain(at + dozen + 1, scale / 2, 'cardinal', scale / 10);
    return isPartitive(tokens, at + 1) ? plain(at + 1, 50, 'share', 10) : undefined;
  }
  const numerator = word === 'a' || word === 'one' ? 1 : (UNITS.get(word) ?? 0);
  if (numerator === 0) return undefined;
  const next = tokens[at + 1]?.lower === '-' ? at + 2 : at + 1;
  const denominator = next < to ? FRACTIONS.get(tokens[next]?.lower ?? '') : undefined;
  if (denominator === undefined || denominator <= numerator || !isPartitive(tokens, next + 1))
    return undefined;
  return plain(next + 1, (100 * numerator) / denominator, 'share', 5);
}

/** “a third of”, “half the”, “half its”; not “a third goal”, “half time”. */
function isPartitive(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  return next !== undefined && (next.lower === 'of' || next.tag === 'DET' || next.lower === 'its');
}

function readWords(tokens: readonly Token[], at: number, to: number): ReadNumber | undefined {
  const word = tokens[at]?.lower ?? '';
  if (word === 'once') return tokens[at]?.tag === 'ADV' ? undefined : plain(at + 1, 1, 'times', 1);
  if (word === 'twice') return plain(at + 1, 2, 'times', 1);
  const ordinal = ORDINALS.get(word);
  if (ordinal !== undefined) return plain(at + 1, ordinal, 'ordinal', 1);
  let i = at;
  let value: number | undefined;
  if ((word === 'a' || word === 'an') && SCALES.has(tokens[at + 1]?.lower ?? '')) {
    value = 1;
    i++;
  } else {
    const tens = TENS.get(word);
    if (tens !== undefined) {
      value = tens;
      i++;
      const hyphen = tokens[i]?.lower === '-' ? 1 : 0;
      const unit = UNITS.get(tokens[i + hyphen]?.lower ?? '');
      const ordinalUnit = ORDINALS.get(tokens[i + hyphen]?.lower ?? '');
      if (unit !== undefined && unit < 10 && i + hyphen < to) {
        value += unit;
        i += 1 + hyphen;
      } else if (hyphen === 1 && ordinalUnit !== undefined && ordinalUnit < 10) {
        return plain(i + 2, value + ordinalUnit, 'ordinal', 1);
      }
    } else if (UNITS.has(word)) {
      value = UNITS.get(word);
      i++;
    }
  }
  if (value === undefined) return undefined;
  const scaled = withScale(tokens, i, to, value, 1, false);
  return { ...scaled, step: stepOf(String(scaled.max), 0) };
}

const plain = (end: number, value: number, form: NumberForm, step: number): ReadNumber => ({
  end,
  min: value,
  max: value,
  form,
  step,
});
