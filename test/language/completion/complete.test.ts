import { describe, expect, test } from 'vitest';
import { isPractice } from '../../../server/validation/judge/judged-finding.ts';
import { analysisOf } from '../../analysis.ts';
import { cronJobWith, jobWith, listOf } from '../../manifests.ts';
import { unindented } from '../../text.ts';
import { accepted, labels, offered } from './offered.ts';

/** A Job whose spec is only begun. */
const spec = (lines: string) => `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: hello\nspec:\n${lines}`;

describe('fields', () => {
  test('at the root, those that are there left out', () => {
    expect(labels('apiVersion: batch/v1\nkind: Job\n|')).toEqual(['metadata', 'spec']);
  });

  test('of the spec, required ones first', () => {
    const offered = labels(spec('  completions: 3\n  |\n  parallelism: 2\n'));
    expect(offered[0]).toBe('template');
    expect(offered).toContain('backoffLimit');
    expect(offered).not.toContain('completions');
    expect(offered).not.toContain('parallelism');
  });

  test('of a container behind the dash', () => {
    const offered = labels(`
      apiVersion: batch/v1
      kind: Job
      spec:
        template:
          spec:
            containers:
              - |
    `);
    expect(offered[0]).toBe('name');
    expect(offered).toContain('image');
  });

  test('in a template, whose actions are no braces of YAML; nothing within an action', () => {
    const template = (lines: string) => `${spec(`  backoffLimit: {{ .Values.a }}\n{{ include "b" . }}\n${lines}`)}\n{{- end }}\n`;
    expect(labels(template('  |'))).toContain('completions');
    expect(labels(template('  |'))).not.toContain('backoffLimit');
    expect(labels(template('  completionMode: |'))).toEqual(['Indexed', 'NonIndexed']);
    expect(labels(template('  completionMode: {{ .| }}'))).toEqual([]);
  });

  test('of a container whose list is not indented', () => {
    const manifest = `
      apiVersion: batch/v1
      kind: Job
      spec:
        template:
          spec:
            containers:
            - name: main
              |
    `;
    expect(labels(manifest)).toContain('image');
  });

  test('below a list, a new item', () => {
    const manifest = `
      apiVersion: batch/v1
      kind: Job
      spec:
        template:
          spec:
            containers:
              |
    `;
    expect(labels(manifest)).toEqual(['- name']);
  });

  test('while the line is half typed', () => {
    expect(labels(jobWith('backo|'))).toContain('backoffLimit');
    expect(labels(spec('  completions: 3\n  backo|'))).toContain('backoffLimit');
  });

  test('in a document that is broken elsewhere', () => {
    expect(labels(spec('  foo: [1,\n  |'))).toContain('backoffLimit');
    expect(labels(spec('  template:\n\t  x\n  |'))).toContain('backoffLimit');
  });

  test('of a CronJob and of the Job in it', () => {
    expect(labels('apiVersion: batch/v1\nkind: CronJob\nspec:\n  |').slice(0, 2)).toEqual(['jobTemplate', 'schedule']);
    expect(labels(cronJobWith({ spec: '|' }))).toContain('backoffLimit');
  });

  test('in an item of a List', () => {
    expect(labels(listOf(spec('  |')))).toContain('template');
  });

  test('in the second document', () => {
    expect(labels(`kind: Pod\napiVersion: v1\n---\n${spec('  |')}`)).toContain('template');
  });

  test('with Windows line breaks', () => {
    expect(labels(spec('  |\n').replaceAll('\n', '\r\n'))).toContain('template');
  });

  test('only those of the version in force', () => {
    expect(labels(jobWith('|'))).toContain('managedBy');
    expect(labels(jobWith('|'), { settings: { kubernetesVersion: '1.29' } })).not.toContain('managedBy');
  });

  test('none in comments and in what is none of ours', () => {
    expect(labels(spec('# |'))).toEqual([]);
    expect(labels('apiVersion: apps/v1\nkind: Deployment\n|')).toEqual([]);
    expect(labels('apiVersion: batch.volcano.sh/v1alpha1\nkind: Job\nspec:\n  |')).toEqual([]);
  });

  test('none in block scalars', () => {
    const manifest = `
      apiVersion: batch/v1
      kind: Job
      spec:
        template:
          spec:
            containers:
              - name: main
                args:
                  - >-
                    echo |
    `;
    expect(labels(manifest)).toEqual([]);
  });
});

