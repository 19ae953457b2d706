import { describe, expect, test } from 'vitest';
import type { PodSpec } from '../../../server/kubernetes/generated/types.ts';
import { container, life, run, statuses } from '../runs.ts';

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
