import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSchedule } from '../../server/kubernetes/cron/parse-schedule.ts';
import type { CronJobSpec } from '../../server/kubernetes/generated/types.ts';
import { findTimeZone, utc } from '../../server/kubernetes/time-zones/time-zone.ts';
import { recordingOf } from '../../server/simulator/run/recording-of.ts';
import type { Action, ContainerRun, PodBehaviour, Scenario } from '../../server/simulator/scenario/scenario.ts';
import { latestUnmetTime, nextLook, scheduleClock } from '../../server/simulator/schedules/missed-schedules.ts';
import { scheduledJob, scheduledJobName } from '../../server/simulator/schedules/scheduled-job.ts';
import { simulate } from '../../server/simulator/simulate.ts';
import { cronJobOf, jobOf } from '../manifests.ts';
import { runs } from '../property-runs.ts';

const at = (text: string) => Date.parse(`2026-03-01T${text}Z`);

describe('times that are due', () => {
  const parsed = parseSchedule('*/15 * * * *');
  const clock = scheduleClock(parsed.ok ? parsed.schedule : { kind: 'every', seconds: 1 }, utc);

  test('none before the first', () => {
    expect(latestUnmetTime(clock, at('10:01:00'), at('10:14:59'))).toMatchObject({ latest: undefined, missed: 'none' });
  });

  test('of several only the latest counts', () => {
    expect(latestUnmetTime(clock, at('10:01:00'), at('11:20:00'))).toMatchObject({ latest: at('11:15:00'), missed: 'few' });
    expect(latestUnmetTime(clock, Date.parse('2026-02-01T00:00:00Z'), at('11:20:00'))).toMatchObject({ missed: 'many' });
  });

  test('the controller looks again a tenth of a second after the next', () => {
    expect(nextLook(clock, at('10:15:00'), at('10:15:00'))).toBe(at('10:30:00') + 100);
  });

  test('a schedule without a next time makes no sense', () => {
    const never = parseSchedule('0 0 31 2 *');
    if (!never.ok) throw new Error('it can be read');
    expect(latestUnmetTime(scheduleClock(never.schedule, utc), at('00:00:00'), at('10:00:00'))).toBeUndefined();
  });
});

test('the Job of a time says that time in the CronJob’s zone', () => {
  const zone = findTimeZone('Asia/Seoul') ?? utc;
  const job = scheduledJob(cronJobOf({ timeZone: 'Asia/Seoul' }), scheduledJobName('tick', at('10:15:00')), at('10:15:00'), zone);
  expect(job.metadata?.name).toBe('tick-29539335');
  expect(job.metadata?.annotations).toEqual({ 'batch.kubernetes.io/cronjob-scheduled-timestamp': '2026-03-01T19:15:00+09:00' });
});

const run = (seconds: number): readonly ContainerRun[] => [{ kind: 'run', for: seconds, exit: 0 }];
const names = (spec: CronJobSpec, scenario: Scenario, until: number) =>
  recordingOf(simulate(cronJobOf(spec), { startAt: at('10:00:30'), ...scenario }, { version: '1.37', until })).jobs.flatMap(
    ({ t, event, NAME = '' }) => (event === 'ADDED' ? [`${t} ${NAME}`] : event === 'DELETED' ? [`${t} ${NAME} gone`] : []),
  );

describe('what happens while a Job still runs at the next time', () => {
  test('Forbid: the next one starts when it has finished, for the latest time', () => {
    expect(names({ concurrencyPolicy: 'Forbid' }, { run: run(80) }, 240)).toEqual([
      '30.1 tick-29539321',
      '112.1 tick-29539322',
      '194.1 tick-29539323',
    ]);
  });

  test('Replace: it is deleted', () => {
    expect(names({ concurrencyPolicy: 'Replace' }, { run: run(80) }, 100)).toEqual([
      '30.1 tick-29539321',
      '90.1 tick-29539321 gone',
      '90.1 tick-29539322',
    ]);
  });

  test('a starting deadline that is too short: the time is lost', () => {
    const spec = { concurrencyPolicy: 'Forbid', startingDeadlineSeconds: 5 };
    expect(names(spec, { run: run(80) }, 240)).toEqual(['30.1 tick-29539321', '150.1 tick-29539323']);
  });
});

