import { type FieldPath, field } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, missing } from '../../kubernetes/finding/finding.ts';
import type { JobSpec } from '../../kubernetes/generated/types.ts';
import { domainPrefixedPathProblems, nameFindings } from '../../kubernetes/names/name-problems.ts';
import type { CodeGiven } from '../../messages/en/index.ts';
import { askedOnce } from '../asked-once.ts';
import { atMostBytes, nonNegative, oneOf, relatedField } from '../common-rules.ts';
import type { RuleContext } from '../context.ts';
import {
  completionsSoftLimit,
  maxFailedIndexesForIndexedJob,
  maxFailedIndexesLimitForHighCompletions,
  maxParallelismForIndexedJob,
  parallelismLimitForHighCompletions,
} from '../indexed-job-limits.ts';
import { validatePodTemplate } from '../pod/pod-template.ts';
import { validatePodFailurePolicy } from './pod-failure-policy.ts';
import { validateRestartPolicy } from './restart-policy.ts';
import { validateSuccessPolicy } from './success-policy.ts';

const counts = [
  'parallelism',
  'completions',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
  'backoffLimitPerIndex',
  'maxFailedIndexes',
] as const;

/**
 * The rules that a Job's spec and that of a CronJob's jobTemplate share, selector apart
 * (pkg/apis/batch/validation, 1.37); `spec` has its defaults.
 */
export function validateJobSpec(spec: JobSpec, path: FieldPath, context: RuleContext): Finding[] {
  return [...validateFields(spec, path, context), ...validateRestartPolicy(spec, path, context)];
}

const validateFields = askedOnce((spec: JobSpec, path, context) => {
  return [
    ...counts.flatMap((name) => nonNegative(spec[name], field(path, name))),
    ...validateManagedBy(spec.managedBy, field(path, 'managedBy')),
    ...validateCompletionMode(spec, path),
    ...validatePodFailurePolicy(spec, path),
    ...validateSuccessPolicy(spec, path),
    ...validatePodReplacementPolicy(spec, path),
    ...validatePodTemplate(spec.template ?? {}, field(path, 'template'), context),
  ];
});

function validateManagedBy(value: string | undefined, path: FieldPath): Finding[] {
  if (value === undefined) return [];
  if (value === '') return [bad(path, 'Required', 'job-managed-by-empty')];
  return [...nameFindings(path, domainPrefixedPathProblems(value)), ...atMostBytes(value, 63, path)];
}

function validateCompletionMode(spec: JobSpec, path: FieldPath): Finding[] {
  const found = oneOf(spec.completionMode, ['NonIndexed', 'Indexed'], field(path, 'completionMode'), 'job-completion-mode');
  if (spec.maxFailedIndexes !== undefined && spec.backoffLimitPerIndex === undefined) {
    found.push(
      missing(field(path, 'backoffLimitPerIndex'), 'job-backoff-limit-per-index-missing', {
        related: [relatedField(path, 'maxFailedIndexes')],
      }),
    );
  }
  if (spec.completionMode === 'Indexed') return [...found, ...validateIndexed(spec, path)];
  if ((spec.completionMode ?? 'NonIndexed') !== 'NonIndexed') return found;
  for (const name of ['backoffLimitPerIndex', 'maxFailedIndexes'] as const) {
    if (spec[name] !== undefined) found.push(bad(field(path, name), 'Invalid', 'job-needs-indexed', { args: { field: name } }));
  }
  return found;
}

function validateIndexed(spec: JobSpec, path: FieldPath): Finding[] {
  const { completions, parallelism, maxFailedIndexes } = spec;
  const found: Finding[] = [];
  const atMost = (
    name: 'parallelism' | 'maxFailedIndexes',
    limit: number,
    code: CodeGiven<{ field: string; value: number; limit: number }>,
  ) => {
    const value = spec[name];
    if (value !== undefined && value > limit) found.push(bad(field(path, name), 'Invalid', code, { args: { field: name, value, limit } }));
  };
  if (completions === undefined)
    found.push(missing(field(path, 'completions'), 'job-completions-missing', { related: [relatedField(path, 'completionMode')] }));
  atMost('parallelism', maxParallelismForIndexedJob, 'job-indexed-limit');
  if (completions !== undefined && maxFailedIndexes !== undefined && maxFailedIndexes > completions) {
    const args = { value: maxFailedIndexes, completions };
    found.push(
      bad(field(path, 'maxFailedIndexes'), 'Invalid', 'job-max-failed-indexes-completions', {
        args,
        related: [relatedField(path, 'completions')],
      }),
    );
  }
  atMost('maxFailedIndexes', maxFailedIndexesForIndexedJob, 'job-indexed-limit');
  if (completions === undefined || completions <= completionsSoftLimit || spec.backoffLimitPerIndex === undefined) return found;
  if (maxFailedIndexes === undefined) {
    const args = { completions, limit: completionsSoftLimit };
    found.push(
      missing(field(path, 'maxFailedIndexes'), 'job-max-failed-indexes-missing', { args, related: [relatedField(path, 'completions')] }),
    );
  }
  if (parallelism === undefined || parallelism <= maxParallelismForIndexedJob) {
    atMost('parallelism', parallelismLimitForHighCompletions, 'job-many-completions-limit');
  }
  if (maxFailedIndexes === undefined || maxFailedIndexes <= maxFailedIndexesForIndexedJob) {
    atMost('maxFailedIndexes', maxFailedIndexesLimitForHighCompletions, 'job-many-completions-limit');
  }
  return found;
}

function validatePodReplacementPolicy(spec: JobSpec, path: FieldPath): Finding[] {
  const at = field(path, 'podReplacementPolicy');
  if (spec.podFailurePolicy === undefined) {
    return oneOf(spec.podReplacementPolicy, ['Failed', 'TerminatingOrFailed'], at, 'job-pod-replacement-policy');
  }
  const value = spec.podReplacementPolicy;
  if (value === undefined || value === 'Failed') return [];
  const args = { value, supported: ['Failed'] };
  return [
    bad(at, 'NotSupported', 'job-pod-replacement-policy-failure-policy', { args, related: [relatedField(path, 'podFailurePolicy')] }),
  ];
}
