import { expect, test } from 'vitest';
import { newestVersion } from '../../../server/kubernetes/versions.ts';
import { judge } from '../../../server/validation/judge/judge.ts';
import { check } from '../../check.ts';
import { jobWith, under } from '../../manifests.ts';

const policy = (rules: string) => jobWith(`completionMode: Indexed\ncompletions: 5\n${under('successPolicy', under('rules', rules))}`);

test('it needs an Indexed Job, and rules', () => {
  check(
    jobWith(`
      completions: 5
      successPolicy: {rules: []}
      #              ^^^^^^^^^^^ job-needs-indexed
    `),
  );
  check(
    jobWith(`
      completionMode: Indexed
      completions: 5
      successPolicy: {}
      #^^^^^^^^^^^^ success-policy-rules-missing
    `),
  );
});

test('a rule counts or lists indexes that exist', () => {
  check(
    policy(`
      - {}
      # ^^ success-policy-rule-empty
      - succeededCount: 6
      #                 ^ success-policy-count-completions
      - succeededIndexes: 0-1
        succeededCount: 3
        #               ^ success-policy-count-indexes
      - succeededIndexes: 3,5
      #                   ^^^ indexes-too-large
      - succeededIndexes: 0-1-2
      #                   ^^^^^ indexes-fragment
      - succeededIndexes: 2,1
      #                   ^^^ indexes-order
      - succeededIndexes: a
      #                   ^ indexes-number
      - succeededIndexes: ""
      - succeededIndexes: 0,2-4
        succeededCount: 4
    `),
  );
});

test('without completions the rest is judged all the same', () => {
  const spec = { completionMode: 'Indexed', parallelism: 1, successPolicy: { rules: [{ succeededIndexes: '3,1', succeededCount: 9 }] } };
  const [judged] = judge({ value: { apiVersion: 'batch/v1', kind: 'Job', spec } }, { version: newestVersion });
  expect(judged?.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['job-completions-missing', 'indexes-order']));
});
