import { describe, expect, test } from 'vitest';
import { folderWith, writeFiles } from '../folder-with.ts';
import { found, kubejob, printed } from './kubejob.ts';

const helpers = `{{- define "tool.labels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{- define "tool.pod" -}}
restartPolicy: {{ .Values.restartPolicy }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
`;

const cron = `{{- if .Values.enabled }}
{{- /* Each night,
       whatever the day. */}}
apiVersion: batch/v1
kind: CronJob
metadata:
  name: {{ .Release.Name }}-nightly
  labels:
    {{- include "tool.labels" . | nindent 4 }}
spec:
  schedule: {{ .Values.schedule | quote }}
  jobTemplate:
    spec:
      backoffLimit: {{ .Values.backoffLimit }}
      template:
        spec:
          {{- include "tool.pod" . | nindent 10 }}
          containers:
            {{- range .Values.containers }}
            - name: {{ .name }}
              image: "{{ .image }}:{{ .tag | default "1.36" }}"
              command:
                - sh
                - -c
                - |
                  # {{ .name }}: it sleeps
                  sleep {{ .seconds }}
              resources:
                {{- toYaml .resources | nindent 16 }}
            {{- end }}
{{- end }}
`;

const values = `enabled: true
schedule: "0 2 * * *"
backoffLimit: 2
restartPolicy: Never
nodeSelector: {}
containers:
  - name: first
    image: busybox
    seconds: 10
    resources:
      requests: {cpu: 100m, memory: 64Mi}
  - name: second
    image: busybox
    seconds: 20
    resources:
      requests: {cpu: 100m, memory: 64Mi}
`;

const chart = (change: Readonly<Record<string, string>> = {}) => ({
  'tool/Chart.yaml': 'apiVersion: v2\nname: tool\nversion: 0.1.0\n',
  'tool/values.yaml': values,
  'tool/templates/_helpers.tpl': helpers,
  'tool/templates/cron.yaml': cron,
  ...change,
});

const lineOf = (text: string, part: string) => 1 + text.split('\n').findIndex((line) => line.includes(part));

describe('a chart that the real helm renders', () => {
  test('is good as it is', async () => {
    expect(await found(folderWith(chart()), 'tool')).toEqual([]);
  });

  test.each([
    ['a value', 'backoffLimit: 2', 'backoffLimit: -2', 'tool/templates/cron.yaml', lineOf(cron, 'backoffLimit:'), 'number-negative'],
    ['a schedule', '0 2 * * *', '0 25 * * *', 'tool/templates/cron.yaml', lineOf(cron, 'schedule:'), 'schedule-above'],
    [
      'what a helper writes',
      'Policy: Never',
      'Policy: Always',
      'tool/templates/_helpers.tpl',
      lineOf(helpers, 'restartPolicy:'),
      'job-restart-policy',
    ],
    ['an item of a range', 'name: second', 'name: Second', 'tool/templates/cron.yaml', lineOf(cron, '- name: {{'), 'name-dns-label'],
  ])('%s stands on the line that wrote it, and the line of the values beside it', async (_what, old, now, file, line, code) => {
    const changed = values.replace(old, now);
    const folder = folderWith(chart({ 'tool/values.yaml': changed }));
    const [only, ...others] = await found(folder, 'tool');
    expect(others).toEqual([]);
    expect(only).toContain(`${file}:${line} ${code}`);
    expect(only).toContain(`tool/values.yaml:${lineOf(changed, now)}`);
  });

  test('below a range, block scalars and nindent do not shift lines', async () => {
    const misspelt = cron.replace('  resources:', '  resource:');
    expect(await found(folderWith(chart({ 'tool/templates/cron.yaml': misspelt })), 'tool')).toEqual([
      `tool/templates/cron.yaml:${lineOf(misspelt, 'resource:')} unknown-field`,
    ]);
  });

  test('CRLF line ends survive', async () => {
    const windows = Object.fromEntries(Object.entries(chart()).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]));
    const bad = { ...windows, 'tool/values.yaml': (windows['tool/values.yaml'] ?? '').replace('Limit: 2', 'Limit: -2') };
    expect(await found(folderWith(bad), 'tool')).toEqual([
      `tool/templates/cron.yaml:${lineOf(cron, 'backoffLimit:')} number-negative < tool/values.yaml:3`,
    ]);
  });

  test('files of values win over its own', async () => {
    const folder = folderWith(chart({ 'live.yaml': 'backoffLimit: -1\n' }));
    expect(await found(folder, 'tool', '-f', 'live.yaml')).toEqual([
      `tool/templates/cron.yaml:${lineOf(cron, 'backoffLimit:')} number-negative < live.yaml:1`,
    ]);
  });

  test('within another chart it takes what that one says of it', async () => {
    const inner = Object.fromEntries(Object.entries(chart()).map(([name, text]) => [`all/charts/${name}`, text]));
    const folder = folderWith({
      ...inner,
      'all/Chart.yaml': 'apiVersion: v2\nname: all\nversion: 0.1.0\n',
      'all/values.yaml': 'tool:\n  backoffLimit: -1\n',
    });
    expect(await found(folder, 'all')).toEqual([
      `all/charts/tool/templates/cron.yaml:${lineOf(cron, 'backoffLimit:')} number-negative < all/values.yaml:2`,
    ]);
  });

  test("what it needs and has not is told once, in helm's words", async () => {
    const needs = cron.replace('.Values.schedule |', 'required "set .Values.schedule" .Values.when |');
    const { code, error } = await kubejob(folderWith(chart({ 'tool/templates/cron.yaml': needs })), ['validate', 'tool']);
    expect(code).toBe(2);
    expect(error).toMatch(/^kubejob: tool: helm: .*set \.Values\.schedule[^\n]*\n$/);
    const missing =
      'apiVersion: v2\nname: tool\nversion: 0.1.0\ndependencies: [{name: db, version: 1.x, repository: "https://a.example"}]\n';
    const dependent = await kubejob(folderWith(chart({ 'tool/Chart.yaml': missing })), ['validate', 'tool']);
    expect(dependent).toMatchObject({ code: 2, error: expect.stringContaining('helm dependency build') });
  });

  test('what helm template prints is judged by the templates that it names', async () => {
    const folder = folderWith(chart({ 'tool/values.yaml': values.replace('Limit: 2', 'Limit: -2') }));
    const output = await printed('helm', folder, 'template', 'tool');
    const { code, out } = await kubejob(folder, ['validate', '-'], output);
    expect(code).toBe(1);
    expect(out).toMatch(/^tool\/templates\/cron\.yaml:\d+:\d+: error/m);
  });
});

