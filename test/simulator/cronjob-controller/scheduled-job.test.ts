import { expect, test } from 'vitest';
import { scheduledJob } from '../../../server/simulator/cronjob-controller/scheduled-job.ts';
import { scheduledJobName } from '../../../server/simulator/objects/names.ts';
import { cronJobOf } from '../../manifests.ts';

const at = (text: string) => Date.parse(`2026-03-01T${text}Z`);

test('the Job of a time says that time in the CronJob’s zone', () => {
  const job = scheduledJob(cronJobOf({ timeZone: 'Asia/Seoul' }), scheduledJobName('tick', at('10:15:00')), at('10:15:00'), 9 * 3600);
  expect(job.metadata?.name).toBe('tick-29539335');
  expect(job.metadata?.annotations).toEqual({ 'batch.kubernetes.io/cronjob-scheduled-timestamp': '2026-03-01T19:15:00+09:00' });
});
