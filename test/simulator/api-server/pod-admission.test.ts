import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factIn, factsIn } from '../../../server/admission/namespace-facts.ts';
import type { JobSpec, PodSpec } from '../../../server/kubernetes/generated/types.ts';
import { readScenario } from '../../../server/simulator/scenario/scenario-reader.ts';
import { simulate } from '../../../server/simulator/simulate.ts';
import { cronJobOf, jobOf } from '../../manifests.ts';
import { runs } from '../../property-runs.ts';
import { type WatchedRun, watched } from '../runs.ts';

const quota = (hard: object, used: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'quota' },
  spec: { hard },
  status: { used },
});
const limits = (item: object) => ({ apiVersion: 'v1', kind: 'LimitRange', metadata: { name: 'limits' }, spec: { limits: [item] } });

interface Under {
  readonly facts?: readonly unknown[];
  readonly scenario?: unknown;
  readonly pod?: PodSpec;
  readonly until?: number;
}

/** The run of a Job whose container sleeps for ten seconds, in a namespace with these facts. */
function run(spec: JobSpec, { facts = [], scenario = {}, pod = {}, until = 100 }: Under): WatchedRun {
  const reading = readScenario(scenario);
  if ('findings' in reading) throw new Error('the scenario cannot be read');
  const inForce = factsIn(facts.flatMap((value) => factIn(value) ?? []));
  return watched(simulate(jobOf(spec, pod), reading.scenario, { version: '1.37', until, ...(inForce ? { facts: inForce } : {}) }));
}

/** When which pods were created and refused, in a line: `0 +0 -1 10 +1`. */
function attempts({ events }: WatchedRun): readonly string[] {
  return events
    .filter(({ reason }) => reason === 'SuccessfulCreate' || reason === 'FailedCreate')
    .map(({ t, reason }) => `${Math.round(t)}${reason === 'FailedCreate' ? ' refused' : ' created'}`);
}

describe('pods that the namespace refuses', () => {
  test('are asked for again after 1, 2, 4 … 60 s, until the Job ends otherwise', () => {
    const refused = run({ activeDeadlineSeconds: 200 }, { facts: [quota({ pods: 0 })], until: 400 });
    expect(attempts(refused)).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183].map((t) => `${t} refused`));
    expect(refused.summary).toMatchObject({ outcome: 'Failed', reason: 'DeadlineExceeded', podsCreated: 0, podsFailed: 0 });
  });

  test('have a wave stop at the first batch with a refusal', () => {
    const wide = run({ parallelism: 20, completions: 20 }, { facts: [quota({ pods: 3 })], until: 0.5 });
    expect(attempts(wide)).toEqual(['0 created', '0 created', '0 created', ...Array(4).fill('0 refused')]);
  });

  test('have no end of a name yet where their priority class is refused: the event is one that is counted', () => {
    const classes = ['system-cluster-critical', 'system-node-critical'].map((name) => ({
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name },
    }));
    const refused = run({}, { facts: classes, pod: { priorityClassName: 'none' }, until: 5 });
    const said = 'Error creating: pods "hello-" is forbidden: no PriorityClass with name none was found';
    expect([...new Set(refused.events.map(({ message }) => message))]).toEqual([said]);
    expect(attempts(refused)).toEqual([0, 1, 3].map((t) => `${t} refused`));
  });

  test('make the wait begin anew once a sync went well', () => {
    const suspended = [
      { at: 4, patch: { spec: { suspend: true } } },
      { at: 20, patch: { spec: { suspend: false } } },
    ];
    const again = run({}, { facts: [quota({ pods: 0 })], scenario: { actions: suspended }, until: 25 });
    expect(attempts(again)).toEqual([0, 1, 3, 20, 21, 23].map((t) => `${t} refused`));
  });

  test('need no facts where a pod is invalid once it is made', () => {
    const { events } = run({}, { pod: { nodeName: 'node', schedulingGates: [{ name: 'example.com/gate' }] }, until: 0.5 });
    expect(events.map(({ message }) => message)).toEqual([
      'Error creating: Pod "hello-xxxxx" is invalid: spec.nodeName: Forbidden: cannot be set until all schedulingGates have been cleared',
    ]);
  });

  test('are among the reasons that the panel tells, once for each try', () => {
    const { trace } = run({ parallelism: 3 }, { facts: [quota({ pods: 1 })], until: 0.5 });
    expect(trace.map(({ code }) => code)).toEqual(['trace-created', 'trace-pod-refused']);
  });

  test('are named after their index', () => {
    const { events } = run({ completions: 2, completionMode: 'Indexed' }, { facts: [quota({ pods: 0 })], until: 0.5 });
    expect(events[0]?.message).toMatch(/^Error creating: pods "hello-0-xxxxx" is forbidden: /);
  });
});

