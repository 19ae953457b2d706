import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CronJob, Job } from '../../../server/kubernetes/generated/types.ts';
import { secondsOf } from '../../../server/simulator/engine/clock.ts';
import { describeText } from '../../../server/simulator/kubectl/describe.ts';
import { getText } from '../../../server/simulator/kubectl/get.ts';
import type { Moment, StoredEvent } from '../../../server/simulator/kubectl/moment.ts';
import { at, toldUntil } from '../../../server/simulator/run/at.ts';
import { sums } from '../../../server/simulator/run/columns.ts';
import { podsOf } from '../../../server/simulator/run/pods-of.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import type { Scenario } from '../../../server/simulator/scenario/scenario.ts';
import { simulate } from '../../../server/simulator/simulate.ts';
import { jobOf } from '../../manifests.ts';
import { runs } from '../../property-runs.ts';
import { cronJobs, difference, jobSpecs, podSpecs, scenarios } from '../arbitrary-runs.ts';
import { allOutputs } from './outputs.ts';

const jobs = fc
  .tuple(jobSpecs, podSpecs, fc.nat(3), fc.integer({ min: 1, max: 4 }))
  .map(([spec, pod, backoffLimit, parallelism]): Job => ({ ...jobOf({ parallelism, ...spec, backoffLimit }, pod), kind: 'Job' }));

/** Some seconds of the run, and instants at which something changes. */
const times = fc.array(
  fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }).map((share) => (run: Run) => secondsOf(Math.round(share * run.end))),
    fc.nat().map((number) => (run: Run) => secondsOf(changeOf(run, number))),
    fc.nat().map((number) => (run: Run) => secondsOf(changeOf(run, number) - 1)),
    fc.integer({ min: 0, max: 8000 }).map((second) => () => second),
  ),
  { minLength: 2, maxLength: 4 },
);

function changeOf({ jobs, pods, events }: Run, number: number): number {
  const instants = [jobs, pods, events].flatMap((columns) => [...sums(columns.at)]);
  return instants[number % instants.length] ?? 0;
}

/** As it is sent and read again. */
function sent(run: Run): Run {
  return JSON.parse(JSON.stringify(run));
}

function expectMoments(object: Job | CronJob, scenario: Scenario, until: number, moments: readonly ((run: Run) => number)[]): void {
  const run = sent(simulate(object, scenario, { version: '1.37', until }));
  for (const moment of moments) {
    const t = Math.min(Math.max(0, moment(run)), until);
    const watched = simulate(object, scenario, { version: '1.37', until: t });
    expect(difference(allOutputs(at(run, t)), allOutputs(at(watched)))).toEqual([]);
  }
}

describe('a moment of a run is the end of one that was watched up to then, to the byte', () => {
  test('of a Job', () => {
    fc.assert(
      fc.property(jobs, scenarios, fc.constantFrom(30, 400, 7200), times, (job, scenario, until, moments) => {
        expectMoments(job, scenario, until, moments);
      }),
      runs(150),
    );
  });

  test('of a CronJob', () => {
    fc.assert(
      fc.property(cronJobs, scenarios, fc.constantFrom(600, 8000), times, (cronJob, scenario, until, moments) => {
        expectMoments(cronJob, scenario, until, moments);
      }),
      runs(60),
    );
  });
});

const hour = 3600;
const cronJob: CronJob = {
  kind: 'CronJob',
  metadata: { name: 'tick' },
  spec: { schedule: '*/10 * * * *', successfulJobsHistoryLimit: 1, jobTemplate: { spec: jobOf({}).spec ?? {} } },
};
const firstWord = (line: string) => line.split(' ')[0];
const lastWord = (line: string) => line.split(' ').at(-1);
const byFirst = (a: StoredEvent, b: StoredEvent) => a.firstSeen - b.firstSeen;
const names = (moment: Moment) => ({ jobs: moment.jobs.map(({ name }) => name), pods: moment.pods.length });

