import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markTemplate, unmark } from '../../server/charts/mark-template.ts';
import { runs } from '../property-runs.ts';

/** The template with `#` at the end of each line that got a mark. */
function shown(template: string): string {
  return markTemplate(template, 0).replace(/ #@kubejob:0:\d+@/g, ' #');
}

describe('lines of a template are marked where a comment changes nothing', () => {
  test('keys, items and values, actions in them included; conditions alone on their line are not', () => {
    expect(
      shown(`{{- if .Values.enabled }}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .Release.Name }}-init
  labels: {{- include "chart.labels" . | nindent 4 }}
spec:
  {{- with .Values.backoff }}
  backoffLimit: {{ . }}
  {{- end }}
  template:
    spec:
      containers:
        - name: main
          args: ["a", {{ .Values.b | quote }}]
{{- end }}
`),
    ).toBe(`{{- if .Values.enabled }}
apiVersion: batch/v1 #
kind: Job #
metadata: #
  name: {{ .Release.Name }}-init #
  labels: {{- include "chart.labels" . | nindent 4 }} #
spec: #
  {{- with .Values.backoff }}
  backoffLimit: {{ . }} #
  {{- end }}
  template: #
    spec: #
      containers: #
        - name: main #
          args: ["a", {{ .Values.b | quote }}] #
{{- end }}
`);
  });

  test('a block of text is left alone, the line that opens it is not', () => {
    expect(
      shown(`command:
  - |
    echo a
{{ .Values.script | indent 4 }}

    key: looks like one
args:
  script: >-
    two
     words
next: 1
`),
    ).toBe(`command: #
  - | #
    echo a
{{ .Values.script | indent 4 }}

    key: looks like one
args: #
  script: >- #
    two
     words
next: 1 #
`);
  });

  test('text in quotes and plain text over several lines', () => {
    expect(
      shown(`a: "one
  two: 3
  end"
b: 'it''s'
c: several
  words here
d: {{ .Values.d }}
e: "{{ .Values.e }}"
`),
    ).toBe(`a: "one
  two: 3
  end"
b: 'it''s' #
c: several
  words here #
d: {{ .Values.d }} #
e: "{{ .Values.e }}" #
`);
  });

  test.each([
    ['a: {{ .b -}}\n  {{ .c }}\n', 'an action that takes the line break away'],
    ['a: {{ list\n  "x" }}\n', 'an action over several lines, at its first one'],
    ['---\n', 'a separator'],
    ['# text\n', 'a comment'],
    ['{{/* a: 1\nb: 2 */}}\n', 'a comment of the template'],
    ['\n  \n', 'blank lines'],
  ])('%j has no mark on its first line: %s', (template) => {
    expect(markTemplate(template, 3).split('\n')[0]).toBe(template.split('\n')[0]);
  });

  test("Windows' line breaks stay", () => {
    expect(shown('a: 1\r\nb: 2\r\n')).toBe('a: 1 #\r\nb: 2 #\r\n');
  });

  test('braces within the strings of an action do not end it', () => {
    expect(shown('a: {{ printf "}}%s" `}}` }}\nb: 1\n')).toBe('a: {{ printf "}}%s" `}}` }} #\nb: 1 #\n');
  });
});

describe('marks', () => {
  test('say where a line stands, and go without a trace', () => {
    const [, second = ''] = markTemplate('a: 1\nb: {{ .Values.b }}\n', 7).split('\n');
    expect(unmark(second)).toEqual({ text: 'b: {{ .Values.b }}', marks: [{ file: 7, line: 1 }] });
  });

  test('of any text: nothing is lost, no line is added', () => {
    const piece = fc.constantFrom(
      'a: 1',
      '- b',
      '{{ .x }}',
      '{{- if y -}}',
      '{{',
      '}}',
      '|',
      '>-',
      '"',
      "'",
      '  ',
      '\n',
      '\r\n',
      ': ',
      '#',
      'text',
      '`',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const template = pieces.join('');
        const lines = markTemplate(template, 1).split('\n');
        expect(lines.map((line) => unmark(line).text).join('\n')).toBe(template);
      }),
      runs(),
    );
  });
});
