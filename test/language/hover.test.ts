import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../../server/application/analysis.ts';
import { factDocuments, factsFromFile } from '../../server/application/facts/known-facts.ts';
import { defaultSettings } from '../../server/application/settings/settings.ts';
import { hover } from '../../server/language/hover.ts';
import { english } from '../../server/messages/en/index.ts';
import { analysisOf } from '../analysis.ts';
import { containerWith, cronJobWith, job, jobWith, listOf, podWith } from '../manifests.ts';
import { unindented, withCaret } from '../text.ts';
import { noon } from './noon.ts';

/** What a user in Berlin reads at the caret; the blanks that end a line in Markdown are left out. */
function hoverText(marked: string): string {
  const { text, position } = withCaret(marked);
  const found = hover(analysisOf(text), position, noon(1));
  return found && typeof found.contents === 'object' && 'value' in found.contents ? found.contents.value.replaceAll('  \n', '\n') : '';
}

describe('on a field', () => {
  test('its meaning, default, values, since when, whether it can be changed, what it goes with, an example, a page', () => {
    expect(hoverText(jobWith('completion|Mode: Indexed'))).toBe(
      unindented(`
        **\`completionMode\`** · string

        ${english['field.JobSpec.completionMode']}

        Default: \`NonIndexed\`
        Values: \`Indexed\`, \`NonIndexed\`
        Since Kubernetes 1.21, stable since 1.24
        Cannot be changed on an existing object
        Goes with \`completions\`, \`backoffLimitPerIndex\`, \`successPolicy\`

        \`\`\`yaml
        completionMode: Indexed
        completions: 5
        parallelism: 3
        \`\`\`

        [Documentation](https://kubernetes.io/docs/concepts/workloads/controllers/job/#completion-mode)`),
    );
  });

  test('the default in force beside its neighbours', () => {
    expect(hoverText(jobWith('backoff|Limit: 1'))).toContain('\nDefault: `6`\n');
    const perIndex = jobWith('completionMode: Indexed\ncompletions: 2\nbackoffLimitPerIndex: 1\nbackoff|Limit: 1');
    expect(hoverText(perIndex)).toContain('\nDefault: `2147483647`\n');
  });

  test.each([
    ['helm.sh/ho|ok: pre-install', 'Helm creates it in these phases'],
    ['argocd.argoproj.io/sync-wave: "|2"', 'Argo CD applies the lowest wave first'],
    ['argocd.argoproj.io/sync-op|tions: Replace=true', '`Replace=true` alone is refused'],
    ['kustomize.toolkit.fluxcd.io/substitute: dis|abled', 'Flux fills in no variables'],
  ])('what an annotation has a tool do: %s', (annotation, says) => {
    expect(hoverText(jobWith({ metadata: `name: hello\nannotations:\n  ${annotation}` }))).toContain(says);
  });

  test('of the pod, the words of the API, then what is known of it', () => {
    expect(hoverText(podWith('dns|Policy: Default'))).toContain('Set DNS policy for the pod.');
    const text = hoverText(containerWith('termination|MessagePolicy: File'));
    expect(text).toContain('FallbackToLogsOnError will use the last chunk of container log output');
    expect(text).toContain('\n\nDefault: `File`\nValues: `FallbackToLogsOnError`, `File`\nCannot be changed on an existing object\n\n');
  });

  test('in a template, in every branch of its conditions', () => {
    const template = (marked: string) => `{{- if .a }}\n${jobWith(marked)}{{- end }}\n`;
    expect(hoverText(template('backoff|Limit: {{ .Values.limit }}'))).toContain('**`backoffLimit`**');
    const branches = (one: string, other: string) => template(`{{- if .b }}\n  ${one}\n{{- else }}\n  ${other}\n{{- end }}`);
    expect(hoverText(branches('sus|pend: true', 'suspend: {{ .s }}'))).toContain('**`suspend`**');
    expect(hoverText(branches('suspend: true', 'sus|pend: {{ .s }}'))).toContain('**`suspend`**');
  });

  test('of labels, the map that they stand in', () => {
    expect(hoverText(jobWith({ metadata: 'labels: {a|pp: b}' }))).toContain('**`labels`** · map of string\n\nPairs of key and value');
  });

  test.each([
    ['in an item of a List', listOf(jobWith('back|offLimit: 2'))],
    ['in the second document', `kind: Pod\napiVersion: v1\n---\n${jobWith('back|offLimit: 2')}`],
    ['in JSON', '{"apiVersion": "batch/v1", "kind": "Job", "spec": {"back|offLimit": 2}}'],
  ])('%s', (_, text) => {
    expect(hoverText(text)).toContain(english['field.JobSpec.backoffLimit']);
  });

  test.each([
    ['in what is none of ours', 'apiVersion: apps/v1\nkind: Deployment\nspec:\n  repl|icas: 2'],
    ['in comments', `# back|offLimit\n${job}`],
    ['between things', `${job}\n\n|`],
  ])('nothing %s', (_, text) => {
    expect(hoverText(text)).toBe('');
  });
});

