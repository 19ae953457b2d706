import type { Job, PodTemplateSpec } from '../../kubernetes/generated/types.ts';
import { atLeast, type KubernetesVersion } from '../../kubernetes/versions.ts';
import type { JobRow } from '../recording/recording.ts';
import { humanDuration } from '../watch/human-duration.ts';
import { type ClusterState, isInSight, type ObjectState } from './cluster-state.ts';
import { sinceStamp } from './describe-events.ts';
import { orNone, selectorText } from './described-values.ts';
import type { Column, TableRow } from './table.ts';

/** The columns of `kubectl get jobs`; STATUS came with 1.30. */
export function jobTableColumns(version: KubernetesVersion): readonly Column[] {
  return [
    { name: 'Name' },
    ...(atLeast(version, '1.30') ? [{ name: 'Status' }] : []),
    ...['Completions', 'Duration', 'Age'].map((name) => ({ name })),
    ...templateColumns,
  ];
}

/** The Jobs that exist at the state's moment, by name. */
export function jobTableRows(state: ClusterState, version: KubernetesVersion): readonly TableRow[] {
  return byName(state.jobs.filter(({ deleted }) => deleted === undefined)).map((job) => ({
    cells: jobCells(
      job,
      { STATUS: statusText(job.object), COMPLETIONS: completionsText(job.object), DURATION: durationText(state, job.object) },
      state,
      version,
    ),
  }));
}

/** What `--watch` shows up to the state's moment. */
export function jobWatchRows(
  state: ClusterState,
  rows: readonly JobRow[],
  version: KubernetesVersion,
): readonly (TableRow & { readonly event: JobRow['event'] })[] {
  return rows
    .filter((row) => isInSight(row, state))
    .flatMap((row) => {
      const job = row.NAME === undefined ? state.jobs[0] : state.jobs.find(({ name }) => name === row.NAME);
      return job ? [{ event: row.event, cells: jobCells(job, row, { ...state, now: row.t }, version) }] : [];
    });
}

function jobCells(
  job: ObjectState<Job>,
  row: Pick<JobRow, 'STATUS' | 'COMPLETIONS' | 'DURATION'>,
  state: ClusterState,
  version: KubernetesVersion,
): readonly string[] {
  return [
    job.name,
    ...(atLeast(version, '1.30') ? [row.STATUS] : []),
    row.COMPLETIONS,
    row.DURATION,
    humanDuration(sinceStamp(state, job.created)),
    ...templateCells(job.object.spec?.template),
    orNone(selectorText(job.object.spec?.selector)),
  ];
}

export const templateColumns: readonly Column[] = ['Containers', 'Images', 'Selector'].map((name) => ({ name, wide: true }));

/** CONTAINERS and IMAGES of a pod template. */
export function templateCells(template: PodTemplateSpec | undefined): readonly string[] {
  const containers = template?.spec?.containers ?? [];
  return [containers.map(({ name = '' }) => name).join(','), containers.map(({ image = '' }) => image).join(',')];
}

export function byName<Named extends { readonly name: string }>(objects: readonly Named[]): readonly Named[] {
  return objects.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function statusText({ metadata, status }: Job): string {
  const holds = (type: string) => (status?.conditions ?? []).some((condition) => condition.type === type && condition.status === 'True');
  const finished = ['Complete', 'Failed'].find(holds);
  if (finished) return finished;
  if (metadata?.deletionTimestamp) return 'Terminating';
  return ['Suspended', 'FailureTarget', 'SuccessCriteriaMet'].find(holds) ?? 'Running';
}

function completionsText({ spec, status }: Job): string {
  const succeeded = status?.succeeded ?? 0;
  if (spec?.completions !== undefined) return `${succeeded}/${spec.completions}`;
  const parallelism = spec?.parallelism ?? 1;
  return parallelism > 1 ? `${succeeded}/1 of ${parallelism}` : `${succeeded}/1`;
}

function durationText({ epoch, now }: ClusterState, { status }: Job): string {
  if (!status?.startTime) return '';
  const end = status.completionTime ? Date.parse(status.completionTime) : epoch + now * 1000;
  return humanDuration((end - Date.parse(status.startTime)) / 1000);
}
