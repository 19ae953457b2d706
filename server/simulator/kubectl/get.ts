import { cronJobTable } from './get-cronjobs.ts';
import { eventTable } from './get-events.ts';
import { jobTable } from './get-jobs.ts';
import { podTable } from './get-pods.ts';
import type { Moment, Seen } from './moment.ts';
import { type Column, createTablePrinter, type Lines, linesOfTable } from './table.ts';

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
  return withTable(resource, moment, (columns, present, seen) => tableTexts(columns, options, moment, present, seen));
}

/** What `kubectl get RESOURCE` prints at the moment, line by line: of a long text only what is looked at is written. */
export function getLines(resource: Resource, moment: Moment, { wide = false }: Pick<GetOptions, 'wide'> = {}): Lines {
  return withTable(resource, moment, (columns, present) => {
    const lines = linesOfTable(columns, wide, present(), moment);
    return lines.count > 0 ? lines : { count: 1, line: () => noneFound(moment) };
  });
}

type Use<Result> = <Line>(columns: readonly Column<Line>[], present: () => readonly Line[], seen: () => Iterable<Seen<Line>>) => Result;

function withTable<Result>(resource: Resource, moment: Moment, use: Use<Result>): Result {
  const { version, seen } = moment;
  switch (resource) {
    case 'jobs':
      return use(
        jobTable(version),
        () => moment.jobs,
        () => seen.jobs,
      );
    case 'pods':
      return use(
        podTable,
        () => moment.pods,
        () => seen.pods,
      );
    case 'cronjobs':
      return use(
        cronJobTable(version),
        () => moment.cronJobs,
        () => seen.cronJobs,
      );
    case 'events':
      return use(
        eventTable,
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
  } else yield print({ lines: present(), clock: moment }) || `${noneFound(moment)}\n`;
}

function noneFound({ namespace }: Moment): string {
  return `No resources found in ${namespace} namespace.`;
}
