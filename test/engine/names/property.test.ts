/** What holds of the names of any text: spans in order, inside the text, apart; entities exist; nothing throws. */
import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { sharedEngine } from '../../engine';

const PIECES = [
  ...[
    'Mr. ',
    'Mrs.',
    'President ',
    'Ana ',
    'Orlemann',
    '’s ',
    ', ',
    '. ',
    '\n',
    '“',
    '”',
    ' al-',
    'Tebsi ',
    'U.S. ',
  ],
  ...[
    'THE ',
    'said ',
    'of ',
    '(NIG) ',
    'X',
    '-',
    '\u0000',
    '\ud83d',
    '😀',
    '\u202e',
    'Ğ',
    'ß',
    'İ',
    '&',
    '@',
    '   ',
  ],
  ...['Minister ', 'the ', 'his spokesman, ', 'Falkner Foundation ', 'IN '],
];

describe('names: any text', function () {
  this.timeout(180_000);

  it('gives spans in order, inside the text, that do not overlap', () => {
    const text = fc.oneof(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary', maxLength: 300 }),
    );
    fc.assert(
      fc.property(text, (article) => {
        const { mentions, entities } = sharedEngine().analyze({ id: 'any.txt', text: article });
        let last = 0;
        for (const { start, end, entity, kind, reason } of mentions) {
          ok(start >= last && end > start && end <= article.length);
          equal(entities[entity]?.kind, kind);
          ok(reason.length > 0);
          last = end;
        }
        for (const { name, roles } of entities) {
          ok(name.length > 0);
          for (const { span } of roles)
            ok(span.start >= 0 && span.end > span.start && span.end <= article.length);
        }
      }),
      { numRuns: 150, seed: 4 },
    );
  });

  it('gives the same names each time', () => {
    const text = 'Tavid Orlemann met Ana Delmira in Geneva. Orlemann said the Falkner Foundation had paid.';
    const read = () => JSON.stringify(sharedEngine().analyze({ id: 'a.txt', text }).mentions);
    equal(read(), read());
  });
});
