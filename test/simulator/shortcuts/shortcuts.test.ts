import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factIn, factsIn } from '../../../server/admission/namespace-facts.ts';
import { outcomeText } from '../../../server/application/simulation/outcome.ts';
import type { CronJob, CronJobSpec, JobSpec, PodSpec } from '../../../server/kubernetes/generated/types.ts';
import { textsIn } from '../../../server/messages/render.ts';
import type { Action, Scenario } from '../../../server/simulator/scenario/scenario.ts';
import { type SimulationOptions, simulate } from '../../../server/simulator/simulate.ts';
import { cronJobOf, jobOf } from '../../manifests.ts';
import { runs } from '../../property-runs.ts';
import { cronJobs, difference, scenarios } from '../arbitrary-runs.ts';

/** Where a run with shortcuts differs from one in which every step is taken. */
function differenceOf(cronJob: CronJob, scenario: Scenario, until: number, facts: readonly unknown[] = []): readonly string[] {
  const inForce = factsIn(facts.flatMap((value) => factIn(value) ?? []));
  const options = { version: '1.37', until, ...(inForce ? { facts: inForce } : {}) } as const;
  const played = (shortcuts: boolean) => JSON.stringify(simulate(cronJob, scenario, { ...options, shortcuts }));
  return difference(played(true), played(false));
}

test('a run with shortcuts is the run that would have been taken step by step, to the byte', () => {
  fc.assert(
    fc.property(cronJobs, scenarios, fc.integer({ min: 600, max: 30_000 }), (cronJob, scenario, until) => {
      expect(differenceOf(cronJob, scenario, until)).toEqual([]);
    }),
    runs(60),
  );
});

/** CronJobs that soon repeat themselves, and what stops them from it. */
const repetitive = fc.record({
  spec: fc.record({
    schedule: fc.constantFrom(
      ...['* * * * *', '*/5 * * * *', '*/7 * * * *', '*/7 10-11 * * *', '0-2,4 * * * *', '20 * * * *', '@every 90s', '@every 20s'],
    ),
    timeZone: fc.constantFrom('Etc/UTC', 'Europe/Berlin'),
    concurrencyPolicy: fc.constantFrom('Allow', 'Forbid', 'Replace'),
    successfulJobsHistoryLimit: fc.nat(3),
    failedJobsHistoryLimit: fc.nat(2),
  }),
  job: fc.constantFrom<JobSpec>(
    {},
    { completions: 2 },
    { completions: 3, parallelism: 2, completionMode: 'Indexed' },
    { ttlSecondsAfterFinished: 30 },
    { activeDeadlineSeconds: 70 },
    { podFailurePolicy: { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [1] } }] } },
  ),
  pod: fc.constantFrom<PodSpec>({}, {}, { restartPolicy: 'OnFailure' }, { terminationGracePeriodSeconds: 90 }),
  backoffLimit: fc.constantFrom(0, 1, 3),
  stop: fc.constantFrom(undefined, { after: 70, exit: 0 }),
  exit: fc.constantFrom(0, 0, 1),
  seconds: fc.oneof(fc.integer({ min: 0, max: 150 }), fc.constantFrom(60, 300, 450)),
  first: fc.constantFrom(undefined, 60),
  startAt: fc.integer({ min: 0, max: 59 }).map((second) => Date.parse('2026-03-28T22:00:00Z') + second * 1000),
  actions: fc.constantFrom<readonly Action[]>(
    [],
    [],
    [{ at: 1500, kind: 'patch', patch: { spec: { suspend: true } } }],
    [{ at: 1500, kind: 'evict-pod', pod: 4 }],
    [{ at: 1500, kind: 'kill-container', pod: 4, exit: 1 }],
    [{ at: 1310, kind: 'kill-container', pod: 3, exit: 1 }],
    [{ at: 1500, kind: 'patch', patch: { spec: { schedule: '*/3 * * * *' } } }],
  ),
  until: fc.integer({ min: 3600, max: 20_000 }),
});

const object = (kind: string, metadata: object, spec = {}) => ({ apiVersion: 'v1', kind, metadata, spec });
const quotaOf = (hard: object) => [object('ResourceQuota', { name: 'quota' }, { hard })];
const restricted = object('Namespace', { name: 'n', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } });
/** What is in force in a namespace: mostly nothing. */
const namespaces = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 2, arbitrary: fc.nat(4).map((pods) => quotaOf({ pods })) },
  fc.nat(8).map((pods) => quotaOf({ 'count/pods': pods })),
  fc.nat(4).map((jobs) => quotaOf({ 'count/jobs.batch': jobs })),
  fc.constant([restricted]),
);

test('the same where turns repeat themselves, overlap, are meddled with, and where the namespace refuses pods', () => {
  fc.assert(
    fc.property(repetitive, namespaces, ({ spec, job, pod, stop, backoffLimit, exit, seconds, first, startAt, actions, until }, facts) => {
      const run = [{ kind: 'run', for: seconds, exit } as const];
      const pods = first === undefined ? [] : [{ ordinal: 0, run: [{ kind: 'run', for: first, exit: 1 } as const] }];
      const cronJob = cronJobOf({ ...spec, jobTemplate: { spec: jobOf({ backoffLimit, ...job }, pod).spec ?? {} } });
      expect(differenceOf(cronJob, { startAt, actions, run, pods, ...(stop ? { stop } : {}) }, until, facts)).toEqual([]);
    }),
    runs(100),
  );
});

