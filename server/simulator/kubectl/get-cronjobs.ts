import type { CronJob } from '../../kubernetes/generated/types.ts';
import { atLeast, type KubernetesVersion } from '../../kubernetes/versions.ts';
import type { CronJobRow } from '../recording/recording.ts';
import { humanDuration } from '../watch/human-duration.ts';
import { type ClusterState, isInSight, type ObjectState } from './cluster-state.ts';
import { sinceStamp } from './describe-events.ts';
import { templateCells, templateColumns } from './get-jobs.ts';
import type { Column, TableRow } from './table.ts';

type Shown = Pick<CronJobRow, 'SCHEDULE' | 'TIMEZONE' | 'SUSPEND' | 'ACTIVE'>;

/** The columns of `kubectl get cronjobs`; TIMEZONE came with 1.30. */
export function cronJobTableColumns(version: KubernetesVersion): readonly Column[] {
  const names = ['Name', 'Schedule', ...(atLeast(version, '1.30') ? ['Timezone'] : []), 'Suspend', 'Active', 'Last Schedule', 'Age'];
  return [...names.map((name) => ({ name })), ...templateColumns];
}

export function cronJobTableRows(state: ClusterState, version: KubernetesVersion): readonly TableRow[] {
  const { cronJob } = state;
  if (!cronJob || cronJob.deleted !== undefined) return [];
  const { spec, status } = cronJob.object;
  const row: Shown = {
    SCHEDULE: spec?.schedule ?? '',
    TIMEZONE: spec?.timeZone ?? '<none>',
    SUSPEND: spec?.suspend === undefined ? '<unset>' : spec.suspend ? 'True' : 'False',
    ACTIVE: status?.active?.length ?? 0,
  };
  const last = status?.lastScheduleTime ? (Date.parse(status.lastScheduleTime) - state.epoch) / 1000 : undefined;
  return [{ cells: cronJobCells(cronJob, row, last, state, version) }];
}

/** What `--watch` shows up to the state's moment. */
export function cronJobWatchRows(
  state: ClusterState,
  rows: readonly CronJobRow[],
  version: KubernetesVersion,
): readonly (TableRow & { readonly event: CronJobRow['event'] })[] {
  const { cronJob } = state;
  if (!cronJob) return [];
  return rows
    .filter((row) => isInSight(row, state))
    .map((row) => ({ event: row.event, cells: cronJobCells(cronJob, row, lastSchedule(state, row.t), { ...state, now: row.t }, version) }));
}

function cronJobCells(
  cronJob: ObjectState<CronJob>,
  row: Shown,
  last: number | undefined,
  state: ClusterState,
  version: KubernetesVersion,
): readonly string[] {
  return [
    cronJob.name,
    row.SCHEDULE,
    ...(atLeast(version, '1.30') ? [row.TIMEZONE] : []),
    row.SUSPEND,
    `${row.ACTIVE}`,
    last === undefined ? '<none>' : humanDuration(sinceStamp(state, last)),
    humanDuration(sinceStamp(state, cronJob.created)),
    ...templateCells(cronJob.object.spec?.jobTemplate?.spec?.template),
    '<none>',
  ];
}

/** The time for which the latest Job up to `t`, a tenth of a second, was started: its name ends in that time's minutes since 1970. */
function lastSchedule({ jobs, epoch }: ClusterState, t: number): number | undefined {
  const started = jobs.filter(({ created }) => created < t + 0.05).at(-1);
  const minutes = started && /-(\d+)$/.exec(started.name)?.[1];
  return minutes === undefined ? undefined : (Number(minutes) * 60_000 - epoch) / 1000;
}
