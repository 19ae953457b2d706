import { describe, expect, test } from 'vitest';
import type { Container, Lifecycle, LifecycleHandler, PodSpec } from '../../server/kubernetes/generated/types.ts';
import { life, run, statuses, type WatchedRun } from './runs.ts';

const container = (name: string, more: Container = {}): Container => ({ name, image: 'example.com/program', ...more });
const pod = (spec: PodSpec): PodSpec => ({ containers: [container('main')], ...spec });

describe('containers of a pod', () => {
  test('init containers run one after the other, then the regular ones', () => {
    const result = run(
      {},
      { run: { for: 5 }, containers: { a: { run: { for: 2 } }, b: { run: { for: 1 } } } },
      pod({ initContainers: [container('a'), container('b')] }),
    );
    expect(life(result)).toBe('0 Pending 0/1 > 0 Init:0/2 0/1 > 3 Init:1/2 0/1 > 4 PodInitializing 0/1 > 4 Running 1/1 > 9 Completed 0/1');
  });

  test('an init container that fails takes the pod with it', () => {
    const result = run(
      { backoffLimit: 0 },
      { run: { for: 5 }, containers: { a: { run: { for: 2, exit: 1 } } } },
      pod({ initContainers: [container('a')] }),
    );
    expect(life(result)).toBe('0 Pending 0/1 > 0 Init:0/1 0/1 > 3 Init:Error 0/1');
    expect(statuses(result)).toBe('0 Running 0/1 > 4 FailureTarget 0/1 > 4 Failed 0/1');
  });

  test('a sidecar is stopped when the others are done, and holds the pod up for as long as that takes', () => {
    const sidecar = container('side', { restartPolicy: 'Always' });
    const scenario = { run: { for: 5 }, containers: { side: { run: { for: 1000 }, stop: { after: 3 } } } };
    const result = run({}, scenario, pod({ initContainers: [sidecar] }));
    expect(life(result)).toBe('0 Pending 0/2 > 0 Init:0/1 0/2 > 1 PodInitializing 1/2 > 1 Running 2/2 > 6 Completed 1/2 > 9 Completed 0/2');
  });

  test('one failed container of two shows while the other still runs', () => {
    const scenario = { containers: { a: { run: { for: 3, exit: 1 } }, b: { run: { for: 6 } } } };
    const result = run({ backoffLimit: 0 }, scenario, { containers: [container('b'), container('a')] });
    expect(life(result)).toBe('0 Pending 0/2 > 0 ContainerCreating 0/2 > 1 Running 2/2 > 4 Error 1/2 > 7 Error 0/2');
  });
});

describe('restarts in place', () => {
  test('the first is immediate, then 10 s, 20 s pass; at the limit the pod goes', () => {
    const result = run({ backoffLimit: 3 }, { run: { for: 1, exit: 1 } }, { restartPolicy: 'OnFailure' });
    expect(life(result)).toBe(
      '0 Pending 0/1 > 0 ContainerCreating 0/1 > 1 Running 1/1 > 2 Error 0/1 > 2.3 Running 1/1 r1 > 3.3 CrashLoopBackOff 0/1 r1' +
        ' > 13.3 Running 1/1 r2 > 14.3 CrashLoopBackOff 0/1 r2 > 34.3 Running 1/1 r3' +
        ' > 35.3 Terminating 1/1 r3 > 35.3 Error 0/1 r3 > 35.3 gone',
    );
    expect(result.summary).toMatchObject({ outcome: 'Failed', reason: 'BackoffLimitExceeded', podsCreated: 1, restarts: 3 });
  });

  test('a rule restarts a container for certain exit codes only', () => {
    const restartPolicyRules = [{ action: 'Restart', exitCodes: { operator: 'In', values: [42] } }];
    const containers = [container('main', { restartPolicy: 'Never', restartPolicyRules })];
    const result = run(
      { backoffLimit: 0 },
      {
        run: [
          { for: 2, exit: 42 },
          { for: 1, exit: 1 },
        ],
      },
      { containers },
    );
    expect(life(result)).toBe(
      '0 Pending 0/1 > 0 ContainerCreating 0/1 > 1 Running 1/1 > 3 Error 0/1 > 3.3 Running 1/1 r1 > 4.3 Error 0/1 r1',
    );
  });

  test('kill -9 ends one run with exit code 137', () => {
    const scenario = { run: { for: 20 }, actions: [{ at: 5, killContainer: 0 }] };
    expect(life(run({}, scenario, { restartPolicy: 'OnFailure' }))).toBe(
      '0 Pending 0/1 > 0 ContainerCreating 0/1 > 1 Running 1/1 > 5 Error 0/1 > 5.3 Running 1/1 r1 > 25.3 Completed 0/1 r1',
    );
    expect(life(run({ backoffLimit: 0 }, scenario))).toBe('0 Pending 0/1 > 0 ContainerCreating 0/1 > 1 Running 1/1 > 5 Error 0/1');
  });
});

