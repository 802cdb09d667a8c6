/** Quotation marks of every style, and the marks that are none. */
import assert from 'node:assert/strict';
import { findSegments } from '../../../src/engine/quotations/marks';
import type { Paragraph } from '../../../src/engine/text/document';

function segmentsOf(text: string): string[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line !== '') paragraphs.push({ start, end: start + line.length, from: 0, to: 0, gap: 0 });
    start += line.length + 1;
  }
  return findSegments(text, paragraphs).map(
    ({ start, end, depth, closed }) =>
      `${'>'.repeat(depth)}${text.slice(start, end)}${closed ? '' : ' (open)'}`,
  );
}

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['curly', '“We won,” she said. “At last.”', ['“We won,”', '“At last.”']],
  ['straight', 'He said "we won" and left.', ['"we won"']],
  ['two apostrophes', "''We won,'' he said. ''At last.''", ["''We won,''", "''At last.''"]],
  ['backticks', "``We won,'' he said.", ["``We won,''"]],
  ['single curly', 'They form an ‘ring of salt’, he said.', ['‘ring of salt’']],
  ['single straight', "The 'big one' came.", ["'big one'"]],
  ['guillemets', '«Oui», dit-il.', ['«Oui»']],
  ['low-high', '„Ja“, sagte er.', ['„Ja“']],
  [
    'nested',
    '“He told me ‘never again’ twice,” she said.',
    ['“He told me ‘never again’ twice,”', '>‘never again’'],
  ],
  ['nested in singles', '‘He said “no” to us,’ she said.', ['‘He said “no” to us,’', '>“no”']],
  ['nested of one kind', '“He said “no” to us,” she said.', ['“He said “no” to us,”', '>“no”']],
  ['apostrophes', "It's the dogs' bowls, rock 'n' roll and the '90s.", []],
  ['curly apostrophes', 'It’s the workers’ turn, ’tis said, in the ’90s.', []],
  ['possessive inside singles', '‘The workers’ rights matter,’ he said.', ['‘The workers’ rights matter,’']],
  ['feet and inches', 'He is 5\'10" tall, "very tall", she said.', ['"very tall"']],
  ['prime marks', 'She is 5′10″ tall.', []],
  ['unclosed', 'He said “we will go on', ['“we will go on (open)']],
  [
    'unclosed before another',
    '“We won, he said. “We did,” she said.',
    ['“We won, he said. (open)', '“We did,”'],
  ],
  ['stray closing mark', 'We won,” he said. “Yes.”', ['“Yes.”']],
  ['contained at the paragraph', '“We won\nThen came “others” too.', ['“We won (open)', '“others”']],
  ['repeated opening marks', '“One.\n“Two.”', ['“One. (open)', '“Two.”']],
  ['empty', '“” and ""', []],
];

describe('findSegments', () => {
  for (const [name, text, expected] of CASES) {
    it(`reads ${name}`, () => assert.deepEqual(segmentsOf(text), expected));
  }

  it('reads a hundred thousand marks', () => {
    for (const piece of ['“', '”', '"', "'", '‘a ', '“a‘b', '«»', '“a” ', "''"]) {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      for (const segment of findSegments(text, [{ start: 0, end: text.length, from: 0, to: 0, gap: 0 }])) {
        assert.ok(segment.start < segment.inner.start && segment.inner.end <= segment.end);
      }
    }
  }).timeout(180_000);
});
