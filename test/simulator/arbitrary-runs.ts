import fc from 'fast-check';
import type { CronJob, JobSpec, PodSpec } from '../../server/kubernetes/generated/types.ts';
import type { Action, ContainerRun, Happening, PodBehaviour, Room, Scenario } from '../../server/simulator/scenario/scenario.ts';
import { jobOf } from '../manifests.ts';

/** Seconds that often fall together with those of a schedule. */
const seconds = fc.oneof(fc.nat(30), fc.constantFrom(60, 75, 110, 300, 450));
const containerRuns = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: fc.record<ContainerRun>({ kind: fc.constant('run'), for: seconds, exit: fc.constantFrom(0, 0, 0, 1, 42) }) },
    { weight: 1, arbitrary: fc.constantFrom<ContainerRun>({ kind: 'cannot-start' }, { kind: 'cannot-pull', for: 25 }) },
    { weight: 1, arbitrary: fc.constant<ContainerRun>({ kind: 'run', for: { min: 1, max: 9 }, exit: 0 }) },
    { weight: 1, arbitrary: fc.constant<ContainerRun>({ kind: 'run', for: 5, exit: [{ code: 1, share: 0.5 }] }) },
  ),
  { minLength: 1, maxLength: 2 },
);
const pods = fc.oneof(
  { weight: 4, arbitrary: fc.constant<readonly PodBehaviour[]>([]) },
  fc.array(fc.record<PodBehaviour>({ ordinal: fc.nat(2), run: containerRuns }), { maxLength: 2 }),
  fc.array(fc.record<PodBehaviour>({ job: fc.nat(4), run: containerRuns }), { maxLength: 2 }),
);
const happenings = fc.constantFrom<Happening>(
  { kind: 'patch', patch: { spec: { suspend: true } } },
  { kind: 'patch', patch: { spec: { schedule: '*/3 * * * *', successfulJobsHistoryLimit: 1 } } },
  { kind: 'patch', patch: { spec: { jobTemplate: { spec: { template: { metadata: { labels: { edited: 'yes' } } } } } } } },
  { kind: 'delete', propagation: 'Background' },
  { kind: 'delete', propagation: 'Foreground' },
  { kind: 'delete-pod', pod: 0 },
  { kind: 'evict-pod', pod: 3 },
  { kind: 'kill-container', pod: 2, exit: 137 },
  { kind: 'fail-node', node: 'node-1' },
);
const actions = fc.oneof(
  { weight: 3, arbitrary: fc.constant<readonly Action[]>([]) },
  fc
    .array(
      fc.tuple(fc.integer({ min: 0, max: 6000 }), happenings).map<Action>(([at, what]) => ({ at, ...what })),
      { maxLength: 3 },
    )
    .map((list) => list.toSorted((a, b) => a.at - b.at)),
);
/** What may happen to CronJobs and Jobs alike. */
export const scenarios = fc.record<Scenario>(
  {
    run: containerRuns,
    pods,
    actions,
    startAt: fc.constantFrom('2026-03-01T10:00:00Z', '2026-03-28T23:58:17Z', '2026-10-25T00:30:59.25Z').map(Date.parse),
    start: fc.constantFrom(0, 1, 2.5),
    stop: fc.record({ after: fc.constantFrom(0, 3, 70), exit: fc.constantFrom(0, 143) }),
    cluster: fc.constantFrom<Room>({ pods: 2 }),
  },
  { requiredKeys: ['startAt', 'run', 'pods', 'actions'] },
);

const policy = {
  rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [42] } }],
};
export const jobSpecs = fc.constantFrom<JobSpec>(
  {},
  {},
  { completions: 2 },
  { completions: 3, parallelism: 2, completionMode: 'Indexed' },
  { completions: 2, parallelism: 2, completionMode: 'Indexed', backoffLimitPerIndex: 1 },
  { ttlSecondsAfterFinished: 30 },
  { ttlSecondsAfterFinished: 400 },
  { activeDeadlineSeconds: 20 },
  { podFailurePolicy: policy },
);
export const podSpecs = fc.constantFrom<PodSpec>({}, {}, { restartPolicy: 'OnFailure' }, { terminationGracePeriodSeconds: 90 });
const limits = fc.nat(3);
const specs = fc.record(
  {
    schedule: fc.constantFrom('* * * * *', '*/5 * * * *', '*/7 * * * *', '*/7 10-11 * * *', '20 * * * *', '@every 90s', '@every 20s'),
    timeZone: fc.constantFrom('Etc/UTC', 'Europe/Berlin', 'Asia/Kolkata'),
    concurrencyPolicy: fc.constantFrom('Allow', 'Forbid', 'Replace'),
    startingDeadlineSeconds: fc.constantFrom(5, 45, 200),
    successfulJobsHistoryLimit: limits,
    failedJobsHistoryLimit: limits,
  },
  { requiredKeys: ['schedule', 'concurrencyPolicy'] },
);
export const cronJobs = fc.tuple(specs, jobSpecs, podSpecs, fc.nat(2)).map(
  ([spec, job, pod, backoffLimit]): CronJob => ({
    kind: 'CronJob',
    metadata: { name: 'tick' },
    spec: { ...spec, jobTemplate: { spec: jobOf({ backoffLimit, ...job }, pod).spec ?? {} } },
  }),
);

/** The first place at which two texts differ, with what stands before and behind in each; empty where they are the same. */
export function difference(one: string, other: string): readonly string[] {
  if (one === other) return [];
  const at = Array.from(one).findIndex((character, place) => character !== other[place]);
  return [one, other].map((text) => text.slice(Math.max(0, at - 200), at + 100));
}
