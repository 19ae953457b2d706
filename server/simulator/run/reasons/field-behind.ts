import { type NodePath, startsWith } from '../../../plain/node-path.ts';
import type { Run } from '../run.ts';

/** Of what decides something, where it stands in the spec of a Job. */
const fields: Readonly<Record<string, NodePath>> = {
  BackoffLimitExceeded: ['backoffLimit'],
  DeadlineExceeded: ['activeDeadlineSeconds'],
  PodFailurePolicy: ['podFailurePolicy'],
  MaxFailedIndexesExceeded: ['maxFailedIndexes'],
  FailedIndexes: ['backoffLimitPerIndex'],
  SuccessPolicy: ['successPolicy'],
  CompletionsReached: ['completions'],
  TtlOver: ['ttlSecondsAfterFinished'],
  JobSuspended: ['suspend'],
  Parallelism: ['parallelism'],
  GracePeriod: ['template', 'spec', 'terminationGracePeriodSeconds'],
};

/** The same in the spec of a CronJob. */
const fieldsOfCronJob: Readonly<Record<string, NodePath>> = {
  Schedule: ['schedule'],
  StartingDeadline: ['startingDeadlineSeconds'],
  ConcurrencyPolicy: ['concurrencyPolicy'],
};

/**
 * Where the field stands that is behind a reason of a condition, or a limit, from the root of the object that was created: of a
 * CronJob in its template, or in its own spec. Undefined where no field is.
 */
export function fieldBehind({ kind }: Pick<Run, 'kind'>, cause: string): NodePath | undefined {
  if (kind === 'CronJob' && Object.hasOwn(fieldsOfCronJob, cause)) return ['spec', ...(fieldsOfCronJob[cause] ?? [])];
  return Object.hasOwn(fields, cause) ? [...jobSpecIn(kind), ...(fields[cause] ?? [])] : undefined;
}

/** From the root of the object: where the spec of its Jobs stands. */
export function jobSpecIn(kind: Run['kind']): NodePath {
  return kind === 'CronJob' ? ['spec', 'jobTemplate', 'spec'] : ['spec'];
}

/** Whether a field, in which a caret is for example, is one of these or a part of one. */
export function isBehind(field: NodePath, fields: readonly NodePath[]): boolean {
  return fields.some((one) => startsWith(field, one));
}
