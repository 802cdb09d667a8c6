/** The decision who speaks a quotation. */
import type { Article, Quotation, Span } from '../types';
import { BY_DECISION, type Draft, type DraftEntity } from './draft';
import { findEntity } from './people';
import type { Place, Places } from './place';
import type { SpeakerDecision } from './types';

/** Applies one decision; `false` when the quotation, or the mention that tells the speaker, is not found. */
export function decideSpeaker(draft: Draft, places: Places, decision: SpeakerDecision): boolean {
  const [anchor, speaker] = decision.anchors;
  const place = anchor && places.find(anchor);
  const at = place === undefined ? -1 : findQuotation(draft, place);
  if (place === undefined || at < 0) return false;
  const { article } = place;
  const entity = speaker === undefined ? findNamed(draft, decision.name) : findEntity(draft, places, speaker);
  if (speaker !== undefined && entity === undefined) return false;
  const local =
    speaker === undefined && decision.name === null ? null : findLocal(draft, article, entity, decision);
  draft.change(article, `speaker of ${at} is ${local}`, (facts) => ({
    quotations: facts.quotations.map(
      (quotation, i): Quotation =>
        i === at ? { ...quotation, speaker: local, confidence: 1, reason: BY_DECISION } : quotation,
    ),
  }));
  return true;
}

/** The quotation whose words lie at the place: the one that begins nearest to it. */
function findQuotation(draft: Draft, place: Place): number {
  let best = -1;
  let distance = Number.POSITIVE_INFINITY;
  draft.factsOf(place.article).quotations.forEach(({ content }, at) => {
    const [first] = content;
    if (first === undefined || !content.some((span) => meet(span, place))) return;
    const away = Math.abs(first.start - place.start);
    if (away < distance) {
      best = at;
      distance = away;
    }
  });
  return best;
}

function findNamed(draft: Draft, name: string | null): DraftEntity | undefined {
  return draft.entities.find((entity) => entity.name === name && entity.kind === 'person');
}

/** The speaker among the entities of the article; added where the article itself does not name them. */
function findLocal(
  draft: Draft,
  article: Article,
  entity: DraftEntity | undefined,
  { name }: SpeakerDecision,
): number {
  const member = entity?.members.find((one) => one.article === article.id);
  if (member !== undefined) return member.local;
  const local = {
    kind: entity?.kind ?? ('person' as const),
    name: entity?.name ?? name ?? '',
    aliases: [],
    roles: [],
  };
  return draft.addLocal(article, local, entity, BY_DECISION);
}

function meet(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
