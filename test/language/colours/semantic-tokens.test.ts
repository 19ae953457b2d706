import { expect, test } from 'vitest';
import { containerWith, cronJobWith, jobWith } from '../../manifests.ts';
import { tokensOf } from './tokens.ts';

test('the names of things, and where they are used', () => {
  const manifest = jobWith({
    spec: `
      podFailurePolicy:
        rules: [{action: Count, onExitCodes: {containerName: main, operator: In, values: [1]}}]
    `,
    pod: 'volumes: [{name: data, emptyDir: {}}]',
    container: `
      ports: [{name: http, containerPort: 80}]
      readinessProbe: {httpGet: {port: http}}
      volumeMounts: [{name: "data", mountPath: /data}]
    `,
  });
  expect(tokensOf(manifest)).toEqual([
    'main variable',
    '1 enumMember',
    'data variable declaration',
    'main variable declaration',
    'http variable declaration',
    'http variable',
    'data variable',
  ]);
});

test('the parts of quantities and schedules, which YAML takes for plain text', () => {
  expect(tokensOf(jobWith({ pod: 'volumes: [{name: data, emptyDir: {sizeLimit: 10Mi}}]' }))).toEqual(
    expect.arrayContaining(['10 number', 'Mi keyword']),
  );
  expect(tokensOf(cronJobWith('schedule: "*/5 9-17 * * MON"')).slice(0, 9)).toEqual([
    '* keyword',
    '/ operator',
    '5 number',
    '9 number',
    '- operator',
    '17 number',
    '* keyword',
    '* keyword',
    'MON enumMember',
  ]);
});

test.each([
  [
    'a script behind sh -c',
    `
      command:
        - sh
        - -c
        - |
          echo "$A"
          sleep 3 # wait
    `,
  ],
  [
    'args of a shell',
    `
      command: [bash, -euo, pipefail, -c]
      args:
        - |-
          echo "$A"
          sleep 3 # wait
    `,
  ],
  [
    'args before the command',
    `
      args:
        - |-
          echo "$A"
          sleep 3 # wait
      command: [sh, -c]
    `,
  ],
  [
    'behind a wrapper',
    `
      command:
        - tini
        - --
        - sh
        - -c
        - >
          echo "$A"
          sleep 3 # wait
    `,
  ],
])('%s has its colours', (_, container) => {
  expect(tokensOf(containerWith(container))).toEqual([
    'echo function',
    '" string',
    '$A variable',
    '" string',
    'sleep function',
    '# wait comment',
  ]);
});

test.each([
  ['text for another program', 'command:\n  - python\n  - -c\n  - |\n    print("$A")'],
  ['text in quotes', 'command: [sh, -c, "echo $A"]'],
  ['a file for the shell', 'command:\n  - sh\n  - |\n    work.sh'],
  ['a variable', 'env:\n  - name: SCRIPT\n    value: |\n      echo $A'],
])('%s has none', (_, container) => {
  expect(tokensOf(containerWith(container))).toEqual([]);
});
