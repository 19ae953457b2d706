import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action } from '../../../server/simulator/scenario/scenario.ts';
import { simulate } from '../../../server/simulator/simulate.ts';
import { cronJobOf, jobOf } from '../../manifests.ts';
import { runs } from '../../property-runs.ts';

const at = (text: string) => Date.parse(`2026-03-01T${text}Z`);

test('turns of a schedule that are copied are the turns that would have been taken', () => {
  const cases = fc.record({
    exit: fc.constantFrom(0, 1),
    seconds: fc.integer({ min: 0, max: 150 }),
    startAt: fc.integer({ min: 0, max: 59 }).map((second) => at('10:00:00') + second * 1000),
    schedule: fc.constantFrom('* * * * *', '*/5 * * * *', '*/7 10-11 * * *', '20 * * * *'),
    timeZone: fc.constantFrom('Etc/UTC', 'Europe/Berlin'),
    limit: fc.nat(3),
    job: fc.constantFrom(
      {},
      { completions: 2 },
      { completions: 3, parallelism: 2, completionMode: 'Indexed' },
      { ttlSecondsAfterFinished: 30 },
    ),
    until: fc.integer({ min: 3600, max: 20_000 }),
    actions: fc.constantFrom<readonly Action[]>([], [{ at: 1500, kind: 'patch', patch: { spec: { suspend: true } } }]),
  });
  fc.assert(
    fc.property(cases, ({ exit, seconds, startAt, schedule, timeZone, limit, job, until, actions }) => {
      const spec = { schedule, timeZone, successfulJobsHistoryLimit: limit, failedJobsHistoryLimit: limit };
      const jobTemplate = { spec: { ...jobOf({ backoffLimit: 0 }).spec, ...job } };
      const cronJob = cronJobOf({ ...spec, jobTemplate });
      const scenario = { startAt, actions, run: [{ kind: 'run', for: seconds, exit } as const] };
      const copied = simulate(cronJob, scenario, { version: '1.37', until });
      const lived = simulate(cronJob, scenario, { version: '1.37', until, shortcuts: false });
      expect(JSON.stringify(copied)).toBe(JSON.stringify(lived));
    }),
    runs(40),
  );
});
