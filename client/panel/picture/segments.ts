import type { Seconds } from '../../../server/protocol/requests.ts';
import { shownSeconds } from '../../../server/simulator/engine/clock.ts';
import { jobChanges } from '../../../server/simulator/run/jobs-at.ts';
import { podStatusOf } from '../../../server/simulator/run/pod-object.ts';
import { jobName, readRun } from '../../../server/simulator/run/read-run.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import type { PodStatus } from '../../../server/simulator/watch/pod-status-numbers.ts';
import { type DrawnState, drawnState, isEnd } from './drawn-state.ts';

/** A stretch of time in one state; `from` and `to` may be equal where the state passed at once. */
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
  /** Of a pod whose container has failed: how that ended. */
  readonly exitCode?: number;
}

/** A Job over time. */
export interface JobLine {
  readonly ordinal: number;
  readonly name: string;
  readonly segments: readonly Segment[];
  /** How many of its pods had failed when. */
  readonly failures: readonly { readonly t: Seconds; readonly failed: number }[];
  readonly deleted: Seconds | undefined;
}

/** When the Job had ended, or was deleted before; undefined where it goes on. */
export function endedAt({ segments, deleted }: JobLine): Seconds | undefined {
  return segments.find(({ state }) => isEnd(state))?.from ?? deleted;
}

/** The Jobs in the order of their creation, each up to `end` where it is not deleted before. */
export function jobLines(run: Run, end: Seconds): readonly JobLine[] {
  const reading = readRun(run);
  const rows = new Map<number, StatusRow[]>();
  const failures = new Map<number, { t: Seconds; failed: number }[]>();
  for (const { job, at, event, status, columns } of jobChanges(reading, Infinity)) {
    const t = shownSeconds(at);
    listOf(rows, job).push({ t, gone: event === 'DELETED', status: columns.STATUS, more: columns.COMPLETIONS, ready: '' });
    const counted = listOf(failures, job);
    if (status.failed !== (counted.at(-1)?.failed ?? 0)) counted.push({ t, failed: status.failed });
  }
  return [...rows].map(([ordinal, those]) => ({
    ordinal,
    name: jobName(reading, ordinal),
    segments: segmentsOf(those, end),
    failures: failures.get(ordinal) ?? [],
    deleted: those.find(({ gone }) => gone)?.t,
  }));
}

/** A pod over time, up to `end` where it is not deleted before. */
export function podSegments(run: Run, pod: number, end: Seconds): readonly Segment[] {
  const reading = readRun(run);
  const { at, each } = reading.pods();
  const rows: StatusRow[] = [];
  for (const change of each(pod, Infinity)) {
    const step = run.pods.steps[run.pods.step[change] ?? -1];
    if (!step || step.hidden) continue;
    const { event, STATUS, READY, RESTARTS } = step;
    const more = RESTARTS === '0' ? READY : `${READY} ↻${RESTARTS.split(' ')[0]}`;
    const row = { t: shownSeconds(at[change] ?? 0), gone: event === 'DELETED', status: STATUS, more, ready: READY };
    rows.push({ ...row, exitCode: () => exitCodeIn(podStatusOf(reading, change)) });
  }
  return segmentsOf(rows, end);
}

interface StatusRow {
  readonly t: Seconds;
  readonly gone: boolean;
  readonly status: string;
  readonly more: string;
  readonly ready: string;
  readonly exitCode?: () => number | undefined;
}

function segmentsOf(rows: readonly StatusRow[], end: Seconds): readonly Segment[] {
  const deletion = rows.find(({ gone }) => gone);
  const changes = rows.filter(({ gone }) => !gone);
  const made: Segment[] = [];
  for (const [place, { t, status, more, ready, exitCode }] of changes.entries()) {
    const next = changes[place + 1];
    const [to, last] = [next?.t ?? deletion?.t ?? Math.max(end, t), next === undefined && deletion === undefined];
    const before = made.at(-1);
    if (before?.status === status && before.more === more) made[made.length - 1] = { ...before, to, last };
    else made.push(withExit({ from: t, to, state: drawnState(status, ready), status, more, last }, exitCode));
  }
  return made;
}

function withExit(segment: Segment, exitCode: (() => number | undefined) | undefined): Segment {
  const code = segment.state === 'failed' || segment.state === 'backing-off' ? exitCode?.() : undefined;
  return code === undefined ? segment : { ...segment, exitCode: code };
}

/** Of the first container that has failed, or had before it waits to be tried again. */
function exitCodeIn({ containers }: PodStatus): number | undefined {
  const ends = containers.flatMap(({ exit, last }) => exit ?? last ?? []);
  return ends.find(({ exitCode }) => exitCode !== 0)?.exitCode;
}

function listOf<Value>(lists: Map<number, Value[]>, key: number): Value[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
