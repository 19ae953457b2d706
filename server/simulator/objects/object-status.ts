import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import { type Instant, wallTime } from '../engine/clock.ts';
import { formatIndexes } from './completion-indexes.ts';
import type { CronJobObject, JobObject, JobStatus } from './objects.ts';

/** Writes a time as a status does: `2026-01-01T00:00:05Z`. */
export type WriteTime = (instant: Instant) => string;

export function writeTime(epoch: number): WriteTime {
  return (instant) => new Date(Math.floor(wallTime(epoch, instant) / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}

/** The Job with its status, as the API server would return it now. */
export function jobWithStatus({ stored, status, created }: StoredJob, time: WriteTime): Job {
  const { startTime, completionTime, completedIndexes, failedIndexes } = status;
  const written: Job['status'] = {
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
    metadata: { ...stored.metadata, creationTimestamp: time(created) },
    status: written,
  };
}

export function cronJobWithStatus(cronJob: StoredCronJob, time: WriteTime): CronJob {
  const { lastScheduleTime, lastSuccessfulTime, stored } = cronJob;
  const active = [...cronJob.active];
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

interface StoredJob extends Pick<JobObject, 'created'> {
  readonly stored: Job;
  readonly status: Readonly<JobStatus<string>>;
}

interface StoredCronJob extends Pick<CronJobObject, 'stored' | 'created' | 'lastScheduleTime' | 'lastSuccessfulTime'> {
  readonly active: Iterable<{ readonly name: string }>;
}
