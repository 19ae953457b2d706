import { describe, expect, test } from 'vitest';
import type { Container } from '../../../server/kubernetes/generated/types.ts';
import { container, life, run } from '../runs.ts';

describe('an end from outside', () => {
  test('sleep ignores SIGTERM: the whole grace period passes', () => {
    const result = run({ activeDeadlineSeconds: 5 }, {}, { containers: [container('main', { command: ['sleep', '100'] })] });
    expect(life(result)).toBe('0 Pending 0/1 > 0 ContainerCreating 0/1 > 1 Running 1/1 > 5 Terminating 1/1 > 35 Error 0/1 > 35 gone');
    expect(result.summary.assumptions.map(({ code }) => code)).toContain('estimate-stop-ignores-sigterm');
  });

  test.each<readonly [string, Container, object | undefined]>([
    ['which ignores SIGTERM', { command: ['sleep', '100'] }, { code: 'assumed-stop-ignores', args: { container: 'main', grace: 30 } }],
    [
      'which answers it',
      { command: ['sh', '-c', 'trap "exit 3" TERM; sleep 100 & wait'] },
      { code: 'assumed-stop-handles', args: { container: 'main' } },
    ],
    ['which says nothing', {}, { code: 'estimate-stop-ends', args: { container: 'main' } }],
  ])('a run that a scenario states ends at once, and the assumptions tell of a command %s', (_, more, assumption) => {
    const stopped = (stop: object) =>
      run({ activeDeadlineSeconds: 5 }, { run: { for: 50 }, ...stop }, { containers: [container('main', more)] });
    expect(life(stopped({}))).toContain('1 Running 1/1 > 5 Terminating 1/1 > 5 Error 0/1 > 5 gone');
    const ofStop = (stop: object) => stopped(stop).summary.assumptions.filter(({ code }) => code.includes('-stop-'));
    expect(ofStop({})).toEqual([assumption]);
    expect(ofStop({ stop: { after: 2 } })).toEqual([]);
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
