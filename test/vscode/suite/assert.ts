// Stands in for `node:assert` where tests run in a browser.

class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

export function fail(message: string): never {
  throw new AssertionError(message);
}

export function ok(value: unknown, message = 'it is not so'): asserts value {
  if (!value) fail(message);
}

export function strictEqual<T>(actual: unknown, expected: T, message = 'they differ'): asserts actual is T {
  if (!Object.is(actual, expected)) fail(`${message}: ${text(actual)} instead of ${text(expected)}`);
}

/** For plain data: what JSON tells apart. */
export function deepStrictEqual<T>(actual: unknown, expected: T, message = 'they differ'): asserts actual is T {
  if (text(actual) !== text(expected)) fail(`${message}: ${text(actual)} instead of ${text(expected)}`);
}

export { deepStrictEqual as deepEqual, strictEqual as equal };

function text(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value, undefined, 2);
}
