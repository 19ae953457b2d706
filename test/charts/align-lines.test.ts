import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignLines } from '../../server/charts/align-lines.ts';
import { runs } from '../property-runs.ts';

const isSame = (one: string, other: string) => one === other;
const align = (one: string, other: string) => alignLines([...one], [...other], isSame).map((at) => at ?? '-');

test.each([
  ['abc', 'abc', [0, 1, 2]],
  ['abc', 'abXc', [0, 1, 3]],
  ['abXc', 'abc', [0, 1, '-', 2]],
  ['abXcd', 'abYcd', [0, 1, '-', 3, 4]],
  ['aXbYc', 'aYbXc', [0, '-', '-', 1, 4]],
  ['', 'abc', []],
  ['abc', '', ['-', '-', '-']],
])('%j in %j', (one, other, places) => {
  expect(align(one, other)).toEqual(places);
});

test('lines keep their order and are the same; what was put in or taken out alone hides none of the rest', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
  fc.assert(
    fc.property(letters, letters, (one, more) => {
      const both = one.flatMap((line, at) => [line, ...more.slice(at, at + 1)]);
      const there = alignLines(one, both, isSame);
      expect(there.every((place, at) => place !== undefined && both[place] === one[at])).toBe(true);
      const back = alignLines(both, one, isSame).filter((place) => place !== undefined);
      expect(back).toEqual(one.map((_, at) => at));
      expect(there).toEqual([...there].sort((a = 0, b = 0) => a - b));
    }),
    runs(300),
  );
});
