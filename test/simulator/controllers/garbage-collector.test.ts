import { expect, test } from 'vitest';
import { life, run, statuses } from '../runs.ts';

test('deleting a Job: in the foreground its pods go first, as orphans they stay', () => {
  const slow = { run: { for: 30 }, stop: { after: 6 } };
  expect(statuses(run({}, { ...slow, actions: [{ at: 5, delete: 'Foreground' }] }))).toBe('0 Running 0/1 > 5 Terminating 0/1 > 11 gone');
  expect(statuses(run({}, { ...slow, actions: [{ at: 5, delete: 'Background' }] }))).toBe('0 Running 0/1 > 5 gone');
  const orphaned = run({}, { ...slow, actions: [{ at: 5, delete: 'Orphan' }] });
  expect(statuses(orphaned)).toBe('0 Running 0/1 > 5 Terminating 0/1 > 5 gone');
  expect(orphaned.pods.at(-1)).toMatchObject({ t: 31, STATUS: 'Completed' });
});

test('a node that vanishes: its pods fail by pod garbage collection, and are replaced', () => {
  const policy = { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }] };
  const scenario = { run: { for: 100 }, cluster: { nodes: 2 }, actions: [{ at: 10, failNode: 'node-1' }] };
  const result = run({ completions: 2, parallelism: 2, podFailurePolicy: policy }, scenario);
  expect(life(result)).toContain('60 Failed 1/1 > 61 gone');
  expect(result.summary).toMatchObject({ outcome: 'Complete', podsCreated: 3, podsFailed: 0 });
});
