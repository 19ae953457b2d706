import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simulate } from '../../../server/simulator/simulate.ts';
import { runs } from '../../property-runs.ts';
import { cronJobs, difference, scenarios } from '../arbitrary-runs.ts';

test('a run with shortcuts is the run that would have been taken step by step, to the byte', () => {
  fc.assert(
    fc.property(cronJobs, scenarios, fc.integer({ min: 600, max: 30_000 }), (cronJob, scenario, until) => {
      const played = (shortcuts: boolean) => JSON.stringify(simulate(cronJob, scenario, { version: '1.37', until, shortcuts }));
      expect(difference(played(true), played(false))).toEqual([]);
    }),
    runs(60),
  );
});
