/** What this folder's stages hand to each other: a name found in the text, not yet tied to an entity. */
import type { EntityKind, Span } from '../types';

/** What a title in front says of the person's sex: “Mrs.”, “Mr.”, “King”. */
export type Gender = 'female' | 'male';

/** A name in the text: the name itself, without title, office or possessive ending. */
export interface NameMention extends Span {
  readonly kind: EntityKind;
  /** Token range: `from` inclusive, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** Title, office or description written right before the name: “Iranian Oil Minister”, “his spokesman,”. */
  readonly title: Span | null;
  /** Description in apposition right after it: “Iran’s foreign minister”. */
  readonly apposition: Span | null;
  readonly gender: Gender | null;
  /** How the name was recognised, in a few plain words. */
  readonly reason: string;
}
