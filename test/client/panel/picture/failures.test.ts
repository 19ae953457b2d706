import { describe, expect, it } from 'vitest';
import { failuresUsed } from '../../../../client/panel/picture/failures.ts';
import { failureWords } from '../../../../client/panel/timeline/explained/failure-words.ts';
import type { JobSpec, PodSpec } from '../../../../server/kubernetes/generated/types.ts';
import { pictureOfJob } from './pictures.ts';

const failing = { run: { exit: 1, for: '1s' } };

function used(spec: JobSpec, scenario: object = failing, pod: PodSpec = {}): string | undefined {
  const { run, jobs } = pictureOfJob(spec, scenario, pod);
  const [job] = jobs;
  const failures = job && failuresUsed(run, job);
  return failures && failureWords(failures);
}

describe('how many failures of those that it may have a Job had', () => {
  it.each<[string, JobSpec, object, PodSpec, string | undefined]>([
    ['none', {}, {}, {}, undefined],
    [
      'some',
      { backoffLimit: 3 },
      {
        run: [failing.run],
        pods: [
          { ordinal: 0, run: failing.run },
          { ordinal: 1, run: { for: '1s' } },
        ],
      },
      {},
      '1 of 3 failures used',
    ],
    ['one too many', { backoffLimit: 3 }, failing, {}, '4 failures, 3 allowed'],
    ['the first is too many', { backoffLimit: 0 }, failing, {}, '1 failure, none allowed'],
    [
      'restarts of pods that have ended do not count any more',
      { backoffLimit: 3, completions: 2 },
      { run: [failing.run, failing.run, { for: '1s' }] },
      { restartPolicy: 'OnFailure' },
      '2 of 3 failures used',
    ],
    ['restarts in place', { backoffLimit: 3 }, failing, { restartPolicy: 'OnFailure' }, '3 of 3 failures used'],
    [
      'restarts of several pods',
      { backoffLimit: 3, completions: 2, parallelism: 2 },
      failing,
      { restartPolicy: 'OnFailure' },
      '4 failures, 3 allowed',
    ],
    ['limits for each index', { backoffLimitPerIndex: 1, completions: 2, completionMode: 'Indexed' }, failing, {}, '4 failures'],
  ])('%s', (_, spec, scenario, pod, words) => {
    expect(used(spec, scenario, pod)).toBe(words);
  });
});
