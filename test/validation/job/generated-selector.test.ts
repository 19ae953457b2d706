import { test } from 'vitest';
import { check } from '../../check.ts';
import { jobWith } from '../../manifests.ts';

test('a selector that matches what is generated is accepted', () => {
  check(jobWith('selector: {}'));
  check(jobWith('selector: {matchLabels: {job-name: hello}}'));
  check(jobWith('selector: {matchExpressions: [{key: job-name, operator: Exists}]}'));
});

test('another selector is not', () => {
  check(
    jobWith({
      spec: `
        selector: {matchLabels: {app: a}}
        #^^^^^^^ job-selector-not-generated
      `,
      podMetadata: 'labels: {app: a}',
    }),
  );
});

test('a manual selector is needed and matches the template', () => {
  check(jobWith({ spec: 'manualSelector: true\nselector: {matchLabels: {app: a}}', podMetadata: 'labels: {app: a}' }));
  check(
    jobWith({
      spec: `
        manualSelector: true
        selector: {matchLabels: {app: b}}
      `,
      podMetadata: `
        labels: {app: a}
        #^^^^^ job-selector-mismatch
      `,
    }),
  );
});

test('labels that the server generates may not say anything else', () => {
  check(
    jobWith({
      metadata: 'labels: {own: label}',
      podMetadata: `
        labels:
          job-name: other
          #         ^^^^^ job-name-label
          controller-uid: mine
          #               ^^^^ job-controller-uid-label
      `,
    }),
  );
  check(jobWith({ podMetadata: 'labels: {job-name: hello}' }));
});

test('a faulty selector is reported once', () => {
  check(
    jobWith(`
      selector:
        matchLabels:
          a b: c
          #^^ name-qualified
    `),
  );
});
