import { describe, expect, test } from 'vitest';
import { bounds } from '../../../server/estimate/bounds/bounds.ts';
import { newPodWait, restartWait, sumOfWaits, triesWithin, tryTimes } from '../../../server/estimate/bounds/retry-waits.ts';
import { aboutSeconds, estimateJobRun } from '../../../server/estimate/runs/job-run.ts';
import { estimatePodRun } from '../../../server/estimate/runs/pod-run.ts';
import type { JobSpec, Lifecycle } from '../../../server/kubernetes/generated/types.ts';

const never = { template: { spec: { restartPolicy: 'Never' } } };
const onFailure = { template: { spec: { restartPolicy: 'OnFailure' } } };
const hooked = (lifecycle: Lifecycle): JobSpec => ({
  activeDeadlineSeconds: 25,
  template: { spec: { restartPolicy: 'Never', containers: [{ name: 'main', lifecycle }] } },
});

test.each<[string, JobSpec, Partial<ReturnType<typeof bounds>>]>([
  ['one shot', never, { completions: 1, mostAtOnce: 1, waves: 1, mostPods: 7, mostPodsByFailures: 7 }],
  ['fixed count', { ...never, completions: 5, parallelism: 3 }, { mostAtOnce: 3, waves: 2, mostPods: 11 }],
  ['more at once than work', { ...never, completions: 2, parallelism: 8 }, { mostAtOnce: 2, waves: 1, mostPods: 8 }],
  ['work queue', { ...never, parallelism: 3, backoffLimit: 2 }, { completions: undefined, waves: undefined, mostAtOnce: 3, mostPods: 5 }],
  ['restarts', { ...onFailure, completions: 4, parallelism: 2 }, { mostPods: 10, mostPodsByFailures: 4 }],
  [
    'restarts with a deadline of the pod',
    { template: { spec: { restartPolicy: 'OnFailure', activeDeadlineSeconds: 9 } } },
    { mostPodsByFailures: 7 },
  ],
  ['per index', { ...never, completionMode: 'Indexed', completions: 4, backoffLimitPerIndex: 2 }, { mostPods: 12 }],
  [
    'per index and in all',
    { ...never, completionMode: 'Indexed', completions: 4, backoffLimitPerIndex: 2, backoffLimit: 3 },
    { mostPods: 7 },
  ],
  ['nothing at once', { ...never, completions: 4, parallelism: 0 }, { mostAtOnce: 0, waves: undefined, mostPods: 0 }],
  ['nothing to do', { ...never, completions: 0 }, { mostAtOnce: 0, mostPods: 0 }],
  ['ignored failures', { ...never, podFailurePolicy: { rules: [{ action: 'Ignore' }] } }, { mostPods: undefined }],
  [
    'ignored failures until a deadline',
    { ...never, activeDeadlineSeconds: 60, podFailurePolicy: { rules: [{ action: 'Ignore' }] } },
    { mostPods: 3 },
  ],
  ['a deadline leaves time for two tries', { ...never, activeDeadlineSeconds: 25 }, { mostPods: 2, longestSeconds: 55 }],
  ['no deadline', never, { longestSeconds: undefined }],
  [
    'a deadline of the pod',
    { backoffLimit: 2, template: { spec: { activeDeadlineSeconds: 60, terminationGracePeriodSeconds: 5 } } },
    { longestSeconds: 3 * 65 + 30 },
  ],
  ['a postStart hook that sleeps is waited for', hooked({ postStart: { sleep: { seconds: 9 } } }), { longestSeconds: 25 + 30 + 9 }],
  ['a preStop hook may use up the grace period', hooked({ preStop: { exec: { command: ['x'] } } }), { longestSeconds: 25 + 30 + 2 }],
  ['nobody knows how long a postStart hook takes', hooked({ postStart: { exec: { command: ['x'] } } }), { longestSeconds: undefined }],
  ['suspended', { ...never, suspend: true, activeDeadlineSeconds: 25 }, { longestSeconds: undefined }],
])('%s', (_, spec, expected) => expect(bounds(spec)).toMatchObject(expected));

test.each<[string, JobSpec, object]>([
  ['new pods', { ...never, backoffLimit: 3 }, { kind: 'new-pod', tries: 4, waits: [10, 20, 40], times: [0, 10, 30, 70] }],
  ['restarts', { ...onFailure, backoffLimit: 3 }, { kind: 'restart', tries: 3, waits: [0, 10], times: [0, 0, 10] }],
  ['no retry', { ...never, backoffLimit: 0 }, { kind: 'new-pod', tries: 1, waits: [], times: [0] }],
  ['no restart', { ...onFailure, backoffLimit: 0 }, { kind: 'restart', tries: 1 }],
  [
    'of an index',
    { ...never, completionMode: 'Indexed', completions: 3, backoffLimitPerIndex: 1 },
    { kind: 'new-pod-of-index', tries: 2, times: [0, 10] },
  ],
  [
    'of an index, ended by the limit of all',
    { ...never, completionMode: 'Indexed', backoffLimitPerIndex: 5, backoffLimit: 1 },
    { tries: 2 },
  ],
])('tries: %s', (_, spec, expected) => expect(bounds(spec).retries).toMatchObject(expected));

