/** What holds for the quotations of any text. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sharedEngine } from '../../resources';

const PIECES = [
  '“',
  '”',
  '"',
  "'",
  "''",
  '‘',
  '’',
  '«',
  '»',
  '„',
  ' ',
  ', ',
  '. ',
  '\n',
  '\n\n',
  ':',
  '— ',
  '(',
  ')',
  'Ana Torvik',
  'she',
  'said',
  'told reporters',
  'that',
  'according to',
  'adding',
  'the bridge will open',
  'was quoted as saying',
  'RESKA',
  'claim',
  'not',
  '5\'10"',
  '🙂',
  'Ğ',
  '\r\n',
  '\u0000',
];

function assertWellFormed(text: string): void {
  const facts = sharedEngine().analyze({ id: 'a.txt', text });
  let before = 0;
  for (const { content, cue, source, confidence, reason, speaker } of facts.quotations) {
    assert.ok(content.length > 0);
    assert.ok((content[0]?.start ?? 0) >= before, 'ordered by the start of their content');
    before = content[0]?.start ?? 0;
    let end = 0;
    for (const span of content) {
      assert.ok(span.start >= end && span.end > span.start && span.end <= text.length, JSON.stringify(span));
      end = span.end;
    }
    for (const span of [cue, source]) {
      if (span !== null) assert.ok(span.start >= 0 && span.end > span.start && span.end <= text.length);
    }
    assert.ok(confidence >= 0 && confidence <= 1);
    assert.notEqual(reason, '');
    if (speaker !== null) assert.ok(facts.entities[speaker] !== undefined);
  }
}

describe('quotations of any text', () => {
  it('have spans in bounds, in order, and an existing speaker', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => {
        assertWellFormed(pieces.join(' '));
        assertWellFormed(pieces.join(''));
      }),
      { numRuns: 150, seed: 3 },
    );
  }).timeout(180_000);

  it('are found in hostile text without delay', () => {
    for (const piece of [
      '“',
      '"a" ',
      '“a” said b. ',
      "'' said ''",
      '(“',
      'said ',
      'A: ',
      '― A\n',
      '“a\n',
      ', said, ',
    ]) {
      assertWellFormed(piece.repeat(Math.ceil(20_000 / piece.length)));
    }
  }).timeout(180_000);

  it('do not depend on what was analysed before', () => {
    const text = '“We won,” Ana Torvik said. “At last.”';
    const first = JSON.stringify(sharedEngine().analyze({ id: 'a.txt', text }).quotations);
    sharedEngine().analyze({ id: 'b.txt', text: '“Other words,” he said.' });
    assert.equal(JSON.stringify(sharedEngine().analyze({ id: 'a.txt', text }).quotations), first);
  });
});
