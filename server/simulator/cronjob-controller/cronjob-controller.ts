import { dropDisabledFields } from '../../kubernetes/creation/drop-disabled-fields.ts';
import { parseSchedule } from '../../kubernetes/cron/parse-schedule.ts';
import type { CronJob } from '../../kubernetes/generated/types.ts';
import { findTimeZone, utc } from '../../kubernetes/time-zones/time-zone.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import type { Cluster } from '../api-server/cluster.ts';
import type { GarbageCollector } from '../controllers/garbage-collector.ts';
import { type Instant, instantOf, wallTime, watchTime } from '../engine/clock.ts';
import { createWorkQueue } from '../engine/work-queue.ts';
import { minuteOf, scheduledJobName } from '../objects/names.ts';
import type { CronJobObject, JobObject } from '../objects/objects.ts';
import { newJobObject, readSpec, type SpecReading } from '../objects/stored-objects.ts';
import { type Text, textWithName } from '../objects/text.ts';
import { countTurns } from './count-turns.ts';
import { jobsBeyondHistory } from './job-history.ts';
import { latestUnmetTime, nextLook, type ScheduleClock, scheduleClock } from './missed-schedules.ts';
import { wallClockOf } from './wall-clock.ts';

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
  readonly epoch: number;
  readonly version: KubernetesVersion;
  /** Asked before each look at the CronJob: time may be skipped then. */
  readonly skipAhead: ((schedule: ScheduleClock) => void) | undefined;
}

/** What the controller reads of a CronJob, until somebody edits it. */
interface CronJobReading extends SpecReading {
  readonly of: CronJob;
  /** Undefined where the schedule cannot be read, or there is no such zone. */
  readonly schedule: ScheduleClock | undefined;
}

/** Its Jobs have no fields that are off in the version; in the template they stand. */
function readCronJob(of: CronJob, version: KubernetesVersion): CronJobReading {
  const { schedule = '', timeZone, jobTemplate } = of.spec ?? {};
  const zone = timeZone === undefined ? utc : findTimeZone(timeZone);
  const parsed = parseSchedule(schedule);
  const spec = dropDisabledFields(jobTemplate?.spec ?? {}, version);
  return { of, schedule: parsed.ok && zone ? scheduleClock(parsed.schedule, zone) : undefined, ...readSpec(spec) };
}

/** Those of any controller (DefaultTypedControllerRateLimiter of client-go's util/workqueue, 0.37). */
const retryWaits = { first: instantOf(0.005), longest: instantOf(1000) };
const tooManyMissed = 'too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew';

