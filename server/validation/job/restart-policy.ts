import { type FieldPath, field, nodePath } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, missing } from '../../kubernetes/finding/finding.ts';
import type { JobSpec } from '../../kubernetes/generated/types.ts';
import { type RuleContext, writtenValue } from '../context.ts';

const allowed = ['OnFailure', 'Never'];

/**
 * A Job's pods end, so `Always` is refused; and because an absent restartPolicy is defaulted to `Always`, it must be
 * written. The server answers Required to both (pkg/apis/batch/validation, 1.37).
 */
export function validateRestartPolicy(spec: JobSpec, path: FieldPath, context: RuleContext): Finding[] {
  const at = field(path, 'template', 'spec', 'restartPolicy');
  const value = spec.template?.spec?.restartPolicy ?? '';
  if (value === '' || value === 'Always') {
    const written = writtenValue(at, value, context);
    if (written === 'Always') return [bad(at, 'Required', 'job-restart-policy', { args: { value } })];
    return [written === undefined ? missing(at, 'job-restart-policy-missing') : bad(at, 'Required', 'job-restart-policy-missing')];
  }
  if (!allowed.includes(value)) return [bad(at, 'NotSupported', 'job-restart-policy', { args: { value } })];
  if (spec.podFailurePolicy !== undefined && value !== 'Never') {
    const other = { path: nodePath(field(path, 'podFailurePolicy')), part: 'key' } as const;
    return [
      bad(at, 'Invalid', 'job-restart-policy-pod-failure-policy', {
        related: [{ at: other, code: 'related-pod-failure-policy', args: {} }],
      }),
    ];
  }
  return [];
}
