import { describe, expect, test } from 'vitest';
import { container, life, run } from '../runs.ts';

describe('restarts in place', () => {
  test('the first is immediate, then 10 s, 20 s pass; at the limit the pod goes', () => {
    const result = run({ backoffLimit: 3 }, { run: { for: 1, exit: 1 } }, { restartPolicy: 'OnFailure' });
    expect(life(result)).toBe(
      '0 Pending 0/1 > 0 ContainerCreating 0/1 > 1 Running 1/1 > 2 Error 0/1 > 2.3 Running 1/1 r1 > 3.3 Error 0/1 r1 > 3.3 CrashLoopBackOff 0/1 r1' +
        ' > 13.3 Running 1/1 r2 > 14.3 Error 0/1 r2 > 14.3 CrashLoopBackOff 0/1 r2 > 34.3 Running 1/1 r3' +
        ' > 35.3 Terminating 1/1 r3 > 35.3 Terminating 0/1 r3 > 35.3 Error 0/1 r3 > 35.3 gone',
    );
    expect(result.summary).toMatchObject({ outcome: 'Failed', reason: 'BackoffLimitExceeded', podsCreated: 1, restarts: 3 });
  });

  test('a rule restarts a container for certain exit codes only', () => {
    const restartPolicyRules = [{ action: 'Restart', exitCodes: { operator: 'In', values: [42] } }];
    const containers = [container('main', { restartPolicy: 'Never', restartPolicyRules })];
    const result = run(
      { backoffLimit: 0 },
      {
        run: [
          { for: 2, exit: 42 },
          { for: 1, exit: 1 },
        ],
      },
      { containers },
    );
    expect(life(result)).toBe(
      '0 Pending 0/1 > 0 ContainerCreating 0/1 > 1 Running 1/1 > 3 Error 0/1 > 3.3 Running 1/1 r1 > 4.3 Error 0/1 r1',
    );
  });

  test('kill -9 ends one run with exit code 137', () => {
    const scenario = { run: { for: 20 }, actions: [{ at: 5, killContainer: 0 }] };
    expect(life(run({}, scenario, { restartPolicy: 'OnFailure' }))).toBe(
      '0 Pending 0/1 > 0 ContainerCreating 0/1 > 1 Running 1/1 > 5 Error 0/1 > 5.3 Running 1/1 r1 > 25.3 Completed 0/1 r1',
    );
    expect(life(run({ backoffLimit: 0 }, scenario))).toBe('0 Pending 0/1 > 0 ContainerCreating 0/1 > 1 Running 1/1 > 5 Error 0/1');
  });
});
