/** Definition, references and highlights: the same entity wherever it is mentioned. */
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type LocationLink,
} from 'vscode-languageserver';
import type { Entity } from '../../engine';
import type { LocatedMention } from '../caseIndex';
import type { CaseState, Source } from '../cases';
import { toLocation, toRange } from '../convert';
import { mentionAt } from '../find';

function entityAt({ article }: Source, current: CaseState, offset: number): Entity | undefined {
  const mention = mentionAt(article, offset);
  return mention && current.index().entityOf(article.id, mention.entity);
}

/** The fullest mention of the entity at `offset`: the longest name, the earliest of equals, this article first. */
export function provideDefinition(source: Source, current: CaseState, offset: number): LocationLink[] {
  const entity = entityAt(source, current, offset);
  if (entity === undefined) return [];
  const named = current
    .index()
    .mentionsOf(entity)
    .filter(({ mention }) => mention.form === 'name');
  let best: LocatedMention | undefined;
  for (const candidate of named) {
    if (best === undefined || isBetter(candidate, best, source.uri)) best = candidate;
  }
  const target = best && current.sources.get(best.article.id);
  if (!best || !target) return [];
  const range = toRange(target.snapshot, best.mention);
  const origin = mentionAt(source.article, offset);
  return [
    {
      targetUri: target.uri,
      targetRange: range,
      targetSelectionRange: range,
      ...(origin ? { originSelectionRange: toRange(source.snapshot, origin) } : {}),
    },
  ];
}

function isBetter(a: LocatedMention, b: LocatedMention, here: string): boolean {
  const lengths = a.mention.end - a.mention.start - (b.mention.end - b.mention.start);
  if (lengths !== 0) return lengths > 0;
  return a.article.id === here && b.article.id !== here;
}

/** Every mention of the entity at `offset` in all articles of the case, pronouns too. */
export function provideReferences(source: Source, current: CaseState, offset: number): Location[] {
  const entity = entityAt(source, current, offset);
  if (entity === undefined) return [];
  return current
    .index()
    .mentionsOf(entity)
    .flatMap(({ article, mention }) => {
      const at = current.sources.get(article.id);
      return at ? [toLocation(at.snapshot, mention)] : [];
    });
}

/** Mentions of the entity at `offset` in this article; needs no other article. */
export function provideHighlights({ article, snapshot }: Source, offset: number): DocumentHighlight[] {
  const mention = mentionAt(article, offset);
  if (mention === undefined) return [];
  return article.facts.mentions
    .filter(({ entity }) => entity === mention.entity)
    .map((one) => ({ range: toRange(snapshot, one), kind: DocumentHighlightKind.Text }));
}
