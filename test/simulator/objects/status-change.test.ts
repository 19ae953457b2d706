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
    fc.property(statuses, instant, (list, at) => {
      const time = { at, second: at - 1 };
      const growing = growingStatus();
      let before: JobStatus<string> = noStatus;
      for (const status of list) {
        growing.add(statusChange(before, status, time), time);
        before = status;
        expect(growing.whole()).toEqual(status);
      }
    }),
    runs(200),
  );
});

describe('a change says what is new, the same for Jobs that live alike', () => {
  const second = 1_000_000;
  const started = (now: number): JobStatus => ({ ...noStatus, startTime: now - second, active: 2, ready: 0 });
  const ended = (now: number): JobStatus => ({
    ...started(now),
    active: 1,
    succeeded: 7,
    completedIndexes: [{ first: 0, last: 6 }],
    conditions: [{ type: 'Complete', status: 'True', reason: '', message: '', changed: now + 9 }],
  });
  test.each([0, 5 * second])('and at whatever time: %i', (now) => {
    const time = { at: now + 12, second: now };
    expect(statusChange(noStatus, started(now), time)).toEqual({ startTime: second, active: 2, ready: 0 });
    expect(statusChange(started(now), ended(now), time)).toEqual({
      active: -1,
      succeeded: 7,
      completedIndexes: [{ first: 0, last: 6 }],
      conditions: [{ type: 'Complete', status: 'True', reason: '', message: '', changed: 3 }],
    });
    const one = ended(now);
    expect(statusChange(one, one, time)).toEqual({});
  });
  test('a start that is taken back, and failed indexes that are listed from now on', () => {
    const after = { ...started(0), startTime: undefined, failedIndexes: noIndexes };
    expect(statusChange(started(0), after, { at: 0, second: 0 })).toEqual({ startTime: null, failedIndexes: [] });
  });
});
