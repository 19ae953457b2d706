import type { Instant } from '../engine/clock.ts';
import type { JobCondition } from '../objects/objects.ts';
import type { Text } from '../objects/text.ts';
import type { Behaviour } from '../versions/behaviour.ts';

/** How a Job comes to its end: mostly an interim condition first, the final one when all its pods have ended. */
export interface EndCondition {
  readonly type: 'FailureTarget' | 'SuccessCriteriaMet';
  readonly reason: string;
  readonly message: Text;
  /** Whether every version announces it by the interim condition. */
  readonly alwaysAnnounced: boolean;
}

export const backoffLimitExceeded = failure('BackoffLimitExceeded', 'Job has reached the specified backoff limit');
export const deadlineExceeded = failure('DeadlineExceeded', 'Job was active longer than specified deadline');
export const maxFailedIndexesExceeded = failure(
  'MaxFailedIndexesExceeded',
  'Job has exceeded the specified maximal number of failed indexes',
);
export const failedIndexes = failure('FailedIndexes', 'Job has failed indexes');

export function completionsReached(behaviour: Behaviour): EndCondition {
  const [reason, message] = behaviour.has('completionHasReason')
    ? ['CompletionsReached', 'Reached expected number of succeeded pods']
    : ['', ''];
  return { type: 'SuccessCriteriaMet', reason, message, alwaysAnnounced: false };
}

export function failedByPolicy(message: Text): EndCondition {
  return { type: 'FailureTarget', reason: 'PodFailurePolicy', message, alwaysAnnounced: true };
}

export function successPolicyMet(rule: number): EndCondition {
  return { type: 'SuccessCriteriaMet', reason: 'SuccessPolicy', message: `Matched rules at index ${rule}`, alwaysAnnounced: true };
}

function failure(reason: string, message: Text): EndCondition {
  return { type: 'FailureTarget', reason, message, alwaysAnnounced: false };
}

/** Whether the interim condition comes before the final one. */
export function isAnnounced({ alwaysAnnounced }: EndCondition, behaviour: Behaviour): boolean {
  return alwaysAnnounced || behaviour.has('interimConditions');
}

/** What an earlier sync decided; success goes before failure. */
export function decidedEnd(conditions: readonly JobCondition[]): EndCondition | undefined {
  for (const type of ['SuccessCriteriaMet', 'FailureTarget'] as const) {
    const found = conditions.find((condition) => condition.type === type && condition.status === 'True');
    if (found) return { type, reason: found.reason, message: found.message, alwaysAnnounced: true };
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
