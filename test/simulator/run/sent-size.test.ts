import { describe, expect, test } from 'vitest';
import type { CronJob, Job } from '../../../server/kubernetes/generated/types.ts';
import { writtenRun } from '../../../server/simulator/run/written/written-run.ts';
import type { Scenario } from '../../../server/simulator/scenario/scenario.ts';
import { simulate } from '../../../server/simulator/simulate.ts';
import { cronJobOf, jobOf } from '../../manifests.ts';

function bytesSent(object: Job | CronJob, scenario: Scenario, until: number): { readonly bytes: number; readonly pods: number } {
  const run = simulate(object, scenario, { version: '1.37', until });
  return { bytes: JSON.stringify(writtenRun(run)).length, pods: run.summary.podsCreated };
}

const hour = 3600;
const often = cronJobOf({ schedule: '*/5 * * * *' });
const overlapping: Scenario = { run: [{ kind: 'run', for: 450 }] };
const byChance: Scenario = { run: [{ kind: 'run', for: { min: 5, max: 20 } }] };
const failing: Scenario = { run: [{ kind: 'run', exit: 1 }] };

describe('a run is sent in few bytes, twice as many where it is twice as long', () => {
  test.each<[string, CronJob, Scenario]>([
    ['whose Jobs are alike', often, {}],
    ['whose Jobs overlap', often, overlapping],
    ['whose Jobs wait for each other, ever later', cronJobOf({ schedule: '*/5 * * * *', concurrencyPolicy: 'Forbid' }), overlapping],
    ['whose Jobs replace each other', cronJobOf({ schedule: '*/5 * * * *', concurrencyPolicy: 'Replace' }), overlapping],
    ['whose Jobs last as long as chance will have it', often, byChance],
  ])('of a CronJob %s', (_, cronJob, scenario) => {
    const short = bytesSent(cronJob, scenario, 60 * hour);
    const long = bytesSent(cronJob, scenario, 120 * hour);
    expect(short.bytes / short.pods).toBeLessThan(250);
    expect(long.bytes - short.bytes).toBeLessThan(1.1 * short.bytes);
  });

  test('of a CronJob of a minute that is watched for an hour', () => {
    const { bytes, pods } = bytesSent(cronJobOf({ schedule: '* * * * *' }), {}, hour);
    expect(bytes / pods).toBeLessThan(250);
  });

  test.each<[string, (completions: number) => Job, Scenario]>([
    ['one by one', (completions) => jobOf({ completions }), {}],
    ['many at a time', (completions) => jobOf({ completions, parallelism: 100 }), {}],
    ['by index', (completions) => jobOf({ completions, parallelism: 10, completionMode: 'Indexed' }), byChance],
    ['that fail', (completions) => jobOf({ completions, parallelism: 10, backoffLimit: completions }), failing],
  ])('of a Job with pods %s', (_, job, scenario) => {
    const short = bytesSent(job(500), scenario, 50 * hour);
    const long = bytesSent(job(1000), scenario, 100 * hour);
    expect(short.bytes / short.pods).toBeLessThan(200);
    expect(long.bytes - short.bytes).toBeLessThan(1.1 * short.bytes);
  });
});