test('the same where Pod Security refuses all pods, and the CronJob is suspended meanwhile', () => {
  const none = { successfulJobsHistoryLimit: 0, failedJobsHistoryLimit: 0 };
  const often = { schedule: '@every 20s', concurrencyPolicy: 'Replace', ...none } as const;
  const cronJob = cronJobOf({ ...often, jobTemplate: { spec: jobOf({ backoffLimit: 0 }).spec ?? {} } });
  const actions = [{ at: 1500, kind: 'patch', patch: { spec: { suspend: true } } } as const];
  expect(differenceOf(cronJob, { actions }, 3600, [restricted])).toEqual([]);
});

test('the same where Forbid keeps back Jobs that end at each minute of the hour in turn', () => {
  const schedules = fc.constantFrom('*/7 * * * *', '*/11 * * * *', '0-2,4 * * * *', '*/7 3-9 * * *');
  // The kubelet takes three seconds.
  const minutes = fc.integer({ min: 5, max: 40 });
  fc.assert(
    fc.property(schedules, minutes, fc.integer({ min: 7, max: 100 }), fc.constantFrom(0, 1), (schedule, length, hours, exit) => {
      const cronJob = cronJobOf({ schedule, concurrencyPolicy: 'Forbid', jobTemplate: { spec: jobOf({ backoffLimit: 0 }).spec ?? {} } });
      expect(differenceOf(cronJob, { run: [{ kind: 'run', for: 60 * length - 3, exit }] }, hours * 3600)).toEqual([]);
    }),
    runs(60),
  );
});

describe('a long run takes few steps', () => {
  const year = 365 * 86_400;

  /** About how many thousand: it is asked after each 4,096 whether it is still wanted. */
  function thousandSteps(cronJob: CronJob, scenario: Scenario, options: Partial<SimulationOptions> = {}): number {
    let asked = 0;
    const cancelled = () => {
      asked++;
      return false;
    };
    simulate(cronJob, scenario, { version: '1.37', until: year, cancelled, ...options });
    return asked * 4;
  }
  test.each<[string, CronJobSpec, Scenario, number]>([
    ['every 5 minutes', { schedule: '*/5 * * * *' }, {}, 4],
    ['every 7 minutes of an hour', { schedule: '*/7 * * * *' }, {}, 8],
    ['at office hours', { schedule: '0 9-17 * * 1-5' }, {}, 8],
    ['in a zone whose clocks change', { schedule: '30 3 * * *', timeZone: 'Europe/Berlin' }, {}, 4],
    ['with Jobs that overlap', { schedule: '*/5 * * * *' }, { run: [{ kind: 'run', for: 450 }] }, 4],
    ['with more than a hundred Jobs at once', { schedule: '*/5 * * * *' }, { run: [{ kind: 'run', for: 50_000 }] }, 12],
    [
      'with Jobs that replace each other',
      { schedule: '*/5 * * * *', concurrencyPolicy: 'Replace' },
      { run: [{ kind: 'run', for: 450 }] },
      4,
    ],
    ['with Jobs that fail', { schedule: '*/5 * * * *' }, { run: [{ kind: 'run', for: 5, exit: 1 }] }, 4],
    [
      'after a container was killed',
      { schedule: '*/5 * * * *' },
      { actions: [{ at: 1510, kind: 'kill-container', pod: 4, exit: 137 }] },
      4,
    ],
  ])('%s', (_, spec, scenario, most) => {
    expect(thousandSteps(cronJobOf(spec), scenario)).toBeLessThanOrEqual(most);
  });

  test('with Jobs whose pods the namespace refuses, again and again', () => {
    const replaced = cronJobOf({ schedule: '*/5 * * * *', concurrencyPolicy: 'Replace' });
    const facts = factsIn([restricted].flatMap((value) => factIn(value) ?? []));
    expect(facts).toBeDefined();
    expect(thousandSteps(replaced, {}, facts ? { facts } : {})).toBeLessThanOrEqual(4);
  });

  // Where such a run stands comes again at other places of the hour first.
  test.each([
    [430, 110],
    [436, 110],
    [450, 40],
    [3601, 40],
  ])('with Jobs of %i s that Forbid keeps back', (seconds, most) => {
    const forbidding = cronJobOf({ schedule: '*/7 * * * *', concurrencyPolicy: 'Forbid' });
    expect(thousandSteps(forbidding, { run: [{ kind: 'run', for: seconds }] })).toBeLessThanOrEqual(most);
  });

  test('with Jobs that never end no more than a bound is lived, and that is said', () => {
    const endless = cronJobOf({ schedule: '*/5 * * * *' });
    const forever: Scenario = { run: [{ kind: 'run', for: Infinity }] };
    const run = simulate(endless, forever, { version: '1.37', until: year, mostJobs: 100 });
    expect(run).toMatchObject({ watched: 'jobs', mostJobs: 100, jobsCreated: 101, stoppedEarly: true });
    expect(outcomeText(run, textsIn('en'))).toContain('until there were 100 Jobs at once');
  });

  test('and copies no more than a bound: there it stops, and says so', () => {
    const run = simulate(cronJobOf({ schedule: '*/5 * * * *' }), {}, { version: '1.37', until: year, mostCopiedRows: 2000 });
    expect(run).toMatchObject({ watched: 'events', stoppedEarly: true });
    expect(run.jobsCreated).toBeGreaterThan(900);
    expect(run.jobsCreated).toBeLessThan(1100);
    expect(outcomeText(run, textsIn('en'))).toContain('too long to watch to its end');
  });

  test('but all where chance has a say, or where that is asked for', () => {
    const hourly = cronJobOf({ schedule: '0 * * * *' });
    expect(thousandSteps(hourly, { start: { min: 1, max: 2 } })).toBeGreaterThan(100);
    expect(thousandSteps(hourly, {}, { shortcuts: false })).toBeGreaterThan(100);
  });
});
