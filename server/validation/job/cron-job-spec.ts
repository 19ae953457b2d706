import { type FieldPath, field } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, misplaced } from '../../kubernetes/finding/finding.ts';
import type { CronJobSpec } from '../../kubernetes/generated/types.ts';
import { nonNegative, oneOf } from '../common-rules.ts';
import type { RuleContext } from '../context.ts';
import { validateJobSpec } from './job-spec.ts';
import { validateSchedule, validateTimeZone } from './schedule.ts';

/**
 * The rules of a CronJob's spec, its defaults filled in; the Job inside is judged by the Job's own rules. In an edit
 * `old` is what it was: an old schedule may keep its time zone, an old timeZone is not judged again.
 */
export function validateCronJobSpec(spec: CronJobSpec, path: FieldPath, context: RuleContext, old?: CronJobSpec): Finding[] {
  const jobSpec = spec.jobTemplate?.spec ?? {};
  const jobPath = field(path, 'jobTemplate', 'spec');
  const sameZone = old !== undefined && old.timeZone === spec.timeZone;
  return [
    ...validateSchedule(spec, path, context, old),
    ...nonNegative(spec.startingDeadlineSeconds, field(path, 'startingDeadlineSeconds')),
    ...(sameZone ? [] : validateTimeZone(spec.timeZone, field(path, 'timeZone'))),
    ...oneOf(spec.concurrencyPolicy, ['Allow', 'Forbid', 'Replace'], field(path, 'concurrencyPolicy'), 'cron-job-concurrency-policy'),
    ...validateJobSpec(jobSpec, jobPath, context),
    ...(jobSpec.selector ? [misplaced(field(jobPath, 'selector'), 'Invalid', 'cron-job-selector')] : []),
    ...(jobSpec.manualSelector ? [bad(field(jobPath, 'manualSelector'), 'NotSupported', 'cron-job-manual-selector')] : []),
    ...nonNegative(spec.successfulJobsHistoryLimit, field(path, 'successfulJobsHistoryLimit')),
    ...nonNegative(spec.failedJobsHistoryLimit, field(path, 'failedJobsHistoryLimit')),
  ];
}
