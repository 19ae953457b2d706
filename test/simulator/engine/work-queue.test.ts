import { expect, test } from 'vitest';
import { createClock } from '../../../server/simulator/engine/clock.ts';
import { createWorkQueue } from '../../../server/simulator/engine/work-queue.ts';

function times(fill: (queue: ReturnType<typeof createWorkQueue>) => void): number[] {
  const clock = createClock();
  const seen: number[] = [];
  const queue = createWorkQueue(clock, 1, () => seen.push(clock.now));
  fill(queue);
  while (clock.step(1000));
  return seen;
}

test('a key waits once, for the earliest time it was given', () => {
  const fill = (queue: ReturnType<typeof createWorkQueue>) => {
    for (const delay of [50, 20, 90]) queue.addAfter(delay);
  };
  expect(times(fill)).toEqual([20]);
});

test('what is added at once runs besides', () => {
  const fill = (queue: ReturnType<typeof createWorkQueue>) => {
    queue.addAfter(30);
    queue.add();
    queue.add();
  };
  expect(times(fill)).toEqual([1, 30]);
});

test('a closed queue is silent', () => {
  const fill = (queue: ReturnType<typeof createWorkQueue>) => {
    queue.addAfter(30);
    queue.close();
  };
  expect(times(fill)).toEqual([]);
});