describe('on a value, what it amounts to', () => {
  test.each([
    [
      'tries in new pods',
      jobWith('backoffLimit: 3|'),
      '4 tries, each in a new pod; if they fail at once, they begin at 0 s, 10 s, 30 s, 70 s.',
    ],
    ['waves', jobWith('completions: 5|\nparallelism: 2'), '5 completions in 3 waves of at most 2 pods.'],
    ['a work queue', jobWith('parallelism: 3|'), 'A work queue: 3 pods at a time'],
    ['a long duration', jobWith('ttlSecondsAfterFinished: 864|00'), '1 day'],
    ['memory', containerWith('resources: {limits: {memory: 128|Mi}}'), '128 MiB = 134 MB = 134,217,728 bytes\n'],
    ['processors', containerWith('resources: {limits: {cpu: 5|00m}}'), '0.5 CPU = 500m\n'],
    ['a command', containerWith('command: ["sle|ep", "30"]'), '`main` runs for 30 s'],
    [
      'a command that goes by the completion index',
      jobWith({
        spec: 'completionMode: Indexed\ncompletions: 9\nparallelism: 9',
        container: `command: [sh, -c, 'sleep $((JOB_COM|PLETION_INDEX + 2)); exit $JOB_COMPLETION_INDEX']`,
      }),
      `${[0, 1, 2, 3, 4]
        .map((index) => `- Index ${index}: \`main\` runs for ${index + 2} s and ends with exit code ${index}: read from its command.\n`)
        .join('')}- …\n`,
    ],
    ['a policy', cronJobWith('concurrencyPolicy: For|bid'), 'A run waits for the last one'],
  ])('%s', (_, text, expected) => {
    expect(hoverText(text).slice(0, expected.length)).toBe(expected);
  });

  test('a schedule, with its next runs there and for the user', () => {
    const text = hoverText(cronJobWith('schedule: "30 2 * * |*"\ntimeZone: Asia/Seoul'));
    expect(text.split('\n\n---\n')[0]).toBe(
      unindented(`
        **At 02:30**

        Next runs (Asia/Seoul):

        - Fri 2026-01-02 02:30 · Thu 2026-01-01 18:30 for you
        - Sat 2026-01-03 02:30 · Fri 2026-01-02 18:30 for you
        - Sun 2026-01-04 02:30 · Sat 2026-01-03 18:30 for you
        - Mon 2026-01-05 02:30 · Sun 2026-01-04 18:30 for you
        - Tue 2026-01-06 02:30 · Mon 2026-01-05 18:30 for you`),
    );
  });

  test('a schedule at intervals, and one that Kubernetes cannot read', () => {
    expect(hoverText(cronJobWith('schedule: "@every 9|0m"'))).toMatch(/^\*\*Every 1 h 30 min, counted from the last run\*\*\n/);
    expect(hoverText(cronJobWith('schedule: "61 * * * |*"'))).toMatch(/^\*\*`schedule`\*\*/);
  });
});

test('a ServiceAccount tells what it brings to pull images with, where that is known', () => {
  const account = (name: string, more: string) =>
    `apiVersion: v1\n${more}kind: ServiceAccount\nmetadata: {name: ${name}, namespace: work}\n`;
  const facts = factsFromFile(
    factDocuments(`${account('puller', 'imagePullSecrets: [{name: one}, {name: two}]\n')}---\n${account('plain', '')}`),
  );
  const hovered = (name: string) => {
    const { text, position } = withCaret(podWith(`serviceAccountName: ${name}`));
    const analysis = createAnalyzer().analyse(TextDocument.create('file:///job.yaml', 'yaml', 1, text), defaultSettings, false, facts);
    const { contents } = hover(analysis, position, noon(1)) ?? {};
    return JSON.stringify(contents);
  };
  expect(hovered('pul|ler')).toContain('where the pod names no imagePullSecrets: one, two');
  expect(hovered('pla|in')).not.toContain('imagePullSecrets:');
});

test('a namespace tells what is in force in it, where that is known', () => {
  const facts = factsFromFile(
    factDocuments(`apiVersion: v1
kind: Namespace
metadata: {name: work, labels: {pod-security.kubernetes.io/enforce: baseline}}
---
apiVersion: v1
kind: ResourceQuota
metadata: {name: quota}
spec: {hard: {pods: 3}}
`),
  );
  const { text, position } = withCaret(jobWith({ metadata: 'name: hello\nnamespace: wo|rk' }));
  const analysis = createAnalyzer().analyse(TextDocument.create('file:///job.yaml', 'yaml', 1, text), defaultSettings, false, facts);
  expect(hover(analysis, position, noon(1))).toMatchObject({
    contents: {
      value: expect.stringMatching(
        /^In force in this namespace, as far as it is known:\n\n- `Pod Security enforce=baseline`\n- `ResourceQuota quota \(pods 0\/3\)`\n\n---/,
      ),
    },
  });
  expect(hoverText(jobWith({ metadata: 'name: hello\nnamespace: wo|rk' }))).toMatch(/^\*\*`namespace`/);
});

describe('in a template that an object of another project carries', () => {
  const pod = 'restartPolicy: Never, containers: [{name: main, ima|ge: busybox:1.36}]';
  const first = (text: string) => hoverText(text).split('\n')[0];

  test.each([
    ['JobSet', 'jobset.x-k8s.io/v1alpha2', `replicatedJobs: [{name: a, template: {spec: {template: {spec: {${pod}}}}}}]`],
    ['ScaledJob', 'keda.sh/v1alpha1', `jobTargetRef: {template: {spec: {${pod}}}}`],
    ['RayJob', 'ray.io/v1', `rayClusterSpec: {headGroupSpec: {template: {spec: {${pod}}}}}`],
    ['MPIJob', 'kubeflow.org/v2beta1', `mpiReplicaSpecs: {Worker: {template: {spec: {${pod}}}}}`],
    ['SparkApplication', 'sparkoperator.k8s.io/v1beta2', `driver: {template: {spec: {${pod}}}}`],
    ['Job', 'batch.volcano.sh/v1alpha1', `tasks: [{template: {spec: {${pod}}}}]`],
    ['WorkflowTemplate', 'argoproj.io/v1alpha1', 'templates: [{name: a, container: {ima|ge: busybox:1.36}}]'],
  ])('a field of %s is told of as that of a Job', (kind, apiVersion, spec) => {
    expect(first(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\nspec: {${spec}}\n`)).toBe('**`image`** · string');
  });

  test('nothing is said of what is its own', () => {
    const own =
      'apiVersion: keda.sh/v1alpha1\nkind: ScaledJob\nmetadata: {name: a}\nspec: {polling|Interval: 3, jobTargetRef: {template: {spec: {}}}}\n';
    expect(hoverText(own)).toBe('');
  });
});

test('nothing that a manifest says becomes a picture, which an editor would fetch', () => {
  const said = hoverText(containerWith('command: ["/no`![x](https://a.example/b.png) su|ch"]'));
  expect(said).toContain('https://a.example/b.png');
  expect(said).not.toContain('![');
});
