import { describe, expect, test } from 'vitest';
import type { Container, PodSpec } from '../../../server/kubernetes/generated/types.ts';
import { container, life, run } from '../runs.ts';

describe('containers that cannot start', () => {
  const misspelt = { containers: [container('main', { image: 'busybox', command: ['slepp', '3'] })] };

  test('Never: a new pod for each try', () => {
    const result = run({ backoffLimit: 1 }, {}, misspelt);
    expect(life(result)).toBe('0 Pending 0/1 > 0 ContainerCreating 0/1 > 1 StartError 0/1');
    expect(result.summary).toMatchObject({ outcome: 'Failed', podsCreated: 2, restarts: 0 });
  });

  test('OnFailure: the same pod again and again', () => {
    const result = run({ backoffLimit: 2 }, {}, { ...misspelt, restartPolicy: 'OnFailure' });
    expect(life(result)).toContain(
      '1 RunContainerError 0/1 > 1.3 RunContainerError 0/1 r1 > 1.3 CrashLoopBackOff 0/1 r1 > 11.3 RunContainerError 0/1 r2',
    );
    expect(result.summary).toMatchObject({ outcome: 'Failed', podsCreated: 1, restarts: 2 });
  });

  test('memory that does not suffice', () => {
    expect(life(run({ backoffLimit: 0 }, { run: { for: 3, outOfMemory: true } }))).toContain('4 OOMKilled 0/1');
  });
});

describe('a container that may not run as root', () => {
  const nonRoot = (more: Container, image = 'busybox:1') => ({ containers: [container('main', { image, ...more })] });
  const reasons = (pod: PodSpec) =>
    run({}, { run: { for: 3 } }, pod, 5).events.flatMap(({ message }) => (/^Error: /.test(message) ? [message] : []));

  test.each<[string, PodSpec, string | undefined]>([
    [
      'its user is root',
      nonRoot({ securityContext: { runAsNonRoot: true, runAsUser: 0 } }),
      "container's runAsUser breaks non-root policy",
    ],
    ['its image is of root', nonRoot({ securityContext: { runAsNonRoot: true } }), 'container has runAsNonRoot and image will run as root'],
    ['its user is another', nonRoot({ securityContext: { runAsNonRoot: true, runAsUser: 7 } }), undefined],
    ['its image may be of anybody', nonRoot({ securityContext: { runAsNonRoot: true } }, 'example.com/program'), undefined],
    [
      'its pod says so',
      { ...nonRoot({}), securityContext: { runAsNonRoot: true, runAsUser: 0 } },
      "container's runAsUser breaks non-root policy",
    ],
  ])('%s', (_, pod, why) => {
    expect(reasons(pod)[0]?.replace(/ \(pod: "hello-[a-z0-9]{5}_default\([0-9a-f-]{36}\)", container: main\)$/, '')).toBe(
      why && `Error: ${why}`,
    );
    expect(life(run({}, { run: { for: 3 } }, pod, 5))).toContain(why ? 'CreateContainerConfigError' : 'Running');
  });
});

test('a signal ends a run: 128 and its number', () => {
  const result = run({ backoffLimit: 0 }, { run: { for: 3, signal: 'SEGV' } });
  expect(life(result)).toContain('4 Error 0/1');
  expect(result.describePods).toMatch(/Exit Code: +139/);
});

test('that a node has the labels a pod asks for is assumed', () => {
  const assumed = (pod: PodSpec) => run({}, {}, pod).summary.assumptions.some(({ code }) => code === 'assumed-nodes');
  expect([assumed({ nodeSelector: { disk: 'ssd' } }), assumed({})]).toEqual([true, false]);
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

test('an image that cannot be pulled for a while', () => {
  const result = run({}, { run: [{ cannotPull: true, for: 25 }, { for: 3 }] });
  expect(life(result)).toBe(
    '0 Pending 0/1 > 0 ContainerCreating 0/1 > 1 ErrImagePull 0/1 > 1 ImagePullBackOff 0/1 > 11 ErrImagePull 0/1' +
      ' > 11 ImagePullBackOff 0/1 > 31 Running 1/1 > 34 Completed 0/1',
  );
});

test('what a start failed for a while, and no entry follows, the command says; it does not fail again', () => {
  const sleep = { containers: [container('main', { command: ['sh', '-c', 'sleep 3; exit 1'] })], restartPolicy: 'OnFailure' };
  for (const entry of [
    { cannotPull: true, for: 25 },
    { cannotCreate: true, for: 25 },
  ]) {
    const result = run({ backoffLimit: 2 }, { run: entry }, sleep);
    expect(result.summary).toMatchObject({ outcome: 'Failed', reason: 'BackoffLimitExceeded', podsCreated: 1 });
  }
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
  expect(life(restarted)).toContain(
    '3 Error 0/1 > 3.3 CreateContainerConfigError 0/1 > 3.3 CrashLoopBackOff 0/1 > 13 Running 1/1 r1 > 16 Completed 0/1 r1',
  );
});
