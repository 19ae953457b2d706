import { type FieldPath, field } from '../kubernetes/field-path.ts';
import { bad, type Finding, missing } from '../kubernetes/finding.ts';
import type { CronJobSpec } from '../kubernetes/generated/types.ts';
import type { RuleContext } from './context.ts';
import { validateJobSpec } from './job-spec.ts';
import { nonNegative, oneOf } from './values.ts';

/** The rules of a CronJob's spec, its defaults filled in; the Job inside is judged by the Job's own rules. */
export function validateCronJobSpec(spec: CronJobSpec, path: FieldPath, context: RuleContext): Finding[] {
  const jobSpec = spec.jobTemplate?.spec ?? {};
  const jobPath = field(path, 'jobTemplate', 'spec');
  const found = spec.schedule ? [] : [missing(field(path, 'schedule'), 'cron-job-schedule-missing')];
  found.push(
    ...nonNegative(spec.startingDeadlineSeconds, field(path, 'startingDeadlineSeconds')),
    ...oneOf(spec.concurrencyPolicy, ['Allow', 'Forbid', 'Replace'], field(path, 'concurrencyPolicy'), 'cron-job-concurrency-policy'),
    ...validateJobSpec(jobSpec, jobPath, context),
  );
  if (jobSpec.selector) found.push(bad(field(jobPath, 'selector'), 'Invalid', 'cron-job-selector'));
  if (jobSpec.manualSelector) found.push(bad(field(jobPath, 'manualSelector'), 'NotSupported', 'cron-job-manual-selector'));
  return [
    ...found,
    ...nonNegative(spec.successfulJobsHistoryLimit, field(path, 'successfulJobsHistoryLimit')),
    ...nonNegative(spec.failedJobsHistoryLimit, field(path, 'failedJobsHistoryLimit')),
  ];
}
