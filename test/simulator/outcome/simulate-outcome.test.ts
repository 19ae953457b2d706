import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CronJob } from '../../../server/kubernetes/generated/types.ts';
import type { Scenario } from '../../../server/simulator/scenario/scenario.ts';
import { type OutcomeOptions, simulate, simulateOutcome, simulateSummary } from '../../../server/simulator/simulate.ts';
import { cronJobOf, jobOf } from '../../manifests.ts';
import { runs } from '../../property-runs.ts';
import { cronJobs, jobSpecs, podSpecs, scenarios } from '../arbitrary-runs.ts';

/** Both, the whole run as far as it says the same. */
function bothOf(cronJob: CronJob, scenario: Scenario, options: OutcomeOptions) {
  const outcome = simulateOutcome(cronJob, scenario, options);
  const run = simulate(cronJob, scenario, options);
  return { outcome, ofRun: Object.fromEntries(Object.keys(outcome).map((key) => [key, Reflect.get(run, key)])) };
}

test('what a run comes to is the same whether what happens is written down or not', () => {
  // So few numbers stop a run before its end.
  const bounds = fc.constantFrom({}, {}, { mostStatusNumbers: 300 }, { mostPods: 2 }, { maxEvents: 200 });
  fc.assert(
    fc.property(cronJobs, scenarios, fc.integer({ min: 600, max: 30_000 }), bounds, (cronJob, scenario, until, bound) => {
      const options = { version: '1.37', until, ...bound } as const;
      const { outcome, ofRun } = bothOf(cronJob, scenario, options);
      expect(outcome).toEqual(ofRun);
    }),
    runs(40),
  );
});

test('so is the summary, of a Job and of a CronJob, however long it is watched', () => {
  const jobs = fc.tuple(jobSpecs, podSpecs).map(([spec, pod]) => jobOf(spec, pod));
  const untils = fc.option(fc.integer({ min: 1, max: 3000 }), { nil: undefined });
  fc.assert(
    fc.property(fc.oneof(jobs, cronJobs), scenarios, untils, (object, scenario, until) => {
      const options = { version: '1.37', ...(until === undefined ? {} : { until }) } as const;
      expect(simulateSummary(object, scenario, options)).toEqual(simulate(object, scenario, options).summary);
    }),
    runs(60),
  );
});

test.each(['Allow', 'Forbid', 'Replace'])('the same of two months whose turns are not alike, with %s', (concurrencyPolicy) => {
  const options = { version: '1.37', until: 60 * 86_400 } as const;
  const cronJob = cronJobOf({ schedule: '*/7 * * * *', concurrencyPolicy });
  const scenario: Scenario = { run: [{ kind: 'run', for: 450, exit: 1 }] };
  const { outcome, ofRun } = bothOf(cronJob, scenario, options);
  expect(outcome).toEqual(ofRun);
});
