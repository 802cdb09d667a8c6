/** Stories of invented articles: regrouping after edits gives what grouping anew gives, common words or not. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createStoryGrouper, groupStories } from '../../../src/engine/case/stories';
import type { Article, LocalEntity } from '../../../src/engine/types';

/** An article that is about the people it names. */
function article(id: string, surnames: readonly string[]): Article {
  const entities = surnames.map(
    (surname): LocalEntity => ({
      kind: 'person',
      name: `Ana ${surname}`,
      aliases: [],
      gender: null,
      roles: [],
    }),
  );
  return {
    id,
    text: '',
    facts: {
      outlet: null,
      published: null,
      printed: null,
      headline: null,
      regions: [],
      mentions: [],
      entities,
      quotations: [],
      claims: [],
      damaged: [],
      problems: [],
    },
  };
}

const byId = (a: Article, b: Article) => (a.id < b.id ? -1 : 1);
const surname = (i: number) => `Velquar${'abcdefghijklmnopqrstuvwxyz'.charAt(i)}`;
/** Around the number from which on a word is common, so that edits carry words across it both ways. */
const place = fc.nat({ max: 66 });

describe('grouping into stories', function () {
  this.timeout(60_000);

  it('joins articles about the same people, and no others', () => {
    const stories = groupStories([
      article('a', ['Velquara', 'Ostrimb']),
      article('b', ['Hennevik', 'Dalrosa']),
      article('c', ['Velquara', 'Ostrimb']),
    ]);
    assert.deepEqual(
      stories.map(({ articles }) => articles),
      [['a', 'c'], ['b']],
    );
  });

  it('gives after any edits what grouping anew gives', () => {
    const edit = fc.record({
      at: place,
      people: fc.option(fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 1, maxLength: 3 })),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 15 }), (edits) => {
        const articles = new Map<string, Article>();
        for (let i = 0; i < 62; i++) articles.set(`${i}`, article(`${i}`, [surname(0), surname(i % 7)]));
        const grouper = createStoryGrouper();
        grouper.group([...articles.values()].sort(byId));
        for (const { at, people } of edits) {
          if (people === null) articles.delete(`${at}`);
          else articles.set(`${at}`, article(`${at}`, people.map(surname)));
          const sorted = [...articles.values()].sort(byId);
          assert.deepEqual(grouper.group(sorted), groupStories(sorted));
        }
      }),
      { numRuns: 20, seed: 7 },
    );
  });
});
