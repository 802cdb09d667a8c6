/** Quantities as read from invented sentences: interval, unit, thing counted, part of a whole. */
import assert from 'node:assert/strict';
import {
  agreeQuantities,
  closeness,
  sameQuantity,
  tellingDigits,
} from '../../../src/engine/claims/compare-quantities';
import type { Quantity } from '../../../src/engine/types';
import { sharedEngine } from '../../engine';

function read(text: string): readonly Quantity[] {
  return sharedEngine()
    .analyze({ id: 'a.txt', text, metadata: { published: '2023-05-16' } })
    .claims.flatMap(({ quantities }) => quantities);
}

function readOne(text: string): Quantity {
  const [first, ...rest] = read(text);
  assert.ok(first, `no quantity in “${text}”`);
  assert.equal(rest.length, 0, `more than one quantity in “${text}”`);
  return first;
}

describe('quantities', function () {
  // The first test builds the engine.
  this.timeout(30_000);

  it('reads bounds', () => {
    const cases: readonly [string, number, number | null, string][] = [
      ['At least 150 boats sank in the gale near Osk.', 150, null, 'count'],
      ['Up to 40 boats sank in the gale near Osk.', 0, 40, 'count'],
      ['Between 10 and 15 boats sank in the gale near Osk.', 10, 15, 'count'],
      ['Dozens of boats sank in the gale near Osk.', 24, 99, 'count'],
      ['The firm in Osk lost $2.5 million in the spring.', 2.5e6, 2.5e6, 'USD'],
      ['The court in Osk split 2 to 1 over the harbour.', 1, 2, 'score'],
    ];
    for (const [text, min, max, unit] of cases) {
      const quantity = readOne(text);
      assert.deepEqual([quantity.min, quantity.max, quantity.unit], [min, max, unit], text);
    }
  });

  it('joins minutes and seconds', () => {
    const quantity = readOne('The guard held the man down for eight minutes and 46 seconds in Osk.');
    assert.equal(quantity.unit, 'minute');
    assert.ok(Math.abs(quantity.value - 8.7667) < 0.001);
  });

  it('tells parts and additions from wholes', () => {
    assert.equal(readOne('Twelve of the sailors were found at dawn near Osk.').part, true);
    assert.equal(readOne('In Osk alone 41 sailors drowned.').part, true);
    assert.equal(readOne('Another 21 boats left the harbour of Osk.').part, true);
    assert.equal(readOne('The gale sank 21 boats in the harbour of Osk.').part, false);
  });

  it('leaves numbers that are names', () => {
    assert.deepEqual(read('The lab in Osk began a Phase 2 trial of the drug.'), []);
  });

  it('puts the nearest words first', () => {
    const dead = read('Nine were dead and 11 missing when the search was taken up again near Osk.');
    assert.deepEqual(
      dead.map(({ value, scope }) => [value, scope[0]]),
      [
        [9, 'dead'],
        [11, 'miss'],
      ],
    );
  });
});

describe('comparing quantities', function () {
  this.timeout(30_000);
  const count = (text: string) => readOne(`The gale sank ${text} boats in the harbour of Osk.`);

  it('lets rounded numbers agree and halved ones not', () => {
    assert.equal(agreeQuantities(count('41,000'), count('41,213')), true);
    assert.equal(agreeQuantities(count('10,000'), count('5,000')), false);
    assert.equal(agreeQuantities(count('about 100'), count('104')), true);
    assert.equal(agreeQuantities(count('at least 150'), count('100')), false);
  });

  it('lets a share agree with its rest', () => {
    const share = (text: string) => readOne(`Osk will keep ${text} of the Halde valley.`);
    assert.equal(agreeQuantities(share('70 percent'), share('30 percent')), true);
    assert.equal(agreeQuantities(share('70 percent'), share('40 percent')), false);
  });

  it('does not take a size for a number', () => {
    assert.equal(sameQuantity(count('dozens of'), count('36')), false);
  });

  it('measures digits and nearness', () => {
    assert.deepEqual([count('41,213'), count('20,000'), count('165')].map(tellingDigits), [5, 1, 3]);
    assert.equal(closeness(count('19'), count('19')), 1);
    assert.ok(closeness(count('12,000'), count('20,000')) > closeness(count('12,000'), count('200')));
  });
});
