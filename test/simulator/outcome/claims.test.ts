import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bounds } from '../../../server/estimate/bounds/bounds.ts';
import { runsTogether } from '../../../server/estimate/bounds/runs-together.ts';
import type { CronJob, JobSpec } from '../../../server/kubernetes/generated/types.ts';
import { recordingOf } from '../../../server/simulator/run/recording-of.ts';
import type { Scenario } from '../../../server/simulator/scenario/scenario.ts';
import { simulate } from '../../../server/simulator/simulate.ts';
import { jobOf } from '../../manifests.ts';
import { runs } from '../../property-runs.ts';
import { cronJobs, jobSpecs, podSpecs, scenarios } from '../arbitrary-runs.ts';
import { recount, timesPassed } from './recount.ts';

const version = '1.37';
const undisturbed = scenarios.map<Scenario>((scenario) => ({ ...scenario, actions: [] }));
const jobs = fc.tuple(jobSpecs, podSpecs, fc.nat(3)).map(([spec, pod, backoffLimit]) => jobOf({ backoffLimit, ...spec }, pod));

function expectJobBounds(spec: JobSpec, pods: number): void {
  expect(pods).toBeLessThanOrEqual(bounds(spec).mostPods ?? Infinity);
}

test('what a run says of a Job is what its rows show: pods, outcome, reason, duration, deletion', () => {
  fc.assert(
    fc.property(jobs, scenarios, fc.constantFrom(undefined, 20, 500), (job, scenario, until) => {
      const run = simulate(job, scenario, { version, ...(until === undefined ? {} : { until }), maxEvents: 20_000 });
      const { summary } = run;
      const { jobs: rows } = recordingOf(run);
      const counted = recount(run);
      expect(summary.podsCreated).toBe(counted.pods);
      expect(summary.outcome === 'Complete').toBe(counted.complete === 1);
      expect(summary.outcome === 'Failed').toBe(counted.failed === 1);
      expect(summary.outcome === 'Deleted').toBe(counted.deleted === 1);
      const end = rows.find(({ conditions }) => conditions.some((one) => /^(Complete|Failed)=True/.test(one)));
      const gone = rows.find(({ event }) => event === 'DELETED');
      expect(summary.duration === null).toBe(end === undefined);
      expect(summary.deletedAfter === null).toBe(end === undefined || gone === undefined);
      if (end) expect(end.conditions.some((one) => one.endsWith(`:${summary.reason}`))).toBe(true);
      if (end && gone) expect(Math.abs(gone.t - end.t - (summary.deletedAfter ?? 0))).toBeLessThanOrEqual(1);
      if (end && job.spec?.suspend !== true && scenario.actions?.length === 0)
        expect(Math.abs(end.t - (summary.duration ?? 0))).toBeLessThanOrEqual(1);
      expectJobBounds(job.spec ?? {}, counted.mostPodsOfJob);
      if (scenario.actions?.length === 0) expect(counted.mostPods).toBeLessThanOrEqual(bounds(job.spec ?? {}).mostAtOnce);
    }),
    runs(2000),
  );
});

test('what a run says of a CronJob is what its rows show: what became of each Job and each time, and how many at once', () => {
  fc.assert(
    fc.property(cronJobs, undisturbed, fc.integer({ min: 100, max: 8000 }), (cronJob, scenario, until) => {
      const run = simulate(cronJob, scenario, { version, until });
      const { complete = 0, failed = 0, replaced = 0, running = 0, forbidden = 0, missed = 0 } = run.runsOfCronJob ?? {};
      const counted = recount(run);
      expect({ pods: run.summary.podsCreated, jobs: run.jobsCreated, complete, failed, deleted: replaced, running }).toMatchObject({
        pods: counted.pods,
        jobs: counted.jobs,
        complete: counted.complete,
        failed: counted.failed,
        deleted: counted.deleted,
        running: counted.running,
      });
      // With @every the next time follows from when the last Job was started, so times cannot be told from the schedule alone.
      const { least, most } = timesPassed(cronJob, run);
      const times = cronJob.spec?.schedule?.startsWith('@') ? least : run.jobsCreated + forbidden + missed;
      expect([times >= least, times <= most]).toEqual([true, true]);
      expectCronJobBounds(cronJob, counted);
    }),
    runs(2000),
  );
});

function expectCronJobBounds({ spec = {} }: CronJob, { mostPodsOfJob, mostJobs, mostPods }: ReturnType<typeof recount>): void {
  const together = runsTogether(spec) ?? Infinity;
  const ofJob = spec.jobTemplate?.spec ?? {};
  expectJobBounds(ofJob, mostPodsOfJob);
  expect(mostJobs).toBeLessThanOrEqual(together);
  expect(mostPods).toBeLessThanOrEqual(together * bounds(ofJob).mostAtOnce);
}

test('what is said to go on for ever is still there after a hundred times as long', () => {
  fc.assert(
    fc.property(fc.oneof(jobs, cronJobs), undisturbed, fc.integer({ min: 100, max: 1500 }), (object, scenario, until) => {
      const endless = { ...scenario, run: [{ kind: 'cannot-pull' as const }] };
      for (const played of [scenario, endless]) {
        const short = simulate(object, played, { version, until });
        const names = new Set(recordingOf(short).jobs.map(({ NAME }) => NAME));
        if (!short.unfinished?.endless) continue;
        const long = recordingOf(simulate(object, played, { version, until: 100 * until, maxEvents: 30_000 })).jobs;
        const ended = long.filter(
          ({ t, NAME, conditions }) => t > until && names.has(NAME) && conditions.some((one) => /^(Complete|Failed)=True/.test(one)),
        );
        const endedBefore = new Set(
          recordingOf(short)
            .jobs.filter(({ conditions }) => conditions.some((one) => /^(Complete|Failed)=True/.test(one)))
            .map(({ NAME }) => NAME),
        );
        expect(ended.filter(({ NAME }) => !endedBefore.has(NAME))).toEqual([]);
      }
    }),
    runs(2000),
  );
});

test('a CronJob of which nobody says how long is watched until its third run has ended, an hour at least', () => {
  fc.assert(
    fc.property(cronJobs, undisturbed, fc.constantFrom('* * * * *', '20 * * * *', '0 3 * * 1', '0 0 1 1 *'), (one, scenario, schedule) => {
      const cronJob = { ...one, spec: { ...one.spec, schedule } };
      const run = simulate(cronJob, scenario, { version });
      const ended = (until: number) => {
        const { complete = 0, failed = 0, replaced = 0 } = simulate(cronJob, scenario, { version, until }).runsOfCronJob ?? {};
        return complete + failed + replaced;
      };
      if (run.watched === 'hour') expect([run.until, ended(3600) >= 3]).toEqual([3600, true]);
      if (run.watched === 'third-run')
        expect([ended(run.until) >= 3, ended(run.until - 1) >= 3, run.until > 3600]).toEqual([true, false, true]);
      if (run.watched === 'years') expect(ended(run.until)).toBeLessThan(3);
      expect(['hour', 'third-run', 'years', 'events']).toContain(run.watched);
    }),
    runs(400),
  );
});
