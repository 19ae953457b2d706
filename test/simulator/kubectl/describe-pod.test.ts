import { describe, expect, test } from 'vitest';
import type { PodSpec } from '../../../server/kubernetes/generated/types.ts';
import { describePod } from '../../../server/simulator/kubectl/describe-pod.ts';
import { at } from '../../../server/simulator/run/at.ts';
import { readScenario } from '../../../server/simulator/scenario/scenario-reader.ts';
import { simulate } from '../../../server/simulator/simulate.ts';
import { jobOf } from '../../manifests.ts';

/** Lines that match, blanks drawn together. */
function described(t: number, scenario: object, wanted: RegExp, pod: PodSpec = {}): readonly string[] {
  const reading = readScenario(scenario);
  if ('findings' in reading) throw new Error('the scenario cannot be read');
  const moment = at(simulate(jobOf({}, pod), reading.scenario, { version: '1.37' }), t);
  const [only] = moment.pods;
  if (!only) throw new Error('there is no pod');
  return describePod(moment, only)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => wanted.test(line));
}

describe('kubectl describe pod', () => {
  test('of a pod that no node takes', () => {
    expect(described(5, { run: { cannotSchedule: true } }, /^(Node:|Start|Status|IP|State|PodScheduled|Initialized|Warning)/)).toEqual([
      'Node: <none>',
      'Status: Pending',
      'IP:',
      'IPs: <none>',
      'PodScheduled False',
      expect.stringContaining('Warning FailedScheduling 5s default-scheduler 0/1 nodes are available'),
    ]);
  });

  test('of a pod that waits for something', () => {
    const pod = { containers: [{ name: 'main', image: 'busybox:1', envFrom: [{ secretRef: { name: 'keys' } }] }] };
    expect(described(5, { run: { cannotCreate: true } }, /^(State|Reason|Container ID|PodReady|Initialized|Ready |Warning)/, pod)).toEqual([
      'Container ID:',
      'State: Waiting',
      'Reason: CreateContainerConfigError',
      'PodReadyToStartContainers True',
      'Initialized True',
      'Ready False',
      'Warning Failed 5s (x2 over 5s) kubelet spec.containers{main}: Error: secret "keys" not found',
    ]);
  });

  test('an init container that is done is ready, one that failed is not', () => {
    const pod = { initContainers: [{ name: 'prep', image: 'busybox:1' }] };
    const scenario = { containers: { prep: { run: { for: 1 } } }, run: { for: 60 } };
    expect(described(10, scenario, /^(State|Ready):/, pod)).toEqual(['State: Terminated', 'Ready: True', 'State: Running', 'Ready: True']);
    const failing = { containers: { prep: { run: { for: 1, exit: 2 } } } };
    expect(described(5, failing, /^(State|Ready):/, pod)).toEqual(['State: Terminated', 'Ready: False', 'State: Waiting', 'Ready: False']);
  });

  test('how often an index has failed before, ignored failures apart, where the Job counts them', () => {
    const job = jobOf({
      completionMode: 'Indexed',
      completions: 1,
      backoffLimitPerIndex: 2,
      podFailurePolicy: { rules: [{ action: 'Ignore', onExitCodes: { operator: 'In', values: [3] } }] },
    });
    const exits = [{ for: 1, exit: 1 }, { for: 1, exit: 3 }, { for: 1 }];
    const reading = readScenario({ pods: exits.map((run, ordinal) => ({ ordinal, run })) });
    if ('findings' in reading) throw new Error('the scenario cannot be read');
    const moment = at(simulate(job, reading.scenario, { version: '1.37' }), 600);
    const counts = (text: string) =>
      [...text.matchAll(/job-index-(failure|ignored-failure)-count: (\d)/g)].map(([, what, count]) => `${what} ${count}`);
    expect(moment.pods.map((pod) => counts(describePod(moment, pod))).toSorted()).toEqual([
      ['failure 0'],
      ['failure 1'],
      ['failure 1', 'ignored-failure 1'],
    ]);
    expect(described(10, { run: { for: 1 } }, /job-index/)).toEqual([]);
  });

  test('of a pod that is to end', () => {
    const scenario = { run: { for: 90 }, stop: { after: 20 }, actions: [{ at: 5, deletePod: 0 }] };
    expect(described(10, scenario, /^(Status|Termination|State|Normal Killing)/)).toEqual([
      'Status: Terminating (lasts <invalid>)',
      'Termination Grace Period: 30s',
      'State: Running',
      'Normal Killing 5s kubelet spec.containers{main}: Stopping container main',
    ]);
  });

  test('variables made of fields of the pod, and its quality', () => {
    const env = ['metadata.name', 'status.podIP'].map((fieldPath) => ({
      name: 'A',
      valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath } },
    }));
    const limits = { cpu: '1', memory: '1Gi' };
    const pod = { containers: [{ name: 'main', image: 'busybox:1', env, resources: { limits } }] };
    expect(described(5, {}, /^(A:|QoS)/, pod)).toEqual([
      expect.stringMatching(/^A: hello-[a-z0-9]{5} \(v1:metadata.name\)$/),
      'A: (v1:status.podIP)',
      'QoS Class: Guaranteed',
    ]);
  });
});
