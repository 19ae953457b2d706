import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bounds } from '../../../server/estimate/bounds/bounds.ts';
import type { JobSpec, Lifecycle, LifecycleHandler } from '../../../server/kubernetes/generated/types.ts';
import type { PodRow } from '../../../server/simulator/recording/recording.ts';
import { recordingOf } from '../../../server/simulator/run/recording-of.ts';
import type { Scenario } from '../../../server/simulator/scenario/scenario.ts';
import { simulate } from '../../../server/simulator/simulate.ts';
import { runs } from '../../property-runs.ts';

const count = (most: number) => fc.integer({ min: 0, max: most });
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });

const handler: fc.Arbitrary<LifecycleHandler> = fc.oneof(
  count(20).map((seconds) => ({ sleep: { seconds } })),
  fc.constantFrom('sleep 3', 'sleep 12; exit 1', 'sleep infinity', 'curl example.org').map((script) => ({
    exec: { command: ['sh', '-c', script] },
  })),
);
const hooks: fc.Arbitrary<Lifecycle> = fc
  .record({ postStart: maybe(handler), preStop: maybe(handler) })
  .map((both) => withoutUndefined(both));

const spec: fc.Arbitrary<JobSpec> = fc
  .record({
    completions: maybe(count(5)),
    parallelism: maybe(count(4)),
    backoffLimit: maybe(count(4)),
    backoffLimitPerIndex: maybe(count(2)),
    activeDeadlineSeconds: maybe(fc.integer({ min: 1, max: 200 })),
    podDeadline: maybe(fc.integer({ min: 1, max: 60 })),
    restartPolicy: fc.constantFrom('Never', 'OnFailure'),
    lifecycle: maybe(hooks),
    sidecar: maybe(hooks),
    readinessProbe: maybe(fc.record({ initialDelaySeconds: count(20), periodSeconds: fc.integer({ min: 1, max: 10 }) })),
    livenessProbe: maybe(fc.record({ periodSeconds: fc.integer({ min: 1, max: 10 }) })),
    startupProbe: maybe(fc.record({ initialDelaySeconds: count(20), periodSeconds: fc.integer({ min: 1, max: 10 }) })),
    podFailurePolicy: maybe(fc.constantFrom('Ignore', 'Count', 'FailJob')),
  })
  .map(
    ({
      backoffLimitPerIndex,
      podDeadline,
      restartPolicy,
      podFailurePolicy,
      lifecycle,
      sidecar,
      readinessProbe,
      livenessProbe,
      startupProbe,
      ...rest
    }) => {
      const indexed = backoffLimitPerIndex !== undefined && rest.completions !== undefined;
      const never = indexed || restartPolicy === 'Never';
      const onExitCodes = { operator: 'In', values: [3] };
      const limits: JobSpec = withoutUndefined(rest);
      return {
        ...limits,
        ...(indexed ? { completionMode: 'Indexed', backoffLimitPerIndex } : {}),
        ...(never && podFailurePolicy
          ? { podFailurePolicy: { rules: [{ action: podFailurePolicy, onExitCodes }] }, podReplacementPolicy: 'Failed' }
          : {}),
        template: {
          metadata: { labels: { app: 'hello' } },
          spec: {
            restartPolicy: never ? 'Never' : 'OnFailure',
            terminationGracePeriodSeconds: 5,
            ...(podDeadline === undefined ? {} : { activeDeadlineSeconds: podDeadline }),
            containers: [
              {
                name: 'main',
                image: 'busybox:1.36',
                command: ['sleep', '3'],
                ...withoutUndefined({ lifecycle, readinessProbe, livenessProbe }),
              },
            ],
            ...(sidecar ? { initContainers: [{ ...side, ...withoutUndefined({ lifecycle: sidecar, startupProbe }) }] } : {}),
          },
        },
      };
    },
  );

const side = { name: 'side', image: 'busybox:1.36', command: ['sleep', '1000'], restartPolicy: 'Always' };

const disturbance = fc.constantFrom<'delete-pod' | 'evict-pod' | 'kill-container'>('delete-pod', 'evict-pod', 'kill-container');

/** Containers fail by chance, pods are deleted or evicted now and then. */
const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    seed: count(1_000_000),
    share: fc.constantFrom(0, 0.3, 0.7, 1),
    code: fc.constantFrom(1, 3),
    seconds: fc.constantFrom({ min: 0, max: 1 }, { min: 0, max: 20 }, { min: 30, max: 90 }),
    healthyAfter: count(60),
    disturbances: fc.array(fc.record({ at: count(300), pod: count(8), kind: disturbance }), { maxLength: 6 }),
  })
  .map(({ seed, share, code, seconds, healthyAfter, disturbances }) => ({
    seed,
    run: [{ kind: 'run', for: seconds, exit: [{ code, share }], healthyAfter }],
    actions: disturbances.map(({ at, pod, kind }) => (kind === 'kill-container' ? { at, kind, pod, exit: 137 } : { at, kind, pod })),
  }));

test('no run, whatever its luck, goes beyond the bounds', () => {
  fc.assert(
    fc.property(spec, scenario, (job, played) => {
      const object = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'hello' }, spec: job };
      const run = simulate(object, played, { version: '1.37', until: 20_000, maxEvents: 20_000 });
      const { summary } = run;
      const { pods } = recordingOf(run);
      const { mostPods, mostAtOnce, longestSeconds } = bounds(job);
      const created = new Set(pods.map(({ pod }) => pod)).size;
      expect(created).toBeLessThanOrEqual(mostPods ?? Number.POSITIVE_INFINITY);
      expect(mostTogether(pods)).toBeLessThanOrEqual(mostAtOnce);
      // A little on top: pods start, and the controller gathers what they report for a second.
      if (longestSeconds !== undefined) expect(summary.duration ?? 0).toBeLessThanOrEqual(longestSeconds + 3 * (created + 1));
    }),
    runs(2000),
  );
});

test('the bound is reached: two failures at first, and the last pod fails as well', () => {
  const job = {
    completions: 3,
    backoffLimit: 2,
    template: { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'busybox:1.36' }] } },
  };
  const fails = [0, 1, 4].map((ordinal) => ({ ordinal, run: [{ kind: 'run', for: 1, exit: 1 }] as const }));
  const object = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'hello' }, spec: job };
  const { summary } = simulate(object, { run: [{ kind: 'run', for: 1, exit: 0 }], pods: fails }, { version: '1.37' });
  expect(summary).toMatchObject({ outcome: 'Failed', podsCreated: 5 });
  expect(bounds(job).mostPods).toBe(5);
});

/** The most pods that were active at the same time: neither ended nor being deleted. */
function mostTogether(rows: readonly PodRow[]): number {
  const active = new Set<number>();
  const over = new Set<number>();
  let most = 0;
  for (const { pod, event, STATUS } of rows) {
    if (event === 'DELETED' || /Completed|Error|Terminating|Evicted|DeadlineExceeded|OOMKilled|ContainerStatusUnknown/.test(STATUS))
      over.add(pod);
    if (over.has(pod)) active.delete(pod);
    else active.add(pod);
    most = Math.max(most, active.size);
  }
  return most;
}

type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(object: T): Present<T> {
  return JSON.parse(JSON.stringify(object));
}
