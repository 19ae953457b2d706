import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-types';
import { complete } from '../../server/language/completion/complete.ts';
import { parseManifests } from '../../server/manifest/parse.ts';
import { analysisOf } from '../analysis.ts';
import { runs } from '../property-runs.ts';
import { apply, withCaret } from '../text.ts';

function items(marked: string, snippets = true): CompletionItem[] {
  const { text, position } = withCaret(marked);
  return complete(analysisOf(text), position, { snippets });
}

function labels(marked: string): string[] {
  return items(marked).map(({ label }) => label);
}

/** The text after accepting an item, with its tab stops. */
function accepted(marked: string, label: string, snippets = true): string {
  const item = items(marked, snippets).find((one) => one.label === label);
  if (!item) throw new Error(`there is no ${label} among ${labels(marked).join(' ')}`);
  return applied(withCaret(marked).text, item);
}

function applied(text: string, { textEdit, additionalTextEdits = [] }: CompletionItem): string {
  if (!textEdit || !('range' in textEdit)) throw new Error('the item has no edit');
  return apply(text, [...additionalTextEdits, textEdit]);
}

const job = 'apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec:\n';
const container = `${job}  template:\n    spec:\n      containers:\n        - name: main\n          `;
const json = '{"apiVersion": "batch/v1", "kind": "Job", "spec": {"completions": 3, ';

describe('what is offered between braces and brackets', () => {
  test.each([
    ['keys of a map, those that are there left out', `${container}resources: {requests: {cpu: 1, |}}`, ['memory', 'ephemeral-storage']],
    ['also those behind the caret', `${container}resources: {requests: {|, memory: 1Gi}}`, ['cpu', 'ephemeral-storage']],
    ['fields of an item', `${container}env: [{name: A, |}]`, ['value', 'valueFrom']],
    ['half typed', `${container}env: [{name: A, va|}]`, ['value', 'valueFrom']],
    ['half typed and not closed', `${container}env: [{name: A, va|\n          image: a\n`, ['value', 'valueFrom']],
    ['of an object without fields', `${container}env:\n            - {|}`, ['name', 'value', 'valueFrom']],
    ['of a second item', `${container}env: [{name: A, value: b}, {name: B, |}]`, ['value', 'valueFrom']],
    [
      'on lines of their own',
      `${container}resources: {\n            requests: {cpu: 1},\n            |\n          }\n`,
      ['claims', 'limits'],
    ],
    ['a new item', `${container}env: [|]`, ['{name}']],
    ['one more', `${container}env: [{name: A}, |]`, ['{name}']],
    ['the beginning of an object', `${container}resources: {requests: |}`, ['{}']],
    ['the beginning of a list', `${container}securityContext: {capabilities: {add: |}}`, ['[]']],
    ['values', `${job}  template: {spec: {restartPolicy: |}}`, ['Never', 'OnFailure']],
    ['values half typed', `${job}  template: {spec: {restartPolicy: Ne|}}`, ['Never', 'OnFailure']],
    ['values directly behind the colon', `${job}  template: {spec: {restartPolicy:|}}`, ['Never', 'OnFailure']],
    ['the first word of a command', `${container}command: [|]`, ['sh']],
    ['its second', `${container}command: ["sh", |]`, ['-c']],
    ['exit codes', `${job}  podFailurePolicy: {rules: [{onExitCodes: {values: [|]}}]}`, ['126', '127', '137', '139', '143']],
    ['fields of a whole document in braces', '{apiVersion: batch/v1, kind: Job, |}', ['metadata', 'spec']],
    ['in a List', '{kind: List, items: [{kind: CronJob, spec: {schedule: "@daily", |}}, {kind: Job}]}', ['jobTemplate', 'suspend']],
    ['in an item of a block List', 'kind: List\nitems:\n  - {kind: Job, apiVersion: batch/v1, |}\n', ['metadata', 'spec']],
    ['in JSON', '{"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "a"}, "|"}', ['spec']],
    ['in JSON, half typed', '{"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "a"}, "sp|}', ['spec']],
    ['in JSON, behind a missing comma', '{\n  "apiVersion": "batch/v1",\n  "kind": "Job"\n  "|"\n}', ['metadata', 'spec']],
  ])('%s', (_, text, expected) => {
    const offered = labels(text);
    expect(offered).toEqual(expect.arrayContaining(expected));
    if (!/a List|List$/.test(_) && expected.length !== 2) expect(offered).toHaveLength(expected.length);
  });

  test.each([
    ['behind a finished value', `${container}resources: {requests: {cpu: 1 |}}`],
    ['behind a finished text', `${container}resources: {requests: {"cpu": "1"|}}`],
    ['in what is none of ours', 'apiVersion: apps/v1\nkind: Deployment\nspec: {|}'],
    ['in JSON that is none of ours', '{"kind": "Pod", "spec": {|}}'],
    ['in JSON of another project', '{"apiVersion": "batch.volcano.sh/v1", "kind": "Job", "spec": {|}}'],
    ['in JSON that says nothing yet', '{|}'],
    ['in fields that the API does not have', `${job}  nothing: {|}`],
    ['in a comment', `${container}resources: { # requests: {|\n          }`],
  ])('nothing %s', (_, text) => {
    expect(labels(text)).toEqual([]);
  });

  test('the block goes on where a collection was never closed', () => {
    expect(labels(`${job}  foo: [1,\n  |`)).toContain('backoffLimit');
    expect(labels(`${job}  foo: {a: 1\n  |`)).toContain('backoffLimit');
  });
});

