import type { ContainerDefaults } from '../../kubernetes/creation/container-defaults.ts';
import type { Job } from '../../kubernetes/generated/types.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import type { Instant } from '../engine/clock.ts';
import type { Seconds } from '../engine/time.ts';
import type { NameKind } from '../objects/text.ts';
import type { ActionResult, Summary } from '../recording/recording.ts';
import type { CronJobStep, Explanation, JobStep, PodStep, EventStep as SaidStep, StoredSeries, TurnExplanation } from '../watch/log.ts';
import type { PodStatusNumbers } from '../watch/pod-status-numbers.ts';
import type { Differences, Stretches, Times } from './columns.ts';

/**
 * A whole run as one value: plain data that can be sent, stored and read again. It holds what happened and when, not what
 * somebody saw of it: `recordingOf(run)` gives the rows that a watcher with kubectl saw, and `at(run, t)` the cluster at
 * any moment. Large parts are made when they are first read, so a run of which only the summary is wanted costs no more.
 *
 * Things of a kind are written in columns of numbers: a place in a column belongs to the same place in its neighbours.
 * Times are instants, whole microseconds since the create request. Jobs and pods are meant by their ordinals, which number
 * them in the order of their creation. What repeats stands once in a table, and a column tells its place there. Names follow
 * from what is written down, and are made when they are asked for (`names.ts`).
 *
 * `Numbers` is what a column is: where the run is sent, one text (`written/`). Jobs and pods in a column, and names, are written as
 * differences, steps and statuses as their places in the table beside it.
 */
export interface Run<Numbers = Differences> {
  /** The object that was created. */
  readonly kind: 'Job' | 'CronJob';
  readonly name: string;
  readonly namespace: string;
  /** Decides how the controllers behaved, and what kubectl prints. */
  readonly version: KubernetesVersion;
  /** The wall clock at the create request, in milliseconds since 1970. */
  readonly epoch: number;
  /** Decides the ends of names, and uids. */
  readonly seed: number;
  /** What the namespace's LimitRanges give containers. */
  readonly containerDefaults: readonly ContainerDefaults[];
  /** The moment that the run was watched up to: the last change, where nothing more can happen and nobody said how long. */
  readonly end: Instant;
  /** The second up to which the run was watched: what was asked for, otherwise the end rounded to a tenth. */
  readonly until: Seconds;
  /** Nothing happens after the end, however long one waits. */
  readonly settled: boolean;
  /** A bound, or who asked for it, stopped the run before its time. */
  readonly stoppedEarly: boolean;
  /** Where it was stopped because more pods than this existed at once. */
  readonly mostPods?: number;
  /** The same of Jobs of a CronJob. */
  readonly mostJobs?: number;
  /** Why it was watched no longer. */
  readonly watched: WatchEnd;
  /** All that happened up to here is told; before the end where there is too much to tell. */
  readonly told: Instant;
  readonly summary: Summary;
  /** How many Jobs were created until the end. */
  readonly jobsCreated: number;
  /** What became of a CronJob's runs until the end; absent of a Job. */
  readonly runsOfCronJob?: CronJobRuns | undefined;
  /** Absent where no Job was still to end. */
  readonly unfinished?: Unfinished | undefined;
  readonly actionResults: readonly ActionResult[];
  readonly cronJob?: CronJobColumns<Numbers> | undefined;
  readonly jobs: JobColumns<Numbers>;
  readonly pods: PodColumns<Numbers>;
  /** By ordinal, what the pods are called, where that was told by a cluster; otherwise it follows from the seed. */
  readonly podNames?: readonly string[];
  readonly events: EventColumns<Numbers>;
  readonly trace: TraceColumns<Numbers>;
}

/** What the run of a CronJob came to, without what happened in it, and when. */
export interface CronJobOutcome extends Omit<Run, 'told' | 'cronJob' | 'jobs' | 'pods' | 'podNames' | 'events' | 'trace'> {
  readonly kind: 'CronJob';
}

/**
 * Why a run was watched no longer than it was: somebody said how long, or nothing more can happen, or it was watched for as long
 * as runs are at most or at least, or a CronJob's third run had ended, or there was more than the bound on events, or on pods or Jobs at once, or whoever
 * had asked for it was no longer interested.
 */
