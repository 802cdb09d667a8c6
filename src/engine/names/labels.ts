/** The labels that the name model gives each token: outside, or the first or a later word of a name of some kind. */
import type { EntityKind } from '../types';

/** Kinds of name the model tells apart; `other` (peoples, events, works) keeps them out of the kinds we print. */
export const KINDS = ['person', 'organization', 'place', 'other'] as const;
export type ModelKind = (typeof KINDS)[number];

/** Labels: 0 outside; 1 + 2k first word of kind k; 2 + 2k later word of kind k. */
export const LABELS = 1 + 2 * KINDS.length;
export const OUTSIDE = 0;

export function firstLabel(kind: ModelKind): number {
  return 1 + 2 * KINDS.indexOf(kind);
}

/** Kind number of a label, −1 for outside. */
export function kindOf(label: number): number {
  return label === OUTSIDE ? -1 : (label - 1) >> 1;
}

export function isFirst(label: number): boolean {
  return label !== OUTSIDE && (label & 1) === 1;
}

/** Whether `next` may follow `label`: a later word only continues its own kind. */
export function mayFollow(label: number, next: number): boolean {
  return next === OUTSIDE || isFirst(next) || kindOf(label) === kindOf(next);
}

/** A labelled stretch of tokens: `from` inclusive, `to` exclusive. */
export interface LabelledSpan {
  readonly from: number;
  readonly to: number;
  readonly kind: ModelKind;
}

/** Reads spans off labels, in order. */
export function readSpans(labels: Uint8Array): LabelledSpan[] {
  const spans: LabelledSpan[] = [];
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? OUTSIDE;
    const kind = KINDS[kindOf(label)];
    if (kind === undefined) continue;
    let to = i + 1;
    while (to < labels.length && labels[to] === firstLabel(kind) + 1) to++;
    spans.push({ from: i, to, kind });
    i = to - 1;
  }
  return spans;
}

export function isPrinted(kind: ModelKind): kind is EntityKind {
  return kind !== 'other';
}
