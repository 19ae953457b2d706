import { expect, test } from 'vitest';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { judge } from '../../../server/validation/judge/judge.ts';
import type { JudgeSettings } from '../../../server/validation/judge/judged-object.ts';
import { job, jobWith, listOf, patchWith } from '../../manifests.ts';

function codes(manifest: string, settings: Partial<JudgeSettings> = {}): string[] {
  return parseManifests(manifest).documents.flatMap(({ body }) =>
    judge(body, { version: '1.37', ...settings }).flatMap(({ findings }) => findings.map(({ code }) => code)),
  );
}

test('advice comes with the verdict', () => {
  expect(codes(job)).toEqual(['no-memory-request', 'unremoved-job']);
  expect(codes(job, { advice: { 'unremoved-job': 'off' } })).toEqual(['no-memory-request']);
  expect(codes(job, { advice: 'off' })).toEqual([]);
});

test('a List calls for each piece once, two documents each for theirs', () => {
  expect(codes(listOf(job, job))).toEqual(['no-memory-request', 'unremoved-job']);
  expect(codes(`${job}---\n${job}`)).toHaveLength(4);
});

test('what is misspelt or mistyped is not missing', () => {
  expect(codes(jobWith('ttlSecondAfterFinished: 60'))).toEqual(['unknown-field', 'no-memory-request']);
  expect(codes(jobWith('ttlSecondsAfterFinished: soon'))).toEqual(['wrong-type', 'no-memory-request']);
});

test('a patch is not asked for the rest', () => {
  expect(codes(patchWith('parallelism: 2'), { partial: true })).toEqual([]);
});
