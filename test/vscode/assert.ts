/** The part of node:assert/strict that tests use, for the web worker extension host, where Node’s own does not exist. */

class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

export default function assert(value: unknown, message?: string): asserts value {
  if (!value) fail(message ?? `${show(value)} is not truthy`);
}

function fail(message = 'failed'): never {
  throw new AssertionError(message);
}

function equal(actual: unknown, expected: unknown, message?: string): void {
  if (!Object.is(actual, expected)) fail(`${prefix(message)}${show(actual)} is not ${show(expected)}`);
}

function notEqual(actual: unknown, expected: unknown, message?: string): void {
  if (Object.is(actual, expected)) fail(`${prefix(message)}both are ${show(actual)}`);
}

function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  if (!isSame(actual, expected)) fail(`${prefix(message)}${show(actual)}\nis not\n${show(expected)}`);
}

function match(text: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(text)) fail(`${prefix(message)}${show(text)} does not match ${pattern}`);
}

function doesNotMatch(text: string, pattern: RegExp, message?: string): void {
  if (pattern.test(text)) fail(`${prefix(message)}${show(text)} matches ${pattern}`);
}

async function rejects(
  promise: Promise<unknown> | (() => Promise<unknown>),
  pattern?: RegExp,
): Promise<void> {
  const outcome = await (typeof promise === 'function' ? promise() : promise).then(
    () => undefined,
    (error: unknown) => ({ text: String(error) }),
  );
  if (outcome === undefined) fail('was expected to reject');
  if (pattern !== undefined) match(outcome.text, pattern);
}

function throws(work: () => unknown, pattern?: RegExp): void {
  let text: string | undefined;
  try {
    work();
  } catch (error) {
    text = String(error);
  }
  if (text === undefined) fail('was expected to throw');
  if (pattern !== undefined) match(text, pattern);
}

assert.ok = assert;
assert.fail = fail;
assert.equal = equal;
assert.strictEqual = equal;
assert.notEqual = notEqual;
assert.deepEqual = deepEqual;
assert.match = match;
assert.doesNotMatch = doesNotMatch;
assert.rejects = rejects;
assert.throws = throws;

/** Equal in structure: prototypes, keys in any order, elements of maps and sets. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b)) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (a instanceof Map && b instanceof Map) return isSame([...a], [...b]);
  if (a instanceof Set && b instanceof Set) return isSame([...a], [...b]);
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function prefix(message: string | undefined): string {
  return message === undefined ? '' : `${message}: `;
}

function show(value: unknown): string {
  try {
    return JSON.stringify(value, null, 1) ?? String(value);
  } catch {
    return String(value);
  }
}
