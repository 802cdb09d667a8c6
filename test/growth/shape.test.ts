/** The gate on the shape of growth: what doubles may cost at most 2.3 times as much, whatever the machine. */
import assert from 'node:assert/strict';
import { growthByLength, type Step, worstDoubling } from '../../bench/growth';
import { sharedEngine } from '../resources';

const MOST = 2.3;
/** Other programs can only make a measurement worse, so one good one of three is proof. */
const ATTEMPTS = 3;

function assertLinear(measure: () => Step[]): void {
  let worst = Number.POSITIVE_INFINITY;
  let steps: Step[] = [];
  for (let i = 0; i < ATTEMPTS && worst > MOST; i++) {
    steps = measure();
    worst = Math.min(worst, worstDoubling(steps));
  }
  assert.ok(steps.length > 2 && worst <= MOST, `${worst.toFixed(2)}× a doubling: ${JSON.stringify(steps)}`);
}

describe('growth', function () {
  this.timeout(600_000);

  it('of analysis is linear in the length of an article', () => {
    const engine = sharedEngine();
    growthByLength(engine, 16, 16, 3); // warm
    assertLinear(() => growthByLength(engine, 16, 256, 3));
  });
});
