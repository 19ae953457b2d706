import { expect, test } from 'vitest';
import { mostFindings } from '../../../server/kubernetes/finding/finding.ts';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { judge } from '../../../server/validation/judge/judge.ts';
import { jobWith } from '../../manifests.ts';

function found(text: string) {
  const settings = { version: '1.37', advice: 'off' } as const;
  return parseManifests(text).documents.flatMap(({ body }) => judge(body, settings).flatMap(({ findings }) => findings));
}

const times = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at)).join('\n');

test.each([
  [10_000, undefined],
  [10_001, 'spec.nope10000'],
])('of %i unknown fields all that anybody reads are told, and where there are more', (count, noted) => {
  const findings = found(jobWith(times(count, (at) => `nope${at}: 1`)));
  expect(findings.filter(({ code }) => code === 'unknown-field')).toHaveLength(mostFindings);
  expect(findings.find(({ code }) => code === 'findings-left-out')?.path).toBe(noted);
});

test('an error is told before thousands of warnings that stand above it', () => {
  const twice = times(mostFindings + 1, (at) => `    label${at}: a\n    label${at}: b`);
  const findings = found(jobWith('parallelism: -1').replace('metadata:\n', `metadata:\n  labels:\n${twice}\n`));
  expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['number-negative']);
  expect(findings.filter(({ reason }) => reason === 'DuplicateKey')).toHaveLength(mostFindings - 1);
});
