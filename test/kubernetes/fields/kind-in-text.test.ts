import { describe, expect, test } from 'vitest';
import { claimsToBeOurs, kindOfHalfTyped, likelyKind, saidKind } from '../../../server/kubernetes/fields/kind-in-text.ts';

describe('the kind that a text gives itself', () => {
  test.each([
    ['kind: Job', 'Job'],
    ['apiVersion: batch/v1\nkind: "CronJob"\n', 'CronJob'],
    ['\uFEFFkind: Job', 'Job'],
    ['items:\n  - kind: Job', 'Job'],
    ['{"apiVersion": "batch/v1", "kind": "CronJob"}', 'CronJob'],
    ['{kind: Job', 'Job'],
    ['kind: Jobs', undefined],
    ['kind: Job-of-mine', undefined],
    ['mankind: Job', undefined],
    ['kind:\n', undefined],
  ])('%j', (text, kind) => {
    expect(saidKind(text)).toBe(kind);
  });
});

describe('what an object most likely is', () => {
  test.each([
    ['kind: Job\nspec:\n  schedule: "@daily"', 'Job'],
    ['spec:\n  schedule: "@daily"', 'CronJob'],
    ['{"spec": {"jobTemplate": {', 'CronJob'],
    ['spec:\n  timeZone: Etc/UTC', 'CronJob'],
    ['spec:\n  backoffLimit: 3', 'Job'],
    ['# schedule\nspec:\n  nodeSelector: {reschedule: a}', 'Job'],
  ])('%j', (text, kind) => {
    expect(likelyKind(text)).toBe(kind);
  });
});

test.each([
  ['kind: Job', true],
  ['  "kind": "CronJob"', true],
  ['apiVersion: batch/v1', true],
  ['apiVersion: batch.volcano.sh/v1alpha1', false],
  ['apiVersion: apps/v1\nkind: Deployment', false],
])('a text that cannot be read claims to be ours: %j', (text, claims) => {
  expect(claimsToBeOurs(text)).toBe(claims);
});

describe('an object that is being typed', () => {
  test.each([
    ['batch/v1', 'Job', false, 'Job'],
    ['batch/v1', 'Cr', false, 'CronJob'],
    ['batch/v1', 'J', true, 'CronJob'],
    ['batch/v1', undefined, false, 'Job'],
    ['batch/v1', undefined, true, 'CronJob'],
    ['Batch', undefined, false, 'Job'],
    [undefined, '', false, 'Job'],
    [undefined, undefined, false, undefined],
    ['apps/v1', undefined, false, undefined],
    ['apps/v1', 'Deployment', false, undefined],
    ['batch.volcano.sh/v1alpha1', 'Job', false, undefined],
    ['jobs.k8s.io/v1', 'Job', false, 'Job'],
  ])('of %s and %s, with a field of CronJobs: %s', (apiVersion, kind, hasCronJobField, expected) => {
    expect(kindOfHalfTyped({ apiVersion, kind, hasCronJobField })).toBe(expected);
  });
});