describe('containers that cannot start', () => {
  const misspelt = { containers: [container('main', { image: 'busybox', command: ['slepp', '3'] })] };

  test('Never: a new pod for each try', () => {
    const result = run({ backoffLimit: 1 }, {}, misspelt);
    expect(life(result)).toBe('0 Pending 0/1 > 0 ContainerCreating 0/1 > 1 StartError 0/1');
    expect(result.summary).toMatchObject({ outcome: 'Failed', podsCreated: 2, restarts: 0 });
  });

  test('OnFailure: the same pod again and again', () => {
    const result = run({ backoffLimit: 2 }, {}, { ...misspelt, restartPolicy: 'OnFailure' });
    expect(life(result)).toContain('1 RunContainerError 0/1 > 1.3 CrashLoopBackOff 0/1 r1 > 11.3 CrashLoopBackOff 0/1 r2');
    expect(result.summary).toMatchObject({ outcome: 'Failed', podsCreated: 1, restarts: 2 });
  });

  test('memory that does not suffice', () => {
    expect(life(run({ backoffLimit: 0 }, { run: { for: 3, outOfMemory: true } }))).toContain('4 OOMKilled 0/1');
  });
});

describe('an image that is no image name', () => {
  const bad = (more: Container = {}) => container('bad', { image: 'BusyBox', ...more });

  test('the container never starts, and the pod stays Pending', () => {
    const result = run({}, { run: { for: 3 } }, { containers: [container('main'), bad()] });
    expect(life(result)).toBe('0 Pending 0/2 > 0 ContainerCreating 0/2 > 1 InvalidImageName 1/2 > 4 InvalidImageName 0/2');
    expect(result.summary).toMatchObject({ outcome: 'Running', podsCreated: 1 });
    expect(result.summary.assumptions).toContainEqual({ code: 'estimate-invalid-image', args: { container: 'bad', image: 'BusyBox' } });
    expect(life(run({}, {}, { initContainers: [bad()] }))).toBe('0 Pending 0/1 > 0 Init:0/1 0/1 > 1 Init:InvalidImageName 0/1');
  });

  test('a deadline ends it', () => {
    const result = run({ activeDeadlineSeconds: 5 }, {}, { containers: [bad()] });
    expect(life(result)).toContain('1 InvalidImageName 0/1 > 5 Terminating 0/1 > 5 ');
    expect(result.summary).toMatchObject({ outcome: 'Failed', reason: 'DeadlineExceeded' });
  });

  test('a name that is filled in later may be any', () => {
    expect(life(run({}, { run: { for: 3 } }, { containers: [bad({ image: '$IMAGE' })] }))).toContain('4 Completed');
  });
});

