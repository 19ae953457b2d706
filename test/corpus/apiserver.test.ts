import { expect, test } from 'vitest';
import { newestVersion } from '../../server/kubernetes/versions.ts';
import { corpusTimeout, disagreements, readCases, report } from './agreement.ts';

test('agrees with the API server of 1.37 on every recorded manifest', () => {
  const cases = readCases('apiserver.jsonl');
  expect(cases.length).toBeGreaterThan(6000);
  expect(report(disagreements(cases, newestVersion))).toBe('');
}, corpusTimeout);

test('agrees with it on small cases that turn on how YAML is read', () => {
  const cases = readCases('apiserver-more.jsonl');
  expect(cases.length).toBe(109);
  expect(report(disagreements(cases, newestVersion))).toBe('');
});
