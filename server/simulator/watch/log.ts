import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import type { ArgumentsOf, Code, CodeGiven } from '../../messages/en/index.ts';
import type { Instant } from '../engine/clock.ts';
import type { Neighbours } from '../objects/active-jobs.ts';
import type { StatusChange } from '../objects/status-change.ts';
import type { NamelessText, Text } from '../objects/text.ts';

/**
 * What happened in a run, each thing with its exact instant, in order of time. Objects are meant by their ordinals. What
 * kubectl shows follows from it, at any moment: nothing here is rounded or put into words.
 *
 * A row is a few numbers, in columns. What else happened with it stands in a table of steps, once for all rows that have it
 * in common, which is why times in a step say how long before, and names stand beside it.
 */
export type WatchEvent = 'ADDED' | 'MODIFIED' | 'DELETED';

/** What changed of a Job. */
export interface JobStep<Message = NamelessText> {
  readonly event: WatchEvent;
  readonly status: StatusChange<Message>;
  /** It waits for its pods to go, or to be let go. */
  readonly deleting?: true;
  /** Without status: of a Job without a CronJob when it is added, and after each edit. */
  readonly object?: Job;
  /** No column of kubectl shows it. */
  readonly hidden?: true;
}

/**
 * What changed of the CronJob. Its active Jobs are told by how many before the latest of them they were created: for each
 * stretch of neighbours its first, and how many it has.
 */
export interface CronJobStep {
  readonly event: WatchEvent;
  readonly active: readonly Neighbours[];
  /** Before the whole second of the change. */
  readonly lastScheduleTime?: Instant;
  readonly lastSuccessfulTime?: Instant;
  /** Without status: when it is added, and after each edit. */
  readonly object?: CronJob;
  /** No column of kubectl shows it. */
  readonly hidden?: true;
}

/** How a pod stands from then on. */
export interface PodStep {
  readonly event: WatchEvent;
  readonly READY: string;
  readonly STATUS: string;
  readonly RESTARTS: string;
  /** Whether it has a node. */
  readonly placed: boolean;
  /** No column of kubectl shows it. */
  readonly hidden?: true;
}

/** What a component says of an object. */
export interface Notice<Message = Text> {
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: Message;
  readonly source: string;
}

/** Of which object it is said. */
export interface EventStep<Message = NamelessText> extends Notice<Message> {
  readonly kind: 'CronJob' | 'Job' | 'Pod';
  /** The part of a pod that is meant, such as `spec.containers{main}`; absent: the whole object. */
  readonly field?: string;
}

/** Equal events are stored as one, and so are different ones where they become many. */
export interface StoredSeries {
  /** Different messages told as one: the message is that of the latest. */
  readonly combined: boolean;
  /** How many came until now, those included that were dropped, and when the first did. */
  readonly count: number;
  readonly first: Instant;
}

/** Why something happened, for the panel and for people who wonder. */
export interface Explanation {
  readonly code: TraceCode;
  readonly args: ArgumentsOf<TraceCode>;
}

/** The same of the Job of a time of the schedule, which stands beside it. */
export interface TurnExplanation {
  readonly code: TurnCode;
}

/** The codes of the texts that say why. */
export type TraceCode = Extract<Code, `trace-${string}`>;
/** Those that speak of a CronJob's Job, or of the time for which it is. */
export type TurnCode = Extract<
  CodeGiven<{ job: string }> | CodeGiven<{ time: string }> | CodeGiven<{ job: string; time: string }>,
  TraceCode
>;
