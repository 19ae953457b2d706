import type { ObjectInText } from '../../application/analysis.ts';
import type { JobSpec } from '../../kubernetes/generated/types.ts';

/** The spec of a Job, or of the Jobs that a CronJob makes, as far as it could be decoded. */
export function jobSpecOf({ judged: { object } }: ObjectInText): JobSpec | undefined {
  if (!object?.spec) return undefined;
  if ('jobTemplate' in object.spec) return object.spec.jobTemplate?.spec;
  return 'schedule' in object.spec ? undefined : object.spec;
}
