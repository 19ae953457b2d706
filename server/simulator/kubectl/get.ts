import { cronJobTable } from './get-cronjobs.ts';
import { eventTable } from './get-events.ts';
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
  return [...getTexts(resource, moment, options)].join('');
}

/** The same in pieces, as a long watch has very many lines. */
export function getTexts(resource: Resource, moment: Moment, options: GetOptions = {}): Iterable<string> {
  const { version, seen } = moment;
  switch (resource) {
    case 'jobs':
      return tableTexts(
        jobTable(version),
        options,
        moment,
        () => moment.jobs,
        () => seen.jobs,
      );
    case 'pods':
      return tableTexts(
        podTable,
        options,
        moment,
        () => moment.pods,
        () => seen.pods,
      );
    case 'cronjobs':
      return tableTexts(
        cronJobTable(version),
        options,
        moment,
        () => moment.cronJobs,
        () => seen.cronJobs,
      );
    case 'events':
      return tableTexts(
        eventTable,
        options,
        moment,
        () => moment.events,
        () => seen.events,
      );
  }
}

function* tableTexts<Line>(
  columns: readonly Column<Line>[],
  { wide = false, watch, watchEvents }: GetOptions,
  moment: Moment,
  present: () => readonly Line[],
  seen: () => Iterable<Seen<Line>>,
): Iterable<string> {
  const print = createTablePrinter(columns, wide);
  const { epoch } = moment;
  if (watch) {
    for (const { t, event, line } of seen())
      yield print({ lines: [line], clock: { now: t, epoch }, event: watchEvents ? event : undefined });
  } else yield print({ lines: present(), clock: moment }) || `No resources found in ${moment.namespace} namespace.\n`;
}
