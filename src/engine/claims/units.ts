/** Units of measure and currencies: the canonical unit of a word and the factor to it. */
import currencyList from '../lexicon/currencies.txt';
import { parseList } from '../lexicon/list';
import unitList from '../lexicon/units.txt';

export interface Unit {
  readonly unit: string;
  readonly factor: number;
}

const UNITS = new Map<string, Unit>();
for (const line of parseList(unitList)) {
  const [unit = '', factor = '1', ...words] = line.split(' ');
  for (const word of words) UNITS.set(word, { unit, factor: Number(factor) });
}
const CURRENCIES = new Map<string, string>();
for (const line of parseList(currencyList)) {
  const [code = '', ...words] = line.split(' ');
  for (const word of words) CURRENCIES.set(word, code);
}

/** The unit that a lemma names, or `undefined`. */
export const unitOf = (lemma: string): Unit | undefined => UNITS.get(lemma);

/** The currency that a sign or lemma names, or `undefined`. */
export const currencyOf = (word: string): string | undefined => CURRENCIES.get(word);

/** Whether quantities in this unit measure money. */
const CODES = new Set(CURRENCIES.values());
export const isMoney = (unit: string): boolean => CODES.has(unit);
