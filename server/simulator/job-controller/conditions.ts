import type { Instant } from '../engine/clock.ts';
import type { JobCondition } from '../objects/objects.ts';
import type { Text } from '../objects/text.ts';

/** How a Job comes to its end: an interim condition first, the final one when all its pods have ended. */
export interface EndCondition {
  readonly type: 'FailureTarget' | 'SuccessCriteriaMet';
  readonly reason: string;
  readonly message: Text;
}

export const backoffLimitExceeded = failure('BackoffLimitExceeded', 'Job has reached the specified backoff limit');
export const deadlineExceeded = failure('DeadlineExceeded', 'Job was active longer than specified deadline');
export const maxFailedIndexesExceeded = failure(
  'MaxFailedIndexesExceeded',
  'Job has exceeded the specified maximal number of failed indexes',
);
export const failedIndexes = failure('FailedIndexes', 'Job has failed indexes');
export const completionsReached: EndCondition = {
  type: 'SuccessCriteriaMet',
  reason: 'CompletionsReached',
  message: 'Reached expected number of succeeded pods',
};

export function failedByPolicy(message: Text): EndCondition {
  return failure('PodFailurePolicy', message);
}

export function successPolicyMet(rule: number): EndCondition {
  return { type: 'SuccessCriteriaMet', reason: 'SuccessPolicy', message: `Matched rules at index ${rule}` };
}

function failure(reason: string, message: Text): EndCondition {
  return { type: 'FailureTarget', reason, message };
}

/** What an earlier sync decided; success goes before failure. */
export function decidedEnd(conditions: readonly JobCondition[]): EndCondition | undefined {
  for (const type of ['SuccessCriteriaMet', 'FailureTarget'] as const) {
    const found = conditions.find((condition) => condition.type === type && condition.status === 'True');
    if (found) return { type, reason: found.reason, message: found.message };
  }
  return undefined;
}

export function append(
  conditions: readonly JobCondition[],
  type: string,
  { reason, message }: Pick<EndCondition, 'reason' | 'message'>,
  changed: Instant,
): readonly JobCondition[] {
  return [...conditions, { type, status: 'True', reason, message, changed }];
}

/** The conditions with Suspended as it should be; undefined where nothing changes. False is never added, only set. */
export function withSuspended(
  conditions: readonly JobCondition[],
  suspended: boolean,
  changed: Instant,
): readonly JobCondition[] | undefined {
  const status = suspended ? 'True' : 'False';
  const place = conditions.findIndex(({ type }) => type === 'Suspended');
  if (place < 0 ? !suspended : conditions[place]?.status === status) return undefined;
  const reason = suspended ? 'JobSuspended' : 'JobResumed';
  const condition = { type: 'Suspended', status, reason, message: suspended ? 'Job suspended' : 'Job resumed', changed };
  return place < 0 ? [...conditions, condition] : conditions.with(place, condition);
}
