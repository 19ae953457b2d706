import { parseSchedule } from '../../kubernetes/cron/parse-schedule.ts';
import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import { findTimeZone, type TimeZone, utc } from '../../kubernetes/time-zones/time-zone.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import type { Cluster } from '../api-server/cluster.ts';
import type { GarbageCollector } from '../controllers/garbage-collector.ts';
import { type Instant, pastSecond, watchTime } from '../engine/clock.ts';
import { createWorkQueue } from '../engine/work-queue.ts';
import type { CronJobObject, JobObject } from '../objects/objects.ts';
import { makeUid, newJobObject, readSpec, type SpecReading, storedJob } from '../objects/stored-objects.ts';
import { latestUnmetTime, nextLook, type ScheduleClock, scheduleClock } from '../schedules/missed-schedules.ts';
import { scheduledJob, scheduledJobName } from '../schedules/scheduled-job.ts';
import { createTurnCopier, type TurnBounds } from '../shortcuts/turn-copier.ts';
import { jobsBeyondHistory } from './job-history.ts';

export interface CronJobController {
  added(): void;
  /** `before` is the CronJob as it was. */
  edited(before: CronJob): void;
  /** One of its Jobs changed in whatever way. */
  jobChanged(): void;
}

interface Surroundings {
  readonly cluster: Cluster;
  readonly collector: GarbageCollector;
  readonly version: KubernetesVersion;
  readonly seed: number;
  readonly epoch: number;
  /** Absent where the Jobs do not all live alike. */
  readonly turns: TurnBounds | undefined;
}

/** What the controller reads of a CronJob, until somebody edits it. */
interface CronJobReading extends SpecReading {
  readonly of: CronJob;
  /** Undefined where the schedule cannot be read, or there is no such zone. */
  readonly schedule: ScheduleClock | undefined;
  readonly zone: TimeZone;
}

function readCronJob(of: CronJob): CronJobReading {
  const { schedule = '', timeZone, jobTemplate } = of.spec ?? {};
  const zone = timeZone === undefined ? utc : findTimeZone(timeZone);
  const parsed = parseSchedule(schedule);
  return {
    of,
    schedule: parsed.ok && zone ? scheduleClock(parsed.schedule, zone) : undefined,
    zone: zone ?? utc,
    ...readSpec(jobTemplate?.spec),
  };
}

const tooManyMissed = 'too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew';

