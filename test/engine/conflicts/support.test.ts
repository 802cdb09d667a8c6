/** One matter in many articles is one conflict: sides grouped, labels short, the order that of the files. */
import assert from 'node:assert/strict';
import { createCase } from '../../../src/engine';
import type { Conflict } from '../../../src/engine/types';
import { sharedEngine } from '../../engine';

function compare(articles: Readonly<Record<string, string>>): readonly Conflict[] {
  const current = createCase();
  for (const [outlet, text] of Object.entries(articles)) {
    const id = `${outlet}.txt`;
    const metadata = { outlet, published: '2023-05-16' };
    current.set({ id, text, facts: sharedEngine().analyze({ id, text, metadata }) });
  }
  return current.result().conflicts.filter(({ kind }) => kind === 'number' || kind === 'time');
}

const TRIPS = {
  Anchor:
    'The visit to Tessin was the first trip of President Orlan outside the old union since the war in Kesh began.',
  Beacon:
    'The visit to Tessin is the second trip of President Orlan outside Varnia since the war in Kesh began.',
  Courier:
    'The visit to Tessin is the second time that President Orlan has been abroad since the war in Kesh began.',
};

describe('support of sides', function () {
  // The first test builds the engine.
  this.timeout(30_000);

  it('gathers who else takes a side', () => {
    const [conflict, ...others] = compare(TRIPS);
    assert.ok(conflict);
    assert.deepEqual(others, []);
    assert.deepEqual(
      conflict.evidence.map(({ article, side }) => [article, side]),
      [
        ['Anchor.txt', 0],
        ['Beacon.txt', 1],
        ['Courier.txt', 1],
      ],
    );
    assert.equal(
      conflict.message,
      'First trip (Anchor) or second (Beacon, Courier)? They count from different borders: outside the old union / outside Varnia.',
    );
  });

  it('does not depend on the order in which articles come', () => {
    const backwards = Object.fromEntries(Object.entries(TRIPS).reverse());
    assert.deepEqual(compare(backwards), compare(TRIPS));
  });

  it('takes an exact and a rough number for one side', () => {
    const [conflict] = compare({
      Anchor: 'The attendance at the Marlow Ground on Saturday was 41,213, the club said.',
      Beacon: 'The attendance at the Marlow Ground on Saturday was 38,700, the club said.',
      Courier: 'The attendance at the Marlow Ground on Saturday was more than 41,000, the club said.',
    });
    assert.ok(conflict);
    assert.equal(conflict.sides.length, 2);
    assert.deepEqual(
      conflict.evidence.map(({ article, side }) => [article, side]),
      [
        ['Anchor.txt', 0],
        ['Courier.txt', 0],
        ['Beacon.txt', 1],
      ],
    );
  });

  it('is silent where one sentence tells both numbers apart', () => {
    assert.deepEqual(
      compare({
        Anchor:
          'The court let the province keep the $42,000 car of Dario Venn though the maximum fine for the offence was $10,000.',
        Beacon: 'The maximum fine for the offence of Dario Venn was $10,000, the court heard.',
        Courier:
          'Dario Venn lost a car worth $42,000, several times the maximum fine for the offence, the court heard.',
      }),
      [],
    );
  });
});
