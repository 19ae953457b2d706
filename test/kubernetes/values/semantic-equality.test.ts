import { expect, test } from 'vitest';
import { semanticallyEqual } from '../../../server/kubernetes/values/semantic-equality.ts';

test.each([
  [{ containers: [] }, {}],
  [{ hostNetwork: false, hostname: '' }, {}],
  [{ metadata: { labels: {} } }, {}],
  [{ resources: {} }, { resources: { limits: {} } }],
  [{ limits: { cpu: '1' } }, { limits: { cpu: '1000m' } }],
  [{ limits: { cpu: 1 } }, { limits: { cpu: '1' } }],
  [{ a: [{ b: 1, c: null }] }, { a: [{ b: 1 }] }],
])('%j is the same as %j', (a, b) => {
  expect([semanticallyEqual(a, b), semanticallyEqual(b, a)]).toEqual([true, true]);
});

test.each([
  [{ hostNetwork: true }, {}],
  [{ enableServiceLinks: false }, {}],
  [{ terminationGracePeriodSeconds: 0 }, {}],
  [{ emptyDir: {} }, {}],
  [{ resources: {} }, {}],
  [{ affinity: {} }, {}],
  [{ labels: { a: '' } }, {}],
  [{ labels: { a: '' } }, { labels: {} }],
  [{ limits: { cpu: '1' } }, { limits: { cpu: '2' } }],
  [{ command: ['a', 'b'] }, { command: ['b', 'a'] }],
  [{ command: ['a'] }, { command: ['a', 'b'] }],
  [{ port: 80 }, { port: '80' }],
])('%j differs from %j', (a, b) => {
  expect([semanticallyEqual(a, b), semanticallyEqual(b, a)]).toEqual([false, false]);
});
