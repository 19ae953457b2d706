import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutTexts, outcomeText } from '../../server/application/simulation/outcome.ts';
import type { Container, JobSpec, LifecycleHandler } from '../../server/kubernetes/generated/types.ts';
import { textsIn } from '../../server/messages/render.ts';
import type { PodRow } from '../../server/simulator/recording/recording.ts';
import { recordingOf } from '../../server/simulator/run/recording-of.ts';
import type { ContainerRun, PodBehaviour, Scenario } from '../../server/simulator/scenario/scenario.ts';
import { simulate } from '../../server/simulator/simulate.ts';
import { cronJobOf, jobOf } from '../manifests.ts';
import { runs } from '../property-runs.ts';
import { type WatchedRun, watched } from './runs.ts';

const seconds = fc.integer({ min: 0, max: 24 }).map((halves) => halves / 2);
const containerRuns = fc.array(
  fc.record({ for: seconds, exit: fc.constantFrom(0, 0, 1, 42) }).map<ContainerRun>((one) => ({ kind: 'run', ...one })),
  { minLength: 1, maxLength: 3 },
);
const pods = fc.array(fc.record<PodBehaviour>({ ordinal: fc.nat(6), run: containerRuns }), { maxLength: 4 });

const handler = fc.oneof(
  fc.nat(8).map<LifecycleHandler>((seconds) => ({ sleep: { seconds } })),
  fc
    .constantFrom('sleep 3', 'sleep 2; exit 1', 'sleep infinity')
    .map<LifecycleHandler>((script) => ({ exec: { command: ['sh', '-c', script] } })),
);
const probe = fc.record({ initialDelaySeconds: fc.nat(4), periodSeconds: fc.integer({ min: 1, max: 4 }) });
/** What else a container may have that the kubelet looks after. */
const extras = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Container>({}) },
  fc.record<Container>({ lifecycle: fc.record({ postStart: handler, preStop: handler }, { requiredKeys: [] }) }),
  fc.record<Container>({ startupProbe: probe, readinessProbe: probe, livenessProbe: probe }, { requiredKeys: [] }),
);

interface Case {
  readonly extras: Container;
  readonly spec: JobSpec;
  readonly scenario: Scenario;
  readonly restartPolicy: string;
}

const cases = fc
  .record({
    parallelism: fc.integer({ min: 1, max: 6 }),
    completions: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
    indexed: fc.boolean(),
    perIndex: fc.option(fc.nat(2), { nil: undefined }),
    backoffLimit: fc.option(fc.nat(4), { nil: undefined }),
    activeDeadlineSeconds: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
    podReplacementPolicy: fc.constantFrom('Failed', 'TerminatingOrFailed'),
    restartPolicy: fc.constantFrom('Never', 'OnFailure'),
    run: containerRuns.chain((list) => fc.nat(12).map((healthyAfter) => list.map((one) => ({ ...one, healthyAfter })))),
    extras,
    pods,
    start: fc.constantFrom(0, 1, 3),
    stop: fc.record({ after: fc.nat(12), exit: fc.constantFrom(0, 143) }),
    deletions: fc.array(fc.record({ at: fc.nat(40), pod: fc.nat(5) }), { maxLength: 2 }),
  })
  .map<Case>(
    ({
      completions,
      indexed,
      perIndex,
      restartPolicy,
      extras,
      run,
      pods,
      start,
      stop,
      deletions,
      backoffLimit,
      activeDeadlineSeconds,
      ...plain
    }) => ({
      spec: {
        ...plain,
        ...(completions === undefined ? {} : { completions }),
        ...(backoffLimit === undefined ? {} : { backoffLimit }),
        ...(activeDeadlineSeconds === undefined ? {} : { activeDeadlineSeconds }),
        ...(indexed && completions !== undefined
          ? { completionMode: 'Indexed', ...(perIndex === undefined ? {} : { backoffLimitPerIndex: perIndex }) }
          : {}),
      },
      scenario: { run, pods, start, stop, actions: deletions.map(({ at, pod }) => ({ kind: 'delete-pod', at, pod })) },
      restartPolicy,
      extras,
    }),
  );

function simulated({ spec, scenario, restartPolicy, extras }: Case, until = 400): WatchedRun {
  const containers = [{ name: 'main', image: 'busybox', command: ['sleep', '10'], ...extras }];
  return watched(simulate(jobOf(spec, { restartPolicy, containers }), scenario, { version: '1.37', until }));
}

/** The most pods at once that had neither ended nor begun to terminate; restarts in place are no end. */
function mostActive(rows: readonly PodRow[], restartPolicy: string): number {
  const active = new Set<number>();
  let most = 0;
  for (const { pod, event, STATUS } of rows) {
    const ended =
      event === 'DELETED' || STATUS === 'Terminating' || STATUS === 'Completed' || (restartPolicy === 'Never' && STATUS === 'Error');
    if (ended) active.delete(pod);
    else if (event === 'ADDED') active.add(pod);
    most = Math.max(most, active.size);
  }
  return most;
}

const succeededOf = ({ COMPLETIONS }: { COMPLETIONS: string }) => Number(COMPLETIONS.split('/')[0]);

test('never more active pods than parallelism allows', () => {
  fc.assert(
    fc.property(cases, (one) => mostActive(simulated(one).pods, one.restartPolicy) <= (one.spec.parallelism ?? 1)),
    runs(),
  );
});

