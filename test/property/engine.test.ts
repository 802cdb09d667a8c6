/** What must hold of the analysis of any text, and of any case, whatever the rules find. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { generateArticles } from '../../bench/generate';
import { type ArticleFacts, type CaseResult, createCase, type Span } from '../../src/engine';
import { sharedEngine } from '../resources';
import { anyText, damaged, fuzz, NEWS } from './texts';

const engine = sharedEngine();

function checkSpan({ start, end }: Span, text: string, what: string): void {
  const bounded = Number.isInteger(start) && start >= 0 && end > start && end <= text.length;
  assert.ok(bounded, `${what} [${start}, ${end}) in a text of ${text.length}`);
}

function checkOrdered(spans: readonly Span[], what: string): void {
  spans.forEach((span, i) => {
    const before = spans[i - 1];
    assert.ok(before === undefined || before.end <= span.start, `${what} overlap or out of order`);
  });
}

/** Spans in bounds, ordered and apart where types.ts promises it; indexes that point at something. */
function checkFacts(facts: ArticleFacts, text: string): void {
  const { regions, mentions, entities, quotations, claims, damaged: words, problems } = facts;
  const isEntity = (index: number) => entities[index] !== undefined;
  for (const region of regions) checkSpan(region, text, region.kind);
  checkOrdered(regions, 'regions');
  for (const mention of mentions) {
    checkSpan(mention, text, 'mention');
    assert.ok(isEntity(mention.entity), 'a mention has an entity');
    assert.equal(entities[mention.entity]?.kind, mention.kind);
  }
  for (const { name, roles } of entities) {
    assert.notEqual(name.trim(), '');
    for (const { span } of roles) checkSpan(span, text, 'role');
  }
  for (const { content, cue, source, speaker, confidence } of quotations) {
    assert.ok(content.length > 0, 'a quotation has content');
    for (const span of content) checkSpan(span, text, 'content');
    checkOrdered(content, 'content spans');
    if (cue !== null) checkSpan(cue, text, 'cue');
    if (source !== null) checkSpan(source, text, 'source');
    assert.ok(speaker === null || isEntity(speaker), 'a speaker is an entity');
    assert.ok(confidence >= 0 && confidence <= 1);
  }
  for (const claim of claims) {
    checkSpan(claim, text, 'claim');
    assert.ok(claim.quotation === null || quotations[claim.quotation] !== undefined);
    for (const index of [...claim.subjects, ...claim.objects, ...claim.entities, ...claim.places]) {
      assert.ok(isEntity(index), 'a claim is about entities');
    }
    for (const quantity of claim.quantities) {
      checkSpan(quantity, text, 'quantity');
      // A score keeps both sides' points as written: 4–7.
      const ordered = quantity.max === null || quantity.max >= quantity.min || quantity.unit === 'score';
      assert.ok(ordered, 'an interval');
    }
    for (const time of claim.times) checkSpan(time, text, 'time');
  }
  for (const word of words) checkSpan(word, text, 'damaged word');
  for (const { span } of problems) if (span !== undefined) checkSpan(span, text, 'problem');
}

function readCase(texts: readonly (readonly [id: string, text: string])[]): CaseResult {
  const current = createCase();
  for (const [id, text] of texts) current.set({ id, text, facts: engine.analyze({ id, text }) });
  return current.result();
}

function checkConflicts({ conflicts }: CaseResult, texts: ReadonlyMap<string, string>): void {
  assert.equal(new Set(conflicts.map(({ id }) => id)).size, conflicts.length, 'ids are unique');
  for (const { evidence, sides, message } of conflicts) {
    assert.ok(evidence.length >= 2 && sides.length >= 2, `both sides: ${message}`);
    assert.notEqual(message.trim(), '');
    for (const { article, start, end, text, side } of evidence) {
      assert.equal(texts.get(article)?.slice(start, end), text, 'verbatim');
      assert.ok(sides[side] !== undefined);
    }
  }
}

describe('the analysis of any text', function () {
  this.timeout(300_000);

  it('never throws; spans are in bounds, ordered and apart where promised', () => {
    fc.assert(
      fc.property(anyText, (text) => checkFacts(engine.analyze({ id: 'a.txt', text }), text)),
      fuzz(250),
    );
  });

  it('does not depend on what was analysed before', () => {
    const texts = fc.sample(damaged(NEWS), fuzz(12)).slice(0, 12);
    const once = texts.map((text) => engine.analyze({ id: 'a.txt', text }));
    texts.toReversed().forEach((text, i) => {
      assert.deepEqual(engine.analyze({ id: 'a.txt', text }), once[texts.length - 1 - i]);
    });
  });

  const huge: readonly (readonly [string, string])[] = [
    ['100,000 quotation marks', '"'.repeat(100_000)],
    ['100,000 curly marks that never close', '“'.repeat(100_000)],
    ['20,000 quotations in one line', '“Yes,” he said. '.repeat(20_000)],
    ['300 KB in one line', 'Mayor Ana Velde said 12 people were hurt on Monday, he said. '.repeat(5_000)],
    ['1 MB of capitals', 'MAYOR ANA VELDE '.repeat(65_000)],
    ['200,000 short lines', 'a\n'.repeat(200_000)],
    ['1 MB of commas', 'a, '.repeat(350_000)],
    ['1 MB of brackets', '(['.repeat(500_000)],
    ['1 MB of numbers', '1,000 '.repeat(170_000)],
  ];
  for (const [name, text] of huge) {
    it(`reads ${name} in time`, () => {
      const before = process.cpuUsage();
      const facts = engine.analyze({ id: 'huge.txt', text });
      const seconds = process.cpuUsage(before).user / 1e6;
      checkFacts(facts, text);
      assert.ok(seconds < 30, `${seconds.toFixed(1)} s`);
    });
  }
});

describe('any case', function () {
  this.timeout(300_000);
  const articles = generateArticles(6, 3, 5).map(({ id, text }) => [id, text] as const);

  it('shows evidence verbatim, with unique ids', () => {
    const result = readCase(articles);
    checkConflicts(result, new Map(articles));
    assert.ok(result.conflicts.length > 0, 'the generated stories disagree somewhere');
  });

  it('does not depend on the order of articles', () => {
    const result = readCase(articles);
    assert.deepEqual(readCase([...articles].reverse()), result);
  });

  it('finds nothing between an article and its own copy', () => {
    fc.assert(
      fc.property(damaged(NEWS), (text) => {
        const { conflicts } = readCase([
          ['a.txt', text],
          ['b.txt', text],
        ]);
        assert.deepEqual(conflicts, []);
      }),
      fuzz(25),
    );
  });

  it('survives hostile articles, evidence verbatim', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 2, maxLength: 4 }), (texts) => {
        const named = texts.map((text, i) => [`${i}.txt`, text] as const);
        checkConflicts(readCase(named), new Map(named));
      }),
      fuzz(40),
    );
  });
});
