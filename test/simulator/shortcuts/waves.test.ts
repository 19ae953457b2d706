import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factIn, factsIn } from '../../../server/admission/namespace-facts.ts';
import type { Container, Job, JobSpec, PodSpec } from '../../../server/kubernetes/generated/types.ts';
import { kubernetesVersions } from '../../../server/kubernetes/versions.ts';
import type { Scenario } from '../../../server/simulator/scenario/scenario.ts';
import { type SimulationOptions, simulate } from '../../../server/simulator/simulate.ts';
import { jobOf } from '../../manifests.ts';
import { runs } from '../../property-runs.ts';
import { difference } from '../arbitrary-runs.ts';

const main: Container = { name: 'main', image: 'busybox', command: ['sleep', '7'] };

/** A Job in waves. */
function waving(spec: JobSpec, pod: PodSpec = {}): Job {
  return jobOf(spec, { restartPolicy: 'Never', containers: [main], ...pod });
}

/** Where a run with shortcuts differs from one in which every step is taken. */
function differenceOf(job: Job, scenario: Scenario, options: Partial<SimulationOptions> = {}): readonly string[] {
  const played = (shortcuts: boolean) => JSON.stringify(simulate(job, scenario, { version: '1.37', ...options, shortcuts }));
  return difference(played(true), played(false));
}

const specs = fc.record<JobSpec>(
  {
    completions: fc.integer({ min: 1, max: 120 }),
    parallelism: fc.integer({ min: 0, max: 12 }),
    completionMode: fc.constantFrom('NonIndexed', 'Indexed'),
    ttlSecondsAfterFinished: fc.constantFrom(0, 30),
    activeDeadlineSeconds: fc.constantFrom(60, 4000),
    backoffLimitPerIndex: fc.constant(1),
    podReplacementPolicy: fc.constant('Failed'),
  },
  { requiredKeys: ['completions', 'parallelism', 'completionMode'] },
);
const behind: Container = { name: 'behind', image: 'busybox', command: ['sleep', '90'] };
const pods = fc.constantFrom<PodSpec>(
  {},
  {},
  { restartPolicy: 'OnFailure' },
  { initContainers: [{ name: 'before', image: 'busybox', command: ['sleep', '3'] }] },
  { initContainers: [{ ...behind, restartPolicy: 'Always' }] },
  { containers: [main, { ...main, name: 'more', command: ['sleep', '2'] }] },
  { containers: [{ ...main, readinessProbe: { exec: { command: ['true'] }, initialDelaySeconds: 2 } }] },
  { containers: [{ ...main, livenessProbe: { exec: { command: ['true'] } } }], restartPolicy: 'OnFailure' },
  { containers: [{ ...main, command: ['sh', '-c', 'sleep $((JOB_COMPLETION_INDEX % 4))'] }] },
  { activeDeadlineSeconds: 5 },
);
const scenarios = fc.record<Scenario>(
  {
    run: fc.constantFrom<NonNullable<Scenario['run']>>(
      [{ kind: 'run', for: 0 }],
      [{ kind: 'run', for: 4.3 }],
      [{ kind: 'run', for: 61 }],
      [
        { kind: 'run', for: 2, exit: 1 },
        { kind: 'run', for: 3 },
      ],
      [{ kind: 'cannot-pull', for: 25 }, { kind: 'run' }],
      [{ kind: 'run', healthyAfter: 9, for: 20 }],
    ),
    start: fc.constantFrom(0, 2.5),
    startAt: fc.constantFrom('2026-03-01T10:00:00Z', '2026-10-25T00:30:59.25Z').map(Date.parse),
    kubelet: fc.constantFrom(0, 0.7, 3).map((notice) => ({ notice })),
  },
  { requiredKeys: [] },
);
/** What keeps waves from being alike. */
const disturbances = fc.oneof(
  { weight: 9, arbitrary: fc.constant<Scenario>({}) },
  fc.constantFrom<Scenario>(
    { pods: [{ ordinal: 40, run: [{ kind: 'run', for: 9 }] }] },
    { pods: [{ index: 30, run: [{ kind: 'run', for: 9 }] }] },
    { actions: [{ at: 200, kind: 'delete-pod', pod: 3 }] },
    { actions: [{ at: 90, kind: 'patch', patch: { spec: { parallelism: 2 } } }] },
    { cluster: { pods: 3 } },
  ),
);
const options = fc.record<Partial<SimulationOptions>>(
  { version: fc.constantFrom(...kubernetesVersions), until: fc.integer({ min: 10, max: 2000 }), mostPods: fc.integer({ min: 5, max: 90 }) },
  { requiredKeys: [] },
);

