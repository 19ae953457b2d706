import { describe, expect, test } from 'vitest';
import { container, life, run } from '../runs.ts';

describe('an end from outside', () => {
  test('sleep ignores SIGTERM: the whole grace period passes', () => {
    const result = run({ activeDeadlineSeconds: 5 }, {}, { containers: [container('main', { command: ['sleep', '100'] })] });
    expect(life(result)).toBe('0 Pending 0/1 > 0 ContainerCreating 0/1 > 1 Running 1/1 > 5 Terminating 1/1 > 35 Error 0/1 > 35 gone');
    expect(result.summary.assumptions.map(({ code }) => code)).toContain('estimate-stop-ignores-sigterm');
  });

  test('what ignores SIGTERM may end by itself before the grace period is over', () => {
    expect(life(run({ activeDeadlineSeconds: 5 }))).toContain('5 Terminating 1/1 > 11 Completed 0/1 > 11 gone');
  });

  test('kill -9 ends the wait, and nothing restarts', () => {
    const actions = [
      { at: 5, deletePod: 0 },
      { at: 9, killContainer: 0 },
    ];
    const result = run({ backoffLimit: 0 }, { run: { for: 60 }, stop: { after: 20 }, actions }, { restartPolicy: 'OnFailure' });
    expect(life(result)).toBe('0 Pending 0/1 > 0 ContainerCreating 0/1 > 1 Running 1/1 > 5 Terminating 1/1 > 9 Error 0/1 > 9 gone');
  });

  test('the pod’s own deadline is one more failure', () => {
    const result = run({ backoffLimit: 0 }, { run: { for: 60 } }, { activeDeadlineSeconds: 4 });
    expect(life(result)).toContain('4 Error 0/1');
    expect(result.summary).toMatchObject({ outcome: 'Failed', reason: 'BackoffLimitExceeded' });
  });
});
