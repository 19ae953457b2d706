import { describe, expect, test } from 'vitest';
import { codeActions } from '../../../server/language/code-actions/code-actions.ts';
import { diagnosticsOf } from '../../../server/language/diagnostics.ts';
import { analysisOf } from '../../analysis.ts';
import { containerWith, cronJobWith, job, jobWith, podWith } from '../../manifests.ts';
import { apply, unindented } from '../../text.ts';
import { actionsAt, after } from '../code-actions/actions.ts';

/** With the caret on its pod's spec, which lacks a restart policy. */
const withoutPolicy = job.replace('      restartPolicy: Never\n', '').replace('    spec:', '    sp|ec:');

describe('a fix for', () => {
  test.each([
    ['a restart policy', podWith('restartPolicy: Al|ways'), 'Set restartPolicy to Never', job],
    ['a missing restart policy', withoutPolicy, 'Set restartPolicy to Never', job],
    ['an API version', job.replace('batch/v1', 'bat|ch/v2'), 'Set apiVersion to batch/v1', job],
    ['a blank that is none', podWith('restartPolicy: Nev|er\u00a0'), 'Replace U+00A0 NO-BREAK SPACE', job],
    ['a letter of another alphabet', job.replace('kind: Job', 'kind: J\u043e|b'), 'Replace U+043E CYRILLIC SMALL LETTER O', job],
    [
      'a label with what nobody sees',
      podWith('nodeSelector: {"a\u200b|": b}'),
      'Replace U+200B ZERO WIDTH SPACE',
      podWith('nodeSelector: {"a": b}'),
    ],
    ['a field with what nobody sees', jobWith('comple\u200btions|: 3'), 'Rename to completions', jobWith('completions: 3')],
    ['a number with a blank that is none', jobWith('completions: 3\u00a0|'), 'Replace U+00A0 NO-BREAK SPACE', jobWith('completions: 3')],
    ['a name in capitals', jobWith({ metadata: 'name: My_J|ob' }), 'Replace by my-job', jobWith({ metadata: 'name: my-job' })],
    ['a word that is no text', jobWith({ metadata: 'labels:\n  a: tr|ue' }), 'Put quotes', jobWith({ metadata: 'labels:\n  a: "true"' })],
  ])('%s', (_, marked, title, expected) => {
    expect(after(marked, title)).toBe(expected);
  });

  test.each([
    ['a misspelt field', 'completion|: 3', 'Rename to completions', 'completions: 3'],
    ['a number in quotes', 'completions: "3|"', 'Write 3 without quotes', 'completions: 3'],
    ['a negative number', 'completions: -|3', 'Replace by 0', 'completions: 0'],
    ['a selector', 'select|or:\n  matchLabels:\n    a: b', 'Remove selector', ''],
    [
      'a field that needs indexes',
      'completions: 2\nbackoffLimitPerIndex: |1',
      'Set completionMode to Indexed',
      'completionMode: Indexed\ncompletions: 2\nbackoffLimitPerIndex: 1',
    ],
    [
      'exit codes out of order',
      'podFailurePolicy:\n  rules:\n    - {action: FailJob, onExitCodes: {operator: In, values: [|3, 1, 2]}}',
      'Sort',
      'podFailurePolicy:\n  rules:\n    - {action: FailJob, onExitCodes: {operator: In, values: [1, 2, 3]}}',
    ],
    [
      '0 among exit codes in lines',
      'podFailurePolicy:\n  rules:\n    - action: FailJob\n      onExitCodes:\n        operator: In\n        values:\n        - |0\n        - 1',
      'Remove 0',
      'podFailurePolicy:\n  rules:\n    - action: FailJob\n      onExitCodes:\n        operator: In\n        values:\n        - 1',
    ],
  ])('%s, in the spec', (_, marked, title, expected) => {
    expect(after(jobWith(marked), title)).toBe(jobWith(expected));
  });

  test.each([
    ['a command that is no list', 'command: sleep 1|0', 'Make it a list', 'command: ["sleep", "10"]'],
    ['a misspelt command', 'command: ["sle|pp", "10"]', 'Replace by sleep', 'command: ["sleep", "10"]'],
    [
      'a misspelt program in a script',
      'command: [sh, -c, "echo one; sle|pp 3; echo two"]',
      'Replace by sleep',
      'command: [sh, -c, "echo one; sleep 3; echo two"]',
    ],
    [
      'a request above its limit',
      'resources:\n  requests: {cpu: |2}\n  limits: {cpu: 1}',
      'Set requests.cpu to 1',
      'resources:\n  requests: {cpu: 1}\n  limits: {cpu: 1}',
    ],
    ['a port as text', 'livenessProbe: {tcpSocket: {port: "80|%"}}', 'Replace by 80', 'livenessProbe: {tcpSocket: {port: 80}}'],
    [
      'the name of a port',
      'ports: [{name: Ht|tp_Port, containerPort: 80}]',
      'Replace by http-port',
      'ports: [{name: http-port, containerPort: 80}]',
    ],
  ])('%s, in a container', (_, marked, title, expected) => {
    expect(after(containerWith(marked), title)).toBe(containerWith(expected));
  });

  test.each([
    [
      'a zone in the schedule',
      'schedule: "TZ=Asia/Seoul 0 9| * * *"',
      'Move Asia/Seoul to timeZone',
      'timeZone: Asia/Seoul\nschedule: "0 9 * * *"',
    ],
    ['day 7', 'schedule: "0 9 * * 1-5,|7"', 'Replace by 0 9 * * 1-5,0', 'schedule: "0 9 * * 1-5,0"'],
    ['a time zone', 'schedule: "0 9 * * *"\ntimeZone: se|oul', 'Replace by Asia/Seoul', 'schedule: "0 9 * * *"\ntimeZone: Asia/Seoul'],
  ])('%s, in a CronJob', (_, marked, title, expected) => {
    expect(after(cronJobWith(marked), title)).toBe(cronJobWith(expected));
  });

  test('a Secret that is named twice', () => {
    expect(after(podWith('imagePullSecrets: [{name: a}, {name: |a}]'), 'Remove this item')).toBe(podWith('imagePullSecrets: [{name: a}]'));
  });

  test('completions that an Indexed Job lacks, on the spec', () => {
    const marked = jobWith('completionMode: Indexed\nparallelism: 3').replace('spec:', 'sp|ec:');
    expect(after(marked, 'Set completions to 3')).toBe(jobWith('completions: 3\ncompletionMode: Indexed\nparallelism: 3'));
  });

  test('a missing schedule, on the spec', () => {
    const marked = cronJobWith({}).replace('  schedule: 0 3 * * *\n', '').replace('spec:', 'sp|ec:');
    expect(after(marked, 'Add schedule')).toBe(cronJobWith('schedule: "0 * * * *"'));
  });

  test('a missing image, on the container', () => {
    expect(after(podWith('containers:\n  - na|me: main'), 'Add image')).toBe(
      podWith('containers:\n  - image: busybox:1.36\n    name: main'),
    );
  });

  test('a field that stands elsewhere, which moves where it belongs', () => {
    expect(after(podWith('backoff|Limit: 3'), 'Move backoffLimit to spec')).toBe(jobWith('backoffLimit: 3'));
  });

  test('a block that stands elsewhere', () => {
    const manifest = `
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: hello
      spec:
        contai|ners:
          - name: main
            image: busybox
        template:
          spec:
            restartPolicy: Never
    `;
    expect(after(manifest, 'Move containers to spec.template.spec')).toBe(
      unindented(`
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: hello
        spec:
          template:
            spec:
              containers:
                - name: main
                  image: busybox
              restartPolicy: Never
      `),
    );
  });
});

