import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noIndexes, withIndexes } from '../../../server/simulator/objects/completion-indexes.ts';
import type { JobStatus } from '../../../server/simulator/objects/objects.ts';
import { growingStatus, noStatus, statusChange } from '../../../server/simulator/objects/status-change.ts';
import { runs } from '../../property-runs.ts';

const instant = fc.nat(1000);
const indexes = fc.array(fc.nat(12)).map((list) => withIndexes(noIndexes, list));
const condition = fc.record({
  type: fc.constantFrom('Suspended', 'Complete'),
  status: fc.constantFrom('True', 'False'),
  reason: fc.constant('Because'),
  message: fc.constant(''),
  changed: instant,
});
/** As statuses follow one another: what was counted or listed once stays, and a condition is added or set anew. */
const statuses = fc
  .array(
    fc.record<JobStatus<string>>({
      startTime: fc.option(instant, { nil: undefined }),
      completionTime: fc.constant(undefined),
      active: fc.nat(5),
      ready: fc.nat(5),
      terminating: fc.nat(5),
      succeeded: fc.nat(5),
      failed: fc.nat(5),
      completedIndexes: indexes,
      failedIndexes: indexes,
      conditions: fc.array(condition, { maxLength: 1 }),
    }),
    { maxLength: 6 },
  )
  .map((list) => {
    let conditions: JobStatus<string>['conditions'] = [];
    return list.map((status) => {
      for (const one of status.conditions) {
        const known = conditions.some(({ type }) => type === one.type);
        conditions = known ? conditions.map((other) => (other.type === one.type ? one : other)) : [...conditions, one];
      }
      return { ...status, conditions };
    });
  });

test('a status grows by the changes to what it was', () => {
  fc.assert(
    fc.property(statuses, instant, (list, created) => {
      const growing = growingStatus(created);
      let before: JobStatus<string> = noStatus;
      for (const status of list) {
        growing.add(statusChange(before, status, created));
        before = status;
        expect(growing.whole()).toEqual(status);
      }
    }),
    runs(200),
  );
});

describe('a change says what is new, the same for Jobs that live alike', () => {
  const started = (created: number): JobStatus => ({ ...noStatus, startTime: created + 3, active: 2, ready: 0 });
  const ended = (created: number): JobStatus => ({
    ...started(created),
    active: 1,
    succeeded: 7,
    completedIndexes: [{ first: 0, last: 6 }],
    conditions: [{ type: 'Complete', status: 'True', reason: '', message: '', changed: created + 9 }],
  });
  test.each([0, 1000])('of a Job that was created at %i', (created) => {
    expect(statusChange(noStatus, started(created), created)).toEqual({ startTime: 3, active: 2, ready: 0 });
    expect(statusChange(started(created), ended(created), created)).toEqual({
      active: -1,
      succeeded: 7,
      completedIndexes: [{ first: 0, last: 6 }],
      conditions: [{ type: 'Complete', status: 'True', reason: '', message: '', changed: 9 }],
    });
    const one = ended(created);
    expect(statusChange(one, one, created)).toEqual({});
  });
  test('a start that is taken back, and failed indexes that are listed from now on', () => {
    expect(statusChange(started(0), { ...started(0), startTime: undefined, failedIndexes: noIndexes }, 0)).toEqual({
      startTime: null,
      failedIndexes: [],
    });
  });
});
