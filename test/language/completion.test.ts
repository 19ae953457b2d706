import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { complete } from '../../server/language/completion/complete.ts';
import { analysisOf } from '../analysis.ts';
import { withCaret } from '../text.ts';

function items(marked: string) {
  const { text, position } = withCaret(marked);
  return complete(analysisOf(text), position, { snippets: true });
}

/** The labels offered at the caret, in the order in which an editor shows them. */
function labels(marked: string): string[] {
  return items(marked)
    .sort((a, b) => (a.sortText ?? a.label).localeCompare(b.sortText ?? b.label))
    .map(({ label }) => label);
}

/** The text after accepting an item, with `|` for the caret. */
function accepted(marked: string, label: string, snippets = true): string {
  const { text, position } = withCaret(marked);
  const item = complete(analysisOf(text), position, { snippets }).find((one) => one.label === label);
  if (!item?.textEdit || !('range' in item.textEdit)) throw new Error(`there is no ${label}`);
  return TextDocument.applyEdits(TextDocument.create('', 'yaml', 1, text), [item.textEdit]);
}

const job = 'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: a\n';
const pod = `${job}spec:\n  template:\n    spec:\n      volumes:\n        - name: cache\n          emptyDir: {}\n      containers:\n        - name: main\n          image: a\n`;

describe('fields', () => {
  test('at the root, those that are there left out', () => {
    expect(labels('apiVersion: batch/v1\nkind: Job\n|')).toEqual(['metadata', 'spec']);
  });

  test('of the spec, required ones first', () => {
    const offered = labels(`${job}spec:\n  completions: 3\n  |\n  parallelism: 2\n`);
    expect(offered[0]).toBe('template');
    expect(offered).toContain('backoffLimit');
    expect(offered).not.toContain('completions');
    expect(offered).not.toContain('parallelism');
  });

  test('of a container behind the dash', () => {
    const offered = labels(`${job}spec:\n  template:\n    spec:\n      containers:\n        - |`);
    expect(offered[0]).toBe('name');
    expect(offered).toContain('image');
  });

  test('of a container whose list is not indented', () => {
    expect(labels(`${job}spec:\n  template:\n    spec:\n      containers:\n      - name: a\n        |`)).toContain('image');
  });

  test('below a list, a new item', () => {
    expect(labels(`${job}spec:\n  template:\n    spec:\n      containers:\n        |`)).toEqual(['- name']);
  });

  test('while the line is half typed', () => {
    expect(labels(`${job}spec:\n  backo|\n  template:\n    spec: {}\n`)).toContain('backoffLimit');
    expect(labels(`${job}spec:\n  completions: 3\n  backo|`)).toContain('backoffLimit');
  });

  test('in a document that is broken elsewhere', () => {
    expect(labels(`${job}spec:\n  foo: [1,\n  |`)).toContain('backoffLimit');
    expect(labels(`${job}spec:\n  template:\n\t  x\n  |`)).toContain('backoffLimit');
  });

  test('of a CronJob and of the Job in it', () => {
    const cronJob = 'apiVersion: batch/v1\nkind: CronJob\nspec:\n  ';
    expect(labels(`${cronJob}|`).slice(0, 2)).toEqual(['jobTemplate', 'schedule']);
    expect(labels(`${cronJob}jobTemplate:\n    spec:\n      |`)).toContain('backoffLimit');
  });

  test('in an item of a List', () => {
    expect(labels('apiVersion: v1\nkind: List\nitems:\n  - apiVersion: batch/v1\n    kind: Job\n    spec:\n      |')).toContain('template');
  });

  test('in the second document', () => {
    expect(labels(`kind: Pod\napiVersion: v1\n---\n${job}spec:\n  |`)).toContain('template');
  });

  test('with Windows line breaks', () => {
    expect(labels(`${job}spec:\n  |\n`.replaceAll('\n', '\r\n'))).toContain('template');
  });

  test('only those of the version in force', () => {
    const { text, position } = withCaret(`${job}spec:\n  |`);
    const offered = complete(analysisOf(text, { kubernetesVersion: '1.29' }), position, { snippets: true }).map(({ label }) => label);
    expect(offered).not.toContain('managedBy');
  });

  test('none in comments, block scalars and what is none of ours', () => {
    expect(labels(`${job}# |`)).toEqual([]);
    expect(
      labels(
        `${job}spec:\n  template:\n    spec:\n      containers:\n        - name: a\n          args:\n            - |2\n              echo |`.replace(
          '|2',
          '>-',
        ),
      ),
    ).toEqual([]);
    expect(labels('apiVersion: apps/v1\nkind: Deployment\n|')).toEqual([]);
    expect(labels('apiVersion: batch.volcano.sh/v1alpha1\nkind: Job\nspec:\n  |')).toEqual([]);
  });
});

