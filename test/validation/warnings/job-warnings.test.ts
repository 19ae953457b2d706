import { expect, test } from 'vitest';
import { analysisOf } from '../../analysis.ts';
import { check } from '../../check.ts';
import { cronJobWith, jobWith } from '../../manifests.ts';

test('many indexes at once are warned of, in a Job and in a CronJob', () => {
  const many = `
    completionMode: Indexed
    completions: 100001
    parallelism: 10001
    #            ^^^^^ job-many-indexes
  `;
  check(jobWith(many));
  check(cronJobWith({ spec: many }));
  check(jobWith('completionMode: Indexed\ncompletions: 100001\nparallelism: 10000'));
});

test('an owner that stands there twice is warned of', () => {
  check(
    jobWith({
      metadata: `
        name: hello
        ownerReferences:
          - {apiVersion: v1, kind: Pod, name: a, uid: u}
          - {apiVersion: v1, kind: Pod, name: a, uid: u, controller: false}
          - {apiVersion: v1, kind: Pod, name: a, uid: u}
          # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ owner-reference-repeated
      `,
    }),
  );
});

test('a warning has the path that the API server gives it', () => {
  const [job] = analysisOf(jobWith('completionMode: Indexed\ncompletions: 100001\nparallelism: 10001'), { advice: 'off' }).objects;
  expect(job?.judged.findings).toMatchObject([{ severity: 'warning', path: 'spec', code: 'job-many-indexes' }]);
});

test('a name that is no DNS label is warned of, however it comes about', () => {
  check(
    jobWith({
      metadata: `
        name: hello.world
        #     ^^^^^^^^^^^ name-used-in-pods
      `,
    }),
  );
  check(
    jobWith({
      metadata: `
        generateName: hello.world-
        #             ^^^^^^^^^^^^ name-used-in-pods
      `,
    }),
  );
});

test('what is refused is not warned of', () => {
  check(
    jobWith({
      metadata: 'name: hello.world',
      spec: `
        parallelism: -1
        #            ^^ number-negative
      `,
    }),
  );
});