describe('what is written', () => {
  test.each([
    ['a scalar', `${job}  suspend: true\n  template: {spec: {|}}`, 'schedulerName', '{schedulerName: $0}'],
    ['an object', `${container}resources: {|}`, 'limits', 'resources: {limits: {$0}}'],
    ['a list', `${container}securityContext: {capabilities: {|}}`, 'add', 'capabilities: {add: [$0]}'],
    ['one of some values', `${job}  template: {spec: {|}}`, 'restartPolicy', `{restartPolicy: \${1|Never,OnFailure|}$0}`],
    [
      'what fits on the line',
      `${job}  template: {spec: {containers: [{|}]}}`,
      'command',
      `[{command: ["\${1:sh}", "-c", "\${2:echo hello}"]$0}]`,
    ],
    ['instead of what is half typed', `${container}env: [{na|}]`, 'name', 'env: [{name: $0}]'],
    ['before a key, with a comma', `${container}env: [{| value: b}]`, 'name', 'env: [{name: $0,  value: b}]'],
    ['before a key that it touches', `${container}env: [{|value: b}]`, 'name', 'env: [{name: $0, value: b}]'],
    ['of a key its name alone', `${container}env: [{na|m: A}]`, 'name', 'env: [{name: A}]'],
    ['an item', `${container}env: [|]`, '{name}', 'env: [{name: $0}]'],
    ['an item before others', `${container}env: [|{name: A}]`, '{name}', 'env: [{name: $0}, {name: A}]'],
    ['a blank behind a bare colon', `${job}  template: {spec: {restartPolicy:|}}`, 'Never', '{restartPolicy: Never}'],
    [
      'quotes where YAML needs them',
      `${container}env: [{valueFrom: {fieldRef: {fieldPath: |}}}]`,
      "metadata.labels['batch.kubernetes.io/job-name']",
      'fieldPath: "metadata.labels[\'batch.kubernetes.io/job-name\']"}',
    ],
    ['quotes where the others have them', `${container}env: [{"name": A, |}]`, 'value', '{"name": A, "value": $0}'],
    ['JSON', `${json}|}}`, 'template', '"completions": 3, "template": {$0}}}'],
    ['JSON text', `${json}"template": {"spec": {"na|"}}}}`, 'nodeName', '{"spec": {"nodeName": "$0"}}'],
    ['JSON of some values', `${json}|}}`, 'completionMode', `"completionMode": "\${1|Indexed,NonIndexed|}"$0}}`],
    [
      'JSON before a key',
      `{"apiVersion": "batch/v1", "kind": "Job", "spec": {"|" "completions": 3}}`,
      'suspend',
      `"spec": {"suspend": \${1|true,false|}$0,  "completions": 3}}`,
    ],
    ['JSON behind a missing comma', '{"apiVersion": "batch/v1",\n"kind": "Job"\n|}', 'spec', '"kind": "Job",\n"spec": {$0}}'],
    ['a JSON item', `${json}"template": {"spec": {"containers": [|]}}}}`, '{name}', '[{"name": "$0"}]'],
  ])('%s', (_, text, label, expected) => {
    const result = accepted(text, label);
    expect(result).toContain(expected);
    expect(result.split('\n')).toHaveLength(withCaret(text).text.split('\n').length);
  });

  test('no tab stops for an editor without snippets', () => {
    expect(accepted(`${job}  template: {spec: {|}}`, 'restartPolicy', false)).toContain('{restartPolicy: Never}');
    expect(accepted(`${container}resources: {|}`, 'limits', false)).toContain('{limits: {}}');
  });
});

