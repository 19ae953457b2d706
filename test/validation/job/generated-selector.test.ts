import { test } from 'vitest';
import { check } from '../check.ts';

function job(spec: string, labels = ''): string {
  return `apiVersion: batch/v1
kind: Job
metadata:
  name: hello
  labels: {own: label}
spec:
${spec}
  template:
    metadata:
${labels}
    spec:
      restartPolicy: Never
      containers:
        - name: main
          image: busybox:1.36
`;
}

test('a selector that matches what is generated is accepted', () => {
  check(job('  selector: {}'));
  check(job('  selector: {matchLabels: {job-name: hello}}'));
  check(job('  selector: {matchExpressions: [{key: job-name, operator: Exists}]}'));
});

test('another selector is not', () => {
  check(
    job(
      `  selector: {matchLabels: {app: a}}
# ^^^^^^^^ job-selector-not-generated`,
      '      labels: {app: a}',
    ),
  );
});

test('a manual selector is needed and matches the template', () => {
  check(job('  manualSelector: true\n  selector: {matchLabels: {app: a}}', '      labels: {app: a}'));
  check(
    job(
      '  manualSelector: true\n  selector: {matchLabels: {app: b}}',
      `      labels: {app: a}
#     ^^^^^^ job-selector-mismatch`,
    ),
  );
});

test('labels that the server generates may not say anything else', () => {
  check(
    job(
      '  completions: 1',
      `      labels:
        job-name: other
#                 ^^^^^ job-name-label
        controller-uid: mine
#                       ^^^^ job-controller-uid-label`,
    ),
  );
  check(job('  completions: 1', '      labels: {job-name: hello}'));
});

test('a faulty selector is reported once', () => {
  check(
    job(`  selector:
    matchLabels:
      a b: c
#     ^^^ name-qualified`),
  );
});
