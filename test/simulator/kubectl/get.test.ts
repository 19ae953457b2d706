import { describe, expect, test } from 'vitest';
import type { Job } from '../../../server/kubernetes/generated/types.ts';
import type { ClusterState } from '../../../server/simulator/kubectl/cluster-state.ts';
import { type GetOptions, getText, type Resource } from '../../../server/simulator/kubectl/get.ts';
import type { CronJobRow, JobRow, PodRow } from '../../../server/simulator/recording/recording.ts';

const epoch = Date.UTC(2026, 0, 1);
const at = (seconds: number) => new Date(epoch + seconds * 1000).toISOString();
const template = {
  spec: {
    containers: [
      { name: 'main', image: 'busybox' },
      { name: 'side', image: 'proxy:1' },
    ],
  },
};
const hello: Job = {
  spec: { completions: 2, parallelism: 1, selector: { matchLabels: { b: '1', a: '2' } }, template },
  status: { startTime: at(0), succeeded: 1 },
};
const jobRow = (t: number, COMPLETIONS: string, DURATION: string, event: JobRow['event'] = 'MODIFIED', STATUS = 'Running'): JobRow => ({
  t,
  event,
  STATUS,
  COMPLETIONS,
  DURATION,
  conditions: [],
});
const podRow = (t: number, pod: number, STATUS: string, READY = '0/1', RESTARTS = '0', event: PodRow['event'] = 'MODIFIED'): PodRow => ({
  t,
  event,
  pod,
  READY,
  STATUS,
  RESTARTS,
});
const pods: readonly PodRow[] = [
  podRow(0, 0, 'Pending', '0/1', '0', 'ADDED'),
  podRow(0, 0, 'ContainerCreating'),
  podRow(1, 0, 'Running', '1/1'),
  podRow(4, 0, 'Error'),
  podRow(4.3, 0, 'Running', '1/1', '1'),
  podRow(7, 0, 'CrashLoopBackOff', '0/1', '1'),
  podRow(17, 0, 'Running', '1/1', '2'),
  podRow(20, 0, 'Completed', '0/1', '2'),
  podRow(21, 1, 'Pending', '0/1', '0', 'ADDED'),
  podRow(30, 0, 'Completed', '0/1', '2', 'DELETED'),
];
const cronjobs: readonly CronJobRow[] = [
  { t: 0, event: 'ADDED', SCHEDULE: '* * * * *', TIMEZONE: '<none>', SUSPEND: 'False', ACTIVE: 0 },
  { t: 60, event: 'MODIFIED', SCHEDULE: '* * * * *', TIMEZONE: '<none>', SUSPEND: 'False', ACTIVE: 1 },
];
const jobs = [
  jobRow(0, '0/2', '', 'ADDED'),
  jobRow(0, '0/2', '0s'),
  jobRow(12, '1/2', '12s'),
  jobRow(1000, '2/2', '16m', 'MODIFIED', 'Complete'),
];
const state = (now: number, more: Partial<ClusterState> = {}): ClusterState => ({
  now,
  epoch,
  namespace: 'default',
  jobs: [{ name: 'hello', object: hello, created: 0 }],
  pods: [
    { name: 'hello-zzzzz', created: 0, nodeName: 'node-1', ip: '10.0.0.1' },
    { name: 'hello-bbbbb', created: 21 },
  ],
  events: [],
  ...more,
});
const shown = (resource: Resource, cluster: ClusterState, options: Partial<GetOptions> = {}) =>
  getText(resource, cluster, { jobs, pods, cronjobs }, { version: '1.37', ...options });

