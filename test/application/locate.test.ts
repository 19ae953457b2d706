import { describe, test } from 'vitest';
import { check } from '../check.ts';
import { containerWith, jobWith, podWith } from '../manifests.ts';

describe('a finding shows', () => {
  test('at the value, quotes included', () => {
    check(
      jobWith(`
        completions: -1
        #            ^^ number-negative
        completionMode: "Sorted"
        #               ^^^^^^^^ job-completion-mode
      `),
    );
  });

  test('at the key of what is unknown, and of what spans lines', () => {
    check(
      jobWith(`
        unknown: 1
        #^^^^^^ unknown-field
        completions:
        #^^^^^^^^^^ wrong-type
          a: 1
      `),
    );
  });

  test('at the parent of what is missing', () => {
    check(`
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: hello
      spec:
        template:
          spec:
          #^^^ job-restart-policy-missing
            containers:
              - name: main
                image: busybox:1.36
    `);
  });

  test('at the parent of what has no value', () => {
    check(`
      apiVersion: batch/v1
      kind: Job
      metadata:
      #^^^^^^^ metadata-name-missing
        name:
      spec:
        template:
          spec:
          #^^^ job-restart-policy-missing
            restartPolicy:
            containers:
              - name: main
                image: busybox:1.36
    `);
  });

  test('at the first key of a list item', () => {
    check(
      podWith(`
        initContainers:
          - image: busybox:1.36
          # ^^^^^ field-required
      `),
    );
  });

  test('at a list item that is a word', () => {
    check(
      containerWith(`
        command: [sleep, 10]
        #                ^^ wrong-type
      `),
    );
  });

  test('at the second of two equal keys', () => {
    check(
      jobWith(`
        completions: 1
        completions: 1
        #^^^^^^^^^^ yaml-duplicate-key
      `),
    );
  });

  test('on the first line that says something, when it concerns the document as a whole', () => {
    check(`
      # a comment

      kind: Job
      #^^^^^^^^ no-api-version
      metadata: {name: hello}
      spec:
        template:
          spec:
            restartPolicy: Never
            containers: [{name: main, image: busybox:1.36}]
    `);
  });

  test('where it is, in a document behind others', () => {
    check(
      `${jobWith('completions: 1')}---\n${jobWith(`
        completions: -1
        #            ^^ number-negative
      `)}`,
    );
  });
});
