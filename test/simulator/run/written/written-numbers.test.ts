import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumbers, writeNumbers } from '../../../../server/simulator/run/written/written-numbers.ts';
import { runs } from '../../../property-runs.ts';

describe('numbers as a text', () => {
  test.each<readonly [string, readonly number[], string]>([
    ['nothing', [], ''],
    ['as source maps write them', [0, 1, -1, 15, -15, 16, -16, 511, 512], 'ACDefgBhB+fggB'],
    ['one that comes twice', [3, 3], 'G*C'],
    ['one that comes often', [7, ...Array(100).fill(-5), 7], 'OL*mGO'],
    ['a year in microseconds', [31_536_000_000_000], 'ggwvis0r5B'],
  ])('%s', (_, numbers, text) => {
    expect(writeNumbers(numbers)).toBe(text);
    expect(readNumbers(text)).toEqual(numbers);
  });

  // Of twice the number a sign is kept.
  const whole = fc.oneof(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -(2 ** 52) + 1, max: 2 ** 52 - 1 }));
  const stretch = fc.tuple(whole, fc.integer({ min: 1, max: 5 })).map(([number, count]) => Array<number>(count).fill(number));

  test('are the same when they are read', () => {
    fc.assert(
      fc.property(fc.array(stretch), (stretches) => {
        const numbers = stretches.flat();
        expect(readNumbers(writeNumbers(numbers))).toEqual(numbers);
      }),
      runs(300),
    );
  });

  test('however many they are', () => {
    const numbers = Array.from({ length: 100_000 }, (_, at) => (at % 7) * 1000 - at);
    expect(readNumbers(writeNumbers(numbers))).toEqual(numbers);
  });
});