describe('hooks', () => {
  const hook = (annotations: string, command = 'sleep 5') => `apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .Release.Name }}-migrate
  annotations:
${annotations}
spec:
  backoffLimit: 0
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: main
          image: busybox:1.36
          command: [sh, -c, "${command}"]
          resources: {requests: {cpu: 100m, memory: 64Mi}}
`;

  test('one that helm does not know is told, where helm silently leaves the Job out', async () => {
    const misspelt = hook('    helm.sh/hook: pre-upgrad');
    const folder = folderWith(chart({ 'tool/templates/migrate.yaml': misspelt }));
    expect(await printed('helm', folder, 'template', 'tool')).not.toContain('-migrate');
    expect((await kubejob(folder, ['validate', 'tool'])).out).toContain('pre-upgrade');
  });

  test('the simulation of one that helm rendered says what becomes of the release', async () => {
    const failing = hook('    helm.sh/hook: pre-upgrade\n    helm.sh/hook-delete-policy: hook-succeeded', 'exit 1');
    const folder = folderWith(chart({ 'tool/templates/migrate.yaml': failing }));
    const output = await printed('helm', folder, 'template', 'tool', '--show-only', 'templates/migrate.yaml');
    const { out } = await kubejob(folder, ['simulate', '-', '--output', 'summary'], output);
    expect(out).toMatch(/Helm fails the release at this hook \(pre-upgrade; weight 0\)/);
  });
});

describe('kubejob diff of a chart', () => {
  test('says at its template what helm upgrade would be refused, since a commit', async () => {
    const job = `apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .Release.Name }}-seed
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: main
          image: "busybox:{{ .Values.tag }}"
`;
    const folder = folderWith({ ...chart({ 'tool/templates/seed.yaml': job }), 'tool/values.yaml': `${values}tag: "1.36"\n` });
    for (const args of [
      ['init', '-q'],
      ['add', '.'],
      ['-c', 'user.name=a', '-c', 'user.email=a@b.example', 'commit', '-q', '-m', 'one'],
    ])
      await printed('git', folder, ...args);
    expect(await kubejob(folder, ['diff', '--against', 'HEAD', 'tool'])).toMatchObject({ code: 0 });
    writeFiles(folder, { 'tool/values.yaml': `${values}tag: "1.37"\n` });
    const { code, out } = await kubejob(folder, ['diff', '--against', 'HEAD', '--format', 'json', 'tool']);
    expect({ code, found: JSON.parse(out) }).toMatchObject({
      code: 1,
      found: [{ file: 'tool/templates/seed.yaml', path: 'spec.template', line: lineOf(job, 'image:'), delivery: { tool: 'helm upgrade' } }],
    });
  });
});
