import { nextTime } from '../../../server/kubernetes/cron/next-time.ts';
import { parseSchedule } from '../../../server/kubernetes/cron/parse-schedule.ts';
import type { CronJob } from '../../../server/kubernetes/generated/types.ts';
import { findTimeZone, utc } from '../../../server/kubernetes/time-zones/time-zone.ts';
import type { JobRow, PodRow } from '../../../server/simulator/recording/recording.ts';
import { readRun } from '../../../server/simulator/run/read-run.ts';
import { recordingOf } from '../../../server/simulator/run/recording-of.ts';
import type { Run } from '../../../server/simulator/run/run.ts';

/** What a watcher can count in the rows of a run, without asking the run what it says of itself. */
export interface Recount {
  readonly pods: number;
  readonly jobs: number;
  readonly complete: number;
  readonly failed: number;
  /** Deleted before they had ended. */
  readonly deleted: number;
  readonly running: number;
  /** The most pods that one Job had in all. */
  readonly mostPodsOfJob: number;
  /** The most Jobs, and the most pods, that were neither ended nor being deleted at one time. */
  readonly mostJobs: number;
  readonly mostPods: number;
}

export function recount(run: Run): Recount {
  const { jobs: rows, pods } = recordingOf(run);
  const jobs = withLives(rows);
  const lives = lifeOf(jobs);
  const fates = [...lives.values()];
  const perJob = new Map<number, number>();
  for (const job of readRun(run).podJobs()) perJob.set(job, (perJob.get(job) ?? 0) + 1);
  const countOf = (fate: Fate) => fates.filter((one) => one === fate).length;
  return {
    pods: new Set(pods.map(({ pod }) => pod)).size,
    jobs: lives.size,
    complete: countOf('Complete'),
    failed: countOf('Failed'),
    deleted: countOf('deleted'),
    running: countOf('running'),
    mostPodsOfJob: Math.max(0, ...perJob.values()),
    mostJobs: mostAtOnce(jobs, ({ life }) => life, isOverJob),
    mostPods: mostAtOnce(pods, ({ pod }) => pod, isOverPod),
  };
}

type Fate = 'Complete' | 'Failed' | 'deleted' | 'running';

interface LivingJobRow extends JobRow {
  readonly life: string;
}

/** Names come again: a Job for the same minute may be made once the one before it is gone. */
function withLives(rows: readonly JobRow[]): readonly LivingJobRow[] {
  const births = new Map<string, number>();
  return rows.map((row) => {
    const { NAME = '', event } = row;
    const birth = (births.get(NAME) ?? 0) + (event === 'ADDED' ? 1 : 0);
    births.set(NAME, birth);
    return { ...row, life: `${NAME} ${birth}` };
  });
}

function lifeOf(rows: readonly LivingJobRow[]): ReadonlyMap<string, Fate> {
  const fates = new Map<string, Fate>();
  for (const { life, event, conditions } of rows) {
    const before = fates.get(life) ?? 'running';
    const end = conditions.find((one) => /^(Complete|Failed)=True/.test(one))?.split('=')[0];
    const now = end === 'Complete' || end === 'Failed' ? end : before;
    fates.set(life, event === 'DELETED' && now === 'running' ? 'deleted' : now);
  }
  return fates;
}

function isOverJob({ event, conditions }: JobRow): boolean {
  return event === 'DELETED' || conditions.some((one) => /^(Complete|Failed)=True/.test(one));
}

function isOverPod({ event, STATUS }: PodRow): boolean {
  return event === 'DELETED' || /Completed|Error|Terminating|Evicted|DeadlineExceeded|OOMKilled|ContainerStatusUnknown/.test(STATUS);
}

/** Rows of one time show what happened in order, so an end that was written at the same time as a beginning counts first. */
function mostAtOnce<Row extends { readonly t: number }, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  isOver: (row: Row) => boolean,
): number {
  const going = new Set<Key>();
  const over = new Set<Key>();
  let most = 0;
  for (const [place, row] of rows.entries()) {
    const key = keyOf(row);
    if (isOver(row)) over.add(key);
    if (over.has(key)) going.delete(key);
    else going.add(key);
    if (rows[place + 1]?.t !== row.t) most = Math.max(most, going.size);
  }
  return most;
}

/** How many times of a CronJob's schedule came between the beginning and the end of a run; those of its last tenth of a second may not have been looked at. */
export function timesPassed({ spec = {} }: CronJob, { epoch, end }: Run): { readonly least: number; readonly most: number } {
  const parsed = parseSchedule(spec.schedule ?? '');
  const zone = spec.timeZone === undefined ? utc : (findTimeZone(spec.timeZone) ?? utc);
  const until = epoch + end / 1000;
  const times: number[] = [];
  for (let time = parsed.ok ? nextTime(parsed.schedule, zone, epoch) : undefined; time !== undefined && time <= until; ) {
    times.push(time);
    time = parsed.ok ? nextTime(parsed.schedule, zone, time) : undefined;
  }
  return { least: times.filter((time) => time + 200 <= until).length, most: times.length };
}
