import { describe, expect, test } from 'vitest';
import { check } from './check.ts';
import { job, jobWith } from './manifests.ts';

const parallelism = (value: string, marker: string) => jobWith(`parallelism: ${value}\n${marker}`);

describe('a manifest and its marks', () => {
  test('agree', () => {
    check(parallelism('-1', '#            ^^ number-negative'));
    check(parallelism('1', ''));
  });

  test.each([
    ['a mark is missing', '-1', ''],
    ['nothing is wrong', '1', '#            ^ number-negative'],
    ['it shows elsewhere', '-1', '#           ^^ number-negative'],
    ['it is longer', '-1', '#            ^ number-negative'],
    ['it is another', '-1', '#            ^^ number-positive'],
    ['it comes once', '-1', '#            ^^ number-negative number-negative'],
  ])('differ where %s', (_, value, marker) => {
    expect(() => check(parallelism(value, marker))).toThrow();
  });

  test('may have a mark in the first column', () => {
    check(job.replace('apiVersion: batch/v1', 'apiVersion: batch/v2\n#           ^^^^^^^^ unknown-api-version'));
    check(job.replace('apiVersion: batch/v1', 'apiVersoin: batch/v1\n#^^^^^^^^^ unknown-field'));
  });
});
