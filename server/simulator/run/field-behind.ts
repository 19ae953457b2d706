import { type NodePath, startsWith } from '../../plain/node-path.ts';
import type { Run } from './run.ts';

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
  suspended: ['suspend'],
  stopping: ['template', 'spec', 'terminationGracePeriodSeconds'],
  initialising: ['template', 'spec', 'initContainers'],
  starting: ['template', 'spec', 'containers', 0, 'image'],
  'not-ready': ['template', 'spec', 'containers', 0, 'readinessProbe'],
  running: ['template', 'spec', 'containers', 0, 'command'],
  command: ['template', 'spec', 'containers', 0, 'command'],
  'backing-off': ['template', 'spec', 'restartPolicy'],
};

/**
 * Where the field stands that is behind a reason of a condition, or a state of a pod: of a CronJob in its template. Undefined
 * where no field is.
 */
export function fieldBehind({ kind }: Pick<Run, 'kind'>, cause: string): NodePath | undefined {
  const path = Object.hasOwn(fields, cause) ? fields[cause] : undefined;
  return path && [...specOf(kind), ...path];
}

/** The other way round: what a field, or a part of it, is behind. */
export function causesBehind({ kind }: Pick<Run, 'kind'>, field: NodePath): readonly string[] {
  const spec = specOf(kind);
  if (!startsWith(field, spec)) return [];
  const inSpec = field.slice(spec.length);
  return Object.entries(fields).flatMap(([cause, path]) => (startsWith(inSpec, path) ? [cause] : []));
}

function specOf(kind: Run['kind']): NodePath {
  return kind === 'CronJob' ? ['spec', 'jobTemplate', 'spec'] : ['spec'];
}