/** Follows pkg/controller/cronjob/cronjob_controllerv2.go, 1.37. */
export function createCronJobController(cronJob: CronJobObject, surroundings: Surroundings): CronJobController {
  const { cluster, collector, version, seed, epoch } = surroundings;
  const { clock, recorder } = cluster;
  const queue = createWorkQueue(clock, watchTime, sync);
  let known: CronJobReading | undefined;

  const wall = (instant: Instant) => epoch + (instant + pastSecond) / 1000;
  const instantAt = (time: number): Instant => Math.round((time - epoch) * 1000) - pastSecond;
  const copyTurns = surroundings.turns && createTurnCopier({ cluster, cronJob, bounds: surroundings.turns, seed, wall, maker });

  function reading(): CronJobReading {
    if (known?.of !== cronJob.stored) known = readCronJob(cronJob.stored);
    return known;
  }
  function send(type: 'Normal' | 'Warning', reason: string, message: string): void {
    cluster.send({ kind: 'CronJob', object: 0, type, reason, message, source: 'cronjob-controller' });
  }
  function earliest(): number {
    return wall(cluster.stored(cronJob.lastScheduleTime ?? cronJob.created));
  }
  function lookAgain(schedule: ScheduleClock): void {
    const now = wall(clock.now);
    const next = nextLook(schedule, earliest(), now);
    if (next !== undefined) queue.addAfter(instantAt(next) - clock.now);
  }
  function deleteJob(job: JobObject): void {
    cronJob.active = cronJob.active.filter((other) => other !== job);
    collector.deleteJob(job, 'Background');
    send('Normal', 'SuccessfulDelete', `Deleted job ${job.name}`);
  }

  function sync(): void {
    if (cronJob.deleted !== undefined) return;
    const passed = copyTurns?.(reading().schedule) ?? 0;
    if (passed > 0) {
      queue.addAfter(passed);
      return;
    }
    const before = { active: cronJob.active, lastScheduleTime: cronJob.lastScheduleTime };
    const jobs = [...cronJob.jobs];
    cleanUpHistory(jobs);
    jobs.filter((job) => job.finished).forEach(noteFinished);
    cronJob.active.filter((job) => job.deleted !== undefined).forEach(noteMissing);
    if (!cronJob.deleting && !cronJob.stored.spec?.suspend) startDueJob();
    writeStatus(before);
  }
  function cleanUpHistory(jobs: readonly JobObject[]): void {
    const { successfulJobsHistoryLimit, failedJobsHistoryLimit } = cronJob.stored.spec ?? {};
    for (const job of jobsBeyondHistory(jobs, successfulJobsHistoryLimit, failedJobsHistoryLimit)) {
      recorder.explain('trace-history-full', { job: job.name });
      deleteJob(job);
    }
  }
  /** A status that changed is written, and looked at again where a Job came or went. */
  function writeStatus(before: Pick<CronJobObject, 'active' | 'lastScheduleTime'>): void {
    const scheduled = before.lastScheduleTime !== cronJob.lastScheduleTime;
    if (!scheduled && before.active === cronJob.active) return;
    recorder.cronJob('MODIFIED', cronJob);
    if (scheduled || before.active.length !== cronJob.active.length) queue.add();
  }
  function noteMissing(job: JobObject): void {
    cronJob.active = cronJob.active.filter((other) => other !== job);
    send('Normal', 'MissingJob', `Active job went missing: ${job.name}`);
  }
  function noteFinished(job: JobObject): void {
    if (cronJob.active.includes(job)) {
      cronJob.active = cronJob.active.filter((other) => other !== job);
      send('Normal', 'SawCompletedJob', `Saw completed job: ${job.name}, condition: ${job.finished}`);
    }
    const { completionTime } = job.status;
    if (job.finished === 'Complete' && completionTime !== undefined) {
      cronJob.lastSuccessfulTime = Math.max(cronJob.lastSuccessfulTime ?? completionTime, completionTime);
    }
  }
  /** Starts a Job for the latest time that is due; those before it are lost. */
  function startDueJob(): void {
    const { schedule } = reading();
    const { startingDeadlineSeconds, schedule: text = '' } = cronJob.stored.spec ?? {};
    if (!schedule) return;
    const now = wall(clock.now);
    const deadline = startingDeadlineSeconds === undefined ? Infinity : startingDeadlineSeconds * 1000;
    const unmet = latestUnmetTime(schedule, Math.max(earliest(), now - deadline), now);
    if (!unmet) {
      const problem = 'time difference between two schedules is less than 1 second';
      send('Warning', 'InvalidSchedule', `invalid schedule: ${text} : ${problem}`);
      return;
    }
    if (unmet.latest !== undefined) {
      if (unmet.missed === 'many') send('Warning', 'TooManyMissedTimes', tooManyMissed);
      startFor(unmet.latest, unmet.latest + deadline < now);
    }
    lookAgain(schedule);
  }
  function startFor(time: number, tooLate: boolean): void {
    const args = () => ({ time: new Date(time).toISOString() });
    if (tooLate) {
      send('Warning', 'MissSchedule', `Missed scheduled time to start a job: ${new Date(time).toUTCString().replace('GMT', 'UTC')}`);
      recorder.explain('trace-too-late', args());
      return;
    }
    const name = scheduledJobName(cronJob.name, time);
    if (cronJob.lastScheduleTime === instantAt(time) || cronJob.active.some((job) => job.name === name)) return;
    const { concurrencyPolicy } = cronJob.stored.spec ?? {};
    if (concurrencyPolicy === 'Forbid' && cronJob.active.length > 0) {
      send('Normal', 'JobAlreadyActive', 'Not starting job because prior execution is running and concurrency policy is Forbid');
      recorder.explain('trace-forbidden', args());
      return;
    }
    if (concurrencyPolicy === 'Replace') {
      for (const job of cronJob.active) {
        recorder.explain('trace-replaced', { job: job.name });
        deleteJob(job);
      }
    }
    start(name, time);
  }
  function start(name: string, time: number): void {
    const existing = [...cronJob.jobs].find((job) => job.name === name);
    if (existing && cronJob.active.includes(existing)) return;
    if (!existing) createJob(name, time);
    else cronJob.active = [...cronJob.active, existing];
    cronJob.lastScheduleTime = instantAt(time);
  }
  function maker(name: string, time: number, ordinal: number): () => Job {
    const { stored } = cronJob;
    const { zone } = reading();
    return () => storedJob(scheduledJob(stored, name, time, zone), makeUid(seed, 'job', ordinal), version);
  }
  function createJob(name: string, time: number): void {
    const { fields, plan } = reading();
    const ordinal = cluster.jobs.length;
    const stored = maker(name, time, ordinal);
    const origin = { of: cronJob.stored, time };
    const job = newJobObject({ name, stored, fields, plan, ordinal, owner: cronJob, origin, created: clock.now });
    cronJob.active = [...cronJob.active, job];
    recorder.explain('trace-scheduled', { job: name, time: new Date(time).toISOString() });
    cluster.addJob(job);
    send('Normal', 'SuccessfulCreate', `Created job ${name}`);
  }

  return {
    added: () => queue.add(),
    edited(before) {
      const [old, spec] = [before.spec ?? {}, cronJob.stored.spec ?? {}];
      const { schedule } = reading();
      if (old.schedule === spec.schedule && old.timeZone === spec.timeZone) queue.add();
      else if (schedule) lookAgain(schedule);
    },
    jobChanged: () => queue.add(),
  };
}
