import { describeCronJob } from './describe-cronjob.ts';
import { describeJob } from './describe-job.ts';
import type { Moment } from './moment.ts';

/** What `kubectl describe` prints of the object that the run is of; '' when it is gone. */
export function describeText(moment: Moment): string {
  const { object } = moment;
  if (!object) return '';
  return object.kind === 'Job' ? describeJob(moment, object) : describeCronJob(moment, object);
}
