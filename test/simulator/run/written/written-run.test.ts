import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Run } from '../../../../server/simulator/run/run.ts';
import { readWrittenRun, writtenRun } from '../../../../server/simulator/run/written/written-run.ts';
import { simulate } from '../../../../server/simulator/simulate.ts';
import { cronJobOf, jobOf } from '../../../manifests.ts';
import { runs } from '../../../property-runs.ts';
import { jobSpecs, scenarios } from '../../arbitrary-runs.ts';

const version = '1.37';
const sent = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

/** Writes it, and expects the same when it is read. */
function written(run: Run): string {
  const text = JSON.stringify(writtenRun(run));
  expect(sent(readWrittenRun(JSON.parse(text)))).toEqual(sent(run));
  return text;
}

test('a run is the same when it was sent, of Jobs and of CronJobs', () => {
  fc.assert(
    fc.property(jobSpecs, scenarios, (spec, scenario) => {
      written(simulate(jobOf(spec), scenario, { version }));
      written(simulate(cronJobOf({ schedule: '* * * * *' }, spec), scenario, { version, until: 300 }));
    }),
    runs(60),
  );
});

test('no column is sent as a list', () => {
  const cronJob = cronJobOf({ schedule: '* * * * *' }, { completions: 9, parallelism: 3 });
  for (const run of [simulate(jobOf({ completions: 40, parallelism: 7 }), {}, { version }), simulate(cronJob, {}, { version })])
    expect(written(run)).not.toMatch(/\[(-?\d+,){30}/);
});
