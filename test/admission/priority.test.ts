import { describe, expect, test } from 'vitest';
import { admitPod, refusalText } from '../../server/admission/admit-pod.ts';
import { factIn, factsIn } from '../../server/admission/namespace-facts.ts';
import type { PodSpec } from '../../server/kubernetes/generated/types.ts';

const priorityClass = (name: string, value: number, more: object = {}) => ({
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  metadata: { name },
  value,
  ...more,
});
const own = [priorityClass('system-cluster-critical', 2_000_000_000), priorityClass('system-node-critical', 2_000_001_000)];
const high = priorityClass('high', 1000);
const byDefault = priorityClass('usual', 10, { globalDefault: true, preemptionPolicy: 'Never' });
const ofClass = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'usual', namespace: 'work' },
  spec: { hard: { pods: 0 }, scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['usual'] }] } },
};

/** What the server answers to a pod, after its name; undefined where it takes it. */
function refusal(spec: PodSpec, ...facts: readonly object[]): string | undefined {
  const known = factsIn(facts.flatMap((value) => factIn(value) ?? []));
  if (!known) throw new Error('no facts');
  const admission = admitPod({ metadata: {}, spec: { containers: [], ...spec } }, known, '1.37');
  return admission.accepted ? undefined : refusalText(admission, 'a');
}

describe('where all PriorityClasses are known', () => {
  test.each<[string, PodSpec, readonly object[], string | undefined]>([
    ['a class that there is', { priorityClassName: 'high' }, [high], undefined],
    [
      'a class that there is not',
      { priorityClassName: 'hihg' },
      [high],
      'pods "a" is forbidden: no PriorityClass with name hihg was found',
    ],
    ['none', {}, [high], undefined],
    [
      'another priority than that of the class',
      { priorityClassName: 'high', priority: 7 },
      [high],
      'pods "a" is forbidden: the integer value of priority (7) must not be provided in pod spec; priority admission controller computed 1000 from the given PriorityClass name',
    ],
    ['the priority of the class', { priorityClassName: 'high', priority: 1000 }, [high], undefined],
    [
      'a policy without a class',
      { preemptionPolicy: 'Never' },
      [high],
      'pods "a" is forbidden: the string value of PreemptionPolicy (Never) must not be provided in pod spec; priority admission controller computed PreemptLowerPriority from the given PriorityClass name',
    ],
    ['the policy of the default class', { preemptionPolicy: 'Never' }, [byDefault], undefined],
    [
      'a quota of the default class',
      {},
      [byDefault, ofClass],
      'pods "a" is forbidden: exceeded quota: usual, requested: pods=1, used: pods=0, limited: pods=0',
    ],
    ['a quota of another class', { priorityClassName: 'high' }, [high, byDefault, ofClass], undefined],
  ])('%s', (_what, spec, facts, expected) => {
    expect(refusal(spec, ...own, ...facts)).toBe(expected);
  });
});

test('where only some are known none is missed', () => {
  expect(refusal({ priorityClassName: 'hihg' }, high)).toBeUndefined();
});
