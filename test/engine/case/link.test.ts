/** Linking across invented articles: spellings, nicknames, namesakes, bodies; no dependence on order. */
import assert from 'node:assert/strict';
import { readPersonForm } from '../../../src/engine/case/forms';
import { matchFullNames } from '../../../src/engine/case/fullnames';
import { linkEntities } from '../../../src/engine/case/link';
import type { Article, EntityKind, Gender, LocalEntity } from '../../../src/engine/types';

const SPAN = { start: 0, end: 0 };
function local(
  kind: EntityKind,
  name: string,
  role?: string,
  gender?: Gender,
  aliases: string[] = [],
): LocalEntity {
  return {
    kind,
    name,
    aliases,
    gender: gender ?? null,
    roles: role === undefined ? [] : [{ text: role, span: SPAN }],
  };
}
function article(id: string, ...entities: LocalEntity[]): Article {
  const mentions = entities.map((entity, i) => ({
    ...SPAN,
    kind: entity.kind,
    form: 'name' as const,
    entity: i + 2,
    reason: '',
  }));
  return {
    id,
    text: '',
    facts: {
      outlet: null,
      published: null,
      printed: null,
      headline: null,
      regions: [],
      mentions,
      entities: [local('place', 'Quenta'), local('organization', 'Health Ministry'), ...entities],
      quotations: [],
      claims: [],
      damaged: [],
      problems: [],
    },
  };
}
const same = (a: string, b: string) => matchFullNames(readPersonForm(a), readPersonForm(b)) !== undefined;
const namesOf = (articles: Article[]) =>
  linkEntities(articles)
    .filter(({ kind }) => kind === 'person')
    .map(({ name, members }) => `${name} ${members.length}`);

describe('linking', () => {
  it('knows spellings, initials, nicknames and parts of one name', () => {
    for (const [a, b] of [
      ['Dmitri Orlov', 'Dmitry Orloff'],
      ['Bill Hartman', 'William Hartman'],
      ['J. Hartman', 'John Hartman'],
      ['Nadir Al Sabah', 'Nadir Sabah'],
      ['Sayid Omar Hosni Rahimi', 'Omar Rahimi'],
      ['Hartman, John', 'John Hartman'],
    ] as const) {
      assert.ok(same(a, b), `${a} / ${b}`);
    }
  });

  it('keeps namesakes apart', () => {
    for (const [a, b] of [
      ['Jonas Aster', 'Joren Aster'],
      ['George W. Hart', 'George H. W. Hart'],
      ['Paul Hart Jr.', 'Paul Hart Sr.'],
    ] as const) {
      assert.ok(!same(a, b), `${a} / ${b}`);
    }
  });

  it('gives a bare surname to the namesake with the same office, and to nobody without evidence', () => {
    const full = article(
      'a',
      local('person', 'Ilo Tarran', 'Health Minister'),
      local('person', 'Deva Tarran', 'firefighter'),
    );
    const office = article('b', local('person', 'Tarran', 'the health minister'));
    assert.deepEqual(namesOf([full, office]), ['Deva Tarran 1', 'Ilo Tarran 2']);
    const bare = article('b', local('person', 'Tarran'));
    assert.deepEqual(namesOf([full, bare]), ['Deva Tarran 1', 'Ilo Tarran 1', 'Tarran 1']);
  });

  it('links an acronym to the one body whose initials it is', () => {
    const entities = linkEntities([
      article('a', local('organization', 'Northern Grain Export Council')),
      article('b', local('organization', 'NGEC')),
    ]);
    const council = entities.find(({ name }) => name === 'Northern Grain Export Council');
    assert.equal(council?.members.length, 2);
    assert.match(council?.members[1]?.reason ?? '', /initials/);
  });

  it('does not depend on the order of articles, and never joins a person with a place', () => {
    const articles = [
      article('a', local('person', 'Omar Rahimi'), local('place', 'Rahimi')),
      article('b', local('person', 'Rahimi')),
      article('c', local('person', 'Sayid Omar Hosni Rahimi')),
    ];
    assert.deepEqual(linkEntities(articles), linkEntities([...articles].reverse()));
    assert.ok(linkEntities(articles).some(({ kind, name }) => kind === 'place' && name === 'Rahimi'));
  });
});
