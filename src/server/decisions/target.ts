/** Finds what a decision would be about: conflicts, a person, a quotation. */
import type { Article, Conflict, Entity, Mention, Quotation } from '../../engine';
import type { Decidable, DecidablePerson, DecisionTarget } from '../../protocol/decisions';
import type { CaseState } from '../cases';
import { toOffset } from '../convert';
import { conflictsAt, mentionAt, quotationAt, textOf } from '../find';
import { shorten } from '../markdown';

/** A target with everything that decisions need of it. */
export interface Found {
  readonly current: CaseState;
  readonly conflicts: readonly Conflict[];
  readonly entity: Entity | undefined;
  readonly mention: { readonly article: Article; readonly mention: Mention } | undefined;
  readonly quotation: { readonly article: Article; readonly quotation: Quotation } | undefined;
}

/** @returns `undefined` when no case with a folder holds the target */
export function findTarget(cases: readonly CaseState[], target: DecisionTarget): Found | undefined {
  const { folder, uri, subject } = target;
  const current = cases.find((one) => {
    if (one.folder === '') return false;
    if (folder !== undefined) return one.folder === folder;
    return uri !== undefined ? one.sources.has(uri) : knows(one, subject ?? '');
  });
  return current && findIn(current, target);
}

function knows(current: CaseState, subject: string): boolean {
  const [type, id] = split(subject);
  if (type === 'decision') return current.decisions.entries.some((entry) => entry.id === id);
  return type === 'conflict'
    ? findConflict(current, id) !== undefined
    : current.index().entity(id) !== undefined;
}

function findIn(current: CaseState, { uri, position, subject = '' }: DecisionTarget): Found {
  const index = current.index();
  const source = uri === undefined ? undefined : current.sources.get(uri);
  const article = uri === undefined ? undefined : index.article(uri);
  const offset = source && position ? toOffset(source.snapshot, position) : undefined;
  const isPlace = article !== undefined && offset !== undefined;
  const at = isPlace ? mentionAt(article, offset) : undefined;
  const quoted = isPlace ? quotationAt(article, offset)?.quotation : undefined;
  const [type, id] = split(subject);
  const named = type === 'conflict' ? findConflict(current, id) : undefined;
  const entity =
    type === 'entity' ? index.entity(id) : at && article && index.entityOf(article.id, at.entity);
  const here = isPlace
    ? conflictsAt(index.conflictsIn(article.id), article.id, offset).map(({ conflict }) => conflict)
    : [];
  return {
    current,
    conflicts: named ? [named] : type === '' ? here : [],
    entity,
    mention:
      at && article && entity && index.entityOf(article.id, at.entity) === entity
        ? { article, mention: at }
        : undefined,
    quotation: quoted && article && type === '' ? { article, quotation: quoted } : undefined,
  };
}

export function findConflict(current: CaseState, id: string): Conflict | undefined {
  const { conflicts, dismissed } = current.index().result;
  return [...conflicts, ...dismissed].find((conflict) => conflict.id === id);
}

/** What the client shows of a target. */
export function describeTarget({ current, conflicts, entity, mention, quotation }: Found): Decidable {
  const speaker = quotation && current.index().entityOf(quotation.article.id, quotation.quotation.speaker);
  return {
    folder: current.folder,
    conflicts: conflicts.map(({ id, kind, message, sides, verdict }) => ({
      id,
      kind,
      message,
      sides,
      status: verdict?.status ?? 'open',
    })),
    person: entity === undefined ? null : describePerson(entity),
    isMention: mention !== undefined,
    quotation: quotation
      ? {
          words: shorten(textOf(quotation.article, quotation.quotation.content), 80),
          speaker: speaker?.name ?? null,
        }
      : null,
  };
}

/** Everybody of a case, whom most articles name first. */
export function listEntities(current: CaseState): DecidablePerson[] {
  return [...current.index().result.entities]
    .sort((a, b) => b.members.length - a.members.length || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(describePerson);
}

function describePerson({ id, name, kind, roles, aliases }: Entity): DecidablePerson {
  return {
    id,
    name,
    kind,
    detail: shorten([...new Set([...roles.map(({ text }) => text), ...aliases])].join(' · '), 120),
  };
}

function split(subject: string): [type: string, id: string] {
  const at = subject.indexOf(':');
  return at < 0 ? ['', ''] : [subject.slice(0, at), subject.slice(at + 1)];
}
