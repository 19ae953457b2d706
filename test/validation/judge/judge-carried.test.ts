import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../../../server/application/analysis.ts';
import { fileFindings } from '../../../server/application/findings/file-findings.ts';
import { defaultSettings } from '../../../server/application/settings/settings.ts';
import { accept, objectNamed } from '../../../server/application/simulation/accept.ts';
import { fixesOf } from '../../../server/language/fixes/index.ts';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { valueAt } from '../../../server/plain/node-path.ts';

const analysed = (text: string) => createAnalyzer().analyse(TextDocument.create('file:///a.yaml', 'yaml', 1, text), defaultSettings);

/** What the API server would say, with the line that it is shown on. */
function found(text: string) {
  const analysis = analysed(text);
  const ofServer = fileFindings(analysis).filter(({ finding }) => finding.reason !== 'Advice');
  return ofServer.map(({ finding, range, about }) => {
    return `${about.kind}/${about.name} ${finding.reason} ${finding.path} | ${text.split('\n')[range.start.line]?.trim()}`;
  });
}

const container = (image: string) => `{containers: [{name: main, ${image}}]}`;

const kinds: readonly (readonly [kind: string, apiVersion: string, spec: (pod: string) => string, path: string])[] = [
  [
    'JobSet',
    'jobset.x-k8s.io/v1alpha2',
    (pod) => `replicatedJobs:\n    - name: workers\n      template:\n        spec:\n          template:\n            spec: ${pod}`,
    'spec.replicatedJobs[0].template.spec.template.spec',
  ],
  [
    'RayJob',
    'ray.io/v1',
    (pod) => `rayClusterSpec:\n    headGroupSpec:\n      template:\n        spec: ${pod}`,
    'spec.rayClusterSpec.headGroupSpec.template.spec',
  ],
  [
    'RayJob',
    'ray.io/v1',
    (pod) => `rayClusterSpec:\n    workerGroupSpecs:\n      - template:\n          spec: ${pod}`,
    'spec.rayClusterSpec.workerGroupSpecs[0].template.spec',
  ],
  ['RayJob', 'ray.io/v1', (pod) => `submitterPodTemplate:\n    spec: ${pod}`, 'spec.submitterPodTemplate.spec'],
  [
    'MPIJob',
    'kubeflow.org/v2beta1',
    (pod) => `mpiReplicaSpecs:\n    Launcher:\n      template:\n        spec: ${pod}`,
    'spec.mpiReplicaSpecs.Launcher.template.spec',
  ],
  ['Job', 'batch.volcano.sh/v1alpha1', (pod) => `tasks:\n    - template:\n        spec: ${pod}`, 'spec.tasks[0].template.spec'],
  ['SparkApplication', 'sparkoperator.k8s.io/v1beta2', (pod) => `driver:\n    template:\n      spec: ${pod}`, 'spec.driver.template.spec'],
];

