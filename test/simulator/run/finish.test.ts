import { describe, expect, it } from 'vitest';
import { getText } from '../../../server/simulator/kubectl/get.ts';
import { at } from '../../../server/simulator/run/at.ts';
import { finishOf, removedAt } from '../../../server/simulator/run/finish.ts';
import { simulate } from '../../../server/simulator/simulate.ts';
import { cronJobOf, jobOf } from '../../manifests.ts';

const runOf = (ttlSecondsAfterFinished?: number, until?: number) =>
  simulate(
    jobOf(ttlSecondsAfterFinished === undefined ? {} : { ttlSecondsAfterFinished }),
    {},
    {
      version: '1.37',
      ...(until === undefined ? {} : { until }),
    },
  );

describe('when all has happened that a run shows', () => {
  it.each([0, 30, 3600, 100_000])('is the end of the Job, whenever its TTL of %d s removes it', (ttl) => {
    expect(finishOf(runOf(ttl))).toBeCloseTo(finishOf(runOf()), 0);
    const moment = at(runOf(ttl), finishOf(runOf(ttl)));
    expect(getText('jobs', moment)).toMatch(/Complete +1\/1/);
    expect(getText('events', moment)).toMatch(/Completed/);
  });

  it('is when the watch ends where the run goes on', () => {
    expect(finishOf(runOf(undefined, 4))).toBe(4);
    expect(finishOf(simulate(cronJobOf({ schedule: '0 * * * *' }), {}, { version: '1.37', until: 9000 }))).toBe(9000);
  });

  it('knows when the TTL removes the Job, if it does', () => {
    expect(removedAt(runOf(30))).toBeGreaterThan(finishOf(runOf(30)) + 28);
    expect(removedAt(runOf())).toBeUndefined();
    expect(removedAt(runOf(100_000))).toBeUndefined();
  });
});
