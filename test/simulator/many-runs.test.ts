import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bounds } from '../../server/estimate/bounds/bounds.ts';
import type { JobSpec } from '../../server/kubernetes/generated/types.ts';
import { manyRuns } from '../../server/simulator/many-runs.ts';
import type { Scenario } from '../../server/simulator/scenario/scenario.ts';
import { jobOf } from '../manifests.ts';
import { runs } from '../property-runs.ts';

const version = '1.37';
const failing = (share: number): Scenario => ({ run: [{ kind: 'run', exit: [{ code: 1, share }] }] });

describe('many runs', () => {
  test('without chance all are alike', () => {
    const spread = { least: 3, median: 3, ninetyPercent: 3, most: 3 };
    expect(manyRuns(jobOf({ completions: 3 }), { kubelet: { notice: 0 } }, { version, runs: 5 })).toEqual({
      runs: 5,
      outcomes: { Complete: 5 },
      failures: {},
      duration: { least: 36, median: 36, ninetyPercent: 36, most: 36 },
      pods: spread,
      restarts: { least: 0, median: 0, ninetyPercent: 0, most: 0 },
    });
  });

  test('the failure rate is that of container runs', () => {
    const { outcomes } = manyRuns(jobOf({ backoffLimit: 0 }), failing(0.3), { version, runs: 1000 });
    expect(outcomes['Failed']).toBeGreaterThan(250);
    expect(outcomes['Failed']).toBeLessThan(350);
  });

  test('restarts count where containers are restarted in place', () => {
    const { restarts, pods, failures } = manyRuns(jobOf({ backoffLimit: 2 }, { restartPolicy: 'OnFailure' }), failing(0.9), {
      version,
      runs: 50,
    });
    expect(restarts.most).toBe(2);
    expect(pods.most).toBe(1);
    expect(Object.keys(failures)).toEqual(['BackoffLimitExceeded']);
  });

  test('the scenario keeps its say in how long a run takes', () => {
    const scenario = { run: [{ kind: 'run', for: { min: 10, max: 20 }, exit: 0 }] } as const;
    const { duration } = manyRuns(jobOf({}), scenario, { version, runs: 100 });
    expect(duration?.least).toBeGreaterThanOrEqual(12);
    expect(duration?.most).toBeLessThanOrEqual(22);
    expect(duration?.least).not.toBe(duration?.most);
  });

  test('where a share of runs fails, the command still says how its container takes SIGTERM', () => {
    const sleeps = { containers: [{ name: 'main', image: 'busybox', command: ['sleep', '20'] }] };
    const atDeadline = (scenario: Scenario) =>
      manyRuns(jobOf({ activeDeadlineSeconds: 5 }, sleeps), scenario, { version, runs: 20 }).duration?.median;
    expect(atDeadline({})).toBeGreaterThan(20);
    expect(atDeadline(failing(0.05))).toBe(atDeadline({}));
    expect(atDeadline({ run: [{ kind: 'run', for: 20, exit: 0 }] })).toBeLessThan(8);
  });
});

describe('no run by chance exceeds what bounds it', () => {
  const limit = fc.integer({ min: 0, max: 4 });
  const indexed = fc
    .record({ completions: fc.integer({ min: 1, max: 6 }), backoffLimitPerIndex: limit })
    .map((spec) => ({ ...spec, completionMode: 'Indexed' }));
  const plain = fc.record({ completions: fc.integer({ min: 1, max: 6 }), backoffLimit: limit });
  const queue = fc.record({ backoffLimit: limit });
  const specs: fc.Arbitrary<JobSpec> = fc
    .tuple(
      fc.oneof<fc.Arbitrary<JobSpec>[]>(indexed, plain, queue),
      fc.integer({ min: 1, max: 4 }),
      fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }),
    )
    .map(([spec, parallelism, activeDeadlineSeconds]) => ({
      ...spec,
      parallelism,
      ...(activeDeadlineSeconds === undefined ? {} : { activeDeadlineSeconds }),
    }));

  test('pods and time', () => {
    fc.assert(
      fc.property(
        specs,
        fc.constantFrom('Never', 'OnFailure'),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(),
        (spec, restartPolicy, failureRate, seed) => {
          const job = jobOf(spec, { restartPolicy: spec.backoffLimitPerIndex === undefined ? restartPolicy : 'Never' });
          const { pods, duration } = manyRuns(job, failing(failureRate), { version, runs: 5, seed });
          const { mostPods = Number.POSITIVE_INFINITY, longestSeconds = Number.POSITIVE_INFINITY } = bounds(job.spec ?? {});
          expect(pods.most).toBeLessThanOrEqual(mostPods);
          expect(duration?.most ?? 0).toBeLessThanOrEqual(longestSeconds + 2);
        },
      ),
      runs(60),
    );
  });
});
