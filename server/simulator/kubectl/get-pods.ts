import type { Seconds } from '../engine/time.ts';
import type { PodRow } from '../recording/recording.ts';
import { humanDuration } from '../watch/human-duration.ts';
import { type ClusterState, isInSight, type PodState } from './cluster-state.ts';
import { sinceStamp } from './describe-events.ts';
import { orNone } from './described-values.ts';
import { byName } from './get-jobs.ts';
import type { Column, TableRow } from './table.ts';

export const podTableColumns: readonly Column[] = [
  ...['Name', 'Ready', 'Status', 'Restarts', 'Age'].map((name) => ({ name })),
  ...['IP', 'Node', 'Nominated Node', 'Readiness Gates'].map((name) => ({ name, wide: true })),
];

/** The pods that exist at the state's moment, by name. */
export function podTableRows(state: ClusterState, rows: readonly PodRow[]): readonly TableRow[] {
  const latest = new Map<number, RestartedRow>();
  for (const row of withRestarts(rows.filter((row) => isInSight(row, state)))) latest.set(row.pod, row);
  const present = [...latest.values()].flatMap((row) => {
    const pod = state.pods[row.pod];
    return pod && row.event !== 'DELETED' ? [{ name: pod.name, cells: podCells(pod, row, state) }] : [];
  });
  return byName(present);
}

/** What `--watch` shows up to the state's moment. */
export function podWatchRows(state: ClusterState, rows: readonly PodRow[]): readonly (TableRow & { readonly event: PodRow['event'] })[] {
  return withRestarts(rows.filter((row) => isInSight(row, state))).flatMap((row) => {
    const pod = state.pods[row.pod];
    return pod ? [{ event: row.event, cells: podCells(pod, row, { ...state, now: row.t }) }] : [];
  });
}

function podCells(pod: PodState, row: RestartedRow, state: ClusterState): readonly string[] {
  const ago = row.restarted === undefined || row.RESTARTS === '0' ? '' : ` (${humanDuration(sinceStamp(state, row.restarted))} ago)`;
  return [
    pod.name,
    row.READY,
    row.STATUS,
    `${row.RESTARTS}${ago}`,
    humanDuration(sinceStamp(state, pod.created)),
    orNone(row.placed ? pod.ip : undefined),
    orNone(row.placed ? pod.nodeName : undefined),
    '<none>',
    pod.readinessGates ? `0/${pod.readinessGates}` : '<none>',
  ];
}

interface RestartedRow extends PodRow {
  /** When the container ended that was last restarted or waits to be. */
  readonly restarted: Seconds | undefined;
  /** Whether the pod had left the scheduler's queue. */
  readonly placed: boolean;
}

interface Course {
  readonly row: PodRow;
  readonly ended: Seconds | undefined;
  readonly restarted: Seconds | undefined;
}

/** Each row with what the rows before it tell: a container ended when its pod's status became one of an ended container. */
function withRestarts(rows: readonly PodRow[]): readonly RestartedRow[] {
  const courses = new Map<number, Course>();
  return rows.map((row) => {
    const before = courses.get(row.pod);
    const ended = isEnded(row) && !(before && isEnded(before.row)) ? row.t : before?.ended;
    const again = before !== undefined && row.RESTARTS !== before.row.RESTARTS;
    const waits = row.STATUS.endsWith('CrashLoopBackOff');
    const restarted = again || waits ? (ended ?? row.t) : before?.restarted;
    courses.set(row.pod, { row, ended, restarted });
    return { ...row, restarted, placed: !/^(Pending|SchedulingGated)$/.test(row.STATUS) };
  });
}

function isEnded({ STATUS }: PodRow): boolean {
  return !/^(Pending|SchedulingGated|Running|NotReady|ContainerCreating|PodInitializing|Terminating|Init:\d+\/\d+|(Init:)?(InvalidImageName|ErrImage.*|ImagePullBackOff|CreateContainerConfigError))$/.test(
    STATUS,
  );
}
