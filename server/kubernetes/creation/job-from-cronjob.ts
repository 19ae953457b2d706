import type { CronJob, Job } from '../generated/types.ts';
import { isCronJob } from '../kinds.ts';

/** The annotation by which a CronJob's Job says for which time it was made. */
export const scheduledTimestamp = 'batch.kubernetes.io/cronjob-scheduled-timestamp';

/** The Job itself, or one run of a CronJob, apart from its schedule. */
export function jobOf(object: Job | CronJob): Job {
  return isCronJob(object) ? jobFromCronJob(object) : object;
}

/** The Job that `kubectl create job NAME-manual --from=cronjob/NAME` makes (kubectl pkg/cmd/create/create_job.go, 0.37). */
function jobFromCronJob({ metadata, spec }: CronJob): Job {
  const name = metadata?.name ?? '';
  const template = spec?.jobTemplate ?? {};
  const { labels, annotations } = template.metadata ?? {};
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: `${name}-manual`,
      ...(metadata?.namespace === undefined ? {} : { namespace: metadata.namespace }),
      ...(labels ? { labels } : {}),
      annotations: { ...annotations, 'cronjob.kubernetes.io/instantiate': 'manual' },
      ownerReferences: [{ apiVersion: 'batch/v1', kind: 'CronJob', name, uid: metadata?.uid ?? '', controller: true }],
    },
    spec: template.spec ?? {},
  };
}
