import type { Times } from '../columns.ts';
import { lateRun } from '../late-run.ts';
import type { CronJobColumns, EventColumns, JobColumns, MadeJobs, NamedColumns, PodColumns, Run, TraceColumns } from '../run.ts';
import { readNumbers, writeNumbers } from './written-numbers.ts';

/**
 * A run as it is sent: each column of numbers is one text. A run of 100,000 pods has six million numbers, and they are handed on
 * five times between the thread that simulates and the page that draws.
 */
export type WrittenRun = Run<string>;

export function writtenRun(run: Run): WrittenRun {
  return withColumns<readonly number[], string>(run, writeNumbers);
}

/** The run that was written. Its columns are read when they are asked for, each part at once. */
export function readWrittenRun(written: WrittenRun): Run {
  return withColumns<string, readonly number[]>(written, readNumbers);
}

type Numbers = string | readonly number[];

function withColumns<From extends Numbers, To>(run: Run<From>, column: (numbers: From) => To): Run<To> {
  const { told, cronJob, jobs, pods, events, trace, ...known } = run;
  return lateRun<To>(known, {
    told: () => told,
    cronJob: () => cronJob && cronJobColumns(cronJob, column),
    jobs: () => jobColumns(jobs, column),
    pods: () => podColumns(pods, column),
    events: () => eventColumns(events, column),
    trace: () => traceColumns(trace, column),
  });
}

function cronJobColumns<From extends Numbers, To>(columns: CronJobColumns<From>, column: (numbers: From) => To): CronJobColumns<To> {
  return { ...columns, at: times(columns.at, column), step: column(columns.step), job: column(columns.job) };
}

function jobColumns<From extends Numbers, To>(columns: JobColumns<From>, column: (numbers: From) => To): JobColumns<To> {
  const { made, at, job, step, steps, named } = columns;
  return {
    ...(made ? { made: madeJobs(made, column) } : {}),
    at: times(at, column),
    job: column(job),
    step: column(step),
    steps,
    named: namedColumns(named, column),
  };
}

function madeJobs<From extends Numbers, To>(made: MadeJobs<From>, column: (numbers: From) => To): MadeJobs<To> {
  return { ...made, due: times(made.due, column), form: column(made.form) };
}

function namedColumns<From, To>(named: NamedColumns<From>, column: (numbers: From) => To): NamedColumns<To> {
  return Object.fromEntries(Object.entries(named).map(([kind, numbers]) => [kind, column(numbers)]));
}

function podColumns<From extends Numbers, To>(columns: PodColumns<From>, column: (numbers: From) => To): PodColumns<To> {
  return {
    ...columns,
    jobs: column(columns.jobs),
    indexes: column(columns.indexes),
    node: column(columns.node),
    at: times(columns.at, column),
    pod: column(columns.pod),
    step: column(columns.step),
    status: column(columns.status),
  };
}

function eventColumns<From extends Numbers, To>(columns: EventColumns<From>, column: (numbers: From) => To): EventColumns<To> {
  return {
    ...columns,
    at: times(columns.at, column),
    object: column(columns.object),
    count: column(columns.count),
    since: column(columns.since),
    step: column(columns.step),
    named: namedColumns(columns.named, column),
  };
}

function traceColumns<From extends Numbers, To>(columns: TraceColumns<From>, column: (numbers: From) => To): TraceColumns<To> {
  return {
    ...columns,
    at: times(columns.at, column),
    pod: column(columns.pod),
    step: column(columns.step),
    dues: times(columns.dues, column),
  };
}

function times<From extends Numbers, To>(written: Times<From>, column: (numbers: From) => To): Times<To> {
  const hasWaits = typeof written === 'object' && 'waits' in written;
  return hasWaits ? { waits: column(written.waits), places: column(written.places) } : column(written);
}
