import { compareText } from './described-values.ts';
import { cronJobTable } from './get-cronjobs.ts';
import { byEventName, eventTable } from './get-events.ts';
import { jobTable } from './get-jobs.ts';
import { podTable } from './get-pods.ts';
import type { Moment, Seen } from './moment.ts';
import { type Column, createTablePrinter } from './table.ts';

export type Resource = 'jobs' | 'pods' | 'cronjobs' | 'events';

export interface GetOptions {
  /** `-o wide` */
  readonly wide?: boolean;
  /** `--watch`: everything that a watcher saw from the create request to the moment. */
  readonly watch?: boolean;
  /** `--output-watch-events`, with `watch`. */
  readonly watchEvents?: boolean;
}

/** What `kubectl get RESOURCE` prints at the moment. */
export function getText(resource: Resource, moment: Moment, options: GetOptions = {}): string {
  const { version, seen } = moment;
  switch (resource) {
    case 'jobs':
      return tableText(
        jobTable(version),
        options,
        moment,
        () => byName(moment.jobs),
        () => seen.jobs,
      );
    case 'pods':
      return tableText(
        podTable,
        options,
        moment,
        () => byName(moment.pods),
        () => seen.pods,
      );
    case 'cronjobs':
      return tableText(
        cronJobTable(version),
        options,
        moment,
        () => moment.cronJobs,
        () => seen.cronJobs,
      );
    case 'events':
      return tableText(
        eventTable,
        options,
        moment,
        () => byEventName(moment.events),
        () => seen.events,
      );
  }
}

function tableText<Line>(
  columns: readonly Column<Line>[],
  { wide = false, watch, watchEvents }: GetOptions,
  moment: Moment,
  present: () => readonly Line[],
  seen: () => readonly Seen<Line>[],
): string {
  const print = createTablePrinter(columns, wide);
  const { epoch } = moment;
  if (watch) {
    return seen()
      .map(({ t, event, line }) => print([{ event: watchEvents ? event : undefined, line, clock: { now: t, epoch } }]))
      .join('');
  }
  return print(present().map((line) => ({ line, clock: moment }))) || `No resources found in ${moment.namespace} namespace.\n`;
}

function byName<Named extends { readonly name: string }>(objects: readonly Named[]): readonly Named[] {
  return objects.toSorted((a, b) => compareText(a.name, b.name));
}
