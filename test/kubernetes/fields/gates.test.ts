import { expect, test } from 'vitest';
import { closedGate, historyOf } from '../../../server/kubernetes/fields/gates.ts';
import { knownPlace } from '../../../server/kubernetes/fields/places.ts';
import { gates } from '../../../server/kubernetes/generated/api.ts';

test.each([
  [['spec', 'completionMode'], '1.21', '1.24'],
  [['spec', 'suspend'], '1.21', '1.24'],
  [['spec', 'ttlSecondsAfterFinished'], '1.12', '1.23'],
  [['spec', 'podFailurePolicy'], '1.25', '1.31'],
  [['spec', 'backoffLimitPerIndex'], '1.28', '1.33'],
  [['spec', 'podReplacementPolicy'], '1.28', '1.34'],
  [['spec', 'managedBy'], '1.30', '1.35'],
  [['spec', 'successPolicy'], '1.30', '1.33'],
  [['spec', 'scheduling'], '1.37', undefined],
  [['spec', 'backoffLimit'], undefined, undefined],
])('%j came with %s and is stable since %s', (path, since, stable) => {
  const place = knownPlace('Job', path);
  expect(place && historyOf(place)).toEqual({ since, stable });
});

test('the time zone of a CronJob came with 1.24 and is stable since 1.27', () => {
  const place = knownPlace('CronJob', ['spec', 'timeZone']);
  expect(place && historyOf(place)).toEqual({ since: '1.24', stable: '1.27' });
});

test('gates open in steps, one version after the other', () => {
  const order = ['Alpha', 'Beta', 'GA'];
  const minor = (version: string) => Number(version.slice(2));
  for (const [gate, stages] of Object.entries<readonly { since: string; stage: string }[]>(gates.gates))
    stages.slice(1).forEach(({ since, stage }, index) => {
      const before = stages[index];
      expect([gate, minor(since) > minor(before?.since ?? '')]).toEqual([gate, true]);
      expect([gate, order.indexOf(stage) >= order.indexOf(before?.stage ?? '')]).toEqual([gate, true]);
    });
});

test.each([
  ['io.k8s.api.batch.v1.JobSpec', 'suspend', '1.29', undefined],
  ['io.k8s.api.batch.v1.JobSpec', 'scheduling', '1.37', 'WorkloadWithJob'],
  ['io.k8s.api.batch.v1.JobSpec', 'managedBy', '1.31', 'JobManagedBy'],
  ['io.k8s.api.batch.v1.JobSpec', 'managedBy', '1.32', undefined],
  ['io.k8s.api.batch.v1.JobSpec', 'parallelism', '1.37', undefined],
  ['io.k8s.api.core.v1.PodSpec', 'hostUsers', '1.32', 'UserNamespacesSupport'],
  ['io.k8s.api.core.v1.PodSpec', 'hostUsers', '1.33', undefined],
  ['io.k8s.api.core.v1.VolumeMount', 'recursiveReadOnly', '1.30', 'RecursiveReadOnlyMounts'],
  ['io.k8s.api.core.v1.VolumeMount', 'recursiveReadOnly', '1.31', undefined],
  ['io.k8s.api.core.v1.PodAffinityTerm', 'mismatchLabelKeys', '1.30', 'MatchLabelKeysInPodAffinity'],
  ['io.k8s.api.core.v1.PodAffinityTerm', 'mismatchLabelKeys', '1.31', undefined],
] as const)('the gate of %s.%s in %s: %s', (type, field, version, gate) => {
  expect(closedGate(type, field, version)).toBe(gate);
});
