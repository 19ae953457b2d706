import { expect, test } from 'vitest';
import { selectorMatches } from '../../../server/kubernetes/names/selector.ts';

const labels = { app: 'a', tier: 'x' };
const expression = (operator: string, key: string, values?: readonly string[]) => ({
  matchExpressions: [{ key, operator, ...(values ? { values } : {}) }],
});

test.each([
  [undefined, false],
  [{}, true],
  [{ matchLabels: { app: 'a' } }, true],
  [{ matchLabels: { app: 'b' } }, false],
  [{ matchLabels: { constructor: 'a' } }, false],
  [expression('In', 'app', ['a', 'b']), true],
  [expression('In', 'other', ['a']), false],
  [expression('NotIn', 'app', ['a']), false],
  [expression('NotIn', 'other', ['a']), true],
  [expression('Exists', 'app'), true],
  [expression('Exists', 'other'), false],
  [expression('DoesNotExist', 'app'), false],
  [expression('DoesNotExist', 'other'), true],
  [{ matchLabels: { app: 'a' }, ...expression('Exists', 'other') }, false],
])('%j: %s', (selector, matches) => {
  expect(selectorMatches(selector, labels)).toBe(matches);
});