/** Follows pkg/controller/cronjob/cronjob_controllerv2.go, 1.37. */
export function createCronJobController(cronJob: CronJobObject, surroundings: Surroundings): CronJobController {
  const { cluster, collector, epoch, version, skipAhead } = surroundings;
  const { clock, recorder } = cluster;
  const queue = createWorkQueue(clock, watchTime, sync, retryWaits);
  let known: CronJobReading | undefined;
  const turns = countTurns(cluster, epoch, cronJob.created);

  const { wall, instantAt } = wallClockOf(clock, epoch);

  function reading(): CronJobReading {
    if (known?.of !== cronJob.stored) known = readCronJob(cronJob.stored, version);
    return known;
  }
  function send(type: 'Normal' | 'Warning', reason: string, message: Text): void {
    cluster.send(cronJob, { type, reason, message, source: 'cronjob-controller' });
  }
  /** `before` and `after` the Job's name. */
  function sendOf({ origin }: JobObject, reason: string, before: string, after = ''): void {
    if (origin) send('Normal', reason, textWithName(before, { kind: 'job', minute: minuteOf(wallTime(epoch, origin.due)) }, after));
  }
  function earliest(): number {
    return wall(cluster.stored(cronJob.lastScheduleTime ?? cronJob.created));
  }
  function lookAgain(schedule: ScheduleClock): void {
    const next = nextLook(schedule, earliest(), wall(clock.now));
    if (next !== undefined) queue.addAfter(instantAt(next) - clock.now);
  }

  function sync(): void {
    if (cronJob.deleted !== undefined) return;
    const { schedule } = reading();
    if (schedule) skipAhead?.(schedule);
    const { active, lastScheduleTime } = cronJob;
    const { size, changes } = active;
    const ended = inOrder(cronJob.ended);
    cronJob.ended.clear();
    cleanUpHistory();
    for (const job of ended) noteFinished(job);
    noteMissing();
    if (schedule && !cronJob.deleting && !cronJob.stored.spec?.suspend) startDueJob(schedule);
    if (active.changes === changes && lastScheduleTime === cronJob.lastScheduleTime) return;
    recorder.cronJob('MODIFIED', cronJob);
    if (active.size !== size || lastScheduleTime !== cronJob.lastScheduleTime) queue.add();
  }
  function cleanUpHistory(): void {
    for (const job of jobsBeyondHistory(cronJob)) {
      if (job.origin) recorder.explainTurn('trace-history-full', job.origin.due);
      deleteJob(job);
    }
  }
  function deleteJob(job: JobObject): void {
    cronJob.active.delete(job);
    collector.deleteJob(job, 'Background');
    sendOf(job, 'SuccessfulDelete', 'Deleted job ');
  }
  function noteMissing(): void {
    for (const job of inOrder(cronJob.missing)) {
      if (!cronJob.active.has(job)) continue;
      cronJob.active.delete(job);
      sendOf(job, 'MissingJob', 'Active job went missing: ');
    }
    cronJob.missing.clear();
  }
  function noteFinished(job: JobObject): void {
    if (cronJob.active.has(job)) {
      cronJob.active.delete(job);
      const label = cluster.behaviour.has('saysConditionOfJob') ? 'condition' : 'status';
      sendOf(job, 'SawCompletedJob', 'Saw completed job: ', `, ${label}: ${job.finished}`);
    }
    const { completionTime } = job.status;
    if (job.finished === 'Complete' && completionTime !== undefined) {
      cronJob.lastSuccessfulTime = Math.max(cronJob.lastSuccessfulTime ?? completionTime, completionTime);
    }
  }

  /** Starts a Job for the latest time that is due; those before it are lost. */
  function startDueJob(schedule: ScheduleClock): void {
    const { startingDeadlineSeconds = Infinity, schedule: text = '' } = cronJob.stored.spec ?? {};
    const now = wall(clock.now);
    const deadline = startingDeadlineSeconds * 1000;
    const unmet = latestUnmetTime(schedule, Math.max(earliest(), now - deadline), now);
    if (!unmet) {
      const problem = 'time difference between two schedules is less than 1 second';
      send('Warning', 'InvalidSchedule', `invalid schedule: ${text} : ${problem}`);
      return;
    }
    turns.pass(schedule);
    const { latest, missed } = unmet;
    if (missed === 'many' && latest !== undefined) send('Warning', 'TooManyMissedTimes', tooManyMissed);
    if (latest !== undefined && latest + deadline < now) missTime(instantAt(latest));
    if (latest !== undefined && latest + deadline >= now && !startFor(instantAt(latest))) {
      queue.addRateLimited();
      return;
    }
    queue.forget();
    lookAgain(schedule);
  }
  function missTime(due: Instant): void {
    send('Warning', 'MissSchedule', textWithName('Missed scheduled time to start a job: ', { kind: 'time', at: due }));
    recorder.explainTurn('trace-too-late', due);
  }
  /** Whether all went well; not where the API server refuses the Job. */
  function startFor(due: Instant): boolean {
    const name = scheduledJobName(cronJob.name, wallTime(epoch, due));
    const existing = cronJob.jobs.get(name);
    if (cronJob.lastScheduleTime === due || (existing && cronJob.active.has(existing))) return true;
    const { concurrencyPolicy } = cronJob.stored.spec ?? {};
    if (concurrencyPolicy === 'Forbid' && cronJob.active.size > 0) {
      send('Normal', 'JobAlreadyActive', 'Not starting job because prior execution is running and concurrency policy is Forbid');
      recorder.explainTurn('trace-forbidden', due);
      turns.forbid();
      return true;
    }
    if (concurrencyPolicy === 'Replace') replaceActive();
    return start(name, due);
  }
  function replaceActive(): void {
    for (const job of cronJob.active) {
      if (job.origin) recorder.explainTurn('trace-replaced', job.origin.due);
      if (!job.finished) cluster.totals.replaced++;
      deleteJob(job);
    }
  }
  function start(name: string, due: Instant): boolean {
    const existing = cronJob.jobs.get(name);
    if (existing && cronJob.active.has(existing)) return true;
    const objection = existing ? undefined : cluster.admission.askForJob();
    if (objection !== undefined) {
      const refused = { kind: 'job', minute: minuteOf(wallTime(epoch, due)) } as const;
      send('Warning', 'FailedCreate', textWithName('Error creating job: jobs.batch "', refused, `" ${objection}`));
      return false;
    }
    if (existing) takeBack(existing);
    else createJob(name, due);
    cronJob.lastScheduleTime = due;
    return true;
  }
  /** If it is over, that is noticed once more. */
  function takeBack(job: JobObject): void {
    cronJob.active.add(job);
    if (job.finished) cronJob.ended.add(job);
  }
  function createJob(name: string, due: Instant): void {
    const { fields, plan, of } = reading();
    const ordinal = cluster.created.jobs;
    const made = { name, stored: undefined, ordinal, owner: cronJob, origin: { of, due }, created: clock.now };
    const job = newJobObject({ ...made, fields, plan });
    cronJob.active.add(job);
    recorder.explainTurn('trace-scheduled', due);
    turns.start();
    cluster.addJob(job);
    sendOf(job, 'SuccessfulCreate', 'Created job ');
  }

  return {
    added: () => queue.add(),
    edited(before) {
      const [old, spec] = [before.spec ?? {}, cronJob.stored.spec ?? {}];
      const { schedule } = reading();
      turns.beginAnew();
      if (old.schedule === spec.schedule && old.timeZone === spec.timeZone) queue.add();
      else if (schedule) lookAgain(schedule);
    },
    jobChanged: () => queue.add(),
  };
}

/** Of their creation. */
function inOrder(jobs: Iterable<JobObject>): readonly JobObject[] {
  return [...jobs].sort((a, b) => a.ordinal - b.ordinal);
}
