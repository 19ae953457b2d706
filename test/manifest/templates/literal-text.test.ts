import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { literalBranches, literalText, withoutActions } from '../../../server/manifest/templates/literal-text.ts';
import { filledIn } from '../../../server/plain/filled-in.ts';
import { runs } from '../../property-runs.ts';

const shown = (text: string) => text.replaceAll(filledIn, '@');

describe('a template without its actions', () => {
  test.each([
    ['in a value', 'a: {{ .x }}', 'a: @'],
    ['in parts of one', 'a: {{ .x }}:{{ .y }}m', 'a: @:@m'],
    ['in quotes', 'a: "{{ .x | default "}}" }}"', 'a: "@"'],
    ['as a key', '{{ .k }}: 1', '@: 1'],
    ['as an item', '- {{ .x }}', '- @'],
    ['alone on a line', '  {{- toYaml .x | nindent 2 }}', '  '],
    ['written below its key', 'a: {{- toYaml .x | nindent 2 }}', 'a: '],
    ['a condition on its own line', '{{- if .x }}\na: 1\n{{- end }}', '\na: 1\n'],
    ['a condition around a line', '{{ if .x }}a: 1{{ end }}', 'a: 1'],
    ['a condition within a value', 'a: {{ if .x }}1{{ else }}2{{ end }}', 'a: @1@2@'],
    ['a condition behind a key', 'a: {{- if .x }}\n  b: 1\n{{- end }}', 'a: \n  b: 1\n'],
    ['a variable', '{{- $x := .y }}\na: 1', '\na: 1'],
    ['a comment', 'a: 1 {{/* b */}}', 'a: 1 '],
    ['over several lines', 'a: {{ dict\n  "b" 1 }}\nc: 1', 'a: @\nc: 1'],
    ['never closed', 'a: {{ .x', 'a: @'],
    ['lines that end in CRLF', 'a: {{ .x }}\r\nb: 1\r\n', 'a: @\r\nb: 1\r\n'],
    ['a named template that holds no object', '{{ define "x" }}- a: 1{{ end }}\nkind: Job', '\nkind: Job'],
    ['a named template that holds one', '{{ define "x" }}\nkind: Job\n{{ end }}', '\nkind: Job\n'],
  ])('%s', (_, template, expected) => {
    expect(shown(literalText(template).mended)).toBe(expected);
  });

  test('in branches: the first of each condition, then the second ones', () => {
    const template = 'a: 1\n{{- if .x }}\nb: 1\n{{- else }}\nb: 2\n{{- end }}\n{{- if .y }}\nc: 1\n{{- end }}\n';
    const read = literalBranches(template).map(({ map }) => map.mended.replace(/\n+/g, ' ').trim());
    expect(read).toEqual(['a: 1 b: 1 c: 1', 'a: 1 b: 2 c: 1']);
  });

  test('lines further in than what an action wrote above them are left out of branches', () => {
    const [branch] = literalBranches('a:\n  {{- include "x" . | nindent 2 }}\n    b: 1\n  c: 1\n    d: 1\n');
    expect(branch?.map.mended).toBe('a:\n  \n\n  c: 1\n    d: 1\n');
  });

  test('what the version of Kubernetes decides is not sure', () => {
    const template = '{{ if .Capabilities.APIVersions.Has "x" }}a: 1{{ else }}a: 2{{ end }}';
    const [branch] = literalBranches(template);
    expect(branch?.unsure.map(({ start, end }) => template.slice(start, end))).toEqual(['a: 1', 'a: 2']);
  });

  test('a text of the same length has the same columns', () => {
    expect(withoutActions('a: {{ .x }}\n{{- if .x }}\nb: 1')).toBe('a: xxxxxxxx\n            \nb: 1');
  });
});

describe('a template that is no YAML', () => {
  const template = 'a:\n  {{- if .x }}\n  b: {{ .v }}-1\n  {{- else }}\n  b: two\n  {{- end }}\n  c: 3\n';
  const [document] = parseManifests(template).documents;

  test('is read as far as it stands there, with places of the text as written', () => {
    const body = document?.body;
    expect(body?.reading).toBe('partial');
    expect(body?.value).toEqual({ a: { b: 'two', c: 3 } });
    const at = template.indexOf('{{ .v');
    expect(body?.pathAt(template.indexOf('b: {{'))).toMatchObject({ path: ['a', 'b'], onKey: true });
    expect(body?.pathAt(at + 3).range).toMatchObject({ start: at, end: at + '{{ .v }}-1'.length });
    expect(body?.branches?.map(({ value }) => shown(JSON.stringify(value)))).toEqual([
      '{"a":{"b":"@-1","c":3}}',
      '{"a":{"b":"two","c":3}}',
    ]);
  });

  test('any text is read without end or error, and every place lies in it', () => {
    const parts = fc.constantFrom(
      '{{',
      '}}',
      '{{- if .x }}',
      '{{ else }}',
      '{{ end }}',
      '{{ .x }}',
      '\n',
      'a:',
      '  ',
      '- ',
      '"',
      '|',
      'b: 1',
      '{{ x | nindent 2 }}',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 14 }), (chosen) => {
        const text = `{{ .y }}${chosen.join('')}`;
        for (const { body } of parseManifests(text).documents) {
          expect(body.branches?.length ?? 0).toBeLessThanOrEqual(4);
          for (let offset = 0; offset <= body.text.length; offset++) {
            const { start = 0, end = 0 } = body.pathAt(offset).range ?? {};
            expect(0 <= start && start <= end && end <= body.text.length).toBe(true);
          }
        }
        expect(withoutActions(text)).toHaveLength(text.length);
      }),
      runs(),
    );
  });
});
