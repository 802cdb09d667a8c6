/** Reads what linking needs of each article once, and keeps it as long as the article's facts are the same. */
import { readOffice } from '../names/offices';
import { foldForComparison } from '../text/fold';
import type { Article, ArticleFacts, LocalEntity } from '../types';
import { bodyKey } from './bodies';
import { type PersonForm, readPersonForm } from './forms';
import type { BodyNode, Node, Nodes, PersonNode } from './nodes';

/** An article as linking sees it, whatever articles stand beside it. */
interface Reading {
  readonly people: readonly Omit<PersonNode, 'article'>[];
  readonly organizations: readonly Omit<BodyNode, 'article'>[];
  readonly places: readonly Omit<BodyNode, 'article'>[];
  readonly contextKeys: readonly string[];
}

export interface ArticleReader {
  /** The nodes of all `articles` by kind, in the order of articles and of their entities. */
  nodes(articles: readonly Article[]): Nodes;
  /** Keys of the names that tell what an article is about. */
  contextKeys(facts: ArticleFacts): readonly string[];
  /** A person's written name in parts. */
  formOf(name: string): PersonForm;
}

/** Forms remembered by name before all are forgotten. */
const MOST_FORMS = 50_000;

export function createArticleReader(): ArticleReader {
  const readings = new WeakMap<ArticleFacts, Reading>();
  const forms = new Map<string, PersonForm>();

  function formOf(name: string): PersonForm {
    const known = forms.get(name);
    if (known !== undefined) return known;
    if (forms.size >= MOST_FORMS) forms.clear();
    const form = readPersonForm(name);
    forms.set(name, form);
    return form;
  }

  function readingOf(facts: ArticleFacts): Reading {
    const known = readings.get(facts);
    if (known !== undefined) return known;
    const reading = readArticle(facts, formOf);
    readings.set(facts, reading);
    return reading;
  }

  return {
    formOf,
    contextKeys: (facts) => readingOf(facts).contextKeys,
    nodes(articles) {
      const all = articles.map(({ facts }) => readingOf(facts));
      const place = <T>(nodes: readonly T[], article: number) => nodes.map((node) => ({ ...node, article }));
      return {
        person: all.flatMap(({ people }, i) => place(people, i)),
        organization: all.flatMap(({ organizations }, i) => place(organizations, i)),
        place: all.flatMap(({ places }, i) => place(places, i)),
      };
    },
  };
}

function readArticle(facts: ArticleFacts, formOf: (name: string) => PersonForm): Reading {
  const counts = new Map<number, number>();
  for (const { entity, form } of facts.mentions) {
    if (form === 'name') counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  const people: Omit<PersonNode, 'article'>[] = [];
  const organizations: Omit<BodyNode, 'article'>[] = [];
  const places: Omit<BodyNode, 'article'>[] = [];
  const contextKeys = new Set<string>();
  facts.entities.forEach((entity, local) => {
    const { kind, name, aliases } = entity;
    const node = readEntity(entity, local, counts.get(local) ?? 0);
    if (kind === 'person') people.push({ ...node, form: formOf(name) });
    else {
      const body = { ...node, key: bodyKey(name), aliasKeys: aliases.map(bodyKey) };
      if (kind === 'organization') organizations.push(body);
      else places.push(body);
    }
    // Single names of people are left out, because they are what is in question.
    if (kind !== 'person' || name.includes(' ')) contextKeys.add(`${kind}:${foldForComparison(name)}`);
  });
  return { people, organizations, places, contextKeys: [...contextKeys] };
}

function readEntity(entity: LocalEntity, local: number, count: number): Omit<Node, 'article'> {
  const offices = entity.roles.flatMap(({ text }) => readOffice(text) ?? []);
  return { local, entity, gender: entity.gender ?? null, offices, count };
}
