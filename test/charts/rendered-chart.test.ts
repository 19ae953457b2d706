import { describe, expect, test } from 'vitest';
import { markTemplate } from '../../server/charts/mark-template.ts';
import { readRenderedChart } from '../../server/charts/rendered-chart.ts';

const job = `apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .Release.Name }}
  labels: {{- include "chart.labels" . | nindent 4 }}
spec:
  template:
    spec:
      containers:
        - name: main
          resources: {{- toYaml .Values.resources | nindent 12 }}
          command:
            - |
              echo one
              echo two
`;
const helpers = `{{- define "chart.labels" -}}
app: {{ .Chart.Name }}
{{- end }}
`;
const files = ['templates/job.yaml', 'templates/_helpers.tpl'];
const text = (file: string) => ({ 'templates/job.yaml': job, 'templates/_helpers.tpl': helpers })[file];

/** What helm makes of the two: each action by what it writes. */
function render(marked: boolean): string {
  const [template, labels] = marked ? [markTemplate(job, 0), markTemplate(helpers, 1)] : [job, helpers];
  const label = (labels.split('\n')[1] ?? '').replace('{{ .Chart.Name }}', 'chart');
  const written = template
    .replace('{{ .Release.Name }}', 'release')
    .replace(' {{- include "chart.labels" . | nindent 4 }}', `\n    ${label}`)
    .replace(' {{- toYaml .Values.resources | nindent 12 }}', '\n            limits:\n              cpu: 1');
  return `---\n# Source: chart/templates/job.yaml\n${written}`;
}

describe('what helm printed is found again in the templates', () => {
  const [document] = readRenderedChart(render(false), render(true), files, text);

  test.each([
    ['kind: Job', 'kind: Job'],
    ['  name: release', '  name: {{ .Release.Name }}'],
    ['    app: chart', 'app: {{ .Chart.Name }}'],
    ['              cpu: 1', '          resources: {{- toYaml .Values.resources | nindent 12 }}'],
    ['            limits:', '          resources: {{- toYaml .Values.resources | nindent 12 }}'],
    ['              echo two', '              echo two'],
  ])('%j', (rendered, template) => {
    const line = document?.text.split('\n').indexOf(rendered) ?? -1;
    const place = document?.lines[line];
    expect(text(place?.file ?? '')?.split('\n')[place?.line ?? -1]).toBe(template);
  });

  test('documents of one template are counted', () => {
    const output =
      '---\n# Source: c/templates/a.yaml\na: 1\n---\n# Source: c/templates/b.yaml\nb: 1\n---\n# Source: c/templates/a.yaml\na: 2\n';
    expect(readRenderedChart(output, undefined, [], () => undefined).map(({ template, number }) => `${template} ${number}`)).toEqual([
      'templates/a.yaml 0',
      'templates/b.yaml 0',
      'templates/a.yaml 1',
    ]);
  });

  const places = (marked: string | undefined) => {
    const [one] = readRenderedChart(render(false), marked, files, text);
    return one?.lines.map((place) => text(place?.file ?? '')?.split('\n')[place?.line ?? -1]);
  };

  test('where marks change what is rendered, what is the same in both is known by them', () => {
    const changed = render(true).replace('spec:', 'more: 1\n\nspec:').replace('- name: main', '- name: other');
    const here = places(changed) ?? [];
    expect(here).toEqual(places(render(true)));
  });

  test('what was not rendered with marks is known by what its template writes', () => {
    const here = places(undefined) ?? [];
    const lines = render(false).split('\n').slice(2);
    const at = (line: string) => here[lines.indexOf(line)];
    expect(['kind: Job', '  name: release', '        - name: main', '              echo two'].map(at)).toEqual([
      'kind: Job',
      '  name: {{ .Release.Name }}',
      '        - name: main',
      '              echo two',
    ]);
  });

  test('of a template that cannot be read nothing is known', () => {
    const [other] = readRenderedChart(render(false), undefined, files, () => undefined);
    expect(other?.template).toBe('templates/job.yaml');
    expect(other?.lines.every((line) => line === undefined)).toBe(true);
  });

  test('sub-charts keep their folder', () => {
    const [sub] = readRenderedChart('---\n# Source: c/charts/db/templates/a.yaml\na: 1\n', undefined, [], () => undefined);
    expect(sub?.template).toBe('charts/db/templates/a.yaml');
  });
});
