// @ts-check
// What a suite came to, read from the report of the tool that ran it.
import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} complaints what to show of each failure
 */

const LINES_SHOWN = 60;

/**
 * One check that a tool answers with its exit code.
 * @param {import('../processes.mjs').Ended} ended
 * @returns {Outcome}
 */
export function fromExitCode({ code, output }) {
  return code === 0
    ? { passed: 1, failed: 0, skipped: 0, complaints: [] }
    : { passed: 0, failed: 1, skipped: 0, complaints: [lastLines(output)] };
}

/**
 * A mocha run: its JSON report, and what the process itself said. A run that left no report, ran no test,
 * or ended badly without a failed test counts as one failure.
 * @param {string} reportFile
 * @param {import('../processes.mjs').Ended} ended
 * @returns {Outcome}
 */
export function fromMocha(reportFile, ended) {
  if (!existsSync(reportFile)) return failure(`no report was written\n${lastLines(ended.output)}`);
  return fromMochaReport(JSON.parse(readFileSync(reportFile, 'utf8')), ended);
}

/**
 * @param {MochaReport} report
 * @param {import('../processes.mjs').Ended} ended
 * @returns {Outcome}
 */
export function fromMochaReport({ stats, failures }, ended) {
  const complaints = failures.map(
    ({ fullTitle, err }) => `${fullTitle}\n${indent(err.stack ?? err.message ?? '(no message)')}`,
  );
  const outcome = { passed: stats.passes, failed: failures.length, skipped: stats.pending, complaints };
  if (outcome.passed + outcome.failed === 0) return failure(`ran no test\n${lastLines(ended.output)}`);
  if (outcome.failed === 0 && ended.code !== 0) {
    return {
      ...outcome,
      failed: 1,
      complaints: [`ended with code ${ended.code} although no test failed\n${lastLines(ended.output)}`],
    };
  }
  return outcome;
}

/** @typedef {{ fullTitle: string, err: { message?: string, stack?: string } }} MochaFailure */
/** @typedef {{ stats: { passes: number, pending: number }, failures: readonly MochaFailure[] }} MochaReport */

/** @param {string} complaint @returns {Outcome} */
export function failure(complaint) {
  return { passed: 0, failed: 1, skipped: 0, complaints: [complaint] };
}

/** @param {string} text */
function lastLines(text) {
  return text.trimEnd().split('\n').slice(-LINES_SHOWN).join('\n');
}

/** @param {string} text */
function indent(text) {
  return text.replace(/^/gm, '  ');
}
