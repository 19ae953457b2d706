import { describe, expect, test } from 'vitest';
import type { Container, Lifecycle, LifecycleHandler, PodSpec } from '../../../server/kubernetes/generated/types.ts';
import { container, life, run, type WatchedRun } from '../runs.ts';

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

  test('a preStop hook that fails is told of, and changes nothing', () => {
    const spec = hooked({ preStop: exec('sh', '-c', 'sleep 2; exit 1') });
    const result = run({}, { run: { for: 50 }, actions: [{ at: 5, deletePod: 0 }] }, spec, 9);
    expect(result.events.flatMap(({ t, reason }) => (reason === 'FailedPreStopHook' ? [t] : []))).toEqual([7]);
    expect(life(result)).toContain('5 Terminating 1/1 > 7 Error 0/1 > 7 gone');
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
    expect(life(result)).toBe('0 Pending 0/3 > 0 ContainerCreating 0/3 > 8 Running 3/3 > 11 NotReady 2/3 > 14 Completed 0/3');
  });

  test('a postStart hook that fails: the container is stopped', () => {
    const spec = hooked({ postStart: exec('sh', '-c', 'sleep 2; exit 1') });
    const never = run({ backoffLimit: 0 }, { run: { for: 50 } }, spec);
    expect(life(never)).toBe('0 Pending 0/1 > 0 ContainerCreating 0/1 > 3 Error 0/1');
    expect(codes(never)).toContain('estimate-hook-fails-postStart');
    const again = run({ backoffLimit: 2 }, { run: { for: 50 } }, { ...spec, restartPolicy: 'OnFailure' });
    expect(life(again)).toContain(
      '0 ContainerCreating 0/1 > 3 PostStartHookError 0/1 > 5.3 PostStartHookError 0/1 r1 > 5.3 CrashLoopBackOff 0/1 r1 > 17.3 ',
    );
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
