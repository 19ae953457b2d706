import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binsOf, countBinsOf } from '../../../../client/panel/likely/bins.ts';
import { runs } from '../../../property-runs.ts';

const itself = (number: number) => number;

describe('runs are sorted into bins', () => {
  test('of equal width, from the least to the most', () => {
    expect(binsOf([0, 1, 5, 10], itself, 2)).toEqual([
      { from: 0, to: 5, runs: [0, 1] },
      { from: 5, to: 10, runs: [5, 10] },
    ]);
    expect(binsOf([7, 7], itself, 5)).toEqual([{ from: 7, to: 7, runs: [7, 7] }]);
    expect(binsOf([], itself, 5)).toEqual([]);
  });
  test('of whole numbers, where they are counts', () => {
    expect(countBinsOf([3, 4, 4, 7], itself, 10).map(({ from, to, runs: found }) => [from, to, found.length])).toEqual([
      [3, 3, 1],
      [4, 4, 2],
      [5, 5, 0],
      [6, 6, 0],
      [7, 7, 1],
    ]);
    expect(countBinsOf([0, 9], itself, 4).map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [3, 5],
      [6, 8],
      [9, 9],
    ]);
  });
  test.each([
    ['numbers', binsOf],
    ['counts', countBinsOf],
  ])('each run once, of %s', (_, sort) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100_000 })), fc.integer({ min: 1, max: 30 }), (numbers, most) => {
        const bins = sort(numbers, itself, most);
        expect(bins.length).toBeLessThanOrEqual(most);
        expect(bins.flatMap(({ runs: found }) => [...found]).sort()).toEqual([...numbers].sort());
        for (const { from, to, runs: found } of bins) for (const one of found) expect(from <= one + 1e-6 && one <= to + 1e-6).toBe(true);
      }),
      runs(),
    );
  });
});
