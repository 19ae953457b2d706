import { expect, test } from 'vitest';
import { roundTimes } from '../../server/plain/round-times.ts';

test.each([
  [0, 64, 5, [0, 15, 30, 45, 60]],
  [7503.2, 7506.9, 5, [7504, 7505, 7506]],
  [0, 1, 10, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]],
  [0, 400_000, 3, [0, 172_800, 345_600]],
])('from %d to %d s, in at most %d parts', (from, to, most, times) => {
  expect(roundTimes(from, to, most).times).toEqual(times);
});