const manifest = (kind: string, apiVersion: string, spec: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: work}\nspec:\n  other: 1\n  ${spec}\n`;

describe.each(kinds)('%s', (kind, apiVersion, spec, path) => {
  const of = (pod: string) => found(manifest(kind, apiVersion, spec(pod)));

  test('says nothing of what is right, nor of its own fields', () => {
    expect(of(container('image: busybox:1.36'))).toEqual([]);
  });

  test(`judges the pods at ${path}`, () => {
    expect(of(container('image: busybox:1.36, comand: [a]'))).toEqual([
      expect.stringContaining(`${kind}/work UnknownField ${path}.containers[0].comand | `),
    ]);
    expect(of(container('image: busybox:1.36, imagePullPolicy: Sometimes'))).toEqual([
      expect.stringContaining(`NotSupported ${path}.containers[0].imagePullPolicy | `),
    ]);
  });

  test('shows it at its place', () => {
    const text = manifest(kind, apiVersion, spec(container('image: busybox:1.36, imagePullPolicy: Sometimes')));
    const one = fileFindings(analysed(text)).find(({ finding }) => finding.reason === 'NotSupported');
    expect(valueAt(parseManifests(text).documents[0]?.body.value, one?.finding.at.path ?? [])).toBe('Sometimes');
    expect(one?.object && fixesOf(analysed(text), one).map(({ title }) => title)).toContain('Set imagePullPolicy to Always');
  });
});

describe('KEDA ScaledJob', () => {
  const scaled = (spec: string) => manifest('ScaledJob', 'keda.sh/v1alpha1', `jobTargetRef:\n    ${spec}`);
  const template = 'template:\n      spec: {restartPolicy: Never, containers: [{name: main, image: busybox:1.36, command: [sleep, "5"]}]}';

  test('is judged by all rules of a Job', () => {
    expect(found(scaled(`parallelism: -1\n    ${template}`))).toEqual([
      'ScaledJob/work Invalid spec.jobTargetRef.parallelism | parallelism: -1',
    ]);
    expect(found(scaled(template.replace('restartPolicy: Never, ', '')))).toEqual([
      expect.stringContaining('Required spec.jobTargetRef.template.spec.restartPolicy'),
    ]);
  });

  test('is simulated, as a JobSet is', () => {
    const analysis = analysed(scaled(template));
    const object = objectNamed(analysis);
    expect(object && accept(analysis, object, undefined)).toMatchObject({ status: 'accepted', object: { metadata: { name: 'work' } } });
  });
});

describe('JobSet', () => {
  const set = manifest(
    'JobSet',
    'jobset.x-k8s.io/v1alpha2',
    'replicatedJobs:\n    - name: driver\n      template: {spec: {template: {spec: {containers: [{name: a, image: b}]}}}}\n    - name: workers\n      template: {spec: {completions: 3, template: {spec: {containers: [{name: a, image: b}]}}}}',
  );

  test('its Jobs are simulated by name, Indexed and restarting on failure as JobSet makes them', () => {
    const analysis = analysed(set);
    const object = objectNamed(analysis, 'work-workers-0');
    expect(object && accept(analysis, object, undefined)).toMatchObject({
      status: 'accepted',
      object: { spec: { completions: 3, completionMode: 'Indexed', template: { spec: { restartPolicy: 'OnFailure' } } } },
    });
  });
});

describe('Argo Workflow', () => {
  const workflow = (line: string) =>
    manifest(
      'Workflow',
      'argoproj.io/v1alpha1',
      `templates:\n    - name: a\n      container:\n        image: busybox:1.36\n        ${line}`,
    );

  test.each(['command: [sh]', 'image2: a'])('judges its containers: %s', (line) => {
    expect(found(workflow(line))).toHaveLength(line === 'command: [sh]' ? 0 : 1);
  });

  test.each([
    ['script', 'script:\n        image: busybox:1.36\n        source: echo a\n        comand: [sh]'],
    ['containerSet', 'containerSet: {containers: [{name: a, image: busybox:1.36, dependencies: [b], comand: [sh]}]}'],
    ['sidecars', 'sidecars:\n      - {name: a, image: busybox:1.36, mirrorVolumeMounts: true, comand: [sh]}'],
    ['initContainers', 'initContainers:\n      - {name: a, image: busybox:1.36, mirrorVolumeMounts: true, comand: [sh]}'],
  ])('judges %s but for what is its own', (_where, text) => {
    const template = manifest('WorkflowTemplate', 'argoproj.io/v1alpha1', `templates:\n    - name: a\n      ${text}`);
    expect(found(template)).toEqual([expect.stringMatching(/^WorkflowTemplate\/work UnknownField .*\.comand \|/)]);
  });

  test('says nothing of what a parameter fills in, nor of volumes that stand elsewhere', () => {
    expect(found(workflow('imagePullPolicy: "{{inputs.parameters.policy}}"'))).toEqual([]);
    expect(found(workflow('volumeMounts: [{name: work, mountPath: /work}]'))).toEqual([]);
  });
});

test('the pods of an MPIJob may mount the volumes that its controller adds, and no others', () => {
  const mounting = (volume: string, volumes = '') =>
    manifest(
      'MPIJob',
      'kubeflow.org/v2beta1',
      `mpiReplicaSpecs: {Worker: {template: {spec: {containers: [{name: a, image: b:1, volumeMounts: [{name: ${volume}, mountPath: /a}]}]${volumes}}}}}`,
    );
  expect(found(mounting('ssh-auth'))).toEqual([]);
  expect(found(mounting('ssh-auth', ', volumes: [{name: ssh-auth, emptyDir: {}}]'))).toEqual([]);
  expect(found(mounting('ssh'))).toEqual([expect.stringContaining('NotFound')]);
});

/** What our own rules say, the codes alone. */
function advised(text: string): readonly string[] {
  return fileFindings(analysed(text)).flatMap(({ finding: { code, reason } }) => (reason === 'Advice' ? [code] : []));
}

describe('of our own rules', () => {
  const pod = '{containers: [{name: a, image: "busybox:latest", command: ["sleep 5"]}, {name: b, image: c:1, command: [sleep, infinity]}]}';
  const jobSet = (job: string) =>
    manifest('JobSet', 'jobset.x-k8s.io/v1alpha2', `replicatedJobs: [{name: a, template: {spec: {${job}template: {spec: ${pod}}}}}]`);
  const ray = manifest('RayJob', 'ray.io/v1', `rayClusterSpec: {headGroupSpec: {template: {spec: ${pod}}}}`);

  test('those count in a Job that the other project does not decide itself', () => {
    const found = ['command-cannot-start', 'image-latest', 'no-memory-request', 'sidecar-as-container'];
    expect(advised(jobSet('')).toSorted()).toEqual(found);
    expect(advised(jobSet('suspend: true, parallelism: 3, completions: 2, ')).toSorted()).toEqual(
      [...found, 'parallelism-above-completions'].toSorted(),
    );
  });

  test('those count in a pod that speak of its containers: it may run for good', () => {
    expect(advised(ray).toSorted()).toEqual(['command-cannot-start', 'image-latest', 'no-memory-request']);
  });

  test('those count in a part of a pod that need no more', () => {
    const argo = 'templates: [{name: a, container: {image: "busybox:latest", command: ["sleep 5"]}}]';
    expect(advised(manifest('Workflow', 'argoproj.io/v1alpha1', argo)).toSorted()).toEqual(['command-cannot-start', 'image-latest']);
  });

  test('none speaks of what the webhook fills in', () => {
    expect(advised(jobSet('backoffLimit: 2, '))).not.toContain('logs-gone-at-limit');
    expect(advised(jobSet('backoffLimit: 2, ').replace('{containers', '{restartPolicy: OnFailure, containers'))).toContain(
      'logs-gone-at-limit',
    );
  });
});

describe('what belongs elsewhere', () => {
  const message = (text: string) => fileFindings(analysed(text)).map(({ message: words }) => words)[0];
  const inPod = 'template: {spec: {backoffLimit: 4, restartPolicy: Never, containers: [{name: a, image: b:1}]}}';

  test('is told of by the place that it has there', () => {
    expect(message(manifest('ScaledJob', 'keda.sh/v1alpha1', `jobTargetRef: {${inPod}}`))).toBe(
      'There is no field "backoffLimit" here: it belongs to spec.jobTargetRef.',
    );
  });

  test('is only unknown where that is not written', () => {
    expect(message(manifest('RayJob', 'ray.io/v1', `rayClusterSpec: {headGroupSpec: {${inPod}}}`))).toBe(
      'There is no field "backoffLimit" here.',
    );
    expect(
      message(manifest('ScaledJob', 'keda.sh/v1alpha1', `jobTargetRef: {schedule: "@daily", ${inPod.replace('backoffLimit: 4, ', '')}}`)),
    ).toBe('There is no field "schedule" here.');
  });
});

test.each([
  ['RayCronJob', 'ray.io/v1', 'jobTemplate: {rayClusterSpec: {headGroupSpec: {template: {spec: POD}}}}'],
  ['ScheduledSparkApplication', 'sparkoperator.k8s.io/v1beta2', 'template: {executor: {template: {spec: POD}}}'],
  ['SparkApplication', 'sparkoperator.k8s.io/v1beta2', 'driver: {sidecars: [{name: main, image: busybox:1.36, comand: [a]}]}'],
  ['CronWorkflow', 'argoproj.io/v1alpha1', 'workflowSpec: {templateDefaults: {container: {image: busybox:1.36, comand: [a]}}}'],
])('%s is judged as far as it carries containers', (kind, apiVersion, spec) => {
  const text = manifest(kind, apiVersion, spec.replace('POD', container('image: busybox:1.36, comand: [a]')));
  expect(found(text)).toEqual([expect.stringMatching(/ UnknownField .*\.comand \|/)]);
});

test.each([
  ['another API of the same kind', manifest('JobSet', 'example.com/v1', 'replicatedJobs: [{template: {spec: {a: 1}}}]')],
  [
    'a definition of such a kind',
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec: {group: jobset.x-k8s.io/, replicatedJobs: [{template: {spec: {a: 1}}}]}\n',
  ],
  ['an empty one', 'apiVersion: ray.io/v1\nkind: RayJob\nspec:\n'],
])('nothing is said of %s', (_what, text) => {
  expect(found(text)).toEqual([]);
});
