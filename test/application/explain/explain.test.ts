import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Explanation, explain } from '../../../server/application/explain/explain.ts';
import { newestVersion } from '../../../server/kubernetes/versions.ts';
import { textsIn } from '../../../server/messages/render.ts';
import { readScenario } from '../../../server/simulator/scenario/scenario-reader.ts';

const texts = textsIn('en');
const dumps: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../simulations/node-dumps.json'), 'utf8'),
);

function explained(dump: unknown, name?: string): Explanation {
  const found = explain(JSON.stringify(dump), name, { version: newestVersion, texts });
  if ('unexplained' in found) throw new Error(found.unexplained);
  return found;
}

const created = '2026-01-01T00:00:00Z';
const second = (seconds: number) => new Date(Date.parse(created) + 1000 * seconds).toISOString().replace('.000Z', 'Z');
const failed = (reason: string, message = '') => [{ type: 'Failed', status: 'True', reason, message, lastTransitionTime: second(9) }];

/** A Job of one container with this status, and what stands beside it. */
function record(status: object, beside: readonly object[], spec: object = {}) {
  const template = {
    spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'busybox:1.36', resources: { limits: { memory: '64Mi' } } }] },
  };
  const metadata = { name: 'pi', namespace: 'work', uid: 'job-1', creationTimestamp: created };
  return {
    kind: 'List',
    items: [
      {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata,
        spec: { backoffLimit: 0, ...spec, template },
        status: { startTime: created, ...status },
      },
      ...beside,
    ],
  };
}

function pod(name: string, status: object) {
  const ownerReferences = [{ kind: 'Job', name: 'pi', uid: 'job-1', controller: true }];
  const metadata = { name, uid: name, creationTimestamp: created, ownerReferences };
  return {
    kind: 'Pod',
    metadata,
    spec: { nodeName: 'node-1', containers: [{ name: 'main', image: 'busybox:1.36', resources: { limits: { memory: '64Mi' } } }] },
    status,
  };
}

const ended = (exitCode: number, reason = 'Error', message = '') => ({
  phase: exitCode === 0 ? 'Succeeded' : 'Failed',
  containerStatuses: [
    { name: 'main', restartCount: 0, state: { terminated: { exitCode, reason, message, startedAt: second(1), finishedAt: second(4) } } },
  ],
});
const waiting = (reason: string, message: string) => ({
  phase: 'Pending',
  containerStatuses: [{ name: 'main', restartCount: 0, state: { waiting: { reason, message } } }],
});
const event = (kind: string, name: string, reason: string, message: string, more: object = {}) => ({
  kind: 'Event',
  involvedObject: { kind, name, ...more },
  reason,
  message,
  type: 'Warning',
  firstTimestamp: second(2),
  lastTimestamp: second(5),
  count: 2,
});

describe('says why', () => {
  test.each([
    [
      'an exit code',
      failed('BackoffLimitExceeded'),
      [pod('pi-a', ended(3)), pod('pi-b', ended(3))],
      'main ended with exit code 3, in 2 pods',
    ],
    ['a meaning of it', failed('BackoffLimitExceeded'), [pod('pi-a', ended(127))], 'a shell did not find the program'],
    ['a signal', failed('BackoffLimitExceeded'), [pod('pi-a', ended(134))], 'Ended by signal 6'],
    [
      'memory',
      failed('BackoffLimitExceeded'),
      [pod('pi-a', ended(137, 'OOMKilled'))],
      'its limit of 64Mi and was killed (OOMKilled, exit code 137)',
    ],
    [
      'a command that is not there',
      failed('BackoffLimitExceeded'),
      [pod('pi-a', ended(128, 'StartError', 'no such file'))],
      'could not be started (exit code 128), in one pod: no such file',
    ],
    [
      'an image',
      [],
      [pod('pi-a', waiting('ImagePullBackOff', 'Back-off'))],
      'The image busybox:1.36 of container main cannot be pulled (ImagePullBackOff)',
    ],
    [
      'a missing Secret',
      [],
      [pod('pi-a', waiting('CreateContainerConfigError', 'secret "x" not found'))],
      'waits (CreateContainerConfigError), in one pod: secret "x" not found',
    ],
    [
      'eviction',
      failed('BackoffLimitExceeded'),
      [pod('pi-a', { phase: 'Failed', reason: 'Evicted', message: 'low on memory' })],
      'The node evicted one pod: low on memory',
    ],
    [
      'a pod disrupted',
      failed('BackoffLimitExceeded'),
      [
        pod('pi-a', {
          ...ended(143),
          conditions: [{ type: 'DisruptionTarget', status: 'True', reason: 'PreemptionByScheduler', message: 'preempted' }],
        }),
      ],
      'stopped (PreemptionByScheduler): preempted',
    ],
    ['the deadline', failed('DeadlineExceeded'), [], 'active longer than activeDeadlineSeconds (30 s)'],
    [
      'a policy',
      failed('PodFailurePolicy', 'exit code 42 matching FailJob rule at index 0'),
      [],
      'podFailurePolicy failed it: exit code 42 matching FailJob rule at index 0',
    ],
    ['a quota', [], [event('Job', 'pi', 'FailedCreate', 'exceeded quota: q')], 'The API server refuses its pods: exceeded quota: q'],
    [
      'no node',
      [],
      [
        pod('pi-a', {
          phase: 'Pending',
          conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/3 nodes' }],
        }),
      ],
      'No node takes one pod: 0/3 nodes',
    ],
    [
      'a volume',
      [],
      [pod('pi-a', waiting('ContainerCreating', '')), event('Pod', 'pi-a', 'FailedMount', 'not found')],
      'A volume of one pod cannot be mounted: not found',
    ],
    [
      'back-off of a pod that is gone',
      failed('BackoffLimitExceeded'),
      [event('Pod', 'pi-a', 'BackOff', 'Back-off restarting', { fieldPath: 'spec.containers{main}' })],
      'main failed again and again',
    ],
  ])('%s', (_what, conditions, beside, said) => {
    const found = explained(record({ conditions }, beside, { activeDeadlineSeconds: 30 }));
    expect(found.why.join('\n')).toContain(said);
  });

  test('what ended the pod is told, not what that made of its containers', () => {
    const { why } = explained(
      record({ conditions: failed('BackoffLimitExceeded') }, [pod('pi-a', { ...ended(137), reason: 'DeadlineExceeded' })]),
    );
    expect(why.join('\n')).not.toContain('exit code 137');
  });
});

