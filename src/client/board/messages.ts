/** Checks what comes out of the board's page before anything is done with it. */
import type { FromBoard } from '../../protocol/board';
import { readPlace } from '../commands/reveal';

/** Longest picture that is written, in UTF-16 units. */
const LARGEST = 50_000_000;

/** The message, or nothing when it is none of ours. */
export function readMessage(value: unknown): FromBoard | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, story, place, name, svg, message } = value as Readonly<Record<string, unknown>>;
  if (type === 'ready') return { type };
  if (type === 'choose' && typeof story === 'string') return { type, story };
  if (type === 'error' && typeof message === 'string') return { type, message };
  if (type === 'save' && typeof name === 'string' && typeof svg === 'string' && svg.length <= LARGEST) {
    return { type, name: name.replace(/\W+/g, '-'), svg };
  }
  const read = type === 'reveal' ? readPlace(place) : undefined;
  return read && { type: 'reveal', place: read };
}
