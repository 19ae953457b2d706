import { expect, test } from 'vitest';
import { instantOf } from '../../../server/simulator/engine/clock.ts';
import { backoffDelay, remainingBackoff } from '../../../server/simulator/job-controller/backoff.ts';

test('waits double from 10 s to 10 minutes', () => {
  const seconds = [1, 2, 3, 4, 5, 6, 7, 8, 30].map((failures) => backoffDelay(failures) / instantOf(1));
  expect(seconds).toEqual([10, 20, 40, 80, 160, 320, 600, 600, 600]);
});

test('the wait counts from the last failure', () => {
  expect(remainingBackoff(1, instantOf(5), instantOf(8))).toBe(instantOf(7));
  expect(remainingBackoff(1, instantOf(5), instantOf(15))).toBe(0);
  expect(remainingBackoff(0, instantOf(5), instantOf(5))).toBe(0);
});
