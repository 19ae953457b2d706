import type { JobSpec, PodFailurePolicy, SuccessPolicy } from '../../kubernetes/generated/types.ts';
import type { Seconds } from '../engine/time.ts';

/** The fields of a JobSpec that the controllers read, with their defaults (pkg/apis/batch/v1/defaults.go). */
export interface JobFields {
  /** Undefined: a work queue, done when one pod succeeded and the others ended. */
  readonly completions: number | undefined;
  readonly parallelism: number;
  readonly indexed: boolean;
  readonly backoffLimit: number;
  readonly backoffLimitPerIndex: number | undefined;
  readonly maxFailedIndexes: number | undefined;
  readonly activeDeadline: Seconds | undefined;
  readonly ttl: Seconds | undefined;
  readonly suspended: boolean;
  /** Replace a pod when it has failed, not already while it terminates. */
  readonly replaceFailedOnly: boolean;
  readonly podFailurePolicy: PodFailurePolicy | undefined;
  readonly successPolicy: SuccessPolicy | undefined;
  readonly restartOnFailure: boolean;
  /** Another controller looks after the Job. */
  readonly managedByOther: boolean;
}

const unlimited = 2147483647;

export function readJobFields(spec: JobSpec): JobFields {
  const perIndex = spec.backoffLimitPerIndex;
  const single = spec.completions === undefined && spec.parallelism === undefined;
  return {
    completions: single ? 1 : spec.completions,
    parallelism: spec.parallelism ?? 1,
    indexed: spec.completionMode === 'Indexed',
    backoffLimit: spec.backoffLimit ?? (perIndex === undefined ? 6 : unlimited),
    backoffLimitPerIndex: perIndex,
    maxFailedIndexes: spec.maxFailedIndexes,
    activeDeadline: spec.activeDeadlineSeconds,
    ttl: spec.ttlSecondsAfterFinished,
    suspended: spec.suspend ?? false,
    replaceFailedOnly: (spec.podReplacementPolicy ?? (spec.podFailurePolicy ? 'Failed' : '')) === 'Failed',
    podFailurePolicy: spec.podFailurePolicy,
    successPolicy: spec.successPolicy,
    restartOnFailure: spec.template?.spec?.restartPolicy === 'OnFailure',
    managedByOther: (spec.managedBy ?? 'kubernetes.io/job-controller') !== 'kubernetes.io/job-controller',
  };
}
