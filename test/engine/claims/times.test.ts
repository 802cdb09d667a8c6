/** Times as read from invented sentences, and when two of them can be the same. */
import assert from 'node:assert/strict';
import { agreeTimes, sameTime } from '../../../src/engine/claims/compare-times';
import type { TimeReference } from '../../../src/engine/types';
import { sharedEngine } from '../../engine';

/** The only time of a sentence in an article of Tuesday, 16 May 2023. */
function read(text: string, published = '2023-05-16'): TimeReference {
  const times = sharedEngine()
    .analyze({ id: 'a.txt', text, metadata: { published } })
    .claims.flatMap((claim) => claim.times);
  const [first] = times;
  assert.ok(first, `no time in “${text}”`);
  assert.equal(times.length, 1, `more than one time in “${text}”`);
  return first;
}

describe('times', function () {
  // The first test builds the engine.
  this.timeout(30_000);

  it('resolves them against the date of the article', () => {
    const cases: readonly [string, string, string][] = [
      ['The harbour of Osk closed yesterday.', '2023-05-15', '2023-05-15'],
      ['The harbour of Osk closed on Friday.', '2023-05-12', '2023-05-12'],
      ['The harbour of Osk will close on Friday.', '2023-05-19', '2023-05-19'],
      ['The harbour of Osk closed in late February.', '2023-02-20', '2023-02-28'],
      ['The harbour of Osk closed in 1975.', '1975-01-01', '1975-12-31'],
    ];
    for (const [text, from, to] of cases) {
      const time = read(text);
      assert.deepEqual([time.from, time.to], [from, to], text);
    }
  });

  it('knows the time of words from the time of deeds', () => {
    assert.equal(read('The harbour of Osk is safe, the mayor said Friday.').said, true);
    assert.equal(read('In a statement early Sunday the mayor praised the harbour of Osk.').said, true);
    assert.equal(read('The harbour of Osk closed on Friday.').said, false);
  });

  it('never lets equal words clash, whatever date was inferred', () => {
    const past = read('The harbour of Osk closed on Friday.');
    const coming = read('The harbour of Osk will close on Friday.');
    assert.notEqual(past.from, coming.from);
    assert.equal(agreeTimes(past, coming), true);
  });

  it('lets different words clash', () => {
    assert.equal(
      agreeTimes(read('The harbour of Osk closed on Friday.'), read('The harbour of Osk closed on Sunday.')),
      false,
    );
    assert.equal(
      agreeTimes(read('The harbour closed in May 2022.'), read('The harbour closed in June 2022.')),
      false,
    );
  });

  it('knows one day seen from two', () => {
    const early = read('The harbour of Osk closed today.', '2023-05-15');
    const late = read('The harbour of Osk closed yesterday.', '2023-05-16');
    assert.equal(agreeTimes(early, late), true);
  });

  it('takes “until” and “through” for the same day', () => {
    const until = read('The harbour of Osk stays closed until Thursday.');
    const through = read('The harbour of Osk stays closed through Thursday.');
    assert.equal(sameTime(until, through), true);
  });
});