describe('values', () => {
  test.each([
    ['the restart policies of a Job', jobWith({ pod: 'restartPolicy: |' }), ['Never', 'OnFailure']],
    ['while typing', jobWith({ pod: 'restartPolicy: Ne|' }), ['Never', 'OnFailure']],
    ['completion modes', jobWith('completionMode: |'), ['Indexed', 'NonIndexed']],
    ['kinds', 'apiVersion: batch/v1\nkind: |', ['Job', 'CronJob']],
    ['booleans', jobWith('suspend: |'), ['true', 'false']],
    ['volumes of the template', jobWith({ pod: 'volumes: [{name: cache}]', container: 'volumeMounts:\n  - name: |' }), ['cache']],
    ['containers, in a policy', jobWith('podFailurePolicy:\n  rules:\n    - onExitCodes:\n        containerName: |'), ['main']],
    ['resources', jobWith({ container: 'resources:\n  limits:\n    |' }), ['cpu', 'memory', 'ephemeral-storage']],
  ])('%s', (_, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  test('time zones by name', () => {
    expect(labels(cronJobWith('timeZone: |'))).toEqual(expect.arrayContaining(['Asia/Seoul', 'UTC', 'US/Pacific']));
  });

  test('schedules are quoted', () => {
    expect(accepted(cronJobWith('schedule: |'), '0 * * * *')).toBe(cronJobWith('schedule: "0 * * * *"'));
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
    expect(accepted(jobWith('|'), 'backoffLimit')).toBe(jobWith('backoffLimit: $0'));
    expect(accepted(jobWith('back|'), 'backoffLimit')).toBe(jobWith('backoffLimit: $0'));
    expect(accepted(jobWith('ba|ck: 3'), 'backoffLimit')).toBe(jobWith('backoffLimit: 3'));
  });

  test('nests at the right column, also behind a dash', () => {
    const second = (lines: string) =>
      unindented(`
        kind: Job
        spec:
          template:
            spec:
              containers:
                - name: main
      `) + lines;
    expect(accepted(second('        - |'), 'env')).toBe(
      second('        - env:\n            - name: ${1:NAME}\n              value: ${2:"value"}$0'),
    );
  });

  test('leaves no tab stops to an editor without snippets', () => {
    const plain = { snippets: false };
    expect(accepted(jobWith('|'), 'completionMode', plain)).toBe(jobWith('completionMode: Indexed'));
    expect(accepted(jobWith({ pod: '|' }), 'nodeSelector', plain)).toBe(
      jobWith({
        pod: `
          nodeSelector:
            kubernetes.io/os: linux
        `,
      }),
    );
  });

  test('a whole manifest in an empty document is right', () => {
    const manifests = labels('|').filter((label) => label.includes('Job'));
    expect(manifests).toHaveLength(8);
    for (const label of manifests) {
      const { objects } = analysisOf(accepted('|', label, { snippets: false }));
      const said = objects.flatMap(({ judged }) => judged.findings.filter((finding) => !isPractice(finding)).map(({ code }) => code));
      expect([label, objects.length, said]).toEqual([label, 1, []]);
    }
  });
});

describe('where a document begins', () => {
  test('the fields that say what it is, then Jobs, then the CronJob', () => {
    expect(labels('|')).toEqual(['apiVersion', 'kind', ...labels('|').filter((label) => label.startsWith('Job')), 'CronJob']);
    expect(labels('api|').slice(0, 2)).toEqual(['apiVersion', 'kind']);
    const filters = offered('|').map(({ label, filterText = label }) => filterText);
    expect(filters.every((text) => /^(apiVersion|kind)/.test(text))).toBe(true);
  });

  test('their values', () => {
    expect(labels('apiVersion: |')).toEqual(['batch/v1']);
    expect(labels('apiVersion: ba|')).toEqual(['batch/v1']);
    expect(labels('apiVersion: batch/v1\nkind: |')).toEqual(['Job', 'CronJob']);
    expect(labels('kind: |')).toEqual(['Job', 'CronJob']);
    expect(labels('apiVersion: |\nkind: Deployment\n')).toEqual([]);
  });

  test('what a field with a half-typed API may go on with', () => {
    expect(labels('apiVersion: batch/v1\n|')).toEqual(['kind', 'metadata', 'spec']);
  });
});

describe('fields that nobody writes', () => {
  test('are not offered: the server fills them in', () => {
    const metadata = labels('apiVersion: batch/v1\nkind: Job\nmetadata:\n  |');
    expect(metadata[0]).toBe('name');
    expect(metadata).toContain('labels');
    for (const name of ['creationTimestamp', 'managedFields', 'uid', 'resourceVersion']) expect(metadata).not.toContain(name);
  });

  test('come after those that a container needs', () => {
    const begun = 'apiVersion: batch/v1\nkind: Job\nspec:\n  template:\n    spec:\n      containers:\n        - |';
    expect(labels(begun).slice(0, 2)).toEqual(['name', 'image']);
  });
});

describe('rules after `# kubejob-ignore`', () => {
  test.each(['# kubejob-ignore |', '# kubejob-ignore-file |', 'a: 1 # kubejob-ignore: |', '# kubejob-ignore image-latest, |'])(
    '%s',
    (comment) => {
      expect(labels(jobWith(`${comment}`))).toContain('unremoved-job');
      expect(labels(jobWith(`${comment}`)).includes('image-latest')).toBe(!comment.includes('image-latest'));
    },
  );

  test('a half-typed one is put right', () => {
    expect(accepted('# kubejob-ignore image-latest, unre|\nkind: Job\n', 'unremoved-job')).toBe(
      '# kubejob-ignore image-latest, unremoved-job\nkind: Job\n',
    );
  });

  test.each(['# kubejob-ignore image-latest -- be|cause', '# other |'])('nothing in %s', (comment) => {
    expect(labels(`${comment}\nkind: Job\n`)).toEqual([]);
  });
});

describe('annotations of hooks', () => {
  const annotated = (lines: string) => jobWith({ metadata: `name: hello\nannotations:\n  ${lines}` });

  test('are offered, and what Helm and Argo CD know in them', () => {
    expect(labels(annotated('|'))).toContain('argocd.argoproj.io/hook');
    expect(labels(annotated('helm.sh/hook: |'))).toEqual(expect.arrayContaining(['pre-install', 'post-upgrade', 'test']));
    expect(labels(annotated('helm.sh/hook-delete-policy: |'))).toEqual(['before-hook-creation', 'hook-succeeded', 'hook-failed']);
    expect(labels(annotated('argocd.argoproj.io/hook: |'))).toContain('PreSync');
    expect(labels(annotated('argocd.argoproj.io/hook-delete-policy: |'))).toContain('BeforeHookCreation');
    expect(labels(annotated('argocd.argoproj.io/sync-options: Force=true,|'))).toContain('Replace=true');
    expect(labels(annotated('example.com/note: |'))).toEqual([]);
  });

  test('stand there whole', () => {
    expect(accepted(annotated('helm.sh/hook: pre-|'), 'pre-upgrade')).toContain('\n    helm.sh/hook: pre-upgrade\n');
  });

  test.each([
    ['helm.sh/hook-delete-policy: before-hook-creation,|', 'helm.sh/hook-delete-policy: before-hook-creation,hook-failed'],
    ['helm.sh/hook-delete-policy: before-hook-creation, hook-f|', 'helm.sh/hook-delete-policy: before-hook-creation, hook-failed'],
    ['helm.sh/hook-delete-policy: ho|,before-hook-creation # why', 'helm.sh/hook-delete-policy: hook-failed,before-hook-creation # why'],
    [`helm.sh/hook-delete-policy: 'before-hook-creation,|'`, `helm.sh/hook-delete-policy: 'before-hook-creation,hook-failed'`],
    [`helm.sh/hook-delete-policy: "|, before-hook-creation"`, `helm.sh/hook-delete-policy: "hook-failed, before-hook-creation"`],
  ])('go on behind a comma, with what is not there yet: %s', (typed, whole) => {
    expect(labels(annotated(typed))).toEqual(['hook-succeeded', 'hook-failed']);
    expect(accepted(annotated(typed), 'hook-failed')).toBe(annotated(whole));
  });

  test('go on behind a comma between braces', () => {
    const inBraces = (value: string) => jobWith({ metadata: `name: hello\nannotations: {"helm.sh/hook": "${value}", a: b}` });
    expect(accepted(inBraces('test,pre-|'), 'pre-delete')).toBe(inBraces('test,pre-delete'));
    expect(labels(inBraces('test,|'))).not.toContain('test');
  });
});
