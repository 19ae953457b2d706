import { describe, expect, test } from 'vitest';
import type { Container, PodSpec } from '../../../server/kubernetes/generated/types.ts';
import { container, life, run } from '../runs.ts';

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
      '1 Running 0/1 > 8.3 Running 0/1 r1 > 16.3 Running 0/1 r2 >',
    ],
    [
      'the liveness probe fails too often',
      { livenessProbe: { initialDelaySeconds: 5, periodSeconds: 3 } },
      60,
      '1 Running 1/1 > 12.3 Running 1/1 r1 > 24.3 Running 1/1 r2',
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
    const restarted = run({}, scenario, { ...probed(more), restartPolicy: 'OnFailure' }, 20);
    expect(life(restarted)).toContain('1 Running 1/1 > 16.3 Running 1/1 r1');
    // A container that does not restart ends with its pod, for which the grace period of the probe does not count.
    expect(life(run({ backoffLimit: 0 }, scenario, probed(more)))).toContain('1 Running 1/1 > 32 Error 0/1');
  });

  test('readiness gates that nobody answers keep the pod from being ready', () => {
    const result = run({}, { run: { for: 30 } }, { ...probed({}), readinessGates: [{ conditionType: 'example.com/online' }] }, 10);
    expect(result.final).toMatchObject({ active: 1, ready: 0 });
    expect(life(result)).toContain('1 Running 1/1');
  });
});
