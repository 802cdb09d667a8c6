/** Decisions about people, organisations and places: merge, split, rename, change kind, not a name. */
import type { Article, ArticleFacts, Claim, EntityKind, Mention } from '../types';
import { BY_DECISION, type Draft, type DraftEntity } from './draft';
import type { Place, Places } from './place';
import type { Anchor, Decision } from './types';

interface Meant {
  readonly article: Article;
  readonly at: number;
  readonly mention: Mention;
}

/** The mention at a place: the one with exactly its span, else the shortest that shares words with it. */
export function findMention(draft: Draft, place: Place): Meant | undefined {
  let best: Meant | undefined;
  draft.factsOf(place.article).mentions.forEach((mention, at) => {
    if (mention.start >= place.end || mention.end <= place.start) return;
    if (best === undefined || rate(mention, place) < rate(best.mention, place))
      best = { article: place.article, at, mention };
  });
  return best;
}

function rate({ start, end }: Mention, place: Place): number {
  return Math.abs(start - place.start) + Math.abs(end - place.end);
}

/** The entity behind an anchor, as far as it is known. */
export function findEntity(
  draft: Draft,
  places: Places,
  anchor: Anchor | undefined,
): DraftEntity | undefined {
  const place = anchor && places.find(anchor);
  const meant = place && findMention(draft, place);
  return meant && draft.entityOf(meant.article.id, meant.mention.entity);
}

/** Applies one decision; `false` when it does not find its place. Decisions that are not about people are not for it. */
export function decideEntity(draft: Draft, places: Places, decision: Decision): boolean {
  const { anchors } = decision;
  const entity = findEntity(draft, places, anchors[0]);
  if (entity === undefined) return false;
  switch (decision.type) {
    case 'split': {
      const place = anchors[0] && places.find(anchors[0]);
      const meant = place && findMention(draft, place);
      if (meant === undefined) return false;
      if (decision.scope === 'article') splitArticle(draft, meant);
      else splitMention(draft, meant);
      return true;
    }
    case 'merge': {
      const other = findEntity(draft, places, anchors[1]);
      if (other === undefined) return false;
      if (other !== entity) draft.join(entity, other);
      return true;
    }
    case 'rename': {
      const others = [entity.name, ...entity.aliases].filter((name) => name !== decision.name);
      entity.aliases = [...new Set(others)];
      entity.name = decision.name;
      entity.isChanged = true;
      return true;
    }
    case 'kind':
      changeKind(draft, entity, decision.kind);
      return true;
    case 'not-a-name':
      forget(draft, entity);
      return true;
    default:
      return false;
  }
}

function splitArticle(draft: Draft, { article, mention }: Meant): void {
  const local = draft.factsOf(article).entities[mention.entity];
  if (local !== undefined) draft.detach(article.id, mention.entity, local.kind, local.name);
}

/** One mention means somebody of its own from now on, and so do the words it speaks and the claims it stands in. */
function splitMention(draft: Draft, { article, at, mention }: Meant): void {
  const old = mention.entity;
  const name = article.text.slice(mention.start, mention.end).replace(/\s+/g, ' ');
  const isAlone = draft.factsOf(article).mentions.every((one, i) => i === at || one.entity !== old);
  if (isAlone) {
    draft.detach(article.id, old, mention.kind, name);
    return;
  }
  const local = { kind: mention.kind, name, aliases: [], roles: [] };
  const next = draft.addLocal(article, local, undefined, BY_DECISION);
  draft.change(article, `split ${at} to ${next}`, (facts) => ({
    mentions: facts.mentions.map((one, i) =>
      i === at ? { ...one, entity: next, reason: BY_DECISION } : one,
    ),
    quotations: facts.quotations.map((quotation) => {
      const { source, speaker } = quotation;
      const isSource = source !== null && source.start < mention.end && source.end > mention.start;
      return isSource && speaker === old ? { ...quotation, speaker: next, reason: BY_DECISION } : quotation;
    }),
    claims: facts.claims.map((claim) => {
      const isInside = claim.start < mention.end && claim.end > mention.start;
      const hasOther = facts.mentions.some(
        (one, i) => i !== at && one.entity === old && one.start < claim.end && one.end > claim.start,
      );
      return isInside && !hasOther ? replaceIn(claim, old, next) : claim;
    }),
  }));
}

function changeKind(draft: Draft, entity: DraftEntity, kind: EntityKind): void {
  if (entity.kind === kind) return;
  entity.kind = kind;
  entity.isChanged = true;
  eachMember(draft, entity, `kind ${kind}`, (facts, locals) => ({
    entities: facts.entities.map((one, i) => (locals.has(i) ? { ...one, kind } : one)),
    mentions: facts.mentions.map((one) => (locals.has(one.entity) ? { ...one, kind } : one)),
  }));
}

/** Words that name nobody: no mention, no speaker, no part of a claim. */
function forget(draft: Draft, entity: DraftEntity): void {
  eachMember(draft, entity, 'forget', (facts, locals) => ({
    mentions: facts.mentions.filter((one) => !locals.has(one.entity)),
    quotations: facts.quotations.map((quotation) =>
      quotation.speaker !== null && locals.has(quotation.speaker)
        ? { ...quotation, speaker: null, confidence: 1, reason: BY_DECISION }
        : quotation,
    ),
    claims: facts.claims.map((claim) =>
      [...locals].reduce((one, local) => replaceIn(one, local, null), claim),
    ),
  }));
  draft.drop(entity);
}

function eachMember(
  draft: Draft,
  entity: DraftEntity,
  what: string,
  edit: (facts: ArticleFacts, locals: ReadonlySet<number>) => Partial<ArticleFacts>,
): void {
  const byArticle = new Map<string, Set<number>>();
  for (const { article, local } of entity.members) {
    const locals = byArticle.get(article) ?? new Set();
    byArticle.set(article, locals.add(local));
  }
  for (const [id, locals] of byArticle) {
    const article = draft.articles.get(id);
    if (article) draft.change(article, `${what} ${[...locals].join()}`, (facts) => edit(facts, locals));
  }
}

/** @param next `null` takes the entity out of the claim */
function replaceIn(claim: Claim, old: number, next: number | null): Claim {
  const swap = (list: readonly number[]): readonly number[] =>
    list.includes(old) ? list.flatMap((one) => (one === old ? (next ?? []) : one)) : list;
  if (!claim.entities.includes(old) && !claim.names.some(({ entity }) => entity === old)) {
    if (!claim.subjects.includes(old) && !claim.objects.includes(old) && !claim.places.includes(old))
      return claim;
  }
  return {
    ...claim,
    subjects: swap(claim.subjects),
    objects: swap(claim.objects),
    entities: swap(claim.entities),
    places: swap(claim.places),
    names: claim.names.flatMap((name) =>
      name.entity === old ? (next === null ? [] : { ...name, entity: next }) : name,
    ),
  };
}
