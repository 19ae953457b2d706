import { expect, test } from 'vitest';
import { nextOfSeries, placesByName } from '../../../server/simulator/run/event-series.ts';

/** By change: the first change of the same event. */
const series = Uint32Array.of(0, 1, 2, 0, 4, 1, 6);

test('the next change of the same event; beyond all where none follows', () => {
  expect([...nextOfSeries(series)]).toEqual([3, 5, 7, 7, 7, 7, 7]);
});

test('events stand by the names of their objects, then by when they first came, which may be before they were first stored', () => {
  const objects = ['b', 'a-1', 'a'];
  const events: Readonly<Record<number, readonly [object: number, came: number]>> = {
    0: [0, 10],
    1: [1, 20],
    2: [2, 30],
    4: [1, 15],
    6: [1, 20],
  };
  const [objectOf, cameAt] = [(change: number) => events[change]?.[0] ?? 0, (change: number) => events[change]?.[1] ?? 0];
  const places = placesByName(series, { objects, objectOf, cameAt });
  const inOrder = Object.keys(events).toSorted((a, b) => (places[Number(a)] ?? 0) - (places[Number(b)] ?? 0));
  // "a-1." comes before "a.", as a hyphen comes before a dot.
  expect(inOrder).toEqual(['4', '1', '6', '2', '0']);
  expect(new Set(Object.keys(events).map((change) => (places[Number(change)] ?? 0) % series.length)).size).toBe(5);
});
