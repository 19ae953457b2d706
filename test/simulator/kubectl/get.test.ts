import { describe, expect, test } from 'vitest';
import type { Job } from '../../../server/kubernetes/generated/types.ts';
import { getLines, getText, type Resource } from '../../../server/simulator/kubectl/get.ts';
import type { CronJobLine, JobLine, Moment, PodLine, Seen, StoredEvent } from '../../../server/simulator/kubectl/moment.ts';
import { emptyPod, momentWith } from './moments.ts';

const epoch = Date.UTC(2026, 0, 1);
const template = {
  spec: {
    containers: [
      { name: 'main', image: 'busybox' },
      { name: 'side', image: 'proxy:1' },
    ],
  },
};
const object: Job = { spec: { completions: 2, parallelism: 1, selector: { matchLabels: { b: '1', a: '2' } }, template } };
const job = (COMPLETIONS: string, DURATION: string, STATUS = 'Running'): JobLine => ({
  kind: 'Job',
  name: 'hello',
  created: 0,
  STATUS,
  COMPLETIONS,
  DURATION,
  object,
});
const seenJob = (t: number, line: JobLine, event: Seen<JobLine>['event'] = 'MODIFIED'): Seen<JobLine> => ({ t, event, line });
const jobs = [
  seenJob(0, job('0/2', ''), 'ADDED'),
  seenJob(0, job('0/2', '0s')),
  seenJob(12, job('1/2', '12s')),
  seenJob(1000, job('2/2', '16m', 'Complete')),
];
const moment = (now: number, more: Partial<Moment>): Moment => momentWith({ now, epoch, ...more });
const watched = (now: number, rows: Partial<Moment['seen']>, more: Partial<Moment> = {}) =>
  moment(now, { seen: { jobs: [], pods: [], cronJobs: [], events: [], ...rows }, ...more });

/** What is printed at the moment as a whole, which is the same line by line. */
function printed(resource: Resource, now: Moment, options: { readonly wide?: boolean } = {}): string {
  const text = getText(resource, now, options);
  const { count, line } = getLines(resource, now, options);
  expect(Array.from({ length: count }, (_, at) => `${line(at)}\n`).join('')).toBe(text);
  return text;
}

describe('jobs', () => {
  const present = { jobs: [job('1/2', '2m10s')] };
  test('at a moment', () => {
    expect(printed('jobs', moment(130, present))).toBe(
      `NAME    STATUS    COMPLETIONS   DURATION   AGE
hello   Running   1/2           2m10s      2m10s
`,
    );
  });
  test('before 1.30 without STATUS', () => {
    expect(printed('jobs', moment(130, { ...present, version: '1.29' }))).toBe(
      `NAME    COMPLETIONS   DURATION   AGE
hello   1/2           2m10s      2m10s
`,
    );
  });
  test('wide', () => {
    expect(printed('jobs', moment(130, present), { wide: true })).toBe(
      `NAME    STATUS    COMPLETIONS   DURATION   AGE     CONTAINERS   IMAGES            SELECTOR
hello   Running   1/2           2m10s      2m10s   main,side    busybox,proxy:1   a=2,b=1
`,
    );
  });
  test('watched: columns grow with the rows, earlier rows stay as they were', () => {
    expect(getText('jobs', watched(2000, { jobs }), { watch: true, watchEvents: true })).toBe(
      `EVENT      NAME    STATUS    COMPLETIONS   DURATION   AGE
ADDED      hello   Running   0/2                      0s
MODIFIED   hello   Running   0/2           0s         0s
MODIFIED   hello   Running   1/2           12s        12s
MODIFIED   hello   Complete   2/2           16m        16m
`,
    );
  });
  test('watched, without events', () => {
    expect(getText('jobs', watched(5, { jobs: jobs.slice(0, 2) }), { watch: true })).toBe(
      `NAME    STATUS    COMPLETIONS   DURATION   AGE
hello   Running   0/2                      0s
hello   Running   0/2           0s         0s
`,
    );
  });
  test('none', () => {
    expect(printed('jobs', moment(9, {}))).toBe('No resources found in default namespace.\n');
  });
});