describe('probes, which always succeed', () => {
  const probed = (more: Container): PodSpec => ({ containers: [container('main', more)] });

  test.each<[string, Container, string]>([
    ['a readiness probe asks at once', { readinessProbe: {} }, '1 Running 0/1 > 1 Running 1/1 > 31 Completed 0/1'],
    [
      'after its delay, in the next period',
      { readinessProbe: { initialDelaySeconds: 5, periodSeconds: 4 } },
      '1 Running 0/1 > 9 Running 1/1 >',
    ],
    ['as often as it has to succeed', { readinessProbe: { successThreshold: 3, periodSeconds: 2 } }, '1 Running 0/1 > 5 Running 1/1 >'],
    ['a startup probe counts from the binding', { startupProbe: { periodSeconds: 5 } }, '1 Running 0/1 > 5 Running 1/1 >'],
    [
      'readiness comes after startup',
      { startupProbe: { periodSeconds: 5 }, readinessProbe: { initialDelaySeconds: 6, periodSeconds: 3 } },
      '1 Running 0/1 > 8 Running 1/1 >',
    ],
    ['too late to be ready', { readinessProbe: { initialDelaySeconds: 60 } }, '1 Running 0/1 > 31 Completed 0/1'],
    ['a liveness probe changes nothing', { livenessProbe: { initialDelaySeconds: 5 } }, '1 Running 1/1 > 31 Completed 0/1'],
  ])('%s', (_, more, lived) => {
    const result = run({}, { run: { for: 30 } }, probed(more));
    expect(life(result)).toContain(`0 ContainerCreating 0/1 > ${lived}`);
    expect(result.summary.assumptions).toContainEqual({ code: 'estimate-probes', args: { container: 'main' } });
  });

  test('each run of a container is probed anew', () => {
    const pod = probed({ readinessProbe: { initialDelaySeconds: 2, periodSeconds: 1 } });
    const result = run({}, { run: [{ for: 3, exit: 1 }, { for: 5 }] }, { ...pod, restartPolicy: 'OnFailure' });
    expect(life(result)).toContain('1 Running 0/1 > 3 Running 1/1 > 4 Error 0/1 > 4.3 Running 0/1 r1 > 6.3 Running 1/1 r1 > 9.3 Completed');
  });

  test('the Job counts its ready pods', () => {
    const pod = probed({ readinessProbe: { initialDelaySeconds: 5, periodSeconds: 5 } });
    expect(run({}, { run: { for: 30 } }, pod, 4).final).toMatchObject({ active: 1, ready: 0 });
    expect(run({}, { run: { for: 30 } }, pod, 10).final).toMatchObject({ active: 1, ready: 1 });
  });

  test('the startup probe of a sidecar holds back what comes after it', () => {
    const side = container('side', { restartPolicy: 'Always', startupProbe: { periodSeconds: 4 }, command: ['sleep', '1000'] });
    const spec = { initContainers: [side, container('first')], containers: [container('main')] };
    const result = run({}, { run: { for: 5 }, stop: { after: 0 }, containers: { first: { run: { for: 2 } } } }, spec);
    expect(life(result)).toBe(
      '0 Pending 0/2 > 0 Init:0/2 0/2 > 4 Init:1/2 1/2 > 6 PodInitializing 1/2 > 6 Running 2/2 > 11 Completed 1/2 > 11 Completed 0/2',
    );
  });

  test.each<[string, Container, number, string]>([
    ['ready later', { readinessProbe: { periodSeconds: 4 } }, 10, '1 Running 0/1 > 13 Running 1/1 > 41 Completed 0/1'],
    ['started later', { startupProbe: { periodSeconds: 4 } }, 10, '1 Running 0/1 > 12 Running 1/1 > 41 Completed 0/1'],
    [
      'the startup probe fails too often',
      { startupProbe: { periodSeconds: 4, failureThreshold: 2 } },
      60,
      '1 Running 0/1 > 8 Error 0/1 > 8.3 Running 0/1 r1 > 16 CrashLoopBackOff 0/1 r1',
    ],
    [
      'the liveness probe fails too often',
      { livenessProbe: { initialDelaySeconds: 5, periodSeconds: 3 } },
      60,
      '1 Running 1/1 > 15 Error 0/1 > 15.3 Running 1/1 r1',
    ],
    ['just in time', { livenessProbe: { initialDelaySeconds: 5, periodSeconds: 3 } }, 10, '1 Running 1/1 > 41 Completed 0/1'],
  ])('a scenario may say otherwise: %s', (_, more, healthyAfter, lived) => {
    const result = run({}, { run: { for: 40, healthyAfter } }, { ...probed(more), restartPolicy: 'OnFailure' }, 60);
    expect(life(result)).toContain(lived);
    expect(result.summary.assumptions).not.toContainEqual({ code: 'estimate-probes', args: { container: 'main' } });
    expect(result.trace.some(({ code }) => code === 'trace-probe-failed')).toBe(lived.includes('r1'));
  });

  test('what a probe stops gets the grace period of the probe, and its preStop hook', () => {
    const more = {
      lifecycle: { preStop: { sleep: { seconds: 2 } } },
      livenessProbe: { failureThreshold: 1, terminationGracePeriodSeconds: 6 },
    };
    const scenario = { run: { for: 40, healthyAfter: 60 }, stop: { after: 20 } };
    expect(life(run({ backoffLimit: 0 }, scenario, probed(more)))).toContain('1 Running 1/1 > 16 Error 0/1');
  });

  test('readiness gates that nobody answers keep the pod from being ready', () => {
    const result = run({}, { run: { for: 30 } }, { ...probed({}), readinessGates: [{ conditionType: 'example.com/online' }] }, 10);
    expect(result.final).toMatchObject({ active: 1, ready: 0 });
    expect(life(result)).toContain('1 Running 1/1');
  });
});

