import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readChanges } from '../../../server/simulator/run/changes.ts';
import { differencesOf, sums, timesOf } from '../../../server/simulator/run/columns.ts';
import { runs } from '../../property-runs.ts';

test('sums give the numbers back whose differences were written', () => {
  expect(differencesOf([5, 5, 7, 0])).toEqual([5, 0, 2, -7]);
  fc.assert(
    fc.property(fc.array(fc.integer()), (numbers) => {
      expect([...sums(differencesOf(numbers))]).toEqual(numbers);
    }),
    runs(100),
  );
});

test('times give the instants back, and waits that come again and again stand once', () => {
  const turns = Array.from({ length: 8 }, (_, turn) => [turn * 60, turn * 60 + 12]).flat();
  expect(timesOf(turns)).toEqual({ waits: [0, 12, 48], places: [0, 1, ...Array(7).fill([2, 1]).flat()] });
  expect(timesOf([1, 3, 7, 12])).toEqual([1, 2, 4, 5]);
  expect([...sums(timesOf([]))]).toEqual([]);
  fc.assert(
    fc.property(fc.array(fc.nat(30), { maxLength: 40 }), fc.constantFrom(1, 10), (numbers, unit) => {
      const instants = numbers.map((number) => Math.floor(number / unit)).sort((a, b) => a - b);
      expect([...sums(timesOf(instants))]).toEqual(instants);
    }),
    runs(100),
  );
});

test('changes are found by time and by object', () => {
  const objects = 5;
  const entries = fc.array(fc.tuple(fc.nat(20), fc.nat(objects - 1)), { maxLength: 30 }).map((list) => list.toSorted(([a], [b]) => a - b));
  fc.assert(
    fc.property(entries, fc.integer({ min: -1, max: 21 }), fc.nat(objects - 1), (list, instant, object) => {
      const changes = readChanges(timesOf(list.map(([at]) => at)), differencesOf(list.map(([, of]) => of)));
      const until = list.flatMap(([at], place) => (at <= instant ? [place] : []));
      const own = until.filter((place) => list[place]?.[1] === object);
      expect(changes.until(instant)).toBe(until.length);
      expect([...changes.each(object, instant)]).toEqual(own);
      expect(changes.last(object, instant)).toBe(own.at(-1));
      const first = list.findIndex(([, of]) => of === object);
      expect(changes.first(object)).toBe(first < 0 ? undefined : first);
    }),
    runs(300),
  );
});
