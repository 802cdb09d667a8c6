/** Tells which stretches of quotations belong to one matter: those of one utterance that overlap, directly or through others. */
import { fingerprint } from '../conflicts/fingerprint';
import type { Utterance } from './utterance';

export type Join = readonly [number, number];

/** One side of a pair: the stretch of an utterance that is aligned. */
export interface PairEnd {
  readonly utterance: Utterance;
  readonly range: readonly [from: number, to: number];
  readonly print: string;
}

export function readEnd(utterance: Utterance, range: readonly [number, number]): PairEnd {
  const forms = utterance.words.slice(range[0], range[1]).map(({ form }) => form);
  return { utterance, range, print: fingerprint(forms) };
}

/** Joins the ends that are stretches of one utterance and overlap. */
export function joinOverlaps(ends: readonly PairEnd[]): Join[] {
  const byUtterance = new Map<Utterance, number[]>();
  ends.forEach(({ utterance }, i) => {
    const list = byUtterance.get(utterance);
    if (list === undefined) byUtterance.set(utterance, [i]);
    else list.push(i);
  });
  const joins: Join[] = [];
  for (const list of byUtterance.values()) {
    const ordered = list.sort((a, b) => (ends[a]?.range[0] ?? 0) - (ends[b]?.range[0] ?? 0));
    let reach = -1;
    let holder = -1;
    for (const i of ordered) {
      const [from, to] = ends[i]?.range ?? [0, 0];
      if (from < reach) joins.push([holder, i]);
      if (to > reach) {
        reach = to;
        holder = i;
      }
    }
  }
  return joins;
}

/** For each item the least fingerprint of those it is joined with, directly or through others. */
export function leastOfClasses(prints: readonly string[], joins: readonly Join[]): string[] {
  const parents = prints.map((_, i) => i);
  const rootOf = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[at] = root;
    return root;
  };
  for (const [a, b] of joins) {
    const rootA = rootOf(a);
    const rootB = rootOf(b);
    if ((prints[rootA] ?? '') <= (prints[rootB] ?? '')) parents[rootB] = rootA;
    else parents[rootA] = rootB;
  }
  return prints.map((_, i) => prints[rootOf(i)] ?? '');
}