test('history keeps as many finished Jobs as it may', () => {
  expect(names({ successfulJobsHistoryLimit: 1 }, { run: run(5) }, 200)).toEqual([
    '30.1 tick-29539321',
    '90.1 tick-29539322',
    '97.1 tick-29539321 gone',
    '150.1 tick-29539323',
    '157.1 tick-29539322 gone',
  ]);
});

test('a life that is copied is the life that would have been lived', () => {
  const lives = fc.record({
    run: fc.array(
      fc
        .record({ for: fc.integer({ min: 0, max: 30 }), exit: fc.constantFrom(0, 1) })
        .map<ContainerRun>((one) => ({ kind: 'run', ...one })),
      { minLength: 1, maxLength: 2 },
    ),
    startAt: fc.integer({ min: 0, max: 59 }).map((second) => at('10:00:00') + second * 1000),
    pods: fc.constantFrom<readonly PodBehaviour[]>([], [{ ordinal: 1, run: run(3) }]),
  });
  const policies = fc.constantFrom('Allow', 'Forbid', 'Replace');
  fc.assert(
    fc.property(lives, policies, fc.nat(2), fc.integer({ min: 100, max: 500 }), (scenario, concurrencyPolicy, limit, until) => {
      const cronJob = cronJobOf({ concurrencyPolicy, successfulJobsHistoryLimit: 1 }, { backoffLimit: limit });
      const copied = simulate(cronJob, scenario, { version: '1.37', until });
      const lived = simulate(cronJob, scenario, { version: '1.37', until, shortcuts: false });
      expect(JSON.stringify(copied)).toBe(JSON.stringify(lived));
    }),
    runs(60),
  );
});

test('turns of a schedule that are copied are the turns that would have been taken', () => {
  const cases = fc.record({
    exit: fc.constantFrom(0, 1),
    seconds: fc.integer({ min: 0, max: 150 }),
    startAt: fc.integer({ min: 0, max: 59 }).map((second) => at('10:00:00') + second * 1000),
    schedule: fc.constantFrom('* * * * *', '*/5 * * * *', '*/7 10-11 * * *', '20 * * * *'),
    timeZone: fc.constantFrom('Etc/UTC', 'Europe/Berlin'),
    limit: fc.nat(3),
    job: fc.constantFrom(
      {},
      { completions: 2 },
      { completions: 3, parallelism: 2, completionMode: 'Indexed' },
      { ttlSecondsAfterFinished: 30 },
    ),
    until: fc.integer({ min: 3600, max: 20_000 }),
    actions: fc.constantFrom<readonly Action[]>([], [{ at: 1500, kind: 'patch', patch: { spec: { suspend: true } } }]),
  });
  fc.assert(
    fc.property(cases, ({ exit, seconds, startAt, schedule, timeZone, limit, job, until, actions }) => {
      const spec = { schedule, timeZone, successfulJobsHistoryLimit: limit, failedJobsHistoryLimit: limit };
      const jobTemplate = { spec: { ...jobOf({ backoffLimit: 0 }).spec, ...job } };
      const cronJob = cronJobOf({ ...spec, jobTemplate });
      const scenario = { startAt, actions, run: [{ kind: 'run', for: seconds, exit } as const] };
      const copied = simulate(cronJob, scenario, { version: '1.37', until });
      const lived = simulate(cronJob, scenario, { version: '1.37', until, shortcuts: false });
      expect(JSON.stringify(copied)).toBe(JSON.stringify(lived));
    }),
    runs(40),
  );
});
