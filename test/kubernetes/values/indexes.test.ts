import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseIndexes } from '../../../server/kubernetes/values/indexes.ts';
import { runs } from '../../property-runs.ts';

test.each([
  ['', [], 0],
  ['0', [[0, 0]], 1],
  [
    '0,2-4',
    [
      [0, 0],
      [2, 4],
    ],
    4,
  ],
  [
    '00,+1',
    [
      [0, 0],
      [1, 1],
    ],
    2,
  ],
])('%j is a list of indexes', (text, intervals, count) => {
  expect(parseIndexes(text, 5)).toEqual({ intervals: intervals.map(([first, last]) => ({ first, last })), count });
});

test.each([
  ['0,', 'indexes-number'],
  ['-1', 'indexes-number'],
  ['1.5', 'indexes-number'],
  [' 1', 'indexes-number'],
  ['99999999999999999999', 'indexes-number'],
  ['5', 'indexes-too-large'],
  ['1-5', 'indexes-too-large'],
  ['1-2-3', 'indexes-fragment'],
  ['2-1', 'indexes-order'],
  ['1-1', 'indexes-order'],
  ['1,1', 'indexes-order'],
  ['0-2,2', 'indexes-order'],
])('%j is not, for %s', (text, code) => {
  expect(parseIndexes(text, 5)).toMatchObject({ problem: { code } });
});

test('without completions no index is too large', () => {
  expect(parseIndexes('1000000', undefined)).toMatchObject({ count: 1 });
});

test('counts every index once', () => {
  const sets = fc.uniqueArray(fc.nat(50)).map((indexes) => indexes.sort((a, b) => a - b));
  fc.assert(
    fc.property(sets, (indexes) => {
      expect(parseIndexes(indexes.join(), 51)).toMatchObject({ count: indexes.length });
    }),
    runs(),
  );
});
