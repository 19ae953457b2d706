import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complete } from '../../../server/language/completion/complete.ts';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { analysisOf } from '../../analysis.ts';
import { containerWith, jobWith, listOf, podWith } from '../../manifests.ts';
import { runs } from '../../property-runs.ts';
import { accepted, applied, labels } from './offered.ts';

const json = '{"apiVersion": "batch/v1", "kind": "Job", "spec": {"completions": 3, ';

describe('between braces and brackets are offered', () => {
  test.each([
    ['keys of a map, those that are there left out', containerWith('resources: {requests: {cpu: 1, |}}'), ['memory', 'ephemeral-storage']],
    ['also those behind the caret', containerWith('resources: {requests: {|, memory: 1Gi}}'), ['cpu', 'ephemeral-storage']],
    ['fields of an item', containerWith('env: [{name: A, |}]'), ['value', 'valueFrom']],
    ['half typed', containerWith('env: [{name: A, va|}]'), ['value', 'valueFrom']],
    ['half typed and not closed', containerWith('env: [{name: A, va|\nimagePullPolicy: Never'), ['value', 'valueFrom']],
    ['of an object without fields', containerWith('env:\n  - {|}'), ['name', 'value', 'valueFrom']],
    ['of a second item', containerWith('env: [{name: A, value: b}, {name: B, |}]'), ['value', 'valueFrom']],
    ['on lines of their own', containerWith('resources: {\n  requests: {cpu: 1},\n  |\n}'), ['claims', 'limits']],
    ['a new item', containerWith('env: [|]'), ['{name}']],
    ['one more', containerWith('env: [{name: A}, |]'), ['{name}']],
    ['the beginning of an object', containerWith('resources: {requests: |}'), ['{}']],
    ['the beginning of a list', containerWith('securityContext: {capabilities: {add: |}}'), ['[]']],
    ['values', podWith('securityContext: {seccompProfile: {type: |}}'), ['Localhost', 'RuntimeDefault', 'Unconfined']],
    ['values half typed', jobWith('template: {spec: {restartPolicy: Ne|}}'), ['Never', 'OnFailure']],
    ['values directly behind the colon', jobWith('template: {spec: {restartPolicy:|}}'), ['Never', 'OnFailure']],
    ['the first word of a command', containerWith('command: [|]'), ['sh']],
    ['its second', containerWith('command: ["sh", |]'), ['-c']],
    ['exit codes', jobWith('podFailurePolicy: {rules: [{onExitCodes: {values: [|]}}]}'), ['126', '127', '137', '139', '143']],
    ['fields of a whole document in braces', '{apiVersion: batch/v1, kind: Job, |}', ['metadata', 'spec']],
    ['in a List', '{kind: List, items: [{kind: CronJob, spec: {jobTemplate: {|}}}, {kind: Job}]}', ['metadata', 'spec']],
    ['in an item of a block List', listOf('{kind: Job, apiVersion: batch/v1, |}'), ['metadata', 'spec']],
    ['in JSON', '{"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "a"}, "|"}', ['spec']],
    ['in JSON, half typed', '{"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "a"}, "sp|}', ['spec']],
    ['in JSON, behind a missing comma', '{\n  "apiVersion": "batch/v1",\n  "kind": "Job"\n  "|"\n}', ['metadata', 'spec']],
  ])('%s', (_, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  test.each([
    ['behind a finished value', containerWith('resources: {requests: {cpu: 1 |}}')],
    ['behind a finished text', containerWith('resources: {requests: {"cpu": "1"|}}')],
    ['in what is none of ours', 'apiVersion: apps/v1\nkind: Deployment\nspec: {|}'],
    ['in JSON that is none of ours', '{"kind": "Pod", "spec": {|}}'],
    ['in JSON of another project', '{"apiVersion": "batch.volcano.sh/v1", "kind": "Job", "spec": {|}}'],
    ['in JSON that says nothing yet', '{|}'],
    ['in fields that the API does not have', jobWith('nothing: {|}')],
    ['in a comment', containerWith('resources: { # requests: {|\n}')],
  ])('nothing %s', (_, text) => {
    expect(labels(text)).toEqual([]);
  });

  test('the block goes on where a collection was never closed', () => {
    expect(labels(jobWith('foo: [1,\n|'))).toContain('backoffLimit');
    expect(labels(jobWith('foo: {a: 1\n|'))).toContain('backoffLimit');
  });
});

describe('what is written on the line', () => {
  test.each([
    ['a scalar', 'suspend: true\ntemplate: {spec: {|}}', 'schedulerName', 'suspend: true\ntemplate: {spec: {schedulerName: $0}}'],
    ['one of some values', 'template: {spec: {|}}', 'restartPolicy', 'template: {spec: {restartPolicy: ${1|Never,OnFailure|}$0}}'],
    [
      'what fits',
      'template: {spec: {containers: [{|}]}}',
      'command',
      'template: {spec: {containers: [{command: ["${1:sh}", "-c", "${2:echo hello}"]$0}]}}',
    ],
    ['a blank behind a bare colon', 'template: {spec: {restartPolicy:|}}', 'Never', 'template: {spec: {restartPolicy: Never}}'],
  ])('in a spec, %s', (_, marked, label, expected) => {
    expect(accepted(jobWith(marked), label)).toBe(jobWith(expected));
  });

  test.each([
    ['an object', 'resources: {|}', 'limits', 'resources: {limits: {$0}}'],
    ['a list', 'securityContext: {capabilities: {|}}', 'add', 'securityContext: {capabilities: {add: [$0]}}'],
    ['instead of what is half typed', 'env: [{na|}]', 'name', 'env: [{name: $0}]'],
    ['before a key, with a comma', 'env: [{| value: b}]', 'name', 'env: [{name: $0,  value: b}]'],
    ['before a key that it touches', 'env: [{|value: b}]', 'name', 'env: [{name: $0, value: b}]'],
    ['of a key its name alone', 'env: [{na|m: A}]', 'name', 'env: [{name: A}]'],
    ['an item', 'env: [|]', '{name}', 'env: [{name: $0}]'],
    ['an item before others', 'env: [|{name: A}]', '{name}', 'env: [{name: $0}, {name: A}]'],
    [
      'quotes where YAML needs them',
      'env: [{valueFrom: {fieldRef: {fieldPath: |}}}]',
      "metadata.labels['batch.kubernetes.io/job-name']",
      'env: [{valueFrom: {fieldRef: {fieldPath: "metadata.labels[\'batch.kubernetes.io/job-name\']"}}}]',
    ],
    ['quotes where the others have them', 'env: [{"name": A, |}]', 'value', 'env: [{"name": A, "value": $0}]'],
  ])('in a container, %s', (_, marked, label, expected) => {
    expect(accepted(containerWith(marked), label)).toBe(containerWith(expected));
  });

  test.each([
    ['an object', `${json}|}}`, 'template', `${json}"template": {$0}}}`],
    ['text', `${json}"template": {"spec": {"na|"}}}}`, 'nodeName', `${json}"template": {"spec": {"nodeName": "$0"}}}}`],
    ['one of some values', `${json}|}}`, 'completionMode', `${json}"completionMode": "\${1|Indexed,NonIndexed|}"$0}}`],
    [
      'before a key',
      '{"apiVersion": "batch/v1", "kind": "Job", "spec": {"|" "completions": 3}}',
      'suspend',
      '{"apiVersion": "batch/v1", "kind": "Job", "spec": {"suspend": ${1|true,false|}$0,  "completions": 3}}',
    ],
    [
      'behind a missing comma',
      '{"apiVersion": "batch/v1",\n"kind": "Job"\n|}',
      'spec',
      '{"apiVersion": "batch/v1",\n"kind": "Job",\n"spec": {$0}}',
    ],
    [
      'an item',
      `${json}"template": {"spec": {"containers": [|]}}}}`,
      '{name}',
      `${json}"template": {"spec": {"containers": [{"name": "$0"}]}}}}`,
    ],
  ])('in JSON, %s', (_, marked, label, expected) => {
    expect(accepted(marked, label)).toBe(expected);
  });

  test('no tab stops for an editor without snippets', () => {
    const plain = { snippets: false };
    expect(accepted(jobWith('template: {spec: {|}}'), 'restartPolicy', plain)).toBe(jobWith('template: {spec: {restartPolicy: Never}}'));
    expect(accepted(containerWith('resources: {|}'), 'limits', plain)).toBe(containerWith('resources: {limits: {}}'));
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
  containerWith('env: [{name: A, value: b}, {name: B}]\nresources: {limits: {cpu: 1}}'),
];

function isReadable(text: string): boolean {
  return parseManifests(text).documents.every(({ body }) => body.problems.length === 0);
}

describe('at any offset', () => {
  test('accepting what is offered leaves a text that could be read readable', () => {
    for (const text of documents) {
      expect(isReadable(text)).toBe(true);
      const analysis = analysisOf(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const items = complete(analysis, analysis.text.positionAt(offset), { snippets: false });
        // Some of them at each offset: neighbouring offsets offer the same.
        for (const item of items.filter((_, index) => index % 11 === offset % 11)) {
          const result = applied(text, item);
          if (!isReadable(result)) expect.fail(`${item.label} at ${text.slice(0, offset)}|${text.slice(offset)} gives\n${result}`);
        }
      }
    }
  });

  test('nothing breaks on broken text, and what is offered applies', () => {
    const piece = fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', '"', "'", '#', '\n', ' ', 'na', 'a: ', '- ', '{{ x }}', '\t', '\r\n', '|', '\\', '&a ', '? '],
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