const flow = `apiVersion: batch/v1
kind: Job
metadata: {name: a, labels: {app: b, "c": 'd'}}
spec: {completions: 3, suspend: false, podFailurePolicy: {rules: [{action: Ignore, onPodConditions: [{type: DisruptionTarget}]}]},
  template: {spec: {
    restartPolicy: Never, volumes: [{name: v, emptyDir: {}}],
    containers: [{name: main, image: "busybox:1.36", command: ["sh", -c, 'echo {'], resources: {requests: {cpu: 1, memory: 1Gi}}}]}}}
`;
const documents = [
  flow,
  JSON.stringify(parseManifests(flow).documents[0]?.body.value),
  `${container}env: [{name: A, value: b}, {name: B}]\n          resources: {limits: {cpu: 1}}\n`,
];

function isReadable(text: string): boolean {
  return parseManifests(text).documents.every(({ body }) => body.problems.length === 0);
}

describe('at any offset', () => {
  test('accepting an item leaves a text that could be read readable', () => {
    for (const text of documents) {
      expect(isReadable(text)).toBe(true);
      const analysis = analysisOf(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const offered = complete(analysis, analysis.text.positionAt(offset), { snippets: false });
        // Some of them at each offset: neighbouring offsets offer the same.
        for (const item of offered.filter((_, index) => index % 11 === offset % 11)) {
          const result = applied(text, item);
          if (!isReadable(result)) expect.fail(`${item.label} at ${text.slice(0, offset)}|${text.slice(offset)} gives\n${result}`);
        }
      }
    }
  });

  test('nothing breaks on broken text, and what is offered applies', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      "'",
      '#',
      '\n',
      ' ',
      'na',
      'a: ',
      '- ',
      '{{ x }}',
      '\t',
      '\r\n',
      '|',
      '\\',
      '&a ',
      '? ',
    );
    const change = fc.tuple(fc.nat(), fc.nat(12), fc.array(piece, { maxLength: 3 }));
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.array(change, { minLength: 1, maxLength: 3 }), fc.nat(), (whole, changes, at) => {
        let text = whole;
        for (const [from, cut, put] of changes) {
          const start = from % (text.length + 1);
          text = text.slice(0, start) + put.join('') + text.slice(start + cut);
        }
        const analysis = analysisOf(text);
        for (const offset of [at % (text.length + 1), (at * 31) % (text.length + 1)])
          for (const item of complete(analysis, analysis.text.positionAt(offset), { snippets: true })) applied(text, item);
      }),
      runs(300),
    );
  });
});
