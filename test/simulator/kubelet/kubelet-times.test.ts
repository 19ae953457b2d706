import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Container, PodSpec } from '../../../server/kubernetes/generated/types.ts';
import { instantOf } from '../../../server/simulator/engine/clock.ts';
import { kubeletTimes } from '../../../server/simulator/kubelet/kubelet-times.ts';
import { runs } from '../../property-runs.ts';
import { container, life, nodeRun, statuses, type WatchedRun } from '../runs.ts';

const onFailure: PodSpec = { restartPolicy: 'OnFailure' };
const said = ({ events }: WatchedRun) => events.flatMap(({ kind, t, reason }) => (kind === 'Pod' ? [`${t} ${reason}`] : []));

describe('a kubelet that looks once a second', () => {
  test('an end shows with the next look, the phase with the one after that, and a second later the Job counts it', () => {
    const result = nodeRun({}, { run: { for: 3 } });
    expect(life(result)).toBe('0 Pending 0/1 > 0 ContainerCreating 0/1 > 0.4 Running 1/1 > 3.8 Completed 0/1');
    expect(statuses(result)).toBe('0 Running 0/1 > 5.8 SuccessCriteriaMet 0/1 > 5.8 Complete 1/1');
    expect(said(result)).toEqual(['0 Scheduled', '0.2 Pulled', '0.3 Created', '0.4 Started']);
  });

  test('a container that crashes shows Error until it is tried again, and why it waited only then', () => {
    expect(life(nodeRun({}, { run: { for: 2, exit: 1 } }, onFailure, 30))).toBe(
      '0 Pending 0/1 > 0 ContainerCreating 0/1 > 0.4 Running 1/1 > 2.8 Error 0/1 > 3 Running 1/1 r1 > 5.8 Error 0/1 r1' +
        ' > 17.5 CrashLoopBackOff 0/1 r1 > 17.7 Running 1/1 r2 > 19.8 Error 0/1 r2',
    );
  });

  test('what ends at once is seen running before, each time', () => {
    expect(life(nodeRun({}, { run: { for: 0 } }))).toBe('0 Pending 0/1 > 0 ContainerCreating 0/1 > 0.4 Running 1/1 > 0.8 Completed 0/1');
    expect(life(nodeRun({}, { run: { for: 0, exit: 1 } }, onFailure, 12))).toContain('1 Running 1/1 r1 > 1.8 Error 0/1 r1');
  });

  test('a failed liveness probe restarts at once, twice; from then on it waits for the back-off of the run before', () => {
    const probed: Container = { livenessProbe: { exec: { command: ['false'] }, periodSeconds: 2, failureThreshold: 2 } };
    const scenario = { run: { for: 60, healthyAfter: 99 }, stop: { after: 1 } };
    const result = nodeRun({}, scenario, { ...onFailure, containers: [container('main', probed)] }, 28);
    expect(life(result)).toBe(
      '0 Pending 0/1 > 0 ContainerCreating 0/1 > 0.4 Running 1/1 > 5.2 Running 1/1 r1 > 9.2 Running 1/1 r2 > 13.8 CrashLoopBackOff 0/1 r2' +
        ' > 25.7 Running 1/1 r3',
    );
    expect(result.events.find(({ reason }) => reason === 'Killing')?.message).toBe(
      'Container main failed liveness probe, will be restarted',
    );
  });

  test('why a container waits is said once, however often its pod is looked at meanwhile', () => {
    const sidecar = (name: string) => container(name, { restartPolicy: 'Always' });
    const scenario = { containers: { one: { run: { for: 2, exit: 1 } }, two: { run: { for: 3, exit: 1 } } }, run: { for: 100 } };
    const { trace } = nodeRun({}, scenario, { initContainers: [sidecar('one'), sidecar('two')] });
    const ends = trace.flatMap(({ t, code, args }) =>
      code === 'trace-restart-waits' && 'container' in args && 'seconds' in args
        ? [`${args.container} until ${Math.round((t + Number(args.seconds)) * 10) / 10}`]
        : [],
    );
    expect(new Set(ends).size).toBe(ends.length);
    expect(ends.length).toBeGreaterThan(4);
  });

  test('an image that cannot be pulled: the two reasons take turns', () => {
    const result = nodeRun({}, { run: { cannotPull: true } }, {}, 60);
    expect(life(result)).toBe(
      '0 Pending 0/1 > 0 ContainerCreating 0/1 > 0.8 ErrImagePull 0/1 > 13.5 ImagePullBackOff 0/1 > 26.5 ErrImagePull 0/1' +
        ' > 39.5 ImagePullBackOff 0/1 > 52.5 ErrImagePull 0/1',
    );
  });

  test('a volume that cannot be mounted for a while', () => {
    const volumes = [{ name: 'settings', configMap: { name: 'nothing' } }];
    const result = nodeRun({}, { run: [{ cannotMount: true, for: 5 }, { for: 2 }] }, { volumes });
    expect(life(result)).toBe('0 Pending 0/1 > 0 ContainerCreating 0/1 > 7.9 Running 1/1 > 10.8 Completed 0/1');
    expect(said(result).slice(0, 6)).toEqual([
      '0 Scheduled',
      '0 FailedMount',
      '0.5 FailedMount',
      '1.5 FailedMount',
      '3.5 FailedMount',
      '7.7 Pulled',
    ]);
    expect(result.events.find(({ reason }) => reason === 'FailedMount')?.message).toBe(
      'MountVolume.SetUp failed for volume "settings" : configmap "nothing" not found',
    );
  });

  test('no node takes the pod, for a while', () => {
    const result = nodeRun({}, { run: [{ cannotSchedule: true, for: 5 }, { for: 2 }] }, { nodeSelector: { disk: 'ssd' } });
    expect(life(result)).toBe('0 Pending 0/1 > 5 ContainerCreating 0/1 > 5.4 Running 1/1 > 7.8 Completed 0/1');
    expect(result.events.find(({ reason }) => reason === 'FailedScheduling')?.message).toBe(
      "0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector." +
        ' preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.',
    );
  });

  test('a pod that is deleted goes with the look after its end; what never ran is of unknown state', () => {
    const stopped = nodeRun({}, { run: { for: 60 }, stop: { after: 2 }, actions: [{ at: 5, deletePod: 0 }] }, {}, 9);
    expect(life(stopped)).toContain('0.4 Running 1/1 > 5 Terminating 1/1 > 7 Error 0/1 > 7.8 gone');
    const waiting = nodeRun({ activeDeadlineSeconds: 5 }, { run: { cannotCreate: true } });
    expect(life(waiting)).toContain('0.8 CreateContainerConfigError 0/1 > 5 Terminating 0/1 > 5.8 ContainerStatusUnknown 0/1 > 5.8 gone');
  });

  test('the deadline of a pod is seen by the next sync, and said at every step of its end', () => {
    const result = nodeRun(
      { backoffLimit: 0 },
      { run: { for: 60 }, stop: { after: 30 } },
      { activeDeadlineSeconds: 4, terminationGracePeriodSeconds: 3 },
    );
    expect(life(result)).toContain('0.4 Running 1/1 > 7.8 Error 0/1');
    expect(said(result).slice(4)).toEqual([
      '4.5 DeadlineExceeded',
      '4.8 DeadlineExceeded',
      '4.8 Killing',
      '7.8 DeadlineExceeded',
      '8.8 DeadlineExceeded',
    ]);
  });
});

test('a look comes neither early nor a whole period late', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.constantFrom(0.25, 1, 5), (at, notice) => {
      const late = kubeletTimes(notice).nextLook(at) - at;
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThan(instantOf(notice));
      expect(kubeletTimes(0).nextLook(at)).toBe(at);
    }),
    runs(200),
  );
});
