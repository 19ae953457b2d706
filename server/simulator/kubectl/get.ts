import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import type { CronJobRow, JobRow, PodRow } from '../recording/recording.ts';
import type { ClusterState } from './cluster-state.ts';
import { cronJobTableColumns, cronJobTableRows, cronJobWatchRows } from './get-cronjobs.ts';
import { eventTableColumns, eventTableRows, eventWatchRows } from './get-events.ts';
import { jobTableColumns, jobTableRows, jobWatchRows } from './get-jobs.ts';
import { podTableColumns, podTableRows, podWatchRows } from './get-pods.ts';
import { type Column, createTablePrinter, type TableRow } from './table.ts';

export type Resource = 'jobs' | 'pods' | 'cronjobs' | 'events';

export interface GetOptions {
  readonly version: KubernetesVersion;
  /** `-o wide` */
  readonly wide?: boolean;
  /** `--watch`: everything that a watcher saw from the create request to the state's moment. */
  readonly watch?: boolean;
  /** `--output-watch-events`, with `watch`. */
  readonly watchEvents?: boolean;
}

/** The rows that were seen in the run to which the state belongs; later ones do not show. */
interface SeenRows {
  readonly jobs: readonly JobRow[];
  readonly pods: readonly PodRow[];
  readonly cronjobs: readonly CronJobRow[];
}

/** `kubectl get RESOURCE` at the state's moment. */
export function getText(resource: Resource, state: ClusterState, seen: SeenRows, options: GetOptions): string {
  const { columns, now, watched } = tableOf(resource, state, seen, options.version);
  const print = createTablePrinter(columns, options.wide ?? false);
  if (options.watch)
    return watched()
      .map((row) => print([options.watchEvents ? row : { cells: row.cells }]))
      .join('');
  return print(now()) || `No resources found in ${state.namespace} namespace.\n`;
}

interface Table {
  readonly columns: readonly Column[];
  readonly now: () => readonly TableRow[];
  readonly watched: () => readonly TableRow[];
}

function tableOf(resource: Resource, state: ClusterState, seen: SeenRows, version: KubernetesVersion): Table {
  switch (resource) {
    case 'jobs':
      return {
        columns: jobTableColumns(version),
        now: () => jobTableRows(state, version),
        watched: () => jobWatchRows(state, seen.jobs, version),
      };
    case 'pods':
      return { columns: podTableColumns, now: () => podTableRows(state, seen.pods), watched: () => podWatchRows(state, seen.pods) };
    case 'cronjobs':
      return {
        columns: cronJobTableColumns(version),
        now: () => cronJobTableRows(state, version),
        watched: () => cronJobWatchRows(state, seen.cronjobs, version),
      };
    case 'events':
      return { columns: eventTableColumns, now: () => eventTableRows(state), watched: () => eventWatchRows(state) };
  }
}
