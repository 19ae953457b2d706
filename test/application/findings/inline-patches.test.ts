import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../../../server/application/analysis.ts';
import { objectFindings } from '../../../server/application/findings/object-findings.ts';
import { objectSummaries } from '../../../server/application/object-ranges.ts';
import { defaultSettings } from '../../../server/application/settings/settings.ts';
import { codeLenses } from '../../../server/language/code-lens.ts';
import { fixesOf } from '../../../server/language/fixes/index.ts';
import { hover } from '../../../server/language/hover.ts';
import { apply, shown, unindented } from '../../text.ts';

function analysisOf(text: string, name = 'kustomization.yaml') {
  const document = TextDocument.create(`file:///overlay/${name}`, 'yaml', 1, text);
  return createAnalyzer().analyse(document, { ...defaultSettings, advice: 'off' });
}

const found = (text: string, name?: string) =>
  objectFindings(analysisOf(unindented(text), name)).map(({ finding, range }) => `${finding.code} ${shown(unindented(text), range)}`);

const strategic = `
  kind: Kustomization
  patches:
    - patch: |-
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: a}
        spec:
          schedule: "0 25 * * *"
          jobTemplate:
            spec:
              backofLimit: 3
              template: {spec: {restartPolicy: Always}}
`;

describe('a patch that stands in a kustomization', () => {
  test('is judged in its place, by what it says', () => {
    expect(found(strategic)).toEqual([
      'schedule-above schedule: «"0 25 * * *"»',
      'unknown-field «backofLimit»: 3',
      'job-restart-policy template: {spec: {restartPolicy: «Always»}}',
    ]);
  });

  test('is mended in its place', () => {
    const text = unindented(strategic);
    const analysis = analysisOf(text);
    const misspelt = objectFindings(analysis).find(({ finding }) => finding.code === 'unknown-field');
    const [fix] = misspelt ? fixesOf(analysis, misspelt) : [];
    expect(apply(text, fix?.edits ?? [])).toBe(text.replace('backofLimit', 'backoffLimit'));
  });

  test('is explained in its place', () => {
    const analysis = analysisOf(unindented(strategic));
    const at = analysis.text.positionAt(analysis.text.getText().indexOf('restartPolicy') + 2);
    expect(JSON.stringify(hover(analysis, at, { now: 0, localOffset: () => 0 }))).toContain('restartPolicy');
  });

  test('has no lens, and is no object of the file', () => {
    const analysis = analysisOf(unindented(strategic));
    expect(codeLenses(analysis, { now: 0, localOffset: () => 0 })).toEqual([]);
    expect(objectSummaries(analysis)).toEqual([]);
  });

  test('may stand in the old list, in quotes, and be no YAML', () => {
    expect(found('patchesStrategicMerge:\n  - |\n    kind: Job\n    apiVersion: batch/v1\n    spec: {parallelism: -1}\n')).toEqual([
      'number-negative spec: {parallelism: «-1»}',
    ]);
    expect(found(`patches:\n  - patch: '{"apiVersion": "batch/v1", "kind": "Job", "spec": {"completions": "x"}}'\n`)).toEqual([
      expect.stringMatching(/^wrong-type .*«"x"»/),
    ]);
    expect(
      found('patches:\n  - patch: |\n      apiVersion: batch/v1\n      kind: CronJob\n      spec:\n        schedule: * * * * *\n'),
    ).toEqual(['yaml-quotes-needed schedule: «* * * * *»']);
  });

  test.each([
    [
      'that removes an object',
      'patches:\n  - patch: |\n      $patch: delete\n      apiVersion: batch/v1\n      kind: Job\n      metadata: {name: a}\n',
    ],
    ['of another kind', 'patches:\n  - patch: |\n      apiVersion: apps/v1\n      kind: Deployment\n      spec: {jobs: -1}\n'],
    ['by its path', 'patches:\n  - path: job.yaml\n'],
  ])('%s: nothing is said', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test('is looked for in nothing else', () => {
    expect(found(strategic, 'other.yaml')).toEqual([]);
    expect(found(`apiVersion: kustomize.config.k8s.io/v1alpha1\n${unindented(strategic)}`, 'other.yaml')).toHaveLength(3);
    expect(
      found('apiVersion: v1\nkind: ConfigMap\ndata:\n  patch: |\n    kind: Job\n    apiVersion: batch/v1\n    a: 1\n', 'other.yaml'),
    ).toEqual([]);
  });
});

describe('operations of JSON 6902', () => {
  test('are judged by the values that they write, and by their paths', () => {
    const text = `
      patches:
        - target: {kind: CronJob}
          patch: |-
            - op: replace
              path: /spec/schedule
              value: "0 25 * * *"
            - op: add
              path: /spec/jobTemplate/spec/backofLimit
              value: 3
            - {op: test, path: /spec/suspend, value: 7}
            - op: add
              path: /spec/jobTemplate/spec/template/spec/containers/0/env/-
              value: {name: "", value: 3}
    `;
    expect(found(text)).toEqual([
      'schedule-above value: «"0 25 * * *"»',
      'unknown-field path: «/spec/jobTemplate/spec/backofLimit»',
      'wrong-type value: {name: "", value: «3»}',
    ]);
  });

  test('on other kinds are not', () => {
    const operations = (target: string) =>
      `patches:\n  - target: ${target}\n    patch: |\n      - {op: add, path: /spec/parallelism, value: -1}\n# Job\n`;
    expect(found(operations('{kind: Job}'))).toEqual([expect.stringContaining('number-negative')]);
    expect(found(operations('{kind: Job, group: batch.volcano.sh}'))).toEqual([]);
    expect(found(operations('{kind: Deployment}'))).toEqual([]);
  });
});
