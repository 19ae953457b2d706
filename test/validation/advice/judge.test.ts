import { expect, test } from 'vitest';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { type JudgeSettings, judge } from '../../../server/validation/judge/judge.ts';
import { job } from './check.ts';

function codes(manifest: string, settings: Partial<JudgeSettings> = {}): string[] {
  return parseManifests(manifest).documents.flatMap(({ body }) =>
    judge(body, { version: '1.37', ...settings }).flatMap(({ findings }) => findings.map(({ code }) => code)),
  );
}

const plain = job('');

test('advice comes with the verdict', () => {
  expect(codes(plain)).toEqual(['no-memory-request', 'unremoved-job']);
  expect(codes(plain, { advice: { 'unremoved-job': 'off' } })).toEqual(['no-memory-request']);
  expect(codes(plain, { advice: 'off' })).toEqual([]);
});

test('a List calls for each piece once, two documents each for theirs', () => {
  const items = [plain, plain].map((text) => `- ${text.trim().replaceAll('\n', '\n  ')}`).join('\n');
  expect(codes(`apiVersion: v1\nkind: List\nitems:\n${items}\n`)).toEqual(['no-memory-request', 'unremoved-job']);
  expect(codes(`${plain}---\n${plain}`)).toHaveLength(4);
});

test('what is misspelt or mistyped is not missing', () => {
  expect(codes(job('ttlSecondAfterFinished: 60'))).toEqual(['unknown-field', 'no-memory-request']);
  expect(codes(job('ttlSecondsAfterFinished: soon'))).toEqual(['wrong-type', 'no-memory-request']);
});

test('a patch is not asked for the rest', () => {
  expect(codes('apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: hello\nspec:\n  parallelism: 2\n', { partial: true })).toEqual([]);
});
