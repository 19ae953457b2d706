import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createActiveJobs } from '../../../server/simulator/objects/active-jobs.ts';
import { runs } from '../../property-runs.ts';

const jobs = Array.from({ length: 8 }, (_, ordinal) => ({ ordinal }));

test('Jobs stand in the order in which they were added, and neighbours are told together', () => {
  const active = createActiveJobs();
  for (const job of jobs.slice(0, 5)) active.add(job);
  for (const place of [2, 0]) active.delete(jobs[place] ?? { ordinal: -1 });
  expect(active.neighbours).toEqual([
    [1, 1],
    [3, 2],
  ]);
  expect([...active].map(({ ordinal }) => ordinal)).toEqual([1, 3, 4]);
});

test('neighbours tell the same as the list, whatever is added and deleted', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.constantFrom(...jobs))), (steps) => {
      const active = createActiveJobs();
      for (const [added, job] of steps) added ? active.add(job) : active.delete(job);
      let list: readonly number[] = [];
      for (const [added, { ordinal }] of steps) {
        if (!added) list = list.filter((other) => other !== ordinal);
        else if (!list.includes(ordinal)) list = [...list, ordinal];
      }
      expect([...active].map(({ ordinal }) => ordinal)).toEqual(list);
      expect(active.neighbours.flatMap(([first, count]) => Array.from({ length: count }, (_, place) => first + place))).toEqual(list);
      expect(active.size).toBe(list.length);
      expect(active.changes).toBe(steps.length);
    }),
    runs(100),
  );
});
