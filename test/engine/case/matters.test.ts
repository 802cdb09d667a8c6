/** Matters: what several articles report, one sentence of each, whatever the order of the articles. */
import assert from 'node:assert/strict';
import { type Article, createCase } from '../../../src/engine';
import { sharedEngine } from '../../resources';

const TEXTS = {
  a: 'The ferry Estrella ran aground off Belmara on Monday, the coastguard said.\n\nMayor Ana Torvik opened a museum of clocks.\n',
  b: 'The ferry Estrella ran aground off Belmara on Monday evening.\n\nTwelve passengers were taken to hospital.\n',
  c: 'The coastguard said the ferry Estrella had run aground off Belmara.\n',
};

function matters(ids: readonly (keyof typeof TEXTS)[]) {
  const current = createCase();
  for (const id of ids) {
    const article: Article = { id, text: TEXTS[id], facts: sharedEngine().analyze({ id, text: TEXTS[id] }) };
    current.set(article);
  }
  return { found: current.matters(), articles: current.articles };
}

describe('matters', function () {
  this.timeout(180_000);

  it('hold one sentence of each article that reports the same', () => {
    const { found, articles } = matters(['a', 'b', 'c']);
    const [matter] = found.filter(({ claims }) => new Set(claims.map(({ article }) => article)).size === 3);
    assert.ok(matter, JSON.stringify(found));
    for (const { article, claim } of matter.claims) {
      const located = articles.get(article);
      const { start, end } = located?.facts.claims[claim] ?? { start: 0, end: 0 };
      assert.match(located?.text.slice(start, end) ?? '', /ferry|coastguard/i);
    }
    for (const { claims } of found) {
      const sentences = new Map<string, number | undefined>();
      for (const { article, claim } of claims) {
        const sentence = articles.get(article)?.facts.claims[claim]?.sentence;
        assert.equal(sentences.get(article) ?? sentence, sentence);
        sentences.set(article, sentence);
      }
      assert.ok(sentences.size > 1);
    }
  });

  it('do not depend on the order of articles', () => {
    assert.deepEqual(matters(['c', 'a', 'b']).found, matters(['a', 'b', 'c']).found);
  });

  it('are none in a single article', () => assert.deepEqual(matters(['a']).found, []));
});
