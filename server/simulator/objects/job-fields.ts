import { jobController, jobSpecDefaults } from '../../kubernetes/defaults/job.ts';
import type { JobSpec, PodFailurePolicy, SuccessPolicy } from '../../kubernetes/generated/types.ts';
import type { Seconds } from '../engine/time.ts';

/** The fields of a JobSpec that the controllers read, with their defaults. */
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

export function readJobFields(spec: JobSpec): JobFields {
  const { completions, parallelism, completionMode, backoffLimit, suspend, podReplacementPolicy } = { ...jobSpecDefaults(spec), ...spec };
  return {
    completions,
    parallelism,
    indexed: completionMode === 'Indexed',
    backoffLimit,
    backoffLimitPerIndex: spec.backoffLimitPerIndex,
    maxFailedIndexes: spec.maxFailedIndexes,
    activeDeadline: spec.activeDeadlineSeconds,
    ttl: spec.ttlSecondsAfterFinished,
    suspended: suspend,
    replaceFailedOnly: podReplacementPolicy === 'Failed',
    podFailurePolicy: spec.podFailurePolicy,
    successPolicy: spec.successPolicy,
    restartOnFailure: spec.template?.spec?.restartPolicy === 'OnFailure',
    managedByOther: (spec.managedBy ?? jobController) !== jobController,
  };
}
