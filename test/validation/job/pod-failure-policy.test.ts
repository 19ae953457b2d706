import { test } from 'vitest';
import { check } from '../../check.ts';
import { jobWith, under } from '../../manifests.ts';

const policy = (rules: string) => jobWith(under('podFailurePolicy', under('rules', rules)));

test('a rule has a known action', () => {
  check(
    policy(`
      - onExitCodes: {operator: In, values: [1]}
      # ^^^^^^^^^^^ pod-failure-policy-action-missing
      - action: Restart
      #         ^^^^^^^ pod-failure-policy-action
        onExitCodes: {operator: In, values: [1]}
      - action: FailIndex
      #         ^^^^^^^^^ pod-failure-policy-fail-index
        onExitCodes: {operator: In, values: [1]}
    `),
  );
});

test('a rule looks at exit codes or at conditions', () => {
  check(
    policy(`
      - action: Count
      # ^^^^^^^^^^^^^ pod-failure-policy-rule-neither
      - action: Count
        onExitCodes: {operator: In, values: [1]}
        onPodConditions: [{type: DisruptionTarget}]
        #^^^^^^^^^^^^^^ pod-failure-policy-rule-both
    `),
  );
});

test('exit codes are ordered, unique and no success', () => {
  check(
    policy(`
      - action: Count
        onExitCodes:
          containerName: other
          #              ^^^^^ pod-failure-policy-container
          operator: in
          #         ^^ pod-failure-policy-operator
          values: [3, 1, 3]
          #       ^^^^^^^^^ pod-failure-policy-values-order
          #              ^ duplicate-value
      - action: Count
        onExitCodes:
        #^^^^^^^^^^ pod-failure-policy-operator-missing
          values: []
          #       ^^ pod-failure-policy-values-missing
      - action: Count
        onExitCodes:
          operator: In
          values: [0, 1]
          #        ^ pod-failure-policy-exit-code-zero
      - action: Count
        onExitCodes:
          operator: NotIn
          values: [0]
    `),
  );
});

test('conditions have a type and a status', () => {
  check(
    policy(`
      - action: Ignore
        onPodConditions:
          - type: DisruptionTarget
          - type: a b
          #       ^^^ name-qualified
            status: Yes!
            #       ^^^^ pod-failure-policy-status
    `),
  );
});

test('there are limits', () => {
  const rule = '{action: Count, onExitCodes: {operator: In, values: [1]}}';
  check(jobWith(`podFailurePolicy: {rules: [${Array(20).fill(rule).join(', ')}]}`));
  const rules = `[${Array(21).fill(rule).join(', ')}]`;
  check(
    jobWith(`
      podFailurePolicy:
        rules: ${rules}
        #      ${'^'.repeat(rules.length)} too-many-items
    `),
  );
});
