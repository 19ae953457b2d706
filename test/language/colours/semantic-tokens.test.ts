import { expect, test } from 'vitest';
import { cronJobWith, jobWith } from '../../manifests.ts';
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
