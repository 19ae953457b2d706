import { test } from 'vitest';
import { check } from '../../check.ts';
import { jobWith, podWith } from '../../manifests.ts';

test('a Job without restartPolicy shows at the nearest parent', () => {
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

test('Always is one error, on the value', () => {
  check(
    podWith(`
      restartPolicy: Always
      #              ^^^^^^ job-restart-policy
    `),
  );
});

test('an unknown or empty value is one error', () => {
  check(
    podWith(`
      restartPolicy: never
      #              ^^^^^ job-restart-policy
    `),
  );
  check(
    podWith(`
      restartPolicy: ""
      #              ^^ job-restart-policy-missing
    `),
  );
});

test('a podFailurePolicy allows Never alone', () => {
  const policy = 'podFailurePolicy: {rules: [{action: Count, onExitCodes: {operator: In, values: [1]}}]}';
  check(jobWith({ spec: policy, pod: 'restartPolicy: Never' }));
  check(
    jobWith({
      spec: policy,
      pod: `
        restartPolicy: OnFailure
        #              ^^^^^^^^^ job-restart-policy-pod-failure-policy
      `,
    }),
  );
});