test('waves that are skipped are those that would have been lived, to the byte', () => {
  fc.assert(
    fc.property(specs, pods, scenarios, disturbances, options, (spec, pod, scenario, disturbance, more) => {
      expect(differenceOf(waving(spec, pod), { ...scenario, ...disturbance }, more)).toEqual([]);
    }),
    runs(150),
  );
});

const byIndex = { containers: [{ ...main, command: ['sh', '-c', 'sleep $((JOB_COMPLETION_INDEX / 50))'] }] };
const indexed = { completionMode: 'Indexed' };
const successPolicy = { rules: [{ succeededIndexes: '70-75' }] };
const withMany = { containers: Array.from({ length: 17 }, (_, at) => ({ ...main, name: `main-${at}` })) };

test.each<[string, JobSpec, PodSpec, Scenario, Partial<SimulationOptions>]>([
  ['more pods at once than a sync creates or counts', { completions: 4000, parallelism: 700, ...indexed }, {}, {}, {}],
  ['one pod at a time', { completions: 40, parallelism: 1, ttlSecondsAfterFinished: 0 }, {}, {}, {}],
  ['a Job that is not watched to its end', { completions: 400, parallelism: 5 }, {}, {}, { until: 303 }],
  ['a Job that a deadline ends', { completions: 400, parallelism: 5, activeDeadlineSeconds: 400 }, {}, {}, {}],
  ['a Job that its success policy ends', { completions: 100, parallelism: 5, successPolicy, ...indexed }, {}, {}, {}],
  ['pods that go by their index', { completions: 120, parallelism: 5, ...indexed }, byIndex, {}, {}],
  ['pods of very many containers', { completions: 30, parallelism: 2, ttlSecondsAfterFinished: 5 }, withMany, {}, {}],
  ['a pod that lives otherwise', { completions: 90, parallelism: 5 }, {}, { pods: [{ ordinal: 60, run: [{ kind: 'run', for: 9 }] }] }, {}],
  ['somebody who meddles', { completions: 90, parallelism: 5 }, {}, { actions: [{ at: 70, kind: 'delete-pod', pod: 33 }] }, {}],
  ['a kubelet that looks at other places of each second', { completions: 90, parallelism: 3 }, {}, { kubelet: { notice: 0.7 } }, {}],
  ['one that looks seldom', { completions: 90, parallelism: 3 }, {}, { kubelet: { notice: 7 } }, {}],
  ['one that sees everything at once', { completions: 90, parallelism: 3 }, {}, { kubelet: { notice: 0 }, start: 0.3 }, {}],
])('the same of %s', (_, spec, pod, scenario, more) => {
  expect(differenceOf(waving(spec, pod), scenario, more)).toEqual([]);
});

test('a quota of pods that exist comes to refuse them in a later wave', () => {
  const quota = { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'few' }, spec: { hard: { 'count/pods': '60' } } };
  const facts = factsIn([quota].flatMap((value) => factIn(value) ?? []));
  if (!facts) throw new Error('no facts');
  const job = waving({ completions: 200, parallelism: 5 });
  expect(simulate(job, {}, { version: '1.37', until: 600, facts }).unfinished).toMatchObject({ waiting: 'FailedCreate' });
  expect(differenceOf(job, {}, { until: 600, facts })).toEqual([]);
});

describe('a large Job takes a few waves', () => {
  test.each<readonly [string, JobSpec, number]>([
    ['without indexes', {}, 15],
    ['with indexes', { completionMode: 'Indexed' }, 15],
    // Each pod is still deleted by itself.
    ['that is deleted after its end', { ttlSecondsAfterFinished: 100 }, 35],
  ])('%s', (_, spec, most) => {
    let thousandsOfSteps = 0;
    const run = simulate(
      waving({ completions: 100_000, parallelism: 1000, ...spec }),
      {},
      {
        version: '1.37',
        cancelled: () => {
          thousandsOfSteps++;
          return false;
        },
      },
    );
    expect(run.summary).toMatchObject({ outcome: 'Complete', podsCreated: 100_000, duration: 1001 });
    expect(thousandsOfSteps).toBeLessThan(most);
  });

  test('and stops where there are too many pods, as it would have', () => {
    const run = simulate(waving({ completions: 2_000_000, parallelism: 1000 }), {}, { version: '1.37', mostPods: 30_000 });
    expect(run).toMatchObject({ watched: 'pods', mostPods: 30_000, summary: { podsCreated: 30_001 } });
    // The last pod is new, and waits for nothing.
    expect(run.unfinished).toMatchObject({ waiting: '' });
  });
});
