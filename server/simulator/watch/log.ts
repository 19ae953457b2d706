import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import type { ArgumentsOf, Code, CodeGiven } from '../../messages/en/index.ts';
import type { Instant } from '../engine/clock.ts';
import type { JobOrigin } from '../objects/objects.ts';
import type { StatusChange } from '../objects/status-change.ts';
import type { Text } from '../objects/text.ts';

/**
 * What happened in a run, each thing with its exact instant, in order of time. Objects are meant by their ordinals. What
 * kubectl shows follows from it, at any moment: nothing here is rounded or put into words.
 */
export type WatchEvent = 'ADDED' | 'MODIFIED' | 'DELETED';

export interface JobEntry {
  readonly at: Instant;
  /** The Job's ordinal. */
  readonly job: number;
  readonly step: JobStep;
  /** When a CronJob's Job is added. */
  readonly origin?: JobOrigin;
}

/** What changed of a Job. Jobs that live alike share their steps. */
export interface JobStep<Message = Text> {
  readonly event: WatchEvent;
  readonly status: StatusChange<Message>;
  /** It waits for its pods to go, or to be let go. */
  readonly deleting?: true;
  /** Without status: of a Job without a CronJob when it is added, and after each edit. */
  readonly object?: Job;
  /** No column of kubectl shows it. */
  readonly hidden?: true;
}

export interface CronJobEntry {
  readonly at: Instant;
  readonly event: WatchEvent;
  readonly active: readonly number[];
  readonly lastScheduleTime?: Instant;
  readonly lastSuccessfulTime?: Instant;
  /** Without status: when it is added, and after each edit. */
  readonly object?: CronJob;
  /** No column of kubectl shows it. */
  readonly hidden?: true;
}

export interface PodEntry {
  readonly at: Instant;
  /** The pod's ordinal. */
  readonly pod: number;
  readonly event: WatchEvent;
  readonly READY: string;
  readonly STATUS: string;
  readonly RESTARTS: string;
  /** Undefined until it has one. */
  readonly node: string | undefined;
  /** When it is added. */
  readonly origin?: PodOrigin;
}

export interface PodOrigin {
  /** The ordinal of its Job, and the time of the schedule for which that was made. */
  readonly job: number;
  readonly due: Instant | undefined;
  /** Its completion index; -1 without. */
  readonly index: number;
}

/** What a component says of an object. */
export interface EventEntry {
  readonly at: Instant;
  /** The ordinal of the Job that it is about; undefined: the CronJob. */
  readonly job: number | undefined;
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: Text;
  readonly source: string;
  /** How the API server stores it from then on; undefined: it never comes there. */
  readonly stored: StoredSeries | undefined;
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
export type TraceEntry = Explanation | TurnExplanation;

export interface Explanation {
  readonly at: Instant;
  /** The pod that it is about, where it is about one. */
  readonly pod?: number;
  readonly code: TraceCode;
  readonly args: ArgumentsOf<TraceCode>;
}

/** Of the Job of a time of the schedule. */
export interface TurnExplanation {
  readonly at: Instant;
  readonly code: TurnCode;
  readonly due: Instant;
}

/** The codes of the texts that say why. */
export type TraceCode = Extract<Code, `trace-${string}`>;
/** Those that speak of a CronJob's Job, or of the time for which it is. */
export type TurnCode = Extract<
  CodeGiven<{ job: string }> | CodeGiven<{ time: string }> | CodeGiven<{ job: string; time: string }>,
  TraceCode
>;
