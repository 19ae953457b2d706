import { expect, test } from 'vitest';
import { aboutSeconds } from '../../server/estimate/runs/job-run.ts';
import type { JobSpec } from '../../server/kubernetes/generated/types.ts';
import { simulate } from '../../server/simulator/simulate.ts';
import { jobOf } from '../manifests.ts';

const script = (text: string) => ({ containers: [{ name: 'main', image: 'busybox:1.36', command: ['sh', '-c', text] }] });

test.each<readonly [JobSpec, string]>([
  [{}, 'sleep 5'],
  [{ completions: 20 }, 'sleep 7'],
  [{ completions: 40, parallelism: 8 }, 'sleep 30'],
  [{ completions: 6, parallelism: 2, completionMode: 'Indexed' }, 'sleep $((JOB_COMPLETION_INDEX * 9))'],
  [{ completions: 6, parallelism: 3, completionMode: 'Indexed' }, 'sleep $((60 - JOB_COMPLETION_INDEX * 9))'],
])('what a Job takes in estimates it takes when it is simulated, but for two seconds: %j %s', (spec, text) => {
  const job = jobOf(spec, script(text));
  const { duration } = simulate(job, {}, { version: '1.37' }).summary;
  expect(Math.abs((aboutSeconds(job.spec ?? {}) ?? Number.NaN) - (duration ?? Number.NaN))).toBeLessThanOrEqual(2);
});
