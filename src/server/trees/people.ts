/** The People view: person → sources → what they are quoted as saying, what is claimed of them, mentions. */
import type { Article, Entity, Mention } from '../../engine';
import type { TreeOptions } from '../../protocol/messages';
import type { CaseIndex } from '../caseIndex';
import type { CaseState } from '../cases';
import { toLocation } from '../convert';
import { describeEntity } from '../features/cards/entity';
import { nameApart } from '../names';
import { isPersonOfProse } from '../summary';
import { count, type Translate } from '../translate';
import { compareDates, compareNames } from './filter';
import { quotationLeaf, spanLeaf } from './leaves';
import type { Branch } from './tree';

interface Person {
  readonly entity: Entity;
  readonly sources: ReadonlyMap<string, readonly Mention[]>;
  readonly quotations: number;
}

/**
 * People that most sources mention come first, then the most quoted, then by name.
 * Who is named in teasers of other stories only comes in a closed group at the end.
 */
export function buildPeople(t: Translate, current: CaseState, { sort, group }: TreeOptions): Branch[] {
  const index = current.index();
  const people: Person[] = index.result.entities
    .filter(({ kind }) => kind === 'person')
    .map((entity) => ({
      entity,
      sources: mentionsByArticle(index, entity),
      quotations: index.quotationsOf(entity).length,
    }))
    .filter(({ sources }) => sources.size > 0);
  const latest = ({ sources }: Person) =>
    [...sources.keys()]
      .map((id) => index.article(id)?.facts.published ?? '')
      .sort()
      .at(-1);
  const byCount = (a: Person, b: Person) =>
    b.sources.size - a.sources.size || b.quotations - a.quotations || byName(a, b);
  const byName = (a: Person, b: Person) => compareNames(a.entity.name, b.entity.name);
  const orders: Readonly<Record<NonNullable<typeof sort>, (a: Person, b: Person) => number>> = {
    count: byCount,
    name: byName,
    newest: (a, b) => compareDates(latest(a), latest(b)) || byCount(a, b),
  };
  people.sort(orders[sort ?? 'count']);
  const told = people.filter(({ entity }) => isPersonOfProse(index, entity));
  if (group !== 'article') {
    const branches = told.map((person) => personBranch(t, current, person));
    return [...branches, ...teaserGroup(t, current, people)];
  }
  const names = nameApart(index.articles);
  return [...names]
    .sort(([, a], [, b]) => compareNames(a, b))
    .flatMap(([id, label]): Branch[] => {
      const members = told.filter(({ sources }) => sources.has(id));
      if (members.length === 0) return [];
      return [
        {
          key: id,
          label,
          description: String(members.length),
          icon: 'file-text',
          context: 'peopleOfArticle',
          isGroup: true,
          expand: () => members.map((person) => personBranch(t, current, person)),
        },
      ];
    })
    .concat(teaserGroup(t, current, people));
}

/** “Recommended for you” names people who have nothing to do with the story. */
function teaserGroup(t: Translate, current: CaseState, people: readonly Person[]): Branch[] {
  const index = current.index();
  const members = people.filter(({ entity }) => !isPersonOfProse(index, entity));
  if (members.length === 0) return [];
  return [
    {
      key: 'teasers',
      label: t('Only in teasers of other stories'),
      description: String(members.length),
      icon: 'library',
      context: 'peopleOfTeasers',
      isGroup: true,
      expand: () => members.map((person) => personBranch(t, current, person)),
    },
  ];
}

function personBranch(t: Translate, current: CaseState, { entity, sources, quotations }: Person): Branch {
  const facts = [count(t, sources.size, '{0} source', '{0} sources')];
  if (quotations > 0) facts.push(count(t, quotations, '{0} quotation', '{0} quotations'));
  return {
    key: entity.id,
    label: entity.name,
    description: facts.join(' · '),
    describe: () => describeEntity(t, current, entity),
    terms: [...entity.aliases, ...entity.roles.map(({ text }) => text)].join(' '),
    icon: 'person',
    context: 'person',
    subject: `entity:${entity.id}`,
    ...firstPlace(current, sources),
    expand: () => buildSources(t, current, entity, sources),
  };
}

function buildSources(
  t: Translate,
  current: CaseState,
  entity: Entity,
  sources: ReadonlyMap<string, readonly Mention[]>,
): Branch[] {
  const index = current.index();
  const names = nameApart(index.articles);
  return [...sources].flatMap(([id, mentions]) => {
    const article = index.article(id);
    const [first] = mentions;
    if (article === undefined || first === undefined) return [];
    const [place] = spanLeaf(current, article, best(mentions) ?? first, {
      key: id,
      icon: 'file-text',
      context: 'personInSource',
    });
    if (place === undefined) return [];
    return [
      {
        ...place,
        label: names.get(id) ?? '',
        description: count(t, mentions.length, '{0} mention', '{0} mentions'),
        expand: () => buildSayings(t, current, entity, article, mentions),
      },
    ];
  });
}

function buildSayings(
  t: Translate,
  current: CaseState,
  entity: Entity,
  article: Article,
  mentions: readonly Mention[],
): Branch[] {
  const index = current.index();
  const isMeant = (local: number | null) => index.entityOf(article.id, local)?.id === entity.id;
  const { facts } = article;
  const quotations = facts.quotations.flatMap((quotation, at) =>
    isMeant(quotation.speaker) ? quotationLeaf(t, current, article, at, true) : [],
  );
  const claims = facts.claims.flatMap((claim, at) =>
    claim.subjects.some(isMeant) || claim.objects.some(isMeant)
      ? spanLeaf(current, article, claim, {
          key: `c${at}`,
          icon: 'note',
          context: 'claim',
          description: t('claim'),
        })
      : [],
  );
  const places = mentions.flatMap((mention, at) =>
    spanLeaf(current, article, mention, {
      key: `m${at}`,
      icon: 'symbol-string',
      context: 'mention',
      ...(mention.form === 'name' ? {} : { description: mention.reason }),
    }),
  );
  const all: Branch = {
    key: 'mentions',
    label: t('Mentions'),
    description: String(places.length),
    icon: 'list-unordered',
    context: 'mentions',
    expand: () => places,
  };
  return [...quotations, ...claims, all];
}

function mentionsByArticle(index: CaseIndex, entity: Entity): Map<string, Mention[]> {
  const sources = new Map<string, Mention[]>();
  for (const { article, mention } of index.countedMentionsOf(entity)) {
    const list = sources.get(article.id);
    if (list) list.push(mention);
    else sources.set(article.id, [mention]);
  }
  return sources;
}

function best(mentions: readonly Mention[]): Mention | undefined {
  return mentions.find(({ form }) => form === 'name');
}

function firstPlace(
  current: CaseState,
  sources: ReadonlyMap<string, readonly Mention[]>,
): Pick<Branch, 'location'> {
  for (const [id, mentions] of sources) {
    const source = current.sources.get(id);
    const mention = best(mentions) ?? mentions[0];
    if (source && mention) return { location: toLocation(source.snapshot, mention) };
  }
  return {};
}