test('scheduling gates keep a pod from its node', () => {
  const result = run({ activeDeadlineSeconds: 20 }, {}, { schedulingGates: [{ name: 'example.com/quota' }] });
  expect(life(result)).toBe('0 SchedulingGated 0/1 > 20 Terminating 0/1 > 20 gone');
  expect(result.trace).toContainEqual(expect.objectContaining({ code: 'trace-scheduling-gated', pod: 0 }));
});

describe('lifecycle hooks', () => {
  const sleep = (seconds: number) => ({ sleep: { seconds } });
  const exec = (...command: string[]) => ({ exec: { command } });
  const hooked = (lifecycle: Lifecycle, more: Container = {}): PodSpec => ({
    containers: [container('main', { image: 'busybox', command: ['sleep', '100'], lifecycle, ...more })],
  });
  const codes = (result: WatchedRun) => result.summary.assumptions.map(({ code }) => code);

  test.each<[string, Lifecycle, string]>([
    ['preStop sleeps, then SIGTERM', { preStop: sleep(4) }, '5 Terminating 1/1 > 9 Error 0/1 > 9 gone'],
    ['preStop runs a command', { preStop: exec('sh', '-c', 'sleep 3; nginx -s quit') }, '5 Terminating 1/1 > 8 Error 0/1 > 8 gone'],
    ['preStop takes longer than the grace period, two seconds remain', { preStop: exec('sleep', '60') }, '5 Terminating 1/1 > 15 Error'],
    ['postStart holds back the news', { postStart: exec('sleep', '3') }, '0 ContainerCreating 0/1 > 4 Running 1/1 > 5 Terminating'],
    [
      'a deletion waits for postStart',
      { postStart: sleep(9) },
      '0 ContainerCreating 0/1 > 5 Terminating 0/1 > 10 Terminating 1/1 > 10 Error',
    ],
  ])('%s', (_, lifecycle, lived) => {
    const scenario = { run: { for: 50 }, actions: [{ at: 5, deletePod: 0 }] };
    expect(life(run({}, scenario, { ...hooked(lifecycle), terminationGracePeriodSeconds: 10 }))).toContain(lived);
  });

  test('a scenario may say how hooks go', () => {
    const spec = hooked({ postStart: exec('fetch'), preStop: exec('drain') });
    const said = { postStart: { for: 3, exit: 0 }, preStop: { for: 2, exit: 0 } };
    const scenario = { run: { for: 50 }, containers: { main: said }, actions: [{ at: 7, deletePod: 0 }] };
    const result = run({}, scenario, spec);
    expect(life(result)).toContain('4 Running 1/1 > 7 Terminating 1/1 > 9 Error 0/1 > 9 gone');
    expect(codes(result).join()).not.toContain('hook');
    const pods = [{ ordinal: 0, containers: { main: { postStart: { exit: 1 } } } }];
    expect(life(run({}, { run: { for: 50 }, pods }, spec))).toContain('0 ContainerCreating 0/1 > 1 Error 0/1');
  });

  test('preStop and what ignores SIGTERM: killed when the grace period is over', () => {
    const result = run({ activeDeadlineSeconds: 5 }, {}, hooked({ preStop: sleep(4) }));
    expect(life(result)).toContain('5 Terminating 1/1 > 35 Error 0/1 > 35 gone');
    expect(codes(result)).toContain('estimate-hook-read');
  });

  test('the container may be over before its postStart hook is', () => {
    expect(life(run({}, { run: { for: 2 } }, hooked({ postStart: sleep(5) })))).toBe(
      '0 Pending 0/1 > 0 ContainerCreating 0/1 > 6 Completed 0/1',
    );
    expect(life(run({}, { run: { for: 2 } }, hooked({ postStart: exec('sleep', '5') })))).toBe(
      '0 Pending 0/1 > 0 ContainerCreating 0/1 > 3 Completed 0/1',
    );
  });

  test('containers start one after the other, and show together', () => {
    const main = (name: string, postStart?: LifecycleHandler) => container(name, postStart ? { lifecycle: { postStart } } : {});
    const containers = [main('b', sleep(3)), main('c'), main('a', sleep(4))];
    const result = run({}, { run: { for: 10 } }, { containers });
    expect(life(result)).toBe(
      '0 Pending 0/3 > 0 ContainerCreating 0/3 > 8 Running 3/3 > 11 NotReady 2/3 > 14 NotReady 1/3 > 14 Completed 0/3',
    );
  });

  test('a postStart hook that fails: the container is stopped', () => {
    const spec = hooked({ postStart: exec('sh', '-c', 'sleep 2; exit 1') });
    const never = run({ backoffLimit: 0 }, { run: { for: 50 } }, spec);
    expect(life(never)).toBe('0 Pending 0/1 > 0 ContainerCreating 0/1 > 3 Error 0/1');
    expect(codes(never)).toContain('estimate-hook-fails-postStart');
    const again = run({ backoffLimit: 2 }, { run: { for: 50 } }, { ...spec, restartPolicy: 'OnFailure' });
    expect(life(again)).toContain('0 ContainerCreating 0/1 > 3 PostStartHookError 0/1 > 5.3 CrashLoopBackOff 0/1 r1 > 17.3 ');
  });

  test('a sidecar with a postStart hook holds back what comes after it', () => {
    const side = container('side', { restartPolicy: 'Always', lifecycle: { postStart: sleep(3) }, command: ['sleep', '1000'] });
    const result = run({}, { run: { for: 5 }, stop: { after: 0 } }, { initContainers: [side], containers: [container('main')] });
    expect(life(result)).toContain('0 Init:0/1 0/2 > 4 PodInitializing 1/2 > 4 Running 2/2 > 9 Completed 1/2 > 9 Completed 0/2');
  });

  test('a postStart hook that never ends: nothing goes on', () => {
    const result = run({ activeDeadlineSeconds: 5 }, {}, hooked({ postStart: exec('tail', '-f', '/dev/null') }));
    expect(codes(result)).toContain('estimate-hook-never-ends');
    expect(life(result)).toContain('0 ContainerCreating 0/1 > 5 Terminating 0/1');
  });
});

