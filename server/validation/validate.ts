import { field, root } from '../kubernetes/field-path.ts';
import type { Finding } from '../kubernetes/finding.ts';
import type { CronJob, Job } from '../kubernetes/generated/types.ts';
import type { RuleContext } from './context.ts';
import { validateCronJobSpec } from './cron-job-spec.ts';
import { validateJobSpec } from './job-spec.ts';
import { validateMetadata } from './metadata.ts';

/** What the API server says of a Job to be created, decoded and with its defaults. */
export function validateJob(job: Job, context: RuleContext): Finding[] {
  return [
    ...validateMetadata(job.metadata ?? {}, field(root, 'metadata')),
    ...validateJobSpec(job.spec ?? {}, field(root, 'spec'), context),
  ];
}

/** What the API server says of a CronJob to be created, decoded and with its defaults. */
export function validateCronJob(cronJob: CronJob, context: RuleContext): Finding[] {
  return [
    ...validateMetadata(cronJob.metadata ?? {}, field(root, 'metadata')),
    ...validateCronJobSpec(cronJob.spec ?? {}, field(root, 'spec'), context),
  ];
}
