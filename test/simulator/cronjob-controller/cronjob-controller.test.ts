import { describe, expect, test } from 'vitest';
import type { CronJobSpec } from '../../../server/kubernetes/generated/types.ts';
import { at as moment } from '../../../server/simulator/run/at.ts';
import { recordingOf } from '../../../server/simulator/run/recording-of.ts';
import type { ContainerRun, Scenario } from '../../../server/simulator/scenario/scenario.ts';
import { simulate } from '../../../server/simulator/simulate.ts';
import { cronJobOf } from '../../manifests.ts';

const at = (text: string) => Date.parse(`2026-03-01T${text}Z`);

const run = (seconds: number): readonly ContainerRun[] => [{ kind: 'run', for: seconds, exit: 0 }];
const names = (spec: CronJobSpec, scenario: Scenario, until: number) =>
  recordingOf(
    simulate(cronJobOf(spec), { startAt: at('10:00:30'), kubelet: { notice: 0 }, ...scenario }, { version: '1.37', until }),
  ).jobs.flatMap(({ t, event, NAME = '' }) => {
    if (event === 'ADDED') return [`${t} ${NAME}`];
    return event === 'DELETED' ? [`${t} ${NAME} gone`] : [];
  });

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

describe('without any time to start in', () => {
  const cronJob = cronJobOf({ startingDeadlineSeconds: 0 });
  const made = (scenario: Scenario) => simulate(cronJob, { startAt: at('10:00:30'), ...scenario }, { version: '1.37' });

  test('no time of the schedule starts a Job, and it is not watched for longer than it takes to see that', () => {
    const { watched, until, jobsCreated, runsOfCronJob } = made({});
    expect([watched, jobsCreated, (runsOfCronJob?.missed ?? 0) >= 3, until < 2 * 3600]).toEqual(['missed', 0, true, true]);
  });

  test('an edit that gives it some is waited for', () => {
    const patch = { spec: { startingDeadlineSeconds: 60 } };
    const { watched, jobsCreated } = made({ run: run(5), actions: [{ kind: 'patch', at: 3 * 3600, patch }] });
    expect([watched, jobsCreated]).toEqual(['third-run', 3]);
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

test('Jobs of one minute are called the same, so what is said of a second one is the first event, counted again', () => {
  const { events } = moment(
    simulate(cronJobOf({ schedule: '@every 20s', successfulJobsHistoryLimit: 0 }), { run: run(5) }, { version: '1.37', until: 50 }),
  );
  const created = events.filter(({ kind, reason }) => kind === 'CronJob' && reason === 'SuccessfulCreate');
  expect(created.map(({ message, count }) => `${message} x${count}`)).toEqual(['Created job tick-29453760 x2']);
});
