import type { CronJob, Job, JobStatus } from '../../kubernetes/generated/types.ts';
import { type Instant, pastSecond } from '../engine/clock.ts';
import type { FinalStatus } from '../recording/recording.ts';
import { formatIndexes } from './completion-indexes.ts';
import type { CronJobObject, JobObject } from './objects.ts';

/** Writes a time as a status does: `2026-01-01T00:00:05Z`. */
export type WriteTime = (instant: Instant) => string;

export function writeTime(epoch: number): WriteTime {
  return (instant) => new Date(Math.floor((epoch + (instant + pastSecond) / 1000) / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}

/** The Job with its status, as the API server would return it now. */
export function jobWithStatus(job: JobObject, time: WriteTime): Job {
  const { status } = job;
  const stored = job.stored();
  const { startTime, completionTime, completedIndexes, failedIndexes } = status;
  const written: JobStatus = {
    ...(status.active > 0 ? { active: status.active } : {}),
    ...(status.ready === undefined ? {} : { ready: status.ready }),
    ...(status.terminating === undefined ? {} : { terminating: status.terminating }),
    ...(status.succeeded > 0 ? { succeeded: status.succeeded } : {}),
    ...(status.failed > 0 ? { failed: status.failed } : {}),
    ...(completedIndexes.length > 0 ? { completedIndexes: formatIndexes(completedIndexes) } : {}),
    ...(failedIndexes ? { failedIndexes: formatIndexes(failedIndexes) } : {}),
    ...(startTime === undefined ? {} : { startTime: time(startTime) }),
    ...(completionTime === undefined ? {} : { completionTime: time(completionTime) }),
    conditions: status.conditions.map(({ changed, ...condition }) => ({
      ...condition,
      lastProbeTime: time(changed),
      lastTransitionTime: time(changed),
    })),
  };
  return {
    ...stored,
    metadata: { ...stored.metadata, creationTimestamp: time(job.created) },
    status: written,
  };
}

export function cronJobWithStatus(cronJob: CronJobObject, time: WriteTime): CronJob {
  const { lastScheduleTime, lastSuccessfulTime, active, stored } = cronJob;
  return {
    ...stored,
    metadata: { ...stored.metadata, creationTimestamp: time(cronJob.created) },
    status: {
      ...(active.length > 0 ? { active: active.map(({ name }) => ({ apiVersion: 'batch/v1', kind: 'Job', name })) } : {}),
      ...(lastScheduleTime === undefined ? {} : { lastScheduleTime: time(lastScheduleTime) }),
      ...(lastSuccessfulTime === undefined ? {} : { lastSuccessfulTime: time(lastSuccessfulTime) }),
    },
  };
}

/** What the recordings keep of a Job's status. */
export function finalJobStatus(job: JobObject, time: WriteTime): FinalStatus {
  const {
    startTime: _,
    completionTime: __,
    uncountedTerminatedPods: ___,
    conditions = [],
    ...counts
  } = jobWithStatus(job, time).status ?? {};
  return {
    ...counts,
    conditions: conditions.map(({ type = '', status = '', reason = '', message = '' }) => ({ type, status, reason, message })),
  };
}

export function finalCronJobStatus({ active }: CronJobObject): FinalStatus {
  return { ...(active.length > 0 ? { active: active.map(({ name }) => name) } : {}), conditions: [] };
}
