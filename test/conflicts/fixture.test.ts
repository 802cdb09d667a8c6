/** The fixture reader itself: what it reads and what it refuses. */
import assert from 'node:assert/strict';
import { parseFixture } from './fixture';

const ARTICLES = [
  '//= A toll',
  '//- a.txt outlet:A date:2024-03-01',
  'First line.',
  'Ana Díaz, the mayor, said “12 people” were killed.',
  '                           ^^^^^^^^^ a1',
  '//- b.txt outlet:"The B Post"',
  'Police said 20 people died.',
  '^^^^^^ b0   ^^^^^^^^^ b1',
];

const read = (...lines: string[]) => parseFixture('x.txt', [...ARTICLES, ...lines].join('\n'));

describe('fixture reader', () => {
  it('reads articles, labels and expectations', () => {
    const [only] = read('//- expect', 'a1 >< b1 number contradiction');
    assert.ok(only);
    const [a, b] = only.articles;
    assert.deepEqual(a?.metadata, { outlet: 'A', published: '2024-03-01' });
    assert.deepEqual(b?.metadata, { outlet: 'The B Post' });
    assert.equal(b?.text, 'Police said 20 people died.');
    const [pair] = only.expected;
    assert.equal(a?.text.slice(pair?.left.start, pair?.left.end), '12 people');
    assert.equal(b?.text.slice(pair?.right.start, pair?.right.end), '20 people');
  });

  it('reads a case in which every pair must be silent', () => {
    assert.deepEqual(read('//- expect', 'none')[0]?.expected, []);
  });

  const refused: [string, string[], RegExp][] = [
    ['no expectations', [], /x\.txt:1: “A toll” expects nothing/],
    ['an empty list', ['//- expect', ''], /expects nothing/],
    ['an unknown label', ['//- expect', 'a1 >< b9 number contradiction'], /x\.txt:10: no label b9/],
    ['an unknown kind', ['//- expect', 'a1 >< b1 numbers contradiction'], /cannot read/],
    ['an unknown severity', ['//- expect', 'a1 >< b1 number conflict'], /cannot read/],
    ['pairs beside none', ['//- expect', 'a1 >< b1 number contradiction', 'none'], /expects nothing/],
    ['a label used twice', ['^^ a1', '//- expect', 'none'], /second label a1/],
    ['a marker past the end', [`${' '.repeat(26)}^^ b2`, '//- expect', 'none'], /runs past/],
  ];
  for (const [what, lines, message] of refused) {
    it(`refuses ${what}`, () => assert.throws(() => read(...lines), message));
  }

  it('refuses a file without a case', () =>
    assert.throws(() => parseFixture('x.txt', '# notes\n'), /no case/));
});