test('the count of successes never falls', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const counts = simulated(one).jobs.map(succeededOf);
      expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    }),
    runs(),
  );
});

test('a finished Job never changes, and no pod is created once its end is decided', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const { jobs, pods } = simulated(one);
      const finished = jobs.findIndex(({ STATUS }) => STATUS === 'Complete' || STATUS === 'Failed');
      if (finished >= 0) expect(jobs.slice(finished + 1)).toEqual([]);
      const decided = jobs.find(({ STATUS }) => STATUS === 'SuccessCriteriaMet' || STATUS === 'FailureTarget');
      if (decided) expect(pods.filter(({ event, t }) => event === 'ADDED' && t > decided.t)).toEqual([]);
    }),
    runs(),
  );
});

test('watching for a shorter time shows the beginning of the same run', () => {
  fc.assert(
    fc.property(cases, fc.nat(120), (one, until) => {
      const [short, long] = [simulated(one, until), simulated(one)];
      for (const rows of ['jobs', 'pods', 'events', 'trace'] as const) {
        expect(short[rows]).toEqual(long[rows].slice(0, short[rows].length));
        const next = long[rows][short[rows].length];
        if (next) expect(next.t).toBeGreaterThanOrEqual(until);
      }
    }),
    runs(),
  );
});

test('equal input gives equal output, to the byte', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const first = JSON.stringify(simulated(one));
      expect(JSON.stringify(simulated(one))).toBe(first);
    }),
    runs(30),
  );
});

test('a run is bounded, and says when it stops early', () => {
  const result = simulate(jobOf({ completions: 1000, parallelism: 10 }), {}, { version: '1.37', maxEvents: 500, shortcuts: false });
  expect(result.stoppedEarly).toBe(true);
  expect(result.summary.outcome).toBe('Running');
});

test('where more pods exist at once than fit into memory, it says how many those are', () => {
  const bounded = (mostPods: number) => simulate(jobOf({ completions: 30, parallelism: 30 }), {}, { version: '1.37', mostPods });
  expect(bounded(20)).toMatchObject({ stoppedEarly: true, mostPods: 20, summary: { outcome: 'Running', podsCreated: 30 } });
  expect(outcomeText(bounded(20), textsIn('en'))).toContain('until 20 pods existed, those that have ended among them');
  expect(bounded(30).stoppedEarly).toBe(false);
});

test('of a CronJob over long no more rows are told than asked for: those of the whole run, and it says up to when', () => {
  const options = { version: '1.37', until: 86_400 } as const;
  const cronJob = cronJobOf({ schedule: '* * * * *' });
  const whole = simulate(cronJob, {}, options);
  const part = simulate(cronJob, {}, { ...options, mostRows: 1000 });
  expect(part.summary).toEqual(whole.summary);
  expect(part.runsOfCronJob).toEqual(whole.runsOfCronJob);
  const [told, all] = [recordingOf(part), recordingOf(whole)];
  for (const rows of ['jobs', 'pods', 'cronjobs', 'events'] as const) {
    expect(told[rows].length).toBeLessThanOrEqual(1000);
    expect(told[rows].length).toBeGreaterThan(100);
    expect(told[rows]).toEqual(all[rows].slice(0, told[rows].length));
  }
  expect(JSON.stringify(part.events.count)).toBe(JSON.stringify(whole.events.count.slice(0, part.events.count.length)));
  expect(cutTexts(part, textsIn('en'))).toEqual([expect.stringMatching(/^What happened is told up to 1 h \d+ min/)]);
  expect(cutTexts(whole, textsIn('en'))).toEqual([]);
});

test('a pod of very many containers is watched as long as its statuses fit into memory', () => {
  const initContainers = Array.from({ length: 20 }, (_, at): Container => ({ name: `init-${at}`, image: 'busybox', command: ['true'] }));
  const bounded = (mostStatusNumbers: number) => simulate(jobOf({}, { initContainers }), {}, { version: '1.37', mostStatusNumbers });
  expect(bounded(200)).toMatchObject({ stoppedEarly: true, summary: { outcome: 'Running' } });
  expect(bounded(20_000)).toMatchObject({ stoppedEarly: false, summary: { outcome: 'Complete' } });
});

test('a CronJob with Forbid never runs two Jobs at once', () => {
  const scenarios = fc.record<Scenario>({
    run: containerRuns.map((list) =>
      list.map((one) => (one.kind === 'run' && typeof one.for === 'number' ? { ...one, for: one.for * 12 } : one)),
    ),
    pods,
    startAt: fc.integer({ min: 0, max: 59 }).map((second) => Date.UTC(2026, 2, 3, 4, 5, second)),
  });
  fc.assert(
    fc.property(scenarios, fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }), (scenario, startingDeadlineSeconds) => {
      const deadline = startingDeadlineSeconds === undefined ? {} : { startingDeadlineSeconds };
      const cronJob = cronJobOf({ concurrencyPolicy: 'Forbid', ...deadline }, { backoffLimit: 1 });
      const { jobs } = recordingOf(simulate(cronJob, scenario, { version: '1.37', until: 900 }));
      const running = new Set<string | undefined>();
      for (const { NAME, STATUS, event } of jobs) {
        if (event === 'DELETED' || STATUS === 'Complete' || STATUS === 'Failed') running.delete(NAME);
        else running.add(NAME);
        expect(running.size).toBeLessThanOrEqual(1);
      }
    }),
    runs(50),
  );
});