describe('what there is at a moment', () => {
  test('a Job with its TTL: running, finished, gone', () => {
    const run = sent(simulate(jobOf({ ttlSecondsAfterFinished: 60 }), {}, { version: '1.37' }));
    expect(getText('jobs', at(run, 5))).toContain('Running   0/1           5s');
    expect(getText('jobs', at(run, 70))).toContain('Complete   1/1           12s        70s');
    expect(getText('jobs', at(run, 73))).toBe('No resources found in default namespace.\n');
    expect(describeText(at(run, 70))).toContain('1 Succeeded');
    expect(describeText(at(run, 73))).toBe('');
  });

  test('the Jobs that the history keeps, and the pods of those', () => {
    const run = sent(simulate(cronJob, {}, { version: '1.37', until: hour }));
    expect(names(at(run, 601))).toEqual({ jobs: ['tick-29453770'], pods: 1 });
    expect(names(at(run, 1201))).toEqual({ jobs: ['tick-29453770', 'tick-29453780'], pods: 2 });
    expect(names(at(run, 1300))).toEqual({ jobs: ['tick-29453780'], pods: 1 });
  });

  test('events for an hour after they were last told', () => {
    const run = sent(simulate(jobOf({}), {}, { version: '1.37', until: 2 * hour }));
    const reasons = (t: number) => at(run, t).events.flatMap(({ kind, reason }) => (kind === 'Job' ? [reason] : []));
    expect(reasons(hour)).toEqual(['SuccessfulCreate', 'Completed']);
    expect(reasons(hour + 5)).toEqual(['Completed']);
    expect(reasons(hour + 20)).toEqual([]);
    expect([...at(run, hour + 20).seen.events].filter(({ line }) => line.kind === 'Job')).toHaveLength(2);
  });

  test('all in the order of their names, events in that of their objects and of when they first came', () => {
    fc.assert(
      fc.property(cronJobs, scenarios, fc.constantFrom(600, 8000), (cronJob, scenario, until) => {
        const moment = at(sent(simulate(cronJob, scenario, { version: '1.37', until })));
        for (const resource of ['jobs', 'pods', 'events'] as const) {
          const names = getText(resource, moment, { wide: true })
            .split('\n')
            .slice(1, -1)
            .map(resource === 'events' ? lastWord : firstWord);
          expect(names).toEqual(names.toSorted());
        }
      }),
      runs(40),
    );
  });

  test('the events about one object, in the order in which they first were stored, though they came again since', () => {
    const moment = at(sent(simulate(cronJob, {}, { version: '1.37', until: 2 * hour })), 2 * hour - 1);
    const objects = new Map(moment.events.map(({ kind, name }) => [`${kind} ${name}`, { kind, name }]));
    expect(objects.size).toBe(13);
    for (const { kind, name } of objects.values()) {
      const about = moment.eventsAbout(kind, name);
      expect(about.toSorted(byFirst)).toEqual(about);
      expect(new Set(about)).toEqual(new Set(moment.events.filter((event) => event.kind === kind && event.name === name)));
    }
    expect(moment.eventsAbout('CronJob', 'tick').some(({ count }) => count > 1)).toBe(true);
    expect(moment.eventsAbout('Job', 'tick')).toEqual([]);
  });

  test('different events of a reason as one, from the tenth on', () => {
    const run = sent(simulate(jobOf({ completions: 15, parallelism: 15 }), {}, { version: '1.37' }));
    const created = at(run, 5)
      .events.filter(({ kind }) => kind === 'Job')
      .map(({ message, count }) => `${message.replace(/hello-.*/, 'POD')} x${count}`);
    expect(created).toEqual([...Array(9).fill('Created pod: POD x1'), '(combined from similar events): Created pod: POD x6']);
  });

  test('a CronJob with the time of its last Job', () => {
    const run = sent(simulate(cronJob, {}, { version: '1.37', until: hour }));
    expect(getText('cronjobs', at(run, 599))).toContain('False     0        <none>          9m59s');
    expect(getText('cronjobs', at(run, 605))).toContain('False     1        5s              10m');
  });

  test('every Job of a CronJob as it is stored', () => {
    const run = sent(simulate(cronJob, {}, { version: '1.37', until: hour }));
    const [first, second] = at(run, 1201).jobs.map(({ object }) => object);
    expect(second).toMatchObject({
      metadata: {
        name: 'tick-29453780',
        uid: expect.not.stringMatching(`^${first?.metadata?.uid}$`),
        annotations: { 'batch.kubernetes.io/cronjob-scheduled-timestamp': '2026-01-01T00:20:00Z' },
        creationTimestamp: '2026-01-01T00:20:00Z',
      },
      spec: { selector: { matchLabels: { 'batch.kubernetes.io/controller-uid': second?.metadata?.uid } } },
      status: { active: 1 },
    });
  });
});

describe('which moment is meant', () => {
  const job = jobOf({});
  test('without a second: the last change, where nobody said how long to watch', () => {
    const run = simulate(job, {}, { version: '1.37' });
    expect([run.settled, run.until]).toEqual([true, 12.8]);
    expect(at(run).now).toBe(secondsOf(run.end));
    expect(at(simulate(job, {}, { version: '1.37', until: 100 })).now).toBe(100);
  });
  test('before the beginning: the beginning', () => {
    expect(at(simulate(job, {}, { version: '1.37' }), -5).now).toBe(0);
  });
  test('beyond the end: ages grow where nothing more can happen, otherwise it is the end', () => {
    expect(getText('jobs', at(simulate(job, {}, { version: '1.37' }), 100))).toContain('12s        100s');
    expect(at(simulate(job, {}, { version: '1.37', until: 5 }), 100).now).toBe(5);
  });
});

describe('a run of which not all is told', () => {
  const long = jobOf({ completions: 9, parallelism: 2 });
  const whole = simulate(long, {}, { version: '1.37' });
  const part = sent(simulate(long, {}, { version: '1.37', most: 4 }));

  test('says up to when it tells, and how it ends', () => {
    expect(podsOf(part)).toEqual(podsOf(whole).slice(0, 4));
    expect(part.told).toBeLessThan(part.end);
    expect(toldUntil(part)).toBe(25.8);
    expect([part.end, part.summary, part.jobsCreated]).toEqual([whole.end, whole.summary, whole.jobsCreated]);
    expect(toldUntil(whole)).toBe(whole.until);
  });
  test('is the same up to then, and stays there', () => {
    const told = secondsOf(part.told);
    for (const t of [3, 13, told]) expect(difference(allOutputs(at(part, t)), allOutputs(at(whole, t)))).toEqual([]);
    expect(at(part, 50).now).toBe(told);
    expect(at(part).now).toBe(told);
  });
  test('ends before the Job that is too many, too', () => {
    const run = simulate(cronJob, {}, { version: '1.37', until: hour, most: 2 });
    expect([run.jobs.made?.form.length, toldUntil(run)]).toEqual([2, 1800.1]);
  });
});
