/** What a number counts within: the words that bound an ordinal, and signs of a running count. */
import { parseList } from '../lexicon/list';
import runningList from '../lexicon/running-counts.txt';
import type { Claim, Quantity } from '../types';
import type { Located } from './detector';

const RUNNING = new Set(parseList(runningList).flatMap((line) => line.split(' ')));
const BOUNDS = new Set([
  'outside',
  'abroad',
  'out',
  'in',
  'inside',
  'within',
  'since',
  'this',
  'foreign',
  'ever',
  'to',
  'of',
  'under',
]);
/** Of several bounds these say most. */
const BORDERS = new Set(['outside', 'beyond', 'abroad']);
/** Longest scope quoted, in words. */
const LONGEST = 7;

/** Whether the words around a count say that it is one of a moment: “had reached”, “so far”, “since Monday”. */
export function isRunning(claim: Claim, { scope, thing }: Quantity): boolean {
  return (
    claim.times.some(({ relation }) => relation === 'since') ||
    RUNNING.has(thing) ||
    scope.some((word) => RUNNING.has(word)) ||
    claim.verbs.some((verb) => RUNNING.has(verb))
  );
}

/** “66 percent of the precincts”: how far a count has come. */
export const isCounting = ({ scope, thing }: Quantity): boolean =>
  [thing, ...scope].some((word) => word === 'precinct' || word === 'ballot');

/** The words after an ordinal's noun that bound what it counts: “outside the walled city”; empty when none. */
export function ordinalScope({ article, item }: Located<Claim>, { start, end }: Quantity): string {
  const words = article.text
    .slice(end, Math.max(item.end, end))
    .split(/\s+/)
    .filter((word) => word !== '');
  const border = words.slice(0, LONGEST).findIndex((word) => BORDERS.has(word.toLowerCase()));
  const from =
    border >= 0 ? border : words.findIndex((word) => BOUNDS.has(word.toLowerCase().replace(/[^a-z]/g, '')));
  const inside = article.text.slice(start, end).split(/\s+/).slice(1, -1).join(' ');
  if (from < 0 || (border < 0 && from > 3)) return inside;
  const scope: string[] = [];
  for (const word of words.slice(from, from + LONGEST)) {
    if (scope.length > 0 && word.toLowerCase() === 'since') break;
    scope.push(dropStops(word));
    if (/[.,;:]$/.test(word)) break;
  }
  return inside === '' ? scope.join(' ') : `${inside}, ${scope.join(' ')}`;
}

/** A word without the stops at its end; a loop, since a pattern would look at every run of stops again and again. */
function dropStops(word: string): string {
  let end = word.length;
  while (end > 0 && '.,;:'.includes(word.charAt(end - 1))) end--;
  return word.slice(0, end);
}
