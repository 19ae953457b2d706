import { describe, expect, test } from 'vitest';
import { objectFindings } from '../../server/application/findings/object-findings.ts';
import type { Settings } from '../../server/application/settings.ts';
import { diagnosticsOf } from '../../server/language/diagnostics.ts';
import { analysisOf } from '../analysis.ts';

/**
 * The findings of a text that says below a line what is wrong with it: `#  ^^^ code` under the fault. The markers are
 * comments, so they stay in the text.
 */
function check(text: string, settings: Partial<Settings> = {}): void {
  const lines = text.split('\n');
  const expected: string[] = [];
  lines.forEach((line, number) => {
    const marker = /^#?\s*#?\s*(\^+) ([\w-]+)$/.exec(line);
    if (!marker) return;
    const start = line.indexOf('^');
    let above = number - 1;
    while (/\^ [\w-]+$/.test(lines[above] ?? '')) above--;
    expected.push(`${above}:${start}-${start + (marker[1] ?? '').length} ${marker[2]}`);
  });
  const found = objectFindings(analysisOf(text, { advice: 'off', ...settings })).map(
    ({ range, finding }) =>
      `${range.start.line}:${range.start.character}-${range.end.line === range.start.line ? range.end.character : 'later'} ${finding.code}`,
  );
  expect(found.sort()).toEqual(expected.sort());
}

const head = 'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: a\nspec:\n';
const pod = '  template:\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: main\n          image: a:1\n';

describe('a finding shows', () => {
  test('at the value', () => {
    check(`${head}  completions: -1\n#              ^^ number-negative\n${pod}`);
  });

  test('at the value, quotes included', () => {
    check(`${head}  completionMode: "Sorted"\n#                 ^^^^^^^^ job-completion-mode\n${pod}`);
  });

  test('at the key of what is unknown, and of what spans lines', () => {
    check(`${head}  unknown:\n# ^^^^^^^ unknown-field\n    a: 1\n${pod}`);
    check(`${head}  completions:\n# ^^^^^^^^^^^ wrong-type\n    a: 1\n${pod}`);
  });

  test('at the parent of what is missing', () => {
    check(
      `${head}  template:\n    spec:\n#   ^^^^ job-restart-policy-missing\n      containers:\n        - name: main\n          image: a:1\n`,
    );
  });

  test('at the first key of a list item', () => {
    check(`${head}${pod}        - image: a:1\n#         ^^^^^ field-required\n`);
  });

  test('at a list item that is a word', () => {
    check(`${head}${pod}          command: [sleep, 10]\n#                          ^^ wrong-type\n`);
  });

  test('at the second of two equal keys', () => {
    check(`${head}  completions: 1\n  completions: 1\n# ^^^^^^^^^^^ yaml-duplicate-key\n${pod}`);
  });

  test('on the first line that says something, when it concerns the document as a whole', () => {
    const text = `# a comment\n\nkind: Job\nmetadata: {name: a}\nspec:\n${pod}`;
    const [first] = objectFindings(analysisOf(text, { advice: 'off' }));
    expect([first?.finding.code, first?.range]).toEqual([
      'no-api-version',
      { start: { line: 2, character: 0 }, end: { line: 2, character: 9 } },
    ]);
  });
});

describe('nothing is said', () => {
  test.each([
    ['of other kinds', 'apiVersion: apps/v1\nkind: Deployment\nspec: 3\n'],
    ['of a Job of another project', 'apiVersion: batch.volcano.sh/v1alpha1\nkind: Job\nspec: {tasks: 3}\n'],
    ['of what is no manifest', 'a: [1\n'],
    ['of an empty text', ''],
    ['of a value that a template fills in', `${head}  completions: "{{ .Values.completions }}"\n${pod}`],
  ])('%s', (_, text) => check(text));

  test('when it is switched off', () => {
    expect(diagnosticsOf(analysisOf(`${head}  completions: -1\n${pod}`, { validate: false }))).toEqual([]);
  });
});

test.each([
  ['inside', `${head}  completions: 3\n{{- if .Values.a }}\n  parallelism: 2\n{{- end }}\n${pod}`],
  ['at its beginning', `{{- if .Values.a }}\n${head}  parallelism: 2\n${pod}{{- end }}\n`],
])('a template that is no YAML %s gets one note', (_, text) => {
  expect(diagnosticsOf(analysisOf(text)).map(({ code, severity }) => [code, severity])).toEqual([['template', 3]]);
});

test('the rest of a file is judged though one document is broken', () => {
  const text = `${head}  completions: [\n---\n${head}  completions: -1\n${pod}`;
  expect(diagnosticsOf(analysisOf(text, { advice: 'off' })).map(({ range, severity }) => [range.start.line > 6, severity])).toEqual([
    [false, 1],
    [true, 1],
  ]);
});

test('ranges count UTF-16 units, with Windows line breaks and a byte order mark as well', () => {
  const text = `${head}  completions: -1 # 🙂\n${pod}`.replace('name: a', 'name: "🙂a"').replaceAll('\n', '\r\n');
  const negative = diagnosticsOf(analysisOf(text)).find(({ code }) => code === 'number-negative');
  expect(negative?.range).toEqual({ start: { line: 5, character: 15 }, end: { line: 5, character: 17 } });
});

test('both halves of a conflict are named', () => {
  const text = `${head}  podFailurePolicy: {rules: [{action: Count, onExitCodes: {operator: In, values: [1]}}]}\n${pod.replace('Never', 'OnFailure')}`;
  const conflict = diagnosticsOf(analysisOf(text)).find(({ code }) => code === 'job-restart-policy-pod-failure-policy');
  expect(conflict?.relatedInformation?.map(({ location }) => location.range.start.line)).toEqual([5]);
});

describe('a fault in a scenario is an error', () => {
  const faulty = '# kubejob-scenario:\n#   run: {for: 10, exti: 1}\n';
  const lines = (text: string, uri?: string) =>
    diagnosticsOf(analysisOf(text, { advice: 'off' }, uri)).map(({ range, severity, code }) => [range.start.line, severity, code]);

  test('in the comment at the head of each document', () => {
    expect(lines(`${faulty}${head}${pod}`)).toEqual([[1, 1, 'scenario-unknown-field']]);
    expect(lines(`${head}${pod}---\n${faulty}${head}  completions: -1\n${pod}`)).toEqual([
      [13, 1, 'scenario-unknown-field'],
      [19, 1, 'number-negative'],
    ]);
  });

  test('in a file of its own', () => {
    for (const ending of ['yaml', 'yml'])
      expect(lines('run: {for: 10, exti: 1}\n', `file:///a.scenario.${ending}`)).toEqual([[0, 1, 'scenario-unknown-field']]);
  });
});
