import { describe, expect, test } from 'vitest';
import type { PodSpec } from '../../../server/kubernetes/generated/types.ts';
import { createCluster } from '../../../server/simulator/api-server/cluster.ts';
import { createClock } from '../../../server/simulator/engine/clock.ts';
import { newPod } from '../../../server/simulator/job-controller/new-pod.ts';
import { newContainer } from '../../../server/simulator/kubelet/containers.ts';
import type { Container } from '../../../server/simulator/objects/container.ts';
import type { Pod } from '../../../server/simulator/objects/objects.ts';
import { newJobObject, readSpec } from '../../../server/simulator/objects/stored-objects.ts';
import { behaviourOf } from '../../../server/simulator/versions/behaviour.ts';
import { podColumns } from '../../../server/simulator/watch/pod-columns.ts';
import { createRecorder } from '../../../server/simulator/watch/recorder.ts';
import { jobOf } from '../../manifests.ts';

const newest = behaviourOf('1.37');

type Status = Partial<Container>;

const running: Status = { state: 'running', reason: '', runs: 1, hasRun: true, startedUp: true, ready: true };
const unready: Status = { ...running, ready: false };
const done: Status = { state: 'terminated', reason: 'Completed', exitCode: 0, runs: 1, hasRun: true };
const ended = (exitCode: number, reason = 'Error'): Status => ({ state: 'terminated', reason, exitCode, runs: 1, hasRun: true });
const waiting = (reason: string): Status => ({ state: 'waiting', reason });
const creating = waiting('ContainerCreating');
const initializing = waiting('PodInitializing');

interface Case {
  /** Of init containers, then of sidecars. */
  readonly init?: readonly Status[];
  readonly sidecars?: readonly Status[];
  readonly regular: readonly Status[];
  readonly pod?: Partial<Pod>;
  readonly spec?: PodSpec;
}

function podOf({ init = [], sidecars = [], regular, pod = {}, spec = {} }: Case): Pod {
  const clock = createClock();
  const cluster = createCluster({ clock, recorder: createRecorder(clock, 0, newest), namespace: 'default', epoch: 0, behaviour: newest });
  const initContainers = [
    ...init.map((_, at) => ({ name: `init-${at}`, image: 'busybox' })),
    ...sidecars.map((_, at) => ({ name: `side-${at}`, image: 'busybox', restartPolicy: 'Always' })),
  ];
  const containers = regular.map((_, at) => ({ name: `main-${at}`, image: 'busybox' }));
  const job = jobOf({}, { initContainers, containers, ...spec });
  const alone = { ordinal: 0, owner: undefined, origin: undefined, created: 0 };
  const owner = newJobObject({ name: 'hello', stored: job, ...readSpec(job.spec), ...alone });
  const made = newPod(cluster, owner, { index: -1, plan: owner.plan }, { failures: 0, ignoredFailures: 0 });
  const statuses = [...init, ...sidecars];
  made.initContainers = made.plan.init.map((plan, at) => ({ ...newContainer(plan, '', 0), ...statuses[at] }));
  made.containers = made.plan.regular.map((plan, at) => ({ ...newContainer(plan, '', 0), ...regular[at] }));
  return Object.assign(made, pod);
}

function shown(one: Case, behaviour = newest): string {
  const pod = podOf(one);
  const { ready, status, restarts } = podColumns(pod, behaviour);
  return `${status} ${pod.plan.readyTexts[ready]} ${restarts}`;
}

const deletion = { at: 0, grace: 30 };

describe('STATUS, READY and RESTARTS', () => {
  test.each<[string, Case]>([
    ['Pending 0/1 0', { regular: [], spec: { containers: [{ name: 'main' }] } }],
    ['ContainerCreating 0/1 0', { regular: [creating] }],
    ['ErrImagePull 0/1 0', { regular: [waiting('ErrImagePull')] }],
    ['Running 1/1 0', { regular: [running], pod: { phase: 'Running', ready: true } }],
    ['Running 0/1 0', { regular: [unready], pod: { phase: 'Running' } }],
    ['Completed 0/1 0', { regular: [done], pod: { phase: 'Succeeded' } }],
    ['Error 0/1 0', { regular: [ended(1)], pod: { phase: 'Failed' } }],
    ['ExitCode:3 0/1 0', { regular: [ended(3, '')], pod: { phase: 'Failed' } }],
    ['CrashLoopBackOff 0/1 4', { regular: [{ ...waiting('CrashLoopBackOff'), restarts: 4 }], pod: { phase: 'Running' } }],
    ['Failed 1/1 0', { regular: [running], pod: { phase: 'Failed' } }],
    ['DeadlineExceeded 1/1 0', { regular: [running], pod: { phase: 'Failed', reason: 'DeadlineExceeded' } }],
    ['SchedulingGated 0/1 0', { regular: [], spec: { containers: [{ name: 'main' }], schedulingGates: [{ name: 'quota' }] } }],
    [
      'Terminating 0/1 0',
      { regular: [], pod: { deletion }, spec: { containers: [{ name: 'main' }], schedulingGates: [{ name: 'quota' }] } },
    ],
  ])('%s', (text, one) => expect(shown(one)).toBe(text));
});