test.each([
  ['no pods', { failed: 1 }, [event('Job', 'pi', 'BackoffLimitExceeded', 'x')], 'The record holds none of its pods'],
  ['pods that are gone', { failed: 1 }, [event('Job', 'pi', 'SuccessfulCreate', 'Created pod: pi-x')], '1 pod is gone (pi-x)'],
  ['no events', { failed: 1 }, [pod('pi-a', ended(1))], 'no events about it'],
  [
    'events that were dropped',
    { failed: 1 },
    [pod('pi-a', ended(1)), { ...event('Pod', 'pi-a', 'Pulled', 'x'), firstTimestamp: second(7200), lastTimestamp: second(7200) }],
    'those before 2026-01-01T02:00:00Z are gone',
  ],
  [
    'restarts',
    {},
    [
      pod('pi-a', {
        phase: 'Running',
        containerStatuses: [{ name: 'main', restartCount: 5, state: { running: { startedAt: second(50) } } }],
      }),
    ],
    'Of the 5 restarts of container main in pod pi-a only the last is told',
  ],
])('says that the record lacks %s', (_what, status, beside, said) => {
  expect(explained(record(status, beside)).unknown.join('\n')).toContain(said);
});

test('the Job that failed is meant, or the one that is named', () => {
  const other = { ...record({}, []).items[0], metadata: { name: 'other', uid: 'job-2', creationTimestamp: second(60) } };
  const both = { kind: 'List', items: [...record({ conditions: failed('DeadlineExceeded') }, []).items, other] };
  expect([explained(both).job, explained(both, 'other').job]).toEqual(['pi', 'other']);
  expect(explain(JSON.stringify(both), 'none', { version: newestVersion, texts })).toEqual({
    unexplained: 'no Job called none in it; there is pi, other',
  });
  expect(explain('kind: List\nitems: []', undefined, { version: newestVersion, texts })).toMatchObject({
    unexplained: expect.stringContaining('kubectl get'),
  });
});

test('JSON and YAML, a List and documents are read alike', () => {
  const { items } = record({ conditions: failed('DeadlineExceeded') }, []);
  const documents = items.map((item) => JSON.stringify(item)).join('\n---\n');
  expect(explain(documents, undefined, { version: newestVersion, texts })).toMatchObject({
    job: 'pi',
    outcome: explained({ items }).outcome,
  });
});

describe.each(Object.entries(dumps).filter(([, dump]) => JSON.stringify(dump).includes('"kind":"Job","metadata"')))('%s', (_name, dump) => {
  const { run, scenario, unknown, simulated, outcome } = explained(dump);

  test('gives a scenario that can be played, and plays it to the same end where the record is whole', () => {
    expect(readScenario(scenario)).toHaveProperty('scenario');
    if (unknown.length > 0 || run.summary.outcome === 'Running') return;
    expect(withoutTime(simulated.scenario)).toBe(withoutTime(outcome));
  });
});

/** A simulated kubelet takes a second more or less. */
function withoutTime(outcome: string): string {
  return outcome.replace(/after .*? s\b/, '');
}
