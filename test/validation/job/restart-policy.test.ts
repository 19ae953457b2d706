import { test } from 'vitest';
import { check, jobWith } from '../check.ts';

test('a Job without restartPolicy shows at the nearest parent', () => {
  check(`apiVersion: batch/v1
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

test('Always is one error, on the value', () => {
  check(
    jobWith(
      'completions: 1',
      `restartPolicy: Always
#              ^^^^^^ job-restart-policy`,
    ),
  );
});

test('an unknown or empty value is one error', () => {
  check(
    jobWith(
      'completions: 1',
      `restartPolicy: never
#              ^^^^^ job-restart-policy`,
    ),
  );
  check(
    jobWith(
      'completions: 1',
      `restartPolicy: ""
#              ^^ job-restart-policy-missing`,
    ),
  );
});

test('a podFailurePolicy allows Never alone', () => {
  const policy = 'podFailurePolicy: {rules: [{action: Count, onExitCodes: {operator: In, values: [1]}}]}';
  check(jobWith(policy, 'restartPolicy: Never'));
  check(
    jobWith(
      policy,
      `restartPolicy: OnFailure
#              ^^^^^^^^^ job-restart-policy-pod-failure-policy`,
    ),
  );
});
