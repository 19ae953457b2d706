import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bounds } from '../../server/estimate/bounds/bounds.ts';
import { jobOf } from '../../server/kubernetes/creation/job-from-cronjob.ts';
import type { CronJob, Job, JobSpec } from '../../server/kubernetes/generated/types.ts';
import { manyRuns } from '../../server/simulator/many-runs.ts';

const jobWith = (spec: JobSpec, restartPolicy = 'Never'): Job => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'hello' },
  spec: { ...spec, template: { spec: { restartPolicy, containers: [{ name: 'main', image: 'busybox', command: ['sleep', '5'] }] } } },
});
const version = '1.37';

describe('many runs', () => {
  test('without chance all are alike', () => {
    const spread = { least: 3, median: 3, ninetyPercent: 3, most: 3 };
    expect(manyRuns(jobWith({ completions: 3 }), {}, { version, runs: 5 })).toEqual({
      runs: 5,
      outcomes: { Complete: 5 },
      failures: {},
      duration: { least: 21, median: 21, ninetyPercent: 21, most: 21 },
      pods: spread,
      restarts: { least: 0, median: 0, ninetyPercent: 0, most: 0 },
    });
  });

  test('the failure rate is that of container runs', () => {
    const { outcomes } = manyRuns(jobWith({ backoffLimit: 0 }), {}, { version, runs: 1000, failureRate: 0.3 });
    expect(outcomes['Failed']).toBeGreaterThan(250);
    expect(outcomes['Failed']).toBeLessThan(350);
  });

  test('restarts count where containers are restarted in place', () => {
    const { restarts, pods, failures } = manyRuns(jobWith({ backoffLimit: 2 }, 'OnFailure'), {}, { version, runs: 50, failureRate: 0.9 });
    expect(restarts.most).toBe(2);
    expect(pods.most).toBe(1);
    expect(Object.keys(failures)).toEqual(['BackoffLimitExceeded']);
  });

  test('the scenario keeps its say in how long a run takes', () => {
    const scenario = { run: [{ kind: 'run', for: { min: 10, max: 20 } }] } as const;
    const { duration } = manyRuns(jobWith({}), scenario, { version, runs: 100, failureRate: 0 });
    expect(duration?.least).toBeGreaterThanOrEqual(12);
    expect(duration?.most).toBeLessThanOrEqual(22);
    expect(duration?.least).not.toBe(duration?.most);
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
          const job = jobWith(spec, spec.backoffLimitPerIndex === undefined ? restartPolicy : 'Never');
          const { pods, duration } = manyRuns(job, {}, { version, runs: 5, failureRate, seed });
          const { mostPods = Number.POSITIVE_INFINITY, longestSeconds = Number.POSITIVE_INFINITY } = bounds(job.spec ?? {});
          expect(pods.most).toBeLessThanOrEqual(mostPods);
          expect(duration?.most ?? 0).toBeLessThanOrEqual(longestSeconds + 2);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('one run of a CronJob is the Job of its template', () => {
  const cronJob: CronJob = {
    kind: 'CronJob',
    metadata: { name: 'tick', namespace: 'night' },
    spec: { schedule: '* * * * *', jobTemplate: { metadata: { labels: { a: 'b' }, annotations: { c: 'd' } }, spec: { completions: 2 } } },
  };
  expect(jobOf(cronJob)).toEqual({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: 'tick-manual',
      namespace: 'night',
      labels: { a: 'b' },
      annotations: { c: 'd', 'cronjob.kubernetes.io/instantiate': 'manual' },
      ownerReferences: [{ apiVersion: 'batch/v1', kind: 'CronJob', name: 'tick', uid: '', controller: true }],
    },
    spec: { completions: 2 },
  });
  const job: Job = { kind: 'Job', metadata: { name: 'one' } };
  expect(jobOf(job)).toBe(job);
});
