import { describe, expect, test } from 'vitest';
import { accepted, labels } from './offered.ts';

const carrier = (kind: string, apiVersion: string, spec: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: work\nspec:\n${spec.replace(/^/gm, '  ')}\n`;

const pod = (before: string, line: string) =>
  `${before}\n${' '.repeat(
    before
      .split('\n')
      .at(-1)
      ?.search(/[^\s-]/) ?? 0,
  )}  spec:\n${' '.repeat(
    before
      .split('\n')
      .at(-1)
      ?.search(/[^\s-]/) ?? 0,
  )}    ${line}`;

/** Where a pod's `spec` is written in each kind. */
const kinds: readonly (readonly [kind: string, apiVersion: string, template: string])[] = [
  ['JobSet', 'jobset.x-k8s.io/v1alpha2', 'replicatedJobs:\n  - name: a\n    template:\n      spec:\n        template:'],
  ['ScaledJob', 'keda.sh/v1alpha1', 'jobTargetRef:\n  template:'],
  ['RayJob', 'ray.io/v1', 'rayClusterSpec:\n  workerGroupSpecs:\n    - groupName: a\n      template:'],
  ['MPIJob', 'kubeflow.org/v2beta1', 'mpiReplicaSpecs:\n  Worker:\n    template:'],
  ['SparkApplication', 'sparkoperator.k8s.io/v1beta2', 'driver:\n  template:'],
  ['Job', 'batch.volcano.sh/v1alpha1', 'tasks:\n  - replicas: 1\n    template:'],
];

describe.each(kinds)('in the pods of %s', (kind, apiVersion, template) => {
  test('fields are offered, half-typed ones too', () => {
    expect(labels(carrier(kind, apiVersion, pod(template, 'tol|')))).toContain('tolerations');
  });

  test('values are offered', () => {
    expect(labels(carrier(kind, apiVersion, pod(template, 'restartPolicy: |')))).toEqual(expect.arrayContaining(['Never', 'OnFailure']));
  });
});

test('names that the same template has are offered', () => {
  const volumes = 'containers:\n  - name: main\n    volumeMounts:\n      - name: |\nvolumes:\n  - name: data';
  const set = `replicatedJobs:\n  - name: a\n    template:\n      spec:\n        template:\n          spec:\n${volumes.replace(/^/gm, '            ')}`;
  expect(labels(carrier('JobSet', 'jobset.x-k8s.io/v1alpha2', set))).toEqual(['data']);
});

test('a container of Argo Workflows has the fields of one', () => {
  const argo = 'templates:\n  - name: a\n    container:\n      imagePull|';
  expect(accepted(carrier('WorkflowTemplate', 'argoproj.io/v1alpha1', argo), 'imagePullPolicy')).toContain('      imagePullPolicy: ');
});

test('the template of a Job has no kind', () => {
  const template = 'replicatedJobs:\n  - name: a\n    template:\n      |';
  expect(labels(carrier('JobSet', 'jobset.x-k8s.io/v1alpha2', template))).toEqual(expect.arrayContaining(['metadata', 'spec']));
  expect(labels(carrier('JobSet', 'jobset.x-k8s.io/v1alpha2', template))).not.toContain('kind');
});

test('JSON has them too', () => {
  const json = '{"apiVersion": "keda.sh/v1alpha1", "kind": "ScaledJob", "spec": {"jobTargetRef": {"back|": 1}}}';
  expect(labels(json)).toContain('backoffLimit');
});

test.each([
  ['what is its own', carrier('ScaledJob', 'keda.sh/v1alpha1', 'polling|')],
  ['another API of the same kind', carrier('JobSet', 'example.com/v1', 'replicatedJobs:\n  - template:\n      spec:\n        back|')],
  ['a container of another project', carrier('MPIJob', 'kubeflow.org/v2beta1', 'slots|')],
])('nothing is offered of %s', (_what, text) => {
  expect(labels(text)).toEqual([]);
});
