import { expect, test } from 'vitest';
import { life, run } from '../runs.ts';

test('a cluster with room for two pods: the others wait', () => {
  const result = run({ completions: 3, parallelism: 3 }, { run: { for: 5 }, cluster: { pods: 2 } });
  expect(life(result, 2)).toBe('0 Pending 0/1 > 6 ContainerCreating 0/1 > 7 Running 1/1 > 12 Completed 0/1');
});

test('scheduling gates keep a pod from its node', () => {
  const result = run({ activeDeadlineSeconds: 20 }, {}, { schedulingGates: [{ name: 'example.com/quota' }] });
  expect(life(result)).toBe('0 SchedulingGated 0/1 > 20 Terminating 0/1 > 20 gone');
  expect(result.trace).toContainEqual(expect.objectContaining({ code: 'trace-scheduling-gated', pod: 0 }));
});