describe('values', () => {
  test.each([
    ['the restart policies of a Job', `${pod}      restartPolicy: |`, ['Never', 'OnFailure']],
    ['while typing', `${pod}      restartPolicy: Ne|`, ['Never', 'OnFailure']],
    ['completion modes', `${job}spec:\n  completionMode: |`, ['Indexed', 'NonIndexed']],
    ['kinds', 'apiVersion: batch/v1\nkind: |', ['Job', 'CronJob']],
    ['booleans', `${job}spec:\n  suspend: |`, ['true', 'false']],
    ['volumes of the template', `${pod}          volumeMounts:\n            - name: |`, ['cache']],
    [
      'containers, in a policy',
      `${pod}  podFailurePolicy:\n    rules:\n      - action: Count\n        onExitCodes:\n          containerName: |`,
      ['main'],
    ],
    ['resources', `${pod}          resources:\n            limits:\n              |`, ['cpu', 'memory', 'ephemeral-storage']],
  ])('%s', (_, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  test('time zones by name', () => {
    expect(labels('apiVersion: batch/v1\nkind: CronJob\nspec:\n  timeZone: |')).toEqual(
      expect.arrayContaining(['Asia/Seoul', 'UTC', 'US/Pacific']),
    );
  });

  test('schedules are quoted', () => {
    expect(accepted('apiVersion: batch/v1\nkind: CronJob\nspec:\n  schedule: |', '0 * * * *')).toContain('schedule: "0 * * * *"');
  });
});

describe('in JSON', () => {
  const start = '{"apiVersion": "batch/v1", "kind": "Job", "spec": {"completions": 3, ';
  test('fields, those that are there left out', () => {
    const offered = labels(`${start}"|"}}`);
    expect(offered[0]).toBe('template');
    expect(offered).not.toContain('completions');
    expect(accepted(`${start}"back|"}}`, 'backoffLimit')).toBe(`${start}"backoffLimit": $0}}`);
    expect(accepted(`${start}|`, 'template')).toBe(`${start}"template": {$0}`);
  });

  test('fields of list items, and values', () => {
    expect(labels(`${start}"template": {"spec": {"containers": [{"name": "a"}, {|`)).toContain('image');
    expect(labels(`${start}"completionMode": "|"}}`)).toEqual(['Indexed', 'NonIndexed']);
    expect(accepted(`${start}"completionMode": "In|"}}`, 'Indexed')).toBe(`${start}"completionMode": "Indexed"}}`);
    expect(labels(`${start}"suspend": |}}`)).toEqual(['true', 'false']);
  });

  test('nothing in what is none of ours', () => {
    expect(labels('{"kind": "Pod", "spec": {|}}')).toEqual([]);
  });
});

describe('accepting', () => {
  test('puts the caret where typing goes on', () => {
    expect(accepted(`${job}spec:\n  |`, 'backoffLimit')).toBe(`${job}spec:\n  backoffLimit: $0`);
    expect(accepted(`${job}spec:\n  back|`, 'backoffLimit')).toBe(`${job}spec:\n  backoffLimit: $0`);
    expect(accepted(`${job}spec:\n  ba|ck: 3`, 'backoffLimit')).toBe(`${job}spec:\n  backoffLimit: 3`);
  });

  test('nests at the right column, also behind a dash', () => {
    expect(accepted(`${pod}        - |`, 'env')).toBe(
      `${pod}        - env:\n            - name: \${1:NAME}\n              value: \${2:"value"}$0`,
    );
  });

  test('leaves no tab stops to an editor without snippets', () => {
    expect(accepted(`${job}spec:\n  |`, 'completionMode', false)).toBe(`${job}spec:\n  completionMode: Indexed`);
    expect(accepted(`${pod.trimEnd()}\n      |`, 'nodeSelector', false)).toContain('nodeSelector:\n        kubernetes.io/os: linux');
  });

  test('a whole manifest in an empty document is right', () => {
    for (const { label } of items('|')) {
      const text = accepted('|', label, false);
      expect([
        label,
        analysisOf(text).objects.flatMap(({ judged }) => judged.findings.filter(({ severity }) => severity === 'error')),
      ]).toEqual([label, []]);
    }
    expect(items('|')).toHaveLength(8);
  });
});
