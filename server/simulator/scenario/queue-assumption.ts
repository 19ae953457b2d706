import type { Assumption } from '../../estimate/runs/assumption.ts';
import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import { isCronJob } from '../../kubernetes/kinds.ts';
import { queueOf } from '../../kubernetes/names/kueue.ts';

/** That a Job with Kueue's label waits for its queue, which is not played: a suspended one stays so, any other starts at once. */
export function queueAssumptions(object: Job | CronJob): readonly Assumption[] {
  const job = isCronJob(object) ? object.spec?.jobTemplate : object;
  const queue = queueOf(job?.metadata ?? {});
  if (queue === undefined) return [];
  return [{ code: job?.spec?.suspend === true ? 'assumed-queue-waits' : 'assumed-queue-admits', args: { queue } }];
}
