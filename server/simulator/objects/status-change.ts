import type { Instant } from '../engine/clock.ts';
import { type CompletionIndexes, differentIndexes, noIndexes, oddIndexes } from './completion-indexes.ts';
import type { JobCondition, JobStatus } from './objects.ts';
import type { Text } from './text.ts';

/**
 * What is new in a Job's status. Times say how long before the change, counts how many more there are, and indexes are
 * those that came or went: so changes are small, and often the same.
 */
export interface StatusChange<Message = Text> {
  /** Before the whole second of the change, as statuses hold whole seconds. Null: there is none any more. */
  readonly startTime?: Instant | null;
  readonly completionTime?: Instant;
  readonly active?: number;
  /** 0: from now on the status counts them, as with the next. */
  readonly ready?: number;
  readonly terminating?: number;
  readonly succeeded?: number;
  readonly failed?: number;
  readonly completedIndexes?: CompletionIndexes;
  /** Empty: from now on the status lists them. */
  readonly failedIndexes?: CompletionIndexes;
  /** Those that came, each at the end or in place of the one of its type. None ever goes. */
  readonly conditions?: readonly JobCondition<Message>[];
}

export const noStatus: JobStatus<never> = {
  startTime: undefined,
  completionTime: undefined,
  active: 0,
  ready: undefined,
  terminating: undefined,
  succeeded: 0,
  failed: 0,
  completedIndexes: noIndexes,
  failedIndexes: undefined,
  conditions: [],
};

/** When a status changes, and the whole second of that as statuses hold it. */
export interface ChangeTime {
  readonly at: Instant;
  readonly second: Instant;
}

/** Both statuses with times as they are. */
export function statusChange<Message>(
  before: JobStatus<Message>,
  after: JobStatus<Message>,
  { at, second }: ChangeTime,
): StatusChange<Message> {
  const change: { -readonly [Field in keyof StatusChange]: StatusChange<Message>[Field] } = {};
  const { startTime, completionTime, completedIndexes, failedIndexes, conditions } = after;
  if (startTime !== before.startTime) change.startTime = startTime === undefined ? null : second - startTime;
  if (completionTime !== undefined && completionTime !== before.completionTime) change.completionTime = second - completionTime;
  for (const count of counts) {
    const value = after[count];
    if (value !== undefined && value !== before[count]) change[count] = value - (before[count] ?? 0);
  }
  const completed = differentIndexes(before.completedIndexes, completedIndexes);
  if (completed.length > 0) change.completedIndexes = completed;
  const failed = differentIndexes(before.failedIndexes ?? noIndexes, failedIndexes ?? noIndexes);
  if (failed.length > 0 || (failedIndexes && !before.failedIndexes)) change.failedIndexes = failed;
  const came = conditions.filter((one) => !before.conditions.some((other) => isSame(one, other)));
  if (came.length > 0) change.conditions = came.map((one) => ({ ...one, changed: at - one.changed }));
  return change;
}

function isSame(a: JobCondition<unknown>, b: JobCondition<unknown>): boolean {
  return a === b || (a.type === b.type && a.status === b.status && a.changed === b.changed && a.message === b.message);
}

const counts = ['active', 'ready', 'terminating', 'succeeded', 'failed'] as const;

/** A status that grows by changes. Its indexes are put together when they are asked for: there may be very many changes. */
export interface GrowingStatus {
  /** But for the indexes. */
  readonly status: Readonly<JobStatus<string>>;
  add(change: StatusChange<string>, time: ChangeTime): void;
  whole(): JobStatus<string>;
}

export function growingStatus(): GrowingStatus {
  const status: JobStatus<string> = { ...noStatus };
  const completed: CompletionIndexes[number][] = [];
  let failed: CompletionIndexes[number][] | undefined;
  return {
    status,
    add(change, { at, second }) {
      const { startTime, completionTime, completedIndexes, failedIndexes, conditions } = change;
      if (startTime !== undefined) status.startTime = startTime === null ? undefined : second - startTime;
      if (completionTime !== undefined) status.completionTime = second - completionTime;
      for (const count of counts) {
        const more = change[count];
        if (more !== undefined) status[count] = (status[count] ?? 0) + more;
      }
      if (completedIndexes) completed.push(...completedIndexes);
      if (failedIndexes) {
        failed ??= [];
        failed.push(...failedIndexes);
      }
      for (const one of conditions ?? []) status.conditions = withCondition(status.conditions, { ...one, changed: at - one.changed });
    },
    whole: () => ({ ...status, completedIndexes: oddIndexes(completed), failedIndexes: failed && oddIndexes(failed) }),
  };
}

function withCondition<Message>(
  conditions: readonly JobCondition<Message>[],
  one: JobCondition<Message>,
): readonly JobCondition<Message>[] {
  const place = conditions.findIndex(({ type }) => type === one.type);
  return place < 0 ? [...conditions, one] : conditions.with(place, one);
}
