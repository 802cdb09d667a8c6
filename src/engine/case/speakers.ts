/** Whether the speakers of two quotations are one, stand for each other, or are two. */
import type { Context, SpeakerRelation } from '../conflicts/detector';
import { foldForComparison } from '../text/fold';
import type { Entity } from '../types';
import type { Utterance } from './utterance';

/**
 * `same` when the case links both speakers; `different` for two persons with different names;
 * `related` when one may speak for the other (a person and a body); `unknown` when one cannot be told.
 */
export function relateSpeakers(left: Utterance, right: Utterance, context: Context): SpeakerRelation {
  const a = context.entityOf(left.article, left.quotation.speaker);
  const b = context.entityOf(right.article, right.quotation.speaker);
  if (a === undefined || b === undefined) return 'unknown';
  if (a.id === b.id) return 'same';
  return a.kind === 'person' && b.kind === 'person' ? relatePersons(a, b) : 'related';
}

/** Persons who share a surname or a name form may be one person whom linking kept apart. */
function relatePersons(a: Entity, b: Entity): SpeakerRelation {
  const names = new Set([b.name, ...b.aliases].map(lastWord));
  return [a.name, ...a.aliases].some((name) => names.has(lastWord(name))) ? 'related' : 'different';
}

function lastWord(name: string): string {
  const folded = foldForComparison(name);
  return folded.slice(folded.lastIndexOf(' ') + 1);
}
