import type { Seconds } from '../../../server/protocol/requests.ts';
import type { Outcome, Recording } from '../../../server/simulator/recording/recording.ts';
import { toldUntil } from '../../../server/simulator/run/at.ts';
import { podsOf } from '../../../server/simulator/run/pods-of.ts';
import { recordingOf } from '../../../server/simulator/run/recording-of.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import { type DrawnState, drawnState } from './pod-states.ts';

/** A stretch of time in one state; `from` and `to` may be equal when the state passed at once. */
export interface Segment {
  readonly from: Seconds;
  readonly to: Seconds;
  readonly state: DrawnState;
  /** kubectl's STATUS. */
  readonly status: string;
  /** What else kubectl shows of it: COMPLETIONS of a Job, READY and RESTARTS of a pod. */
  readonly more: string;
  /** Nothing followed: the object stays like this. */
  readonly last: boolean;
}

export interface Lane {
  readonly key: string;
  readonly kind: 'Job' | 'Pod';
  /** Among those of its kind, in the order of their creation. */
  readonly ordinal: number;
  /** Short: of a CronJob's Job only the end, which tells it from the others. */
  readonly label: string;
  readonly name: string;
  /** The Job of a CronJob that a pod belongs to. */
  readonly job?: string;
  readonly segments: readonly Segment[];
  /** When the object was deleted. */
  readonly deleted?: Seconds;
}

interface Row {
  readonly t: Seconds;
  readonly event: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly status: string;
  readonly more: string;
}

/** What the lanes are drawn from. */
export interface RunRows extends Pick<Recording, 'jobs' | 'pods' | 'cronjobs'> {
  readonly outcome: Outcome;
  /** The second up to which the rows tell. */
  readonly until: Seconds;
  /** Of a CronJob: the name of the Job of each pod, by its number. */
  readonly podJobs: readonly string[];
}

export function rowsOf(run: Run): RunRows {
  const { jobs, pods, cronjobs } = recordingOf(run);
  const podJobs = run.kind === 'CronJob' ? podsOf(run).map(({ job }) => job) : [];
  return { jobs, pods, cronjobs, outcome: run.summary.outcome, until: toldUntil(run), podJobs };
}

/** The Job's lane, then the pods in the order of their creation. Of a CronJob each of its Jobs with its own pods below it. */
export function lanesOf(rows: RunRows, end: Seconds): Lane[] {
  const jobs = new Map<string, Row[]>();
  for (const { t, event, NAME = 'Job', STATUS, COMPLETIONS } of rows.jobs)
    push(jobs, NAME, { t, event, status: STATUS, more: COMPLETIONS });
  const pods = new Map<string, Row[]>();
  const owners = new Map<string, string>();
  for (const { t, event, pod, index, STATUS, READY, RESTARTS } of rows.pods) {
    const label = index === undefined ? `#${pod}` : `#${pod} [${index}]`;
    push(pods, label, { t, event, status: STATUS, more: RESTARTS === '0' ? READY : `${READY} ↻${RESTARTS.split(' ')[0]}` });
    const job = rows.podJobs[pod];
    if (job !== undefined && jobs.has(job)) owners.set(label, job);
  }
  const owned = new Map<string, Lane[]>();
  const free: Lane[] = [];
  for (const lane of lanes('Pod', pods, end)) {
    const job = owners.get(lane.name);
    if (job === undefined) free.push(lane);
    else push(owned, job, { ...lane, job });
  }
  return [...lanes('Job', jobs, end).flatMap((lane) => [lane, ...(owned.get(lane.name) ?? [])]), ...free];
}

/**
 * The last second that the axis shows: the whole time watched where the run goes on, otherwise a little after the last change,
 * so that `room`, a fraction of the axis below 1, is left on the right for the names of the last states.
 */
export function endOf({ outcome, until, jobs, pods, cronjobs }: RunRows, room: number): Seconds {
  const goesOn = outcome === 'Running' || outcome === 'Scheduled';
  const last = [jobs, pods, cronjobs].reduce((latest, rows) => Math.max(latest, rows.at(-1)?.t ?? 0), 0);
  return goesOn ? Math.max(until, 1) : Math.max(last / (1 - room), 1);
}

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value) {
  const present = lists.get(key);
  if (present) present.push(value);
  else lists.set(key, [value]);
}

function lanes(kind: Lane['kind'], objects: ReadonlyMap<string, readonly Row[]>, end: Seconds): Lane[] {
  return [...objects].map(([label, rows], ordinal) => {
    const deletion = rows.find(({ event }) => event === 'DELETED');
    const short = kind === 'Job' && objects.size > 1 ? `…${label.slice(label.lastIndexOf('-'))}` : label;
    const lane = {
      key: `${kind} ${label}`,
      kind,
      ordinal,
      label: short,
      name: label,
      segments: segments(rows, deletion?.t ?? end, deletion === undefined),
    };
    return deletion ? { ...lane, deleted: deletion.t } : lane;
  });
}

function segments(rows: readonly Row[], end: Seconds, stays: boolean): Segment[] {
  const made: Segment[] = [];
  const changes = rows.filter(({ event }) => event !== 'DELETED');
  changes.forEach(({ t, status, more }, at) => {
    const next = changes[at + 1];
    const before = made.at(-1);
    const to = next?.t ?? end;
    if (before?.status === status && before.more === more) made[made.length - 1] = { ...before, to, last: next === undefined && stays };
    else made.push({ from: t, to, state: drawnState(status), status, more, last: next === undefined && stays });
  });
  return made;
}
