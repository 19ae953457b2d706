import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import type { ArgumentsOf, Code } from '../../messages/en/index.ts';
import type { Instant } from '../engine/clock.ts';
import type { StatusChange } from '../objects/status-change.ts';

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
}

/** What changed of a Job. Jobs that live alike share their steps. */
export interface JobStep {
  readonly event: WatchEvent;
  readonly status: StatusChange;
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
  /** Whether it has a node. */
  readonly placed: boolean;
}

/** An event as the API server stores it from then on: new, or told again. */
export interface EventEntry extends Notice {
  readonly at: Instant;
  /** Different messages told as one: the message is that of the latest. */
  readonly combined: boolean;
  /** How many came until now, those included that were dropped, and when the first did. */
  readonly count: number;
  readonly first: Instant;
}

/** What a component says of an object. */
export interface Notice {
  readonly kind: 'Job' | 'CronJob';
  /** The Job's ordinal; there is one CronJob. */
  readonly object: number;
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  readonly source: string;
}

/** Why something happened, for the panel and for people who wonder. */
export interface TraceEntry {
  readonly at: Instant;
  /** The pod that it is about, where it is about one. */
  readonly pod?: number;
  readonly code: TraceCode;
  readonly args: ArgumentsOf<TraceCode>;
}

/** The codes of the texts that say why. */
export type TraceCode = Extract<Code, `trace-${string}`>;
