import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CronJob, Job } from '../../../server/kubernetes/generated/types.ts';
import { secondsOf } from '../../../server/simulator/engine/clock.ts';
import { at } from '../../../server/simulator/run/at.ts';
import { sums } from '../../../server/simulator/run/columns.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import type { Scenario } from '../../../server/simulator/scenario/scenario.ts';
import { simulate } from '../../../server/simulator/simulate.ts';
import { jobOf } from '../../manifests.ts';
import { runs } from '../../property-runs.ts';
import { cronJobs, difference, jobSpecs, podSpecs, scenarios } from '../arbitrary-runs.ts';
import { allOutputs } from './outputs.ts';

const jobs = fc
  .tuple(jobSpecs, podSpecs, fc.nat(3), fc.integer({ min: 1, max: 4 }))
  .map(([spec, pod, backoffLimit, parallelism]): Job => ({ ...jobOf({ parallelism, ...spec, backoffLimit }, pod), kind: 'Job' }));

/** Some seconds of the run, and instants at which something changes. */
const times = fc.array(
  fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }).map((share) => (run: Run) => secondsOf(Math.round(share * run.end))),
    fc.nat().map((number) => (run: Run) => secondsOf(changeOf(run, number))),
    fc.nat().map((number) => (run: Run) => secondsOf(changeOf(run, number) - 1)),
    fc.integer({ min: 0, max: 8000 }).map((second) => () => second),
  ),
  { minLength: 2, maxLength: 4 },
);

function changeOf({ jobs, pods, events }: Run, number: number): number {
  const instants = [jobs, pods, events].flatMap((columns) => [...sums(columns.at)]);
  return instants[number % instants.length] ?? 0;
}

/** As it is sent and read again. */
function sent(run: Run): Run {
  return JSON.parse(JSON.stringify(run));
}

function expectMoments(object: Job | CronJob, scenario: Scenario, until: number, moments: readonly ((run: Run) => number)[]): void {
  const run = sent(simulate(object, scenario, { version: '1.37', until }));
  for (const moment of moments) {
    const t = Math.min(Math.max(0, moment(run)), until);
    const watched = simulate(object, scenario, { version: '1.37', until: t });
    expect(difference(allOutputs(at(run, t)), allOutputs(at(watched)))).toEqual([]);
  }
}

describe('a moment of a run is the end of one that was watched up to then, to the byte', () => {
  test('of a Job', () => {
    fc.assert(
      fc.property(jobs, scenarios, fc.constantFrom(30, 400, 7200), times, (job, scenario, until, moments) => {
        expectMoments(job, scenario, until, moments);
      }),
      runs(150),
    );
  });

  test('of a CronJob', () => {
    fc.assert(
      fc.property(cronJobs, scenarios, fc.constantFrom(600, 8000), times, (cronJob, scenario, until, moments) => {
        expectMoments(cronJob, scenario, until, moments);
      }),
      runs(60),
    );
  });
});
