import { describe, expect, test } from 'vitest';
import type { KubernetesVersion } from '../../../server/kubernetes/versions.ts';
import { changeOf } from '../../../server/language/fields/change.ts';
import type { NodePath } from '../../../server/plain/node-path.ts';

const container = { name: 'main', image: 'busybox:1.36', resources: { limits: { cpu: 1 } } };
const pod = { restartPolicy: 'Never', containers: [container], nodeSelector: { 'kubernetes.io/os': 'linux' } };
const spec = { backoffLimit: 3, parallelism: 2, template: { metadata: { labels: { app: 'a' } }, spec: pod } };

const path = (text: string): NodePath => text.split('.').map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment));
const ofJob = (at: string, more: object = {}, version: KubernetesVersion = '1.37') =>
  changeOf({ kind: 'Job', object: { metadata: { name: 'a' }, spec: { ...spec, ...more } }, version }, path(at));

describe('an existing Job', () => {
  test.each([
    ['spec.backoffLimit', 'yes'],
    ['spec.parallelism', 'yes'],
    ['spec.suspend', 'yes'],
    ['spec.activeDeadlineSeconds', 'yes'],
    ['spec.ttlSecondsAfterFinished', 'yes'],
    ['spec.manualSelector', 'yes'],
    ['spec.podReplacementPolicy', 'yes'],
    ['spec.completions', 'no'],
    ['spec.completionMode', 'no'],
    ['spec.selector', 'no'],
    ['spec.podFailurePolicy', 'no'],
    ['spec.backoffLimitPerIndex', 'no'],
    ['spec.managedBy', 'no'],
    ['spec.successPolicy', 'no'],
    ['spec.template', 'partly-while-suspended'],
    ['spec.template.metadata.labels', 'while-suspended'],
    ['spec.template.spec', 'partly-while-suspended'],
    ['spec.template.spec.nodeSelector', 'while-suspended'],
    ['spec.template.spec.tolerations', 'while-suspended'],
    ['spec.template.spec.affinity', 'partly-while-suspended'],
    ['spec.template.spec.containers', 'partly-while-suspended'],
    ['spec.template.spec.containers.0.resources', 'while-suspended'],
    ['spec.template.spec.containers.0.image', 'no'],
    ['spec.template.spec.terminationGracePeriodSeconds', 'no'],
    ['metadata.name', 'no'],
    ['metadata.namespace', 'no'],
  ])('%s: %s', (at, expected) => {
    expect(ofJob(at)).toBe(expected);
  });

  test('takes other completions together with parallelism where it is Indexed', () => {
    expect(ofJob('spec.completions', { completionMode: 'Indexed', completions: 2 })).toBe('with-parallelism');
  });

  test('takes other resources from 1.36 on', () => {
    expect(ofJob('spec.template.spec.containers.0.resources', {}, '1.35')).toBe('no');
    expect(ofJob('spec.template.spec.nodeSelector', {}, '1.35')).toBe('while-suspended');
  });
});

test.each(['metadata.labels', 'metadata.resourceVersion', 'metadata', 'spec', 'status.active', 'spec.nothing'])(
  'nothing is said of %s',
  (at) => {
    expect(ofJob(at)).toBeUndefined();
  },
);

test('nothing is said of a field that the version drops', () => {
  expect(ofJob('spec.scheduling', { scheduling: { schedulingPolicy: { basic: {} } } })).toBeUndefined();
  expect(ofJob('spec.managedBy', { managedBy: 'example.com/queue' }, '1.31')).toBeUndefined();
});

test.each([
  ['spec.schedule', 'yes'],
  ['spec.jobTemplate.spec.completionMode', 'yes'],
  ['spec.jobTemplate.spec.template.spec.containers.0.image', 'yes'],
  ['spec.jobTemplate.metadata', 'yes'],
  ['metadata.name', 'no'],
])('an existing CronJob takes another %s: %s', (at, expected) => {
  const object = { metadata: { name: 'a' }, spec: { schedule: '@daily', jobTemplate: { spec } } };
  expect(changeOf({ kind: 'CronJob', object, version: '1.37' }, path(at))).toBe(expected);
});
