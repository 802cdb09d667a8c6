// @ts-check
// Reads what test/vscode/index.ts wrote to the extension host's console.
import { failure, fromMochaReport } from './outcome.mjs';

const MARK = /counterclaim-test (\{.*\})/;

/** @typedef {{ state: string, title: string, message?: string, stack?: string }} Line */

/**
 * @param {'node' | 'worker'} host the kind of extension host that was meant to run
 * @param {import('../processes.mjs').Ended} ended
 * @returns {import('./outcome.mjs').Outcome}
 */
export function fromExtensionHost(host, ended) {
  /** @type {Line[]} */
  const lines = [];
  for (const line of ended.output.split('\n')) {
    const json = MARK.exec(line)?.[1];
    if (json !== undefined) lines.push(JSON.parse(json));
  }
  const end = lines.find(({ state }) => state === 'end');
  if (end === undefined) return failure(`did not come to its end\n${ended.output.trimEnd().slice(-8000)}`);
  if (end.title !== host) return failure(`ran in the ${end.title} extension host, not in the ${host} one`);
  const count = (/** @type {string} */ wanted) => lines.filter(({ state }) => state === wanted).length;
  const failures = lines
    .filter(({ state }) => state === 'failed')
    .map(({ title, message = '', stack }) => ({
      fullTitle: title,
      err: { message, stack: stack ?? message },
    }));
  return fromMochaReport({ stats: { passes: count('passed'), pending: count('pending') }, failures }, ended);
}