describe('pods', () => {
  const pod = (name: string, more: Partial<PodLine> = {}): PodLine => ({
    name,
    created: 0,
    object: emptyPod,
    READY: '0/1',
    STATUS: 'Pending',
    RESTARTS: '0',
    readinessGates: 0,
    ...more,
  });
  const restarted = pod('hello-zzzzz', { STATUS: 'Completed', RESTARTS: '2', restarted: 7, ip: '10.0.0.1', node: 'node-1' });
  const pods = [pod('hello-bbbbb', { created: 21 }), restarted];
  test('with the age of the last restart', () => {
    expect(printed('pods', moment(25, { pods }))).toBe(
      `NAME          READY   STATUS      RESTARTS      AGE
hello-bbbbb   0/1     Pending     0             4s
hello-zzzzz   0/1     Completed   2 (18s ago)   25s
`,
    );
  });
  test('wide', () => {
    expect(printed('pods', moment(22, { pods }), { wide: true })).toBe(
      `NAME          READY   STATUS      RESTARTS      AGE   IP         NODE     NOMINATED NODE   READINESS GATES
hello-bbbbb   0/1     Pending     0             1s    <none>     <none>   <none>           <none>
hello-zzzzz   0/1     Completed   2 (15s ago)   22s   10.0.0.1   node-1   <none>           <none>
`,
    );
  });
  test('as wide as the widest age and restarts, wherever they stand', () => {
    const old = pod('hello-aaaaa', { RESTARTS: '1', restarted: 100, node: '노드' });
    expect(
      printed('pods', moment(130, { pods: [pod('hello-bbbbb', { created: 125 }), pod('x', { RESTARTS: '1', restarted: 1 }), old] })),
    ).toBe(
      `NAME          READY   STATUS    RESTARTS       AGE
hello-bbbbb   0/1     Pending   0              5s
x             0/1     Pending   1 (2m9s ago)   2m10s
hello-aaaaa   0/1     Pending   1 (30s ago)    2m10s
`,
    );
    printed('pods', moment(130, { pods: [pod('hello-bbbbb', { created: 125 }), restarted, old] }), { wide: true });
  });
  test('wide, with readiness gates', () => {
    expect(printed('pods', moment(5, { pods: [pod('hello-zzzzz', { readinessGates: 2 })] }), { wide: true })).toMatch(/ <none> +0\/2\n$/);
  });
});

test('cronjobs', () => {
  const cronJob: CronJobLine = {
    kind: 'CronJob',
    name: 'tick',
    created: 0,
    SCHEDULE: '* * * * *',
    TIMEZONE: '<none>',
    SUSPEND: 'False',
    ACTIVE: 0,
    object: {},
  };
  const started: CronJobLine = { ...cronJob, ACTIVE: 1, lastSchedule: 60 };
  expect(printed('cronjobs', moment(75, { cronJobs: [{ ...started, ACTIVE: 0 }] }))).toBe(
    `NAME   SCHEDULE    TIMEZONE   SUSPEND   ACTIVE   LAST SCHEDULE   AGE
tick   * * * * *   <none>     False     0        15s             75s
`,
  );
  const cronJobs: readonly Seen<CronJobLine>[] = [
    { t: 0, event: 'ADDED', line: cronJob },
    { t: 60, event: 'MODIFIED', line: started },
  ];
  expect(getText('cronjobs', watched(75, { cronJobs }, { version: '1.29' }), { watch: true })).toBe(
    `NAME   SCHEDULE    SUSPEND   ACTIVE   LAST SCHEDULE   AGE
tick   * * * * *   False     0        <none>          0s
tick   * * * * *   False     1        0s              60s
`,
  );
});

test('events', () => {
  const event: StoredEvent = {
    kind: 'Job',
    name: 'hello',
    field: '',
    type: 'Normal',
    source: 'job-controller',
    reason: 'SuccessfulCreate',
    message: 'Created pod: hello-zzzzz',
    count: 2,
    firstSeen: 1,
    lastSeen: 20,
  };
  const completed: StoredEvent = { ...event, reason: 'Completed', message: 'Job\ncompleted', count: 1, firstSeen: 25, lastSeen: 25 };
  expect(printed('events', moment(30, { events: [event, completed] }))).toBe(
    `LAST SEEN   TYPE     REASON             OBJECT      MESSAGE
10s         Normal   SuccessfulCreate   job/hello   Created pod: hello-zzzzz
5s          Normal   Completed          job/hello   Job...
`,
  );
  const events: readonly Seen<StoredEvent>[] = [
    { t: 1, event: 'ADDED', line: { ...event, count: 1, lastSeen: 1 } },
    { t: 20, event: 'MODIFIED', line: event },
  ];
  expect(getText('events', watched(30, { events }), { watch: true, wide: true, watchEvents: true })).toBe(
    `EVENT      LAST SEEN   TYPE     REASON             OBJECT      SUBOBJECT   SOURCE           MESSAGE                    FIRST SEEN   COUNT   NAME
ADDED      0s          Normal   SuccessfulCreate   job/hello               job-controller   Created pod: hello-zzzzz   0s           1       hello.188672522994ca00
MODIFIED   0s          Normal   SuccessfulCreate   job/hello               job-controller   Created pod: hello-zzzzz   19s          2       hello.188672522994ca00
`,
  );
});