export type WatchEnd = 'asked' | 'settled' | 'day' | 'hour' | 'third-run' | 'missed' | 'years' | 'events' | 'pods' | 'jobs' | 'cancelled';

/** How many runs of a CronJob came to what; each of them is a Job but the forbidden and the missed. */
export interface CronJobRuns {
  readonly complete: number;
  readonly failed: number;
  /** Deleted before their end, as the next was due. */
  readonly replaced: number;
  /** Neither ended nor deleted. */
  readonly running: number;
  /** Not started, as the one before was active and the policy is Forbid. */
  readonly forbidden: number;
  /** Not started, as it was too late for them. */
  readonly missed: number;
  /** Suspended at the end. */
  readonly suspended: boolean;
}

/** Of the Jobs that were still to end. */
export interface Unfinished {
  /** What kubectl shows of the first pod that waits, such as ImagePullBackOff, or of pods that are refused: FailedCreate; '' where none waits. */
  readonly waiting: string;
  /** They go on for ever, if nobody does anything. */
  readonly endless: boolean;
}

export interface CronJobColumns<Numbers = Differences> {
  /** Each change, and what it was. */
  readonly at: Times<Numbers>;
  readonly step: Numbers;
  /** The Job from which the step counts. */
  readonly job: Numbers;
  readonly steps: readonly CronJobStep[];
}

export interface JobColumns<Numbers = Differences> {
  /** Where a CronJob made them. */
  readonly made?: MadeJobs<Numbers>;
  /** Each change, of which Job, and what it was. */
  readonly at: Times<Numbers>;
  readonly job: Numbers;
  readonly step: Numbers;
  readonly steps: readonly JobStep[];
  readonly named: NamedColumns<Numbers>;
}

/** By ordinal: Jobs that a CronJob made differ by name, uid and time alone. */
export interface MadeJobs<Numbers = Differences> {
  /** The time of the schedule for which it was made. */
  readonly due: Times<Numbers>;
  readonly form: Numbers;
  readonly forms: readonly JobForm[];
}

export interface JobForm {
  /** The first Job that was made so, as it is stored, without status. */
  readonly object: Job;
  /** Of the time zone, in seconds east of Greenwich. */
  readonly offset: number;
}

/** By their kind, what the names are made of that texts leave out, in the order of the rows and of the texts in their steps. */
export type NamedColumns<Numbers = Differences> = { readonly [Kind in NameKind]?: Numbers };

export interface PodColumns<Numbers = Differences> {
  /** By ordinal: the Job that it belongs to, or belonged to until it was orphaned. */
  readonly jobs: Numbers;
  /** By ordinal: its completion index, -1 without one. */
  readonly indexes: Numbers;
  /** By ordinal: how often its index had failed before, where the Job has backoffLimitPerIndex; failures that a policy ignores apart. */
  readonly failures: Stretches;
  readonly ignoredFailures: Stretches;
  /** By ordinal: its node, -1 where it never had one. */
  readonly node: Numbers;
  readonly nodes: readonly string[];
  /** Each change, of which pod, and how the pod stands from then on. */
  readonly at: Times<Numbers>;
  readonly pod: Numbers;
  readonly step: Numbers;
  readonly steps: readonly PodStep[];
  /** What its status says then, in numbers and words. */
  readonly status: Numbers;
  readonly statuses: readonly PodStatusNumbers[];
  readonly words: readonly string[];
}

export interface EventColumns<Numbers = Differences> {
  /** Each time that an event was stored, or stored again with a higher count. */
  readonly at: Times<Numbers>;
  /** The ordinal among its kind of the object that it is about, 0 of the CronJob. */
  readonly object: Numbers;
  readonly count: Numbers;
  /** How long before that it came for the first time. */
  readonly since: Numbers;
  readonly step: Numbers;
  readonly steps: readonly EventStep[];
  readonly named: NamedColumns<Numbers>;
}

export interface EventStep extends SaidStep, Pick<StoredSeries, 'combined'> {}

export interface TraceColumns<Numbers = Differences> {
  readonly at: Times<Numbers>;
  /** The pod that it is about, -1 where it is about none. */
  readonly pod: Numbers;
  readonly step: Numbers;
  readonly steps: readonly TraceStep[];
  /** The times of the schedule that turns are about, in order. */
  readonly dues: Times<Numbers>;
}

export type TraceStep = Explanation | TurnExplanation;
