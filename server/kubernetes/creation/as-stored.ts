import { setJobDefaults } from '../defaults/job.ts';
import type { Job } from '../generated/types.ts';
import type { KubernetesVersion } from '../versions.ts';
import { prepareForCreate } from './prepare-for-create.ts';

/**
 * A decoded Job as the server would keep it: with its defaults and the labels that it gives, and without the fields that the
 * version drops. Two of the same name differ only where somebody wrote something else.
 */
export function asStored(job: Job, version: KubernetesVersion): Job {
  return prepareForCreate(setJobDefaults(job, version), { name: job.metadata?.name ?? '', uid: 'stored' }, version);
}
