import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../server/simulator/engine/clock.ts';
import type { JobCondition } from '../../../server/simulator/objects/objects.ts';
import { noStatus } from '../../../server/simulator/objects/status-change.ts';
import { behaviourOf } from '../../../server/simulator/versions/behaviour.ts';
import { jobColumns, type ShownJob } from '../../../server/simulator/watch/job-columns.ts';

const condition = (type: string, status = 'True'): JobCondition => ({ type, status, reason: '', message: '', changed: 0 });
const columns = (more: Partial<ShownJob>, now = 0, behaviour = behaviourOf('1.37')) =>
  jobColumns({ fields: { completions: 3, parallelism: 1 }, status: noStatus, deletion: undefined, ...more }, instantOf(now), behaviour);

describe('STATUS', () => {
  test.each<[readonly JobCondition[], ShownJob['deletion'], string]>([
    [[], undefined, 'Running'],
    [[condition('Suspended'), condition('Failed')], undefined, 'Failed'],
    [[condition('Suspended')], undefined, 'Suspended'],
    [[condition('Suspended', 'False')], undefined, 'Running'],
    [[condition('SuccessCriteriaMet')], undefined, 'SuccessCriteriaMet'],
    [[], 'Foreground', 'Terminating'],
    [[condition('Complete')], 'Foreground', 'Complete'],
  ])('%j, deletion %s: %s', (conditions, deletion, status) => {
    expect(columns({ status: { ...noStatus, conditions }, deletion }).STATUS).toBe(status);
  });
});

test.each([
  [{ completions: 3, parallelism: 2 }, '1/3'],
  [{ completions: undefined, parallelism: 3 }, '1/1 of 3'],
  [{ completions: undefined, parallelism: 1 }, '1/1'],
])('COMPLETIONS of %j: %s', (fields, completions) => {
  expect(columns({ fields, status: { ...noStatus, succeeded: 1 } }).COMPLETIONS).toBe(completions);
});

test('DURATION counts from the start to the end, or to now', () => {
  const startTime = instantOf(2);
  expect(columns({}, 9).DURATION).toBe('');
  expect(columns({ status: { ...noStatus, startTime } }, 9).DURATION).toBe('7s');
  expect(columns({ status: { ...noStatus, startTime, completionTime: instantOf(5) } }, 9).DURATION).toBe('3s');
});
