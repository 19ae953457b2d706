import { test } from 'vitest';
import { check } from '../../check.ts';
import { jobWith } from '../../manifests.ts';

test('numbers may not be negative', () => {
  check(
    jobWith(`
      completions: -1
      #            ^^ number-negative
      parallelism: 0
      backoffLimit: -5
      #             ^^ number-negative
    `),
  );
});

test('the completion mode is NonIndexed or Indexed, and Indexed needs completions', () => {
  check(
    jobWith(`
      completionMode: indexed
      #               ^^^^^^^ job-completion-mode
    `),
  );
  check(jobWith('completionMode: Indexed'));
  check(`
    apiVersion: batch/v1
    kind: Job
    metadata:
      name: hello
    spec:
    #^^^ job-completions-missing
      completionMode: Indexed
      parallelism: 2
      template:
        spec:
          restartPolicy: Never
          containers: [{name: main, image: busybox}]
  `);
});

test('limits per index need indexes', () => {
  check(
    jobWith(`
      backoffLimitPerIndex: 1
      #                     ^ job-needs-indexed
      maxFailedIndexes: 1
      #                 ^ job-needs-indexed
    `),
  );
  check(`
    apiVersion: batch/v1
    kind: Job
    metadata:
      name: hello
    spec:
    #^^^ job-backoff-limit-per-index-missing
      completionMode: Indexed
      completions: 3
      maxFailedIndexes: 4
      #                 ^ job-max-failed-indexes-completions
      template:
        spec:
          restartPolicy: Never
          containers: [{name: main, image: busybox}]
  `);
});

test('indexed Jobs have upper limits', () => {
  check(
    jobWith(`
      completionMode: Indexed
      completions: 200000
      backoffLimitPerIndex: 1
      parallelism: 10001
      #            ^^^^^ job-many-completions-limit
      maxFailedIndexes: 10001
      #                 ^^^^^ job-many-completions-limit
    `),
  );
  check(
    jobWith(`
      completionMode: Indexed
      completions: 200000
      parallelism: 100001
      #            ^^^^^^ job-indexed-limit
    `),
  );
  check(
    jobWith(`
      completionMode: Indexed
      completions: 200000
      parallelism: 10001
      #            ^^^^^ job-many-indexes
    `),
  );
});

test('the last pod of an Indexed Job needs a host name', () => {
  const name = 'a'.repeat(61);
  check(
    jobWith({
      metadata: `
        name: ${name}
        #     ${'^'.repeat(61)} job-indexed-name
      `,
      spec: 'completionMode: Indexed\ncompletions: 11',
    }),
  );
  check(jobWith({ metadata: `name: ${name}`, spec: 'completionMode: Indexed\ncompletions: 10' }));
});

test('managedBy is a path under a domain', () => {
  check(jobWith('managedBy: example.com/a'));
  check(
    jobWith(`
      managedBy: mine
      #          ^^^^ name-domain-path
    `),
  );
  check(
    jobWith(`
      managedBy: ""
      #          ^^ job-managed-by-empty
    `),
  );
  check(
    jobWith(`
      managedBy: a/${'b'.repeat(62)}
      #          ${'^'.repeat(64)} name-length
    `),
  );
  check(jobWith('managedBy: mine'), '1.31');
});

test('podReplacementPolicy follows podFailurePolicy', () => {
  check(
    jobWith(`
      podReplacementPolicy: failed
      #                     ^^^^^^ job-pod-replacement-policy
    `),
  );
  check(
    jobWith(`
      podReplacementPolicy: TerminatingOrFailed
      #                     ^^^^^^^^^^^^^^^^^^^ job-pod-replacement-policy-failure-policy
      podFailurePolicy: {rules: []}
    `),
  );
});

test('fields that a version drops unread are not judged', () => {
  check(
    jobWith(`
      successPolicy: {}
      #              ^^ job-needs-indexed
    `),
  );
  check(jobWith('successPolicy: {}'), '1.30');
  check(jobWith('scheduling: {schedulingPolicy: {gang: {minCount: 9}}}'));
});
