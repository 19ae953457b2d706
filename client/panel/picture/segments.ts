import type { Seconds } from '../../../server/protocol/requests.ts';
import { shownSeconds } from '../../../server/simulator/engine/clock.ts';
import type { JobCondition } from '../../../server/simulator/objects/objects.ts';
import { jobChanges } from '../../../server/simulator/run/jobs-at.ts';
import { podStatusOf } from '../../../server/simulator/run/pod-object.ts';
import { jobName, readRun } from '../../../server/simulator/run/read-run.ts';
import { fieldBehind } from '../../../server/simulator/run/reasons/field-behind.ts';
import { fieldsBehindPod } from '../../../server/simulator/run/reasons/fields-behind-pod.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import { type DrawnState, drawnState, isEnd } from '../../../server/simulator/timeline/drawn-state.ts';
import type { PodStatus } from '../../../server/simulator/watch/pod-status-numbers.ts';
import type { FieldPath } from '../host/messages.ts';
import { countedRestarts, type FailureCount } from './failures.ts';
import type { Limit } from './limits.ts';

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
  /** Of a Job that has ended, or is about to: why, as its condition tells it. */
  readonly reason?: string;
  /** Of a pod that is told to stop: when it is killed otherwise. */
  readonly grace?: Limit;
  /** The fields behind this state, from the root of the object: the first decides how it stands at its end. Looked up when asked for. */
  readonly fields: () => readonly FieldPath[];
}

/** A Job over time. */
export interface JobLine {
  readonly ordinal: number;
  readonly name: string;
  readonly segments: readonly Segment[];
  /** How many failures counted against its backoffLimit when: of pods, or restarts in place. */
  readonly failures: readonly FailureCount[];
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
  const failures = new Map<number, FailureCount[]>();
  const restarts = countedRestarts(run);
  for (const { job, at, event, status, columns } of jobChanges(reading, Infinity)) {
    const t = shownSeconds(at);
    const { STATUS, COMPLETIONS } = columns;
    const reason = reasonIn(status.conditions);
    const more = { reason, fields: () => fieldsBehindJob(run, STATUS, reason) };
    listOf(rows, job).push({ t, gone: event === 'DELETED', status: STATUS, more: COMPLETIONS, ready: '', ...more });
    const counted = listOf(failures, job);
    if (status.failed !== (counted.at(-1)?.failed ?? 0)) counted.push({ t, failed: status.failed });
  }
  return [...rows].map(([ordinal, those]) => ({
    ordinal,
    name: jobName(reading, ordinal),
    segments: segmentsOf(those, end),
    failures: restarts.get(ordinal) ?? failures.get(ordinal) ?? [],
    deleted: those.find(({ gone }) => gone)?.t,
  }));
}

/** Of the condition that came last and holds. */
function reasonIn(conditions: readonly JobCondition<string>[]): string {
  return conditions.findLast(({ status }) => status === 'True')?.reason ?? '';
}

function fieldsBehindJob(run: Run, STATUS: string, reason: string): readonly FieldPath[] {
  const causes = STATUS === 'Running' ? ['Parallelism', 'CompletionsReached'] : [reason];
  return causes.flatMap((cause) => [fieldBehind(run, cause) ?? []].filter(({ length }) => length > 0));
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
    const t = shownSeconds(at[change] ?? 0);
    const row = { t, gone: event === 'DELETED', status: STATUS, more, ready: READY };
    const told = () => podStatusOf(reading, change);
    rows.push({
      ...row,
      told: () => ({ exitCode: exitCodeIn(told()), grace: graceOf(t, told()) }),
      fields: () => fieldsBehindPod(reading, change),
    });
  }
  return segmentsOf(rows, end);
}

interface StatusRow {
  readonly t: Seconds;
  readonly gone: boolean;
  readonly status: string;
  readonly more: string;
  readonly ready: string;
  readonly reason?: string;
  readonly fields: Segment['fields'];
  /** Of a pod: what else its status tells. */
  readonly told?: () => { readonly exitCode: number | undefined; readonly grace: Limit | undefined };
}

function segmentsOf(rows: readonly StatusRow[], end: Seconds): readonly Segment[] {
  const deletion = rows.find(({ gone }) => gone);
  const changes = rows.filter(({ gone }) => !gone);
  const made: Segment[] = [];
  for (const [place, row] of changes.entries()) {
    const { t, status, more } = row;
    const next = changes[place + 1];
    const [to, last] = [next?.t ?? deletion?.t ?? Math.max(end, t), next === undefined && deletion === undefined];
    const before = made.at(-1);
    if (before?.status === status && before.more === more)
      made[made.length - 1] = { ...before, to, last, fields: () => [...row.fields(), ...before.fields()] };
    else made.push({ from: t, to, status, more, last, ...stateOf(row) });
  }
  return made;
}

function stateOf({ status, ready, reason, fields, told }: StatusRow): Pick<Segment, 'state' | 'exitCode' | 'reason' | 'grace' | 'fields'> {
  const state = drawnState(status, ready);
  const base = { state, fields, ...(reason ? { reason } : {}) };
  const { exitCode, grace } = (tellsMore.has(state) ? told?.() : undefined) ?? {};
  if (state === 'stopping') return grace ? { ...base, grace } : base;
  return exitCode === undefined ? base : { ...base, exitCode };
}

const tellsMore: ReadonlySet<DrawnState> = new Set(['failed', 'backing-off', 'stopping']);

function graceOf(t: Seconds, { deletion }: PodStatus): Limit | undefined {
  return deletion && { kind: 'grace', at: t - deletion.ago + deletion.grace, seconds: deletion.grace };
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
