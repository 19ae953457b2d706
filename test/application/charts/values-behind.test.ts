import { describe, expect, test } from 'vitest';
import { valuesBehind } from '../../../server/application/charts/values-behind.ts';

const values = `schedule: "0 2 * * *"
image: {tag: "1.4"}
jobs:
  - name: one
    policy: Never
  - name: two
    policy: Always
global:
  zone: Etc/UTC
db:
  limit: -3
`;

const files: Readonly<Record<string, string>> = {
  'values.yaml': values,
  'prod.yaml': 'schedule: "@daily"\n',
  'charts/db/values.yaml': 'limit: 4\nname: db\n',
  'templates/cron.yaml': `schedule: {{ .Values.schedule }}
{{- range .Values.jobs }}
restartPolicy: {{ .policy }}
{{- end }}
{{- range $i, $job := .Values.jobs }}
name: {{ $job.name }}
{{- end }}
{{- with .Values.image }}
tag: {{ .tag }}
{{- end }}
zone: {{ $.Values.global.zone }}
none: {{ .Release.Name }} {{ .Values.missing }}
`,
  'charts/db/templates/job.yaml': 'limit: {{ .Values.limit }}\nname: {{ .Values.name }}\nzone: {{ .Values.global.zone }}\n',
};

const behind = valuesBehind(['values.yaml', 'prod.yaml'], (file) => files[file]);

/** The places of the values behind a line, as `file:line`. */
function places(file: string, line: number, rendered = ''): readonly string[] {
  return behind({ file, line: line - 1 }, rendered).map(({ file: of, range }) => `${of}:${range.start.line + 1}`);
}

describe('the values that went into a line of a template:', () => {
  test.each([
    ['the last file that has it', 1, '', ['prod.yaml:1']],
    ['of the item that was written here', 3, 'restartPolicy: Always', ['values.yaml:7']],
    ['by a variable', 6, 'name: one', ['values.yaml:4']],
    ['within a with', 9, '', ['values.yaml:2']],
    ['from the root', 11, '', ['values.yaml:9']],
    ['what is no value, and what there is not', 12, '', []],
  ] as const)('%s', (_, line, rendered, expected) => {
    expect(places('templates/cron.yaml', line, rendered)).toEqual(expected);
  });

  test('of a chart within another one, under its name or its own', () => {
    expect([1, 2, 3].map((line) => places('charts/db/templates/job.yaml', line))).toEqual([
      ['values.yaml:11'],
      ['charts/db/values.yaml:2'],
      ['values.yaml:9'],
    ]);
  });
});
