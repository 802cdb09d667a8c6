/** Who and what an article names: mentions, and the entities of that article they refer to. */
import type { Layout } from '../article/layout';
import type { Language } from '../language';
import type { Document } from '../text/document';
import type { LocalEntity, Mention } from '../types';
import { resolveReferences } from './coreference';
import { findNameMentions } from './find';
import { groupMentions } from './group';

export interface Names {
  /** Ordered by start, not overlapping. */
  readonly mentions: readonly Mention[];
  readonly entities: readonly LocalEntity[];
}

/** Finds names, then pronouns and descriptions that resolve to them. */
export function findNames(document: Document, layout: Layout, language: Language): Names {
  const grouped = groupMentions(document, findNameMentions(document, language.names), language.names.lexicon);
  return resolveReferences(document, layout, grouped);
}
