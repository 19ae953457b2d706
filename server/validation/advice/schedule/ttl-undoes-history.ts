import { defaultHistoryLimits } from '../../../kubernetes/defaults/job.ts';
import { field, root } from '../../../kubernetes/finding/field-path.ts';
import { removing } from '../../../kubernetes/finding/remedy.ts';
import type { CronJobSpec } from '../../../kubernetes/generated/types.ts';
import { comingIntervals } from '../rule/pace.ts';
import { adviceRule, atValue, type RulePage, related } from '../rule/rule.ts';

/** A time to live that removes the Jobs of a CronJob before its history limits do. */
export const ttlUndoesHistory = adviceRule({
  code: 'ttl-undoes-history',
  tier: 'pitfall',
  level: 'info',
  english:
    'With runs {interval} s apart, Jobs that go {ttl} s after their end never reach the history limit of {limit}: leave it out, or raise it',
  korean:
    '실행 간격이 {interval}초인데 잡이 끝난 지 {ttl}초 만에 지워지므로 기록 한도({limit})에 이르지 못합니다. 이 필드를 빼거나 값을 늘리십시오.',
  check({ cronJob, job, jobPath, timing, now }) {
    const ttl = job.ttlSecondsAfterFinished;
    const wanted = cronJob && jobsToKeep(cronJob);
    if (ttl === undefined || wanted === undefined || !timing) return undefined;
    const interval = Math.min(...comingIntervals(timing, now));
    if (!Number.isFinite(interval) || ttl >= wanted.count * interval) return undefined;
    const path = field(jobPath, 'ttlSecondsAfterFinished');
    return atValue(
      path,
      { ttl, interval, limit: wanted.limit },
      wanted.written && [related(field(root, 'spec', wanted.written), wanted.written)],
    );
  },
  remedies: ({ path }) => [removing(path)],
});

export const page: RulePage = {
  finds: 'A time to live in the template of a CronJob is shorter than the history limits need',
  why: 'A CronJob keeps its last Jobs by its history limits, three that succeeded and one that failed unless said otherwise. A time to live counts for each Job alone and removes it sooner: when somebody looks in the morning why the night’s run failed, the Job and its logs are gone.',
  advice: 'Leave the time to live out, and say by the limits how many Jobs are kept',
  wrong: `
apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "0 3 * * *"
  failedJobsHistoryLimit: 3
  jobTemplate:
    spec:
      ttlSecondsAfterFinished: 600
      #                        ^^^ ttl-undoes-history
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: report
              image: registry.example/report:1.4
              resources: {requests: {memory: 64Mi}}
`,
  right: `
apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "0 3 * * *"
  failedJobsHistoryLimit: 3
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: report
              image: registry.example/report:1.4
              resources: {requests: {memory: 64Mi}}
`,
};

type Limit = 'successfulJobsHistoryLimit' | 'failedJobsHistoryLimit';

/**
 * How many intervals a Job has to stay for the limits to count: one, where they are the defaults; by the larger one that is
 * written, so many that the oldest is still there when the newest has ended. Undefined where no Job is kept anyway.
 */
function jobsToKeep(spec: CronJobSpec): { readonly count: number; readonly limit: number; readonly written?: Limit } | undefined {
  const limits: readonly Limit[] = ['successfulJobsHistoryLimit', 'failedJobsHistoryLimit'];
  const kept = limits.filter((limit) => spec[limit] !== 0);
  const [written] = kept.filter((limit) => spec[limit] !== undefined).sort((a, b) => (spec[b] ?? 0) - (spec[a] ?? 0));
  const [first] = kept;
  if (first === undefined) return undefined;
  const limit = written === undefined ? defaultHistoryLimits[first] : (spec[written] ?? 1);
  return written === undefined ? { count: 1, limit } : { count: Math.max(1, limit - 1), limit, written };
}