test('there is none where no name would do', () => {
  const titles = (marked: string) => actionsAt(marked).map(({ title }) => title.split(' ')[0]);
  expect(titles(containerWith('ports: [{name: "8|0%", containerPort: 80}]'))).not.toContain('Replace');
  expect(titles(podWith('initContainers: [{name: "|___", image: busybox}]'))).not.toContain('Replace');
});

describe('fixes', () => {
  test('keep Windows line breaks', () => {
    expect(after(withoutPolicy.replaceAll('\n', '\r\n'), 'Set restartPolicy to Never')).toBe(job.replaceAll('\n', '\r\n'));
  });

  test('write JSON in JSON', () => {
    const json =
      '{"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "a"}, "spec": {"template": {"sp|ec": {"containers": []}}}}';
    expect(JSON.parse(after(json, 'Set restartPolicy to Never')).spec.template.spec).toEqual({ restartPolicy: 'Never', containers: [] });
  });

  test('one of them is preferred, and comes first', () => {
    const fixes = actionsAt(podWith('restartPolicy: Al|ways')).filter(({ title }) => title.startsWith('Set'));
    expect(fixes.map(({ title, isPreferred }) => [title.split(':')[0], isPreferred])).toEqual([
      ['Set restartPolicy to OnFailure', true],
      ['Set restartPolicy to Never', undefined],
    ]);
  });

  test('nest lost indentation again, comments, blank lines and block scalars as well', () => {
    const lost = unindented(`
      apiVersion: batch/v1
      kind: CronJob
      metadata:
      name: a
      labels:
      app: a
      spec:
      # every hour
      schedule: "0 * * * *"
      jobTemplate:
      spec:
      backoffLimit: 2

      template:
      spec:
      containers:
      - name: main
      image: busybox:1.36
      command:
      - sh
      - -c
      - >
      echo hello
      sleep 3
      env:
      - name: A
      value: "1"
      restartPolicy: Never
    `);
    const analysis = analysisOf(lost);
    const [diagnostic, ...others] = diagnosticsOf(analysis);
    expect([diagnostic?.code, others]).toEqual(['lost-indentation', []]);
    const [action] = diagnostic ? codeActions(analysis, diagnostic.range, {}) : [];
    const nested = apply(lost, action?.edit?.changes?.[analysis.text.uri] ?? []);
    expect(nested).toBe(
      unindented(`
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: a
          labels:
            app: a
        spec:
          # every hour
          schedule: "0 * * * *"
          jobTemplate:
            spec:
              backoffLimit: 2

              template:
                spec:
                  containers:
                    - name: main
                      image: busybox:1.36
                      command:
                        - sh
                        - -c
                        - >
                          echo hello
                          sleep 3
                      env:
                        - name: A
                          value: "1"
                  restartPolicy: Never
      `),
    );
    expect(diagnosticsOf(analysisOf(nested)).filter(({ severity }) => severity === 1)).toEqual([]);
  });
});

describe('a fix for what is no YAML', () => {
  const actions = (marked: string) => actionsAt(marked).map(({ title, isPreferred }) => (isPreferred ? `${title} *` : title));

  test.each([
    ['a schedule without quotes', cronJobWith('schedule: *|/10 * * * *'), ['Put quotes around */10 * * * * *']],
    ['a word without its colon where fields stand', 'apiVersion: batch/v1\nkind: Job\nmetadata:\n  na|me\n', ['Put a colon behind name *']],
    [
      'two fields on a line',
      containerWith('tty: true stdin|: true'),
      ['Put stdin on a line of its own *', 'Put quotes around true stdin: true'],
    ],
    ['an alias of nothing', containerWith('workingDir: *|x'), ['Put quotes around *x *']],
    ['a colon in text', containerWith('workingDir: a then|: b'), ['Put quotes around a then: b *', 'Put then on a line of its own']],
    ['a line between two columns', `${job} activeDeadline|Seconds: 5\n`, ['Move 1 line to the right *', 'Move 1 line to the left']],
  ])('%s: %s', (_, marked, expected) => {
    expect(actions(marked).filter((title) => !title.startsWith('Make a CronJob'))).toEqual(expected);
  });
});
