import { expect, test } from 'vitest';
import { newestVersion } from '../../server/kubernetes/versions.ts';
import { corpusTimeout, disagreements, readCases, report } from './agreement.ts';

test('agrees with the API server of 1.37 on what few people write', () => {
  const cases = readCases('apiserver-details.jsonl');
  expect(cases.length).toBeGreaterThan(40);
  expect(report(disagreements(cases, newestVersion))).toBe('');
}, corpusTimeout);