describe('an end from outside', () => {
  test('sleep ignores SIGTERM: the whole grace period passes', () => {
    const result = run({ activeDeadlineSeconds: 5 }, {}, { containers: [container('main', { command: ['sleep', '100'] })] });
    expect(life(result)).toBe('0 Pending 0/1 > 0 ContainerCreating 0/1 > 1 Running 1/1 > 5 Terminating 1/1 > 35 Error 0/1 > 35 gone');
    expect(result.summary.assumptions.map(({ code }) => code)).toContain('estimate-stop-ignores-sigterm');
  });

  test('what ignores SIGTERM may end by itself before the grace period is over', () => {
    expect(life(run({ activeDeadlineSeconds: 5 }))).toContain('5 Terminating 1/1 > 11 Completed 0/1 > 11 gone');
  });

  test('kill -9 ends the wait, and nothing restarts', () => {
    const actions = [
      { at: 5, deletePod: 0 },
      { at: 9, killContainer: 0 },
    ];
    const result = run({ backoffLimit: 0 }, { run: { for: 60 }, stop: { after: 20 }, actions }, { restartPolicy: 'OnFailure' });
    expect(life(result)).toBe('0 Pending 0/1 > 0 ContainerCreating 0/1 > 1 Running 1/1 > 5 Terminating 1/1 > 9 Error 0/1 > 9 gone');
  });

  test('the pod’s own deadline is one more failure', () => {
    const result = run({ backoffLimit: 0 }, { run: { for: 60 } }, { activeDeadlineSeconds: 4 });
    expect(life(result)).toContain('4 Error 0/1');
    expect(result.summary).toMatchObject({ outcome: 'Failed', reason: 'BackoffLimitExceeded' });
  });

  test('a node that vanishes: its pods fail by pod garbage collection, and are replaced', () => {
    const policy = { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }] };
    const scenario = { run: { for: 100 }, cluster: { nodes: 2 }, actions: [{ at: 10, failNode: 'node-1' }] };
    const result = run({ completions: 2, parallelism: 2, podFailurePolicy: policy }, scenario);
    expect(life(result)).toContain('60 Failed 1/1 > 61 gone');
    expect(result.summary).toMatchObject({ outcome: 'Complete', podsCreated: 3, podsFailed: 0 });
  });
});

