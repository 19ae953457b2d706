import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  below,
  countIndexes,
  countShared,
  differentIndexes,
  firstFreeIndexes,
  formatIndexes,
  hasIndex,
  listedIndexes,
  noIndexes,
  union,
  withIndexes,
} from '../../../server/simulator/objects/completion-indexes.ts';
import { runs } from '../../property-runs.ts';

test.each([
  [[], ''],
  [[3], '3'],
  [[3, 4], '3,4'],
  [[5, 3, 4], '3-5'],
  [[0, 2, 3, 4, 5, 7, 8], '0,2-5,7,8'],
])('%j is written %s', (indexes, text) => {
  expect(formatIndexes(withIndexes(noIndexes, indexes))).toBe(text);
});

test('a Job that shrinks forgets the indexes beyond', () => {
  expect(formatIndexes(below(listedIndexes('0,2-5,7'), 4))).toBe('0,2,3');
});

test('the lowest free indexes come first', () => {
  expect(firstFreeIndexes(listedIndexes('0,2,3,6'), 3, 8)).toEqual([1, 4, 5]);
  expect(firstFreeIndexes(listedIndexes('0-9'), 3, 10)).toEqual([]);
});

const indexSets = fc.uniqueArray(fc.nat(60));

test('they behave as sets', () => {
  fc.assert(
    fc.property(indexSets, indexSets, fc.nat(60), (a, b, one) => {
      const [left, right] = [withIndexes(noIndexes, a), withIndexes(noIndexes, b)];
      expect(countIndexes(left)).toBe(a.length);
      expect(hasIndex(left, one)).toBe(a.includes(one));
      expect(countShared(left, right)).toBe(a.filter((index) => b.includes(index)).length);
      expect(countIndexes(union(left, right))).toBe(new Set([...a, ...b]).size);
      const different = [...a.filter((index) => !b.includes(index)), ...b.filter((index) => !a.includes(index))];
      expect(differentIndexes(left, right)).toEqual(withIndexes(noIndexes, different));
      expect(listedIndexes(formatIndexes(left))).toEqual(left);
    }),
    runs(),
  );
});
