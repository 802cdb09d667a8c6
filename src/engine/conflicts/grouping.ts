/** Groups findings about one matter, so that many pairs become one conflict with its sides. */
import { SEVERITIES, type Severity, type Span } from '../types';
import type { Finding, FindingSide } from './detector';
import { normalizeWords } from './fingerprint';
import { agreeValues, widthOf } from './values';

/** A finding with how sure alignment was of its pair. */
export interface ScoredFinding {
  readonly finding: Finding;
  readonly score: number;
}

/** What one side of a group says, with every place that says so. */
export interface GroupSide {
  readonly key: string;
  readonly says: string;
  /** What bounds the count, when a place says so. */
  readonly within: string;
  readonly places: readonly FindingSide[];
}

/** Findings about one matter. */
export interface FindingGroup {
  /** The finding that stands for all: the most severe, then the surest. */
  readonly lead: Finding;
  readonly severity: Severity;
  readonly sides: readonly GroupSide[];
  readonly explanation: readonly string[];
}

/**
 * Groups findings of one kind that share the matter, or share a side (the same words saying the same thing).
 * Sides with equal keys are one side. Neither groups nor sides depend on the order of `findings`.
 * @param rank position of an article in a content-based order
 */
export function groupFindings(
  findings: readonly ScoredFinding[],
  rank: (side: FindingSide) => number,
): FindingGroup[] {
  const parents = findings.map((_, i) => i);
  const firstWith = new Map<string, number>();
  findings.forEach(({ finding }, i) => {
    for (const node of nodesOf(finding, rank)) {
      const other = firstWith.get(node);
      if (other === undefined) firstWith.set(node, i);
      else parents[rootOf(parents, i)] = rootOf(parents, other);
    }
  });
  const groups = new Map<number, ScoredFinding[]>();
  findings.forEach((scored, i) => {
    const root = rootOf(parents, i);
    const members = groups.get(root);
    if (members === undefined) groups.set(root, [scored]);
    else members.push(scored);
  });
  return [...groups.values()].map((members) => buildGroup(members, rank));
}

function nodesOf({ kind, matter, sides }: Finding, rank: (side: FindingSide) => number): string[] {
  const places = sides.map(
    (side) => `${kind} at ${rank(side)} ${side.span.start} ${side.span.end} ${side.key}`,
  );
  return [`${kind} on ${matter}`, ...places];
}

function rootOf(parents: number[], at: number): number {
  let root = at;
  while (parents[root] !== root) root = parents[root] ?? root;
  let walk = at;
  while (walk !== root) {
    const next = parents[walk] ?? root;
    parents[walk] = root;
    walk = next;
  }
  return root;
}

function buildGroup(members: readonly ScoredFinding[], rank: (side: FindingSide) => number): FindingGroup {
  const ordered = [...members].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity) ||
      b.score - a.score ||
      compareText(signatureOf(a.finding, rank), signatureOf(b.finding, rank)),
  );
  const lead = (ordered[0] as ScoredFinding).finding;
  const byKey = new Map<string, FindingSide[]>();
  const taken = new Map<string, FindingSide>();
  for (const { finding } of ordered) {
    if (finding.sides.some((side) => speaksTwice(side, taken))) continue;
    for (const side of finding.sides) {
      taken.set(side.article.id, taken.get(side.article.id) ?? side);
      const places = byKey.get(side.key);
      if (places === undefined) byKey.set(side.key, [side]);
      else addPlace(places, side);
    }
  }
  const sides = mergeAgreeing([...byKey]).map(([key, places]): GroupSide => {
    const { says, within } = chooseLabel(places);
    const inOrder = [...places].sort((a, b) => rank(a) - rank(b) || a.span.start - b.span.start);
    return { key, says, within, places: inOrder };
  });
  sides.sort((a, b) => firstRank(a, rank) - firstRank(b, rank) || compareText(a.key, b.key));
  const explanation = [...new Set(ordered.flatMap(({ finding }) => finding.explanation))];
  return { lead, severity: lead.severity, sides, explanation };
}

/** Whether the article has taken another side of this matter already, on a surer pair: then this is another matter. */
function speaksTwice({ article, value }: FindingSide, taken: ReadonlyMap<string, FindingSide>): boolean {
  const before = taken.get(article.id)?.value;
  return before !== undefined && value !== undefined && !agreeValues(before, value);
}

/** Sides whose values agree are one: “41,213” and “more than 41,000”. The exact ones lead. */
function mergeAgreeing(sides: readonly (readonly [string, FindingSide[]])[]): [string, FindingSide[]][] {
  const merged: [string, FindingSide[]][] = [];
  const exactFirst = [...sides].sort(([, a], [, b]) => width(a) - width(b));
  for (const [key, places] of exactFirst) {
    const friends = merged.filter(([, others]) => places.every((a) => others.every((b) => agree(a, b))));
    const friend = friends.length === 1 ? friends[0] : undefined;
    if (friend === undefined) merged.push([key, [...places]]);
    else for (const place of places) addPlace(friend[1], place);
  }
  return merged;
}

const width = ([place]: readonly FindingSide[]): number =>
  place?.value === undefined ? 0 : widthOf(place.value);

const agree = (a: FindingSide, b: FindingSide): boolean =>
  a.value !== undefined && b.value !== undefined && agreeValues(a.value, b.value);

/** The label of a side: the shortest, with the fullest bounds that any place gives. */
function chooseLabel(places: readonly FindingSide[]): { readonly says: string; readonly within: string } {
  const compared = places.filter(({ value }) => value !== undefined);
  const [first, ...others] = compared.length > 0 ? compared : places.slice(0, 1);
  let says = first?.says ?? '';
  let within = first?.within ?? '';
  for (const place of others) {
    if (place.says.length < says.length || (place.says.length === says.length && place.says < says))
      says = place.says;
    const bounds = place.within ?? '';
    if (bounds.length > within.length || (bounds.length === within.length && bounds < within))
      within = bounds;
  }
  return { says, within };
}

function firstRank(side: GroupSide, rank: (side: FindingSide) => number): number {
  return Math.min(...side.places.map(rank));
}

/** Adds a place; of places in one article that overlap the longest stays. */
function addPlace(places: FindingSide[], side: FindingSide): void {
  const at = places.findIndex((place) => place.article === side.article && overlap(place.span, side.span));
  const other = places[at];
  if (other === undefined) places.push(side);
  else if (other.span.end - other.span.start < side.span.end - side.span.start) places[at] = side;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function signatureOf({ matter, sides }: Finding, rank: (side: FindingSide) => number): string {
  return [matter, ...sides.map((side) => `${rank(side)} ${side.key} ${normalizeWords(side.says)}`)].join(
    '\n',
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
