import { expect, test } from 'vitest';
import { nextOfSeries, ranksByName } from '../../../server/simulator/run/event-series.ts';

/** By change: the first change of the same event. */
const series = Uint32Array.of(0, 1, 2, 0, 4, 1, 6);

test('the next change of the same event; beyond all where none follows', () => {
  expect([...nextOfSeries(series)]).toEqual([3, 5, 7, 7, 7, 7, 7]);
});

test('events stand by the names of their objects, then by when they first came, which may be before they were first stored', () => {
  const names: Readonly<Record<number, { object: string; first: number }>> = {
    0: { object: 'b', first: 10 },
    1: { object: 'a-1', first: 20 },
    2: { object: 'a', first: 30 },
    4: { object: 'a-1', first: 15 },
    6: { object: 'a-1', first: 20 },
  };
  const ranks = ranksByName(series, (change) => names[change] ?? { object: '', first: 0 });
  const inOrder = Object.keys(names).toSorted((a, b) => (ranks[Number(a)] ?? 0) - (ranks[Number(b)] ?? 0));
  // "a-1." comes before "a.", as a hyphen comes before a dot.
  expect(inOrder).toEqual(['4', '1', '6', '2', '0']);
});
