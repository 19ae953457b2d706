import { expect, test } from 'vitest';
import { corpusTimeout, disagreements, readCases, report } from './agreement.ts';

// What an older version's file does not name, that version judges as the newest does.
test.each(['1.34', '1.31'] as const)('agrees with the API server of %s on every recorded manifest', (version) => {
  const own = new Map(readCases(`apiserver-${version}.jsonl`).map((recorded) => [recorded.id + recorded.yaml, recorded]));
  expect(own.size).toBeGreaterThan(200);
  const cases = readCases('apiserver.jsonl').map((recorded) => own.get(recorded.id + recorded.yaml) ?? recorded);
  expect(report(disagreements(cases, version))).toBe('');
}, corpusTimeout);

test.each(['1.35', '1.33'] as const)('agrees with the API server of %s on what it says in words of its own', (version) => {
  const cases = readCases(`apiserver-${version}.jsonl`);
  expect(cases.length).toBeGreaterThan(0);
  expect(report(disagreements(cases, version))).toBe('');
});
