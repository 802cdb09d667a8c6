// @ts-check
// Tells what a long step is doing, and for how long.

const HEARTBEAT_MS = 10_000;

/** @param {number} ms milliseconds @returns {string} such as `4.2 s` */
export function formatSeconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

/**
 * Runs one step: prints its name when it starts, a sign of life every ten seconds, and the time when it ends.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const start = performance.now();
  console.log(`• ${name} …`);
  const beat = setInterval(
    () => console.log(`  ${name}: ${formatSeconds(performance.now() - start)} …`),
    HEARTBEAT_MS,
  );
  try {
    const result = await work();
    console.log(`  done in ${formatSeconds(performance.now() - start)}`);
    return result;
  } finally {
    clearInterval(beat);
  }
}
