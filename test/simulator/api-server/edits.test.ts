import { describe, expect, test } from 'vitest';
import type { CronJob, Job } from '../../../server/kubernetes/generated/types.ts';
import { recordingOf } from '../../../server/simulator/run/recording-of.ts';
import { readScenario } from '../../../server/simulator/scenario/scenario-reader.ts';
import { simulate } from '../../../server/simulator/simulate.ts';
import { cronJobOf, jobOf } from '../../manifests.ts';
import { run, statuses, withIdealKubelet } from '../runs.ts';

const edit = (at: number, spec: object) => ({ at, patch: { spec } });

test('completions cannot be raised, and the result says so', () => {
  const result = run({ completions: 3 }, { run: { for: 4 }, actions: [edit(2, { completions: 5 })] });
  expect(result.actionResults).toMatchObject([{ at: 2, accepted: false, refusal: [{ path: 'spec.completions', reason: 'Invalid' }] }]);
  expect(result.summary.podsCreated).toBe(3);
});

test('an Indexed Job may change completions together with parallelism', () => {
  const scenario = { run: { for: 6 }, actions: [edit(3, { completions: 4, parallelism: 4 })] };
  const result = run({ completions: 2, parallelism: 2, completionMode: 'Indexed' }, scenario);
  expect(result.actionResults).toEqual([{ at: 3, action: 0, accepted: true }]);
  expect(statuses(result)).toBe('0 Running 0/2 > 3 Running 0/4 > 8 Running 2/4 > 11 SuccessCriteriaMet 4/4 > 11 Complete 4/4');
});

test('a field that does not exist is dropped from a patch, as for kubectl patch, and named; a value of the wrong type refuses it', () => {
  const patched = (patch: object) => run({}, { run: { for: 4 }, actions: [{ at: 2, patch }] }).actionResults;
  expect(patched({ spec: { paralelism: 2 } })).toMatchObject([{ at: 2, accepted: true, dropped: [{ path: 'spec.paralelism' }] }]);
  expect(patched({ spec: { parallelism: 'two' } })).toMatchObject([{ at: 2, accepted: false, refusal: [{ reason: 'WrongType' }] }]);
});

test('a suspended Job stops its pods without counting them, and begins anew', () => {
  const scenario = { run: { for: 8 }, actions: [edit(4, { suspend: true }), edit(20, { suspend: false })] };
  const result = run({ backoffLimit: 0 }, scenario);
  expect(statuses(result)).toBe('0 Running 0/1 > 4 Suspended 0/1 > 20 Running 0/1 > 30 SuccessCriteriaMet 0/1 > 30 Complete 1/1');
  expect(result.summary).toMatchObject({ outcome: 'Complete', podsCreated: 2, podsFailed: 0 });
});

describe('an edit that changes nothing is accepted, and nobody hears of it', () => {
  const forbid = cronJobOf({ concurrencyPolicy: 'Forbid' });
  const played = (object: Job | CronJob, patch?: object) => {
    const actions = patch ? [{ at: 130, patch }] : [];
    const reading = readScenario(withIdealKubelet({ run: { for: 100 }, actions }));
    if ('findings' in reading) throw new Error(JSON.stringify(reading.findings));
    return simulate(object, reading.scenario, { version: '1.37', until: 140 });
  };
  test.each([
    ['Job', jobOf({ parallelism: 0 })],
    ['CronJob', forbid],
  ])('of a %s', (_, object) => {
    const { actionResults, ...edited } = played(object, { spec: { suspend: false }, metadata: { labels: null } });
    const { actionResults: none, ...left } = played(object);
    expect(actionResults).toEqual([{ at: 130, action: 0, accepted: true }]);
    expect(none).toEqual([]);
    expect(edited).toEqual(left);
  });
  test('but of a new label they do', () => {
    const { events } = recordingOf(played(forbid, { metadata: { labels: { edited: 'yes' } } }));
    expect(events.at(-1)).toMatchObject({ t: 130, reason: 'JobAlreadyActive' });
  });
});

test('what is gone cannot be edited', () => {
  const scenario = { run: { for: 1 }, actions: [{ at: 5, delete: 'Background' }, edit(7, { parallelism: 2 })] };
  const result = run({}, scenario);
  expect(result.actionResults).toMatchObject([{ at: 7, accepted: false, refusal: [{ code: 'edited-object-gone' }] }]);
  expect(result.final).toBeNull();
  expect(result.describe).toBe('');
  expect(result.summary).toMatchObject({ outcome: 'Complete', reason: 'CompletionsReached', duration: 3, deletedAfter: 2 });
});

test('a Job that another controller manages is left alone', () => {
  const result = run({ managedBy: 'example.com/controller' }, { run: { for: 1 } }, {}, 20);
  expect(statuses(result)).toBe('0 Running 0/1');
  expect(result.summary).toMatchObject({ outcome: 'Running', podsCreated: 0 });
});

test('a generated name is completed', () => {
  const { spec } = jobOf({});
  const made = simulate({ kind: 'Job', metadata: { generateName: 'hello-' }, ...(spec ? { spec } : {}) }, {}, { version: '1.37' });
  expect(made.name).toMatch(/^hello-[0-9a-f]{5}$/);
  expect(recordingOf(made).describe).toContain(`Name:             ${made.name}`);
});