describe('waits', () => {
  test('double up to ten minutes between pods, five minutes between restarts', () => {
    expect([1, 2, 3, 6, 7, 8, 2_000_000].map(newPodWait)).toEqual([10, 20, 40, 320, 600, 600, 600]);
    expect([1, 2, 3, 6, 7, 8].map(restartWait)).toEqual([0, 10, 20, 160, 300, 300]);
  });

  test('add up in closed form as one by one', () => {
    for (const count of [0, 1, 5, 12, 13, 40]) expect(sumOfWaits(count, newPodWait)).toBe(tryTimes(count + 1, newPodWait).at(-1));
    for (const seconds of [0, 9, 10, 69, 70, 5000, 20_000]) {
      expect(triesWithin(seconds, newPodWait)).toBe(tryTimes(60, newPodWait).filter((time) => time <= seconds).length);
    }
  });
});

describe('work', () => {
  const sleep = (seconds: number) => ({ name: `s${seconds}`, command: ['sleep', String(seconds)] });

  test('init containers one after another, containers side by side, sidecars left out', () => {
    const sidecar = { name: 'proxy', restartPolicy: 'Always', command: ['sleep', 'infinity'] };
    const pod = { initContainers: [sleep(5), sidecar, sleep(3)], containers: [sleep(10), sleep(20)] };
    expect(estimatePodRun(pod)).toEqual({ seconds: 28, known: true, succeeds: true, atLeast: 28 });
    const open = {
      initContainers: [sleep(5)],
      containers: [
        { name: 'work', image: 'registry.example/app' },
        { name: 'log', command: ['tail', '-f', 'x'] },
      ],
    };
    expect(estimatePodRun(open)).toEqual({ seconds: Number.POSITIVE_INFINITY, known: false, succeeds: true, atLeast: 5 });
  });

  test('a container starts when the postStart hook of the one before is over', () => {
    const held = { ...sleep(2), lifecycle: { postStart: { sleep: { seconds: 6 } } } };
    expect(estimatePodRun({ containers: [held, sleep(5)] })).toMatchObject({ seconds: 11, succeeds: true });
    const failing = { ...sleep(2), lifecycle: { postStart: { exec: { command: ['false'] } } } };
    expect(estimatePodRun({ containers: [failing] }).succeeds).toBe(false);
    expect(estimatePodRun({ containers: [{ ...sleep(2), image: 'BusyBox' }] }).succeeds).toBe(false);
  });

  test.each<[JobSpec, number | undefined]>([
    [{ completions: 5, parallelism: 3, template: { spec: { containers: [sleep(30)] } } }, 65],
    [{ template: { spec: { containers: [{ name: 'main', image: 'luksa/batch-job' }] } } }, undefined],
    [{ template: { spec: { containers: [{ name: 'main', command: ['false'] }] } } }, undefined],
    [{ template: { spec: { containers: [{ name: 'main', command: ['sleep', 'infinity'] }] } } }, undefined],
    [{ parallelism: 3, template: { spec: { containers: [sleep(30)] } } }, undefined],
  ])('%j takes about %s s', (spec, seconds) => expect(aboutSeconds(spec)).toBe(seconds));

  const script = (text: string, more: JobSpec = {}): JobSpec => {
    const containers = [{ name: 'main', image: 'busybox:1.36', command: ['sh', '-c', text] }];
    return { completionMode: 'Indexed', completions: 3, parallelism: 2, template: { spec: { containers } }, ...more };
  };

  test.each<[string, JobSpec, object, number | undefined]>([
    ['each index for itself', script('sleep $((JOB_COMPLETION_INDEX * 10))'), { known: true, endless: false, atLeast: 20 }, 25],
    ['the shorter ones first', script('sleep $((30 - JOB_COMPLETION_INDEX * 10))'), { known: true, endless: false, atLeast: 30 }, 35],
    [
      'which one of them never ends',
      script('[ $JOB_COMPLETION_INDEX = 1 ] && sleep infinity; sleep 3'),
      { known: true, endless: true },
      undefined,
    ],
    ['which one of them fails', script('exit $((JOB_COMPLETION_INDEX / 2))'), { known: true, endless: false }, undefined],
    ['nothing of so many', script('sleep $JOB_COMPLETION_INDEX', { completions: 101 }), { known: false, endless: false }, undefined],
    [
      'no index where there is none',
      script(`sleep \${JOB_COMPLETION_INDEX:-7}`, { completionMode: 'NonIndexed' }),
      { known: true, endless: false, atLeast: 14 },
      19,
    ],
  ])('is read by completion index: %s', (_, spec, run, about) => {
    expect(estimateJobRun(spec)).toMatchObject(run);
    expect(aboutSeconds(spec)).toBe(about);
  });
});
