/** The gate on the shape of growth: what doubles may cost at most 2.3 times as much, whatever the machine. */
import assert from 'node:assert/strict';
import { growthByLength, type Step, worstDoubling } from '../../bench/growth';
import { sharedEngine } from '../resources';

const MOST = 2.3;
/** Other programs and the collector of garbage only add to a measurement, so the least time of each size counts. */
const ATTEMPTS = 5;

function assertLinear(measure: () => Step[]): void {
  let steps = measure();
  for (let i = 1; i < ATTEMPTS && worstDoubling(steps) > MOST; i++) steps = leastOf(steps, measure());
  const worst = worstDoubling(steps);
  assert.ok(steps.length > 2 && worst <= MOST, `${worst.toFixed(2)}× a doubling: ${JSON.stringify(steps)}`);
}

function leastOf(steps: readonly Step[], others: readonly Step[]): Step[] {
  return steps.map((step, i) => {
    const other = others[i];
    return other !== undefined && other.milliseconds < step.milliseconds ? other : step;
  });
}

describe('growth', function () {
  this.timeout(600_000);

  it('of analysis is linear in the length of an article', () => {
    const engine = sharedEngine();
    growthByLength(engine, 16, 16, 3); // warm
    assertLinear(() => growthByLength(engine, 16, 256, 3));
  });
});