describe('quotas', () => {
  test('count what others use already', () => {
    expect(attempts(run({}, { facts: [quota({ pods: 3 }, { pods: 3 })], until: 0.5 }))).toEqual(['0 refused']);
    expect(attempts(run({}, { facts: [quota({ pods: 3 }, { pods: 2 })], until: 0.5 }))).toEqual(['0 created']);
  });

  test('of pods have room again when one ends, those of objects when one is gone', () => {
    const twice = { completions: 2, parallelism: 1 };
    expect(attempts(run(twice, { facts: [quota({ pods: 1 })] }))).toEqual(['0 created', '13 created']);
    expect(attempts(run(twice, { facts: [quota({ 'count/pods': 1 })], until: 14.5 }))).toEqual(['0 created', '13 refused', '14 refused']);
  });

  test('of objects have room again when an old Job is deleted with its pods', () => {
    const facts = factsIn([factIn(quota({ 'count/pods': 2 }))].flatMap((fact) => fact ?? []));
    const cronJob = cronJobOf({ successfulJobsHistoryLimit: 1 });
    const { summary } = simulate(cronJob, {}, { version: '1.37', until: 600, ...(facts ? { facts } : {}) });
    expect(summary.podsCreated).toBeGreaterThanOrEqual(9);
  });

  test('count what LimitRanges filled in', () => {
    const facts = [quota({ 'limits.memory': '128Mi' }), limits({ type: 'Container', default: { memory: '64Mi' } })];
    expect(attempts(run({ parallelism: 3 }, { facts, until: 0.5 }))).toEqual(['0 created', '0 created', '0 refused']);
  });

  test('never have more pods running at once than they allow, and hold no Job back for ever', () => {
    const cases = fc.record({
      parallelism: fc.integer({ min: 1, max: 6 }),
      completions: fc.integer({ min: 1, max: 8 }),
      indexed: fc.boolean(),
      room: fc.integer({ min: 1, max: 4 }),
      seconds: fc.integer({ min: 0, max: 12 }),
      failing: fc.nat(3),
      suspended: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(cases, ({ parallelism, completions, indexed, room, seconds, failing, suspended }) => {
        const actions =
          suspended === undefined ? [] : [true, false].map((suspend, at) => ({ at: suspended + 9 * at, patch: { spec: { suspend } } }));
        const pods = Array.from({ length: failing }, (_, ordinal) => ({ ordinal, run: { for: seconds, exit: 1 } }));
        const spec = { parallelism, completions, ...(indexed ? { completionMode: 'Indexed' } : {}) };
        const result = run(spec, { facts: [quota({ pods: room })], scenario: { run: { for: seconds }, pods, actions }, until: 3600 });
        const alive = new Set<number>();
        const most = result.pods.map(({ pod, event, STATUS }) => {
          if (event === 'DELETED' || STATUS === 'Completed' || STATUS === 'Error') alive.delete(pod);
          else alive.add(pod);
          return alive.size;
        });
        expect(Math.max(...most)).toBeLessThanOrEqual(room);
        expect(result.summary.outcome).toBe('Complete');
      }),
      runs(40),
    );
  });
});

describe('Jobs of a CronJob that the quota refuses', () => {
  const facts = factsIn([factIn(quota({ 'count/jobs.batch': 2 }))].flatMap((fact) => fact ?? []));
  const inForce = facts ? { facts } : {};

  test('are told, and started once an old one is deleted', () => {
    const scenario = { startAt: Date.UTC(2026, 0, 1), run: [{ kind: 'run', for: 150, exit: 0 }] } as const;
    const options = { version: '1.37', until: 400, ...inForce } as const;
    const { events, jobs } = watched(simulate(cronJobOf({ successfulJobsHistoryLimit: 0 }), scenario, options));
    const refused = events.filter(({ reason }) => reason === 'FailedCreate');
    expect(refused[0]).toMatchObject({
      kind: 'CronJob',
      type: 'Warning',
      message: expect.stringMatching(
        /^Error creating job: jobs.batch "tick-\d+" is forbidden: exceeded quota: quota, requested: count\/jobs.batch=1, used: count\/jobs.batch=2, limited: count\/jobs.batch=2$/,
      ),
    });
    const started = jobs.filter(({ event }) => event === 'ADDED').map(({ t }) => Math.round(t));
    // The third waits for the first to end, 150 s after its start, and to be deleted and counted.
    expect(started.slice(0, 2)).toEqual([60, 120]);
    expect(started[2]).toBeGreaterThan(210);
    expect(started[2]).toBeLessThan(222);
  });

  test('are not told of where there is room', () => {
    const { events } = watched(simulate(cronJobOf({ successfulJobsHistoryLimit: 1 }), {}, { version: '1.37', until: 400, ...inForce }));
    expect(events.filter(({ reason }) => reason === 'FailedCreate')).toEqual([]);
  });
});
