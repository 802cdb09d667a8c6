/** A case while decisions about people and speakers are applied: only what they touch is copied. */
import type { Article, ArticleFacts, Entity, EntityMember, LocalEntity } from '../types';

/** An entity that may still change. */
export interface DraftEntity {
  readonly source: Entity | undefined;
  id: string;
  kind: Entity['kind'];
  name: string;
  aliases: string[];
  roles: Entity['roles'][number][];
  members: EntityMember[];
  isChanged: boolean;
}

/** Facts of one article that may still change, with a log of the changes: equal logs, equal facts. */
export interface DraftFacts {
  facts: ArticleFacts;
  log: string;
}

export interface Draft {
  readonly articles: ReadonlyMap<string, Article>;
  entityOf(article: string, local: number | null): DraftEntity | undefined;
  /** Facts as they are now, for reading. */
  factsOf(article: Article): ArticleFacts;
  /** Replaces facts of an article; `what` says which change it is. */
  change(article: Article, what: string, edit: (facts: ArticleFacts) => Partial<ArticleFacts>): void;
  /** A new local entity of the article as a member of `entity`, or of a new one of its own. @returns its index */
  addLocal(article: Article, local: LocalEntity, entity: DraftEntity | undefined, reason: string): number;
  /** Takes a member out of its entity and makes it one of its own. */
  detach(article: string, local: number, kind: Entity['kind'], name: string): void;
  /** Takes the entity out of the case. */
  drop(entity: DraftEntity): void;
  /** Makes `from` part of `into`. */
  join(into: DraftEntity, from: DraftEntity): void;
  readonly entities: readonly DraftEntity[];
  changed(): ReadonlyMap<string, DraftFacts>;
}

export const BY_DECISION = 'by a decision of yours';

export function createDraft(articles: ReadonlyMap<string, Article>, entities: readonly Entity[]): Draft {
  let drafts: DraftEntity[] = entities.map((entity) => ({
    source: entity,
    id: entity.id,
    kind: entity.kind,
    name: entity.name,
    aliases: [...entity.aliases],
    roles: [...entity.roles],
    members: [...entity.members],
    isChanged: false,
  }));
  const ids = new Set(entities.map(({ id }) => id));
  const byMember = new Map<string, DraftEntity>();
  const keyOf = (article: string, local: number) => `${local} ${article}`;
  for (const draft of drafts)
    for (const { article, local } of draft.members) byMember.set(keyOf(article, local), draft);
  const facts = new Map<string, DraftFacts>();
  const factsOf = (article: Article) => facts.get(article.id)?.facts ?? article.facts;

  const add = (member: EntityMember, kind: Entity['kind'], name: string, roles: Entity['roles']): void => {
    const stem = `${kind}:decided-${keyOf(member.article, member.local)}`;
    let id = stem;
    for (let n = 2; ids.has(id); n++) id = `${stem}~${n}`;
    ids.add(id);
    const draft: DraftEntity = {
      source: undefined,
      id,
      kind,
      name,
      aliases: [],
      roles: [...roles],
      members: [member],
      isChanged: true,
    };
    drafts.push(draft);
    byMember.set(keyOf(member.article, member.local), draft);
  };

  const change: Draft['change'] = (article, what, edit) => {
    const before = facts.get(article.id);
    const old = before?.facts ?? article.facts;
    facts.set(article.id, { facts: { ...old, ...edit(old) }, log: `${before?.log ?? ''}${what}\n` });
  };

  return {
    articles,
    get entities() {
      return drafts;
    },
    entityOf: (article, local) => (local === null ? undefined : byMember.get(keyOf(article, local))),
    factsOf,
    change,
    changed: () => facts,
    addLocal(article, local, entity, reason) {
      const at = factsOf(article).entities.length;
      change(article, `add ${JSON.stringify(local)}`, (old) => ({ entities: [...old.entities, local] }));
      const member = { article: article.id, local: at, reason };
      if (entity === undefined) add(member, local.kind, local.name, []);
      else {
        entity.members.push(member);
        entity.isChanged = true;
        byMember.set(keyOf(article.id, at), entity);
      }
      return at;
    },
    detach(article, local, kind, name) {
      const old = byMember.get(keyOf(article, local));
      if (old === undefined || old.members.length < 2) return;
      const isIt = (one: EntityMember) => one.article === article && one.local === local;
      old.members = old.members.filter((one) => !isIt(one));
      const roles = old.roles.filter((role) => role.article === article);
      old.roles = old.roles.filter((role) => role.article !== article);
      old.isChanged = true;
      add({ article, local, reason: BY_DECISION }, kind, name, roles);
    },
    drop(entity) {
      drafts = drafts.filter((one) => one !== entity);
      for (const { article, local } of entity.members) byMember.delete(keyOf(article, local));
    },
    join(into, from) {
      const names = new Set([into.name, ...into.aliases]);
      for (const name of [from.name, ...from.aliases]) if (!names.has(name)) into.aliases.push(name);
      into.aliases = [...new Set(into.aliases)];
      into.roles.push(...from.roles);
      for (const member of from.members) {
        into.members.push({ ...member, reason: BY_DECISION });
        byMember.set(keyOf(member.article, member.local), into);
      }
      into.isChanged = true;
      drafts = drafts.filter((one) => one !== from);
    },
  };
}