describe('several containers: the first has the last word', () => {
  test.each<[string, Case]>([
    ['Running 1/2 0', { regular: [done, running], pod: { phase: 'Running', ready: true } }],
    ['NotReady 1/2 0', { regular: [done, running], pod: { phase: 'Running' } }],
    ['Completed 0/2 0', { regular: [done, unready], pod: { phase: 'Running' } }],
    ['Error 1/2 0', { regular: [ended(1), running], pod: { phase: 'Running' } }],
    ['Error 1/2 0', { regular: [running, ended(1)], pod: { phase: 'Running' } }],
    ['Error 0/2 0', { regular: [done, ended(1)], pod: { phase: 'Failed' } }],
    ['OOMKilled 1/3 3', { regular: [done, running, { ...ended(137, 'OOMKilled'), restarts: 3 }], pod: { phase: 'Running' } }],
    ['ImagePullBackOff 1/2 0', { regular: [waiting('ImagePullBackOff'), running], pod: { phase: 'Pending' } }],
    ['Completed 0/2 0', { regular: [done, waiting('')], pod: { phase: 'Pending' } }],
  ])('%s', (text, one) => expect(shown(one)).toBe(text));
});

describe('init containers', () => {
  test.each<[string, Case]>([
    ['Init:0/2 0/1 0', { init: [initializing, initializing], regular: [initializing] }],
    ['Init:1/2 0/1 0', { init: [done, { ...unready }], regular: [initializing] }],
    ['Init:Error 0/1 0', { init: [ended(1), initializing], regular: [initializing] }],
    ['Init:ExitCode:3 0/1 2', { init: [{ ...ended(3, ''), restarts: 2 }], regular: [initializing] }],
    ['Init:CrashLoopBackOff 0/1 5', { init: [{ ...waiting('CrashLoopBackOff'), restarts: 5 }], regular: [initializing] }],
    ['Init:InvalidImageName 0/1 0', { init: [waiting('InvalidImageName')], regular: [initializing] }],
    ['PodInitializing 0/1 0', { init: [done], regular: [initializing] }],
    ['Running 1/1 1', { init: [{ ...done, restarts: 7 }], regular: [{ ...running, restarts: 1 }], pod: { phase: 'Running', ready: true } }],
    ['Terminating 0/1 0', { init: [unready], regular: [initializing], pod: { deletion } }],
    ['Init:Error 0/1 0', { init: [ended(1)], regular: [initializing], pod: { deletion, phase: 'Failed' } }],
  ])('%s', (text, one) => expect(shown(one)).toBe(text));
});

describe('sidecars', () => {
  test.each<[string, Case]>([
    ['Init:0/1 0/2 0', { sidecars: [{ ...unready, startedUp: false }], regular: [initializing] }],
    ['PodInitializing 1/2 0', { sidecars: [running], regular: [initializing] }],
    ['PodInitializing 0/2 0', { sidecars: [unready], regular: [initializing] }],
    ['Init:1/2 0/2 0', { init: [done], sidecars: [initializing], regular: [initializing] }],
    ['Init:0/2 0/2 0', { init: [unready], sidecars: [initializing], regular: [initializing] }],
    ['Running 2/2 0', { sidecars: [running], regular: [running], pod: { phase: 'Running', ready: true } }],
    ['Running 1/2 0', { sidecars: [unready], regular: [running], pod: { phase: 'Running' } }],
    ['Init:Error 1/2 3', { sidecars: [{ ...ended(1), restarts: 3 }], regular: [running], pod: { phase: 'Running' } }],
    ['Completed 1/2 0', { sidecars: [running], regular: [done], pod: { phase: 'Running' } }],
    ['Init:Error 1/3 0', { sidecars: [running, ended(2)], regular: [initializing] }],
  ])('%s', (text, one) => expect(shown(one)).toBe(text));
});
