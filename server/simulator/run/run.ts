import type { Job } from '../../kubernetes/generated/types.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import type { Instant } from '../engine/clock.ts';
import type { Seconds } from '../engine/time.ts';
import type { ActionResult, Summary } from '../recording/recording.ts';
import type { CronJobEntry, EventEntry, Explanation, JobStep, PodEntry, StoredSeries } from '../watch/log.ts';

/**
 * A whole run as one value: plain data that can be sent, stored and read again. It holds what happened and when, not what
 * somebody saw of it: `recordingOf(run)` gives the rows that a watcher with kubectl saw, and `at(run, t)` the cluster at
 * any moment. Large parts are made when they are first read, so a run of which only the summary is wanted costs no more.
 *
 * Things of a kind are written in columns of numbers: a place in a column belongs to the same place in its neighbours.
 * Times are instants, whole microseconds since the create request. Jobs and pods are meant by their ordinals, which number
 * them in the order of their creation. What repeats stands once in a table, and a column tells its place there.
 */
export interface Run {
  /** The object that was created. */
  readonly kind: 'Job' | 'CronJob';
  readonly name: string;
  readonly namespace: string;
  /** Decides how the controllers behaved, and what kubectl prints. */
  readonly version: KubernetesVersion;
  /** The wall clock at the create request, in milliseconds since 1970. */
  readonly epoch: number;
  /** The moment that the run was watched up to: the last change, where nothing more can happen and nobody said how long. */
  readonly end: Instant;
  /** The second up to which the run was watched: what was asked for, otherwise the end rounded to a tenth. */
  readonly until: Seconds;
  /** Nothing happens after the end, however long one waits. */
  readonly settled: boolean;
  /** The bound on steps, or who asked for it, stopped the run before its time. */
  readonly stoppedEarly: boolean;
  /** All that happened up to here is told; before the end where there is too much to tell. */
  readonly told: Instant;
  readonly summary: Summary;
  /** How many Jobs were created until the end. */
  readonly jobsCreated: number;
  readonly actionResults: readonly ActionResult[];
  readonly cronJob?: CronJobColumns | undefined;
  readonly jobs: JobColumns;
  readonly pods: PodColumns;
  readonly events: EventColumns;
  readonly trace: TraceColumns;
}

/** Numbers as the difference of each from the one before it, the first from 0: small, where neighbours are alike. */
export type Differences = readonly number[];

/** A place in a table; -1 for none. */
export type Place = number;

export interface CronJobColumns {
  /** Each change, and what it was. */
  readonly at: Differences;
  readonly step: readonly Place[];
  /** The Job from which the step counts. */
  readonly job: Differences;
  readonly steps: readonly CronJobStep[];
}

/** Times say how long before the change, and Jobs how many before another: what comes again with each run is one step. */
export interface CronJobStep extends Omit<CronJobEntry, 'at'> {}

export interface JobColumns {
  /** By ordinal. */
  readonly names: readonly string[];
  /** Where a CronJob made them. */
  readonly made?: MadeJobs;
  /** Each change, of which Job, and what it was. */
  readonly at: Differences;
  readonly job: Differences;
  readonly step: readonly Place[];
  readonly steps: readonly JobStep<string>[];
}

/** By ordinal: Jobs that a CronJob made differ by name, uid and time alone. */
export interface MadeJobs {
  /** The place of the first Job that was made like it. */
  readonly like: readonly Place[];
  /** As it is stored, without status. */
  readonly objects: readonly Job[];
  readonly uids: readonly string[];
  /** The time for which it was made, as its annotation says it. */
  readonly times: readonly string[];
}

export interface PodColumns {
  /** By ordinal. */
  readonly names: readonly string[];
  /** By ordinal: the Job that it belongs to, or belonged to until it was orphaned. */
  readonly jobs: Differences;
  /** By ordinal: its completion index, -1 without one. */
  readonly indexes: Differences;
  /** By ordinal: its node, -1 where it never had one. */
  readonly node: readonly Place[];
  readonly nodes: readonly string[];
  /** Each change, of which pod, and how the pod stands from then on. */
  readonly at: Differences;
  readonly pod: Differences;
  readonly step: readonly Place[];
  readonly steps: readonly PodStep[];
}

export interface PodStep extends Pick<PodEntry, 'event' | 'READY' | 'STATUS' | 'RESTARTS'> {
  /** Whether it has a node. */
  readonly placed: boolean;
}

export interface EventColumns {
  /** Each time that an event was stored, or stored again with a higher count. */
  readonly at: Differences;
  /** The Job that it is about, -1 where it is about the CronJob. */
  readonly job: Differences;
  readonly count: readonly number[];
  /** How long before that it came for the first time. */
  readonly since: readonly Instant[];
  readonly step: readonly Place[];
  readonly steps: readonly EventStep[];
}

export interface EventStep extends Pick<EventEntry, 'type' | 'reason' | 'source'>, Pick<StoredSeries, 'combined'> {
  readonly message: string;
}

export interface TraceColumns {
  readonly at: Differences;
  /** The pod that it is about, -1 where it is about none. */
  readonly pod: Differences;
  readonly step: readonly Place[];
  readonly steps: readonly TraceStep[];
}

export type TraceStep = Pick<Explanation, 'code' | 'args'>;