describe('jobs', () => {
  test('at a moment', () => {
    expect(shown('jobs', state(130))).toBe(
      `NAME    STATUS    COMPLETIONS   DURATION   AGE
hello   Running   1/2           2m10s      2m10s
`,
    );
  });
  test('before 1.30 without STATUS', () => {
    expect(shown('jobs', state(5), { version: '1.29' })).toBe(
      `NAME    COMPLETIONS   DURATION   AGE
hello   1/2           5s         5s
`,
    );
  });
  test('wide', () => {
    expect(shown('jobs', state(5), { wide: true })).toBe(
      `NAME    STATUS    COMPLETIONS   DURATION   AGE   CONTAINERS   IMAGES            SELECTOR
hello   Running   1/2           5s         5s    main,side    busybox,proxy:1   a=2,b=1
`,
    );
  });
  test('watched: columns grow with the rows, earlier rows stay as they were', () => {
    expect(shown('jobs', state(2000), { watch: true, watchEvents: true })).toBe(
      `EVENT      NAME    STATUS    COMPLETIONS   DURATION   AGE
ADDED      hello   Running   0/2                      0s
MODIFIED   hello   Running   0/2           0s         0s
MODIFIED   hello   Running   1/2           12s        12s
MODIFIED   hello   Complete   2/2           16m        16m
`,
    );
  });
  test('watched up to a moment, without events', () => {
    expect(shown('jobs', state(5), { watch: true })).toBe(
      `NAME    STATUS    COMPLETIONS   DURATION   AGE
hello   Running   0/2                      0s
hello   Running   0/2           0s         0s
`,
    );
  });
  test.each([
    [
      {
        status: {
          conditions: [
            { type: 'Suspended', status: 'True' },
            { type: 'Failed', status: 'True' },
          ],
        },
      },
      'Failed',
    ],
    [{ status: { conditions: [{ type: 'Suspended', status: 'True' }] } }, 'Suspended'],
    [{ status: { conditions: [{ type: 'Suspended', status: 'False' }] } }, 'Running'],
    [{ metadata: { deletionTimestamp: at(0) } }, 'Terminating'],
  ] as const)('STATUS of %j is %s', (object, status) => {
    expect(shown('jobs', state(0, { jobs: [{ name: 'hello', object, created: 0 }] }))).toContain(` ${status} `);
  });
  test.each([
    [{ parallelism: 3 }, '0/1 of 3'],
    [{ parallelism: 1 }, '0/1 '],
  ])('COMPLETIONS of %j is %s', (spec, completions) => {
    expect(shown('jobs', state(0, { jobs: [{ name: 'hello', object: { spec }, created: 0 }] }))).toContain(` ${completions}`);
  });
  test('none', () => {
    expect(shown('jobs', state(9, { jobs: [{ name: 'hello', object: hello, created: 0, deleted: 8 }] }))).toBe(
      'No resources found in default namespace.\n',
    );
  });
});

describe('pods', () => {
  test.each([
    [2, ['hello-zzzzz   1/1     Running   0          2s']],
    [5, ['hello-zzzzz   1/1     Running   1 (1s ago)   5s']],
    [10, ['hello-zzzzz   0/1     CrashLoopBackOff   1 (3s ago)   10s']],
    [18, ['hello-zzzzz   1/1     Running   2 (11s ago)   18s']],
    [25, ['hello-bbbbb   0/1     Pending     0             4s', 'hello-zzzzz   0/1     Completed   2 (18s ago)   25s']],
    [40, ['hello-bbbbb   0/1     Pending   0          19s']],
  ])('at %i s', (now, rows) => {
    expect(shown('pods', state(now)).split('\n').slice(1, -1)).toEqual(rows);
  });
  test('wide', () => {
    expect(shown('pods', state(22), { wide: true })).toBe(
      `NAME          READY   STATUS      RESTARTS      AGE   IP         NODE     NOMINATED NODE   READINESS GATES
hello-bbbbb   0/1     Pending     0             1s    <none>     <none>   <none>           <none>
hello-zzzzz   0/1     Completed   2 (15s ago)   22s   10.0.0.1   node-1   <none>           <none>
`,
    );
  });
  test('wide, with readiness gates', () => {
    const gated = { name: 'hello-zzzzz', created: 0, nodeName: 'node-1', readinessGates: 2 };
    expect(shown('pods', state(5, { pods: [gated] }), { wide: true })).toMatch(/ <none> +0\/2\n$/);
  });
});

test('cronjobs', () => {
  const cluster = state(75, {
    jobs: [{ name: 'tick-29453761', object: {}, created: 60 }],
    cronJob: {
      name: 'tick',
      created: 0,
      object: { spec: { schedule: '* * * * *', suspend: false }, status: { lastScheduleTime: at(60) } },
    },
  });
  expect(shown('cronjobs', cluster)).toBe(
    `NAME   SCHEDULE    TIMEZONE   SUSPEND   ACTIVE   LAST SCHEDULE   AGE
tick   * * * * *   <none>     False     0        15s             75s
`,
  );
  expect(shown('cronjobs', cluster, { watch: true, version: '1.29' })).toBe(
    `NAME   SCHEDULE    SUSPEND   ACTIVE   LAST SCHEDULE   AGE
tick   * * * * *   False     0        <none>          0s
tick   * * * * *   False     1        0s              60s
`,
  );
});

test('events', () => {
  const event = { kind: 'Job', name: 'hello', type: 'Normal', source: 'job-controller' } as const;
  const cluster = state(30, {
    events: [
      { ...event, reason: 'SuccessfulCreate', message: 'Created pod: hello-zzzzz', count: 2, firstSeen: 1, lastSeen: 20 },
      { ...event, reason: 'Completed', message: 'Job\ncompleted', count: 1, firstSeen: 25, lastSeen: 25 },
    ],
  });
  expect(shown('events', cluster)).toBe(
    `LAST SEEN   TYPE     REASON             OBJECT      MESSAGE
10s         Normal   SuccessfulCreate   job/hello   Created pod: hello-zzzzz
5s          Normal   Completed          job/hello   Job...
`,
  );
  expect(
    shown('events', cluster, { watch: true, watchEvents: true })
      .split('\n')
      .slice(1, -1)
      .map((line) => line.slice(0, 20)),
  ).toEqual(['ADDED      0s       ', 'MODIFIED   0s       ', 'ADDED      0s       ']);
});
