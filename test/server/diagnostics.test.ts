/** Where diagnostics may stand: in prose, and only when both sides say it in prose. */
import assert from 'node:assert/strict';
import type { Article, Conflict, RegionKind } from '../../src/engine';
import { endsInProse } from '../../src/server/features/diagnostics';

const article = (id: string, kind: RegionKind): Article => ({
  id,
  text: 'first trip',
  facts: {
    outlet: null,
    published: null,
    printed: null,
    headline: null,
    regions: [{ kind, start: 0, end: 10 }],
    mentions: [],
    entities: [],
    quotations: [],
    claims: [],
    damaged: [],
    problems: [],
  },
});
const articles = new Map(
  [
    article('prose', 'body'),
    article('headline', 'headline'),
    article('teaser', 'related'),
    article('junk', 'boilerplate'),
  ].map((one) => [one.id, one]),
);

function ends(...sides: readonly (readonly [id: string, side: number])[]): string[] {
  const conflict: Conflict = {
    id: 'x',
    kind: 'number',
    severity: 'contradiction',
    message: '',
    sides: ['a', 'b'],
    evidence: sides.map(([id, side]) => ({ article: id, side, start: 0, end: 5, text: 'first' })),
    explanation: [],
  };
  return endsInProse(conflict, (id) => articles.get(id)).map(
    ({ evidence, others }) => `${evidence.article} → ${others.map((other) => other.article).join()}`,
  );
}

describe('ends of a conflict', () => {
  it('stand in body and headline, each naming the other sides', () => {
    assert.deepEqual(ends(['prose', 0], ['headline', 1]), ['prose → headline', 'headline → prose']);
  });
  it('never stand in teasers or boilerplate', () => {
    assert.deepEqual(ends(['prose', 0], ['teaser', 1], ['headline', 1]), [
      'prose → headline',
      'headline → prose',
    ]);
    assert.deepEqual(ends(['prose', 0], ['junk', 1]), []);
  });
  it('are none when only one side speaks in prose, or its article is gone', () => {
    assert.deepEqual(ends(['prose', 0], ['headline', 0], ['teaser', 1]), []);
    assert.deepEqual(ends(['prose', 0], ['absent', 1]), []);
  });
});