test('a cluster with room for two pods: the others wait', () => {
  const result = run({ completions: 3, parallelism: 3 }, { run: { for: 5 }, cluster: { pods: 2 } });
  expect(life(result, 2)).toBe('0 Pending 0/1 > 6 ContainerCreating 0/1 > 7 Running 1/1 > 12 Completed 0/1');
});

test('an image that cannot be pulled for a while', () => {
  const result = run({}, { run: [{ cannotPull: true, for: 25 }, { for: 3 }] });
  expect(life(result)).toBe(
    '0 Pending 0/1 > 0 ContainerCreating 0/1 > 1 ErrImagePull 0/1 > 2 ImagePullBackOff 0/1 > 11 ErrImagePull 0/1' +
      ' > 12 ImagePullBackOff 0/1 > 31 Running 1/1 > 34 Completed 0/1',
  );
});

test('an image that is not there and may not be pulled', () => {
  const never = { containers: [container('main', { imagePullPolicy: 'Never' })] };
  const result = run({}, { run: [{ cannotPull: true, for: 25 }, { for: 3 }] }, never);
  expect(life(result)).toBe('0 Pending 0/1 > 0 ContainerCreating 0/1 > 1 ErrImageNeverPull 0/1 > 31 Running 1/1 > 34 Completed 0/1');
});

test('a Secret that is missing, for good or for a while', () => {
  const waits = '0 Pending 0/1 > 0 ContainerCreating 0/1 > 1 CreateContainerConfigError 0/1';
  expect(life(run({}, { run: { cannotCreate: true } }))).toBe(waits);
  expect(life(run({}, { run: [{ cannotCreate: true, for: 12 }, { for: 3 }] }))).toBe(`${waits} > 21 Running 1/1 > 24 Completed 0/1`);
  const restarted = run({}, { run: [{ for: 2, exit: 1 }, { cannotCreate: true, for: 5 }, { for: 3 }] }, { restartPolicy: 'OnFailure' });
  expect(life(restarted)).toContain('3 Error 0/1 > 3.3 CreateContainerConfigError 0/1 > 13.3 Running 1/1 r1 > 16.3 Completed 0/1 r1');
});
