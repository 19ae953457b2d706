import { describe, expect, test } from 'vitest';
import { fileFindings } from '../../../server/application/findings/file-findings.ts';
import { analysisOf } from '../../analysis.ts';
import { check } from '../../check.ts';

describe('a template that is no YAML as it stands', () => {
  test('keys, enum values, numbers, schedules and types that stand literally are judged where they stand', () => {
    check(`
      {{- if .Values.enabled }}
      apiVersion: batch/v1
      kind: CronJob
      metadata:
        name: {{ include "tool.fullname" . }}
        labels: {{- include "tool.labels" . | nindent 4 }}
      spec:
        schedule: "0 25 * * *"
        #         ^^^^^^^^^^^^ schedule-above
        concurencyPolicy: Forbid
      # ^^^^^^^^^^^^^^^^ unknown-field
        failedJobsHistoryLimit: -1
        #                       ^^ number-negative
        suspend: {{ .Values.suspend }}
        jobTemplate:
          spec:
            backoffLimit: many
            #             ^^^^ wrong-type
            template:
              spec:
                restartPolicy: Always
                #              ^^^^^^ job-restart-policy
                {{- with .Values.pod }}
                {{- toYaml . | nindent 10 }}
                {{- end }}
                containers:
                  - name: {{ .Chart.Name }}
                    image: "{{ .Values.image }}:{{ .Values.tag }}"
                    imagePullPolicy: Sometimes
                    #                ^^^^^^^^^ value-not-supported
      {{- end }}
    `);
  });

  test('nothing is said of what is missing, of what is filled in, and of what stands beside it', () => {
    check(`
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: {{ .Release.Name }}
      spec:
        backoffLimitPerIndex: 1
        {{- include "tool.policy" . | nindent 2 }}
        parallelism: -{{ .Values.n }}
        template:
          spec:
            containers:
              - name: {{ .a }}
                resources:
                  limits: {cpu: {{ .Values.cpu }}}
                  requests: {cpu: 2}
                volumeMounts:
                  - {name: data, mountPath: /data}
    `);
  });

  test('each branch of a condition is judged by itself', () => {
    check(`
      apiVersion: batch/v1
      kind: Job
      spec:
        template:
          spec:
            {{- if .Values.a }}
            restartPolicy: Alway
            #              ^^^^^ job-restart-policy
            {{- else }}
            restartPolicy: Never
            {{- end }}
    `);
  });

  test('what is only written for some versions of Kubernetes is left alone', () => {
    check(`
      {{- if .Capabilities.APIVersions.Has "batch/v1/CronJob" }}
      apiVersion: batch/v1
      {{- else }}
      apiVersion: batch/v1beta1
      {{- end }}
      kind: CronJob
      spec:
        schedule: "0 2 * *"
        #         ^^^^^^^^^ schedule-field-count
        {{- if semverCompare ">=1.99-0" .Capabilities.KubeVersion.Version }}
        ofTheFuture: 1
        {{- end }}
    `);
  });

  test('what goes on with what an action wrote is in nobody knows what', () => {
    check(`
      apiVersion: batch/v1
      kind: Job
      spec:
        template:
          {{- include "tool.metadata-and-spec" . | nindent 4 }}
            containers: []
          unknown: 1
      #   ^^^^^^^ unknown-field
    `);
  });

  test('of advice that which holds of a value alone: schedules, command lines, hooks', () => {
    const text = `
apiVersion: batch/v1
kind: CronJob
metadata:
  name: {{ .Release.Name }}
  annotations:
    helm.sh/hook: pre-upgrad
spec:
  schedule: "*/45 * * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: main
              image: busybox
              command: [sh, -c, "echo", "done"]
            - name: other
              image: busybox
              command: [sh, -c, "{{ .Values.script }}", "done"]
`;
    const found = fileFindings(analysisOf(text)).map(({ finding, range }) => [finding.code, range.start.line + 1]);
    expect(found).toEqual([
      ['template', 2],
      ['hook-value', 7],
      ['schedule-uneven-step', 9],
      ['script-in-pieces', 18],
    ]);
  });
});
