/** What befalls the people that a number counts: the dead, the hurt and the missing never measure each other. */
import type { Quantity } from '../types';
import { familyOf } from './families';

const FATES = new Set([
  'die',
  'injure',
  'arrest',
  'missing',
  'rescue',
  'release',
  'charge',
  'evacuate',
  'displace',
]);

/** The fates named around a number, by family, the nearest first; empty when it counts something else. */
export const fatesOf = ({ thing, scope }: Quantity): string[] =>
  [thing, ...scope].map(familyOf).filter((family) => FATES.has(family));
