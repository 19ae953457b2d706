import { bounds } from '../../../estimate/bounds/bounds.ts';
import { estimateJobRun } from '../../../estimate/runs/job-run.ts';
import { field } from '../../../kubernetes/finding/field-path.ts';
import { setting } from '../../../kubernetes/finding/remedy.ts';
import { adviceRule, atValue, type RulePage } from '../rule/rule.ts';

/** A deadline that comes before the work can be done, as far as its commands tell how long it takes. */
export const deadlineBeforeWork = adviceRule({
  code: 'deadline-before-work',
  tier: 'pitfall',
  level: 'info',
  carriedBy: 'job',
  english: ({ deadline, work, waves }: { deadline: number; work: number; waves: number }) =>
    `The deadline of ${deadline} s comes before the work is done: by its commands it takes at least ${work} s${waves > 1 ? ` in ${waves} waves` : ''}`,
  korean: ({ deadline, work, waves }) =>
    `작업이 끝나기 전에 ${deadline}초 제한 시간이 지납니다. 명령대로라면 ${waves > 1 ? `${waves}차례에 걸쳐 ` : ''}적어도 ${work}초가 걸립니다. 제한을 늘리십시오.`,
  check({ job, jobPath, pod, podPath }) {
    if (pod.activeDeadlineSeconds === undefined && job.activeDeadlineSeconds === undefined) return undefined;
    const { pods, atLeast: ofJob } = estimateJobRun(job);
    const ofPod = Math.max(...pods.map(({ atLeast }) => atLeast));
    if (pod.activeDeadlineSeconds !== undefined && pod.activeDeadlineSeconds < ofPod) {
      return atValue(field(podPath, 'activeDeadlineSeconds'), { deadline: pod.activeDeadlineSeconds, work: ofPod, waves: 1 });
    }
    if (job.activeDeadlineSeconds === undefined || job.activeDeadlineSeconds >= ofJob) return undefined;
    return atValue(field(jobPath, 'activeDeadlineSeconds'), {
      deadline: job.activeDeadlineSeconds,
      work: ofJob,
      waves: bounds(job).waves ?? 1,
    });
  },
  /** Twice the time that the work takes. */
  remedies: ({ path, args: { work } }) => [setting(path, Math.ceil((2 * work) / 10) * 10, { preferred: false })],
});

export const page: RulePage = {
  finds: 'activeDeadlineSeconds, of the Job or of its pods, is shorter than the commands are known to take',
  why: "The pods are ended and the Job fails with reason DeadlineExceeded. Of a Job's deadline all waves count: four completions, two at a time, take twice as long as one.",
  advice: 'Raise the deadline above the time that the work takes, with room for retries',
  wrong: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  ttlSecondsAfterFinished: 86400
  activeDeadlineSeconds: 30
  #                      ^^ deadline-before-work
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example/report:1.4
          command: [sleep, "60"]
          resources: {requests: {memory: 64Mi}}
`,
  right: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  ttlSecondsAfterFinished: 86400
  activeDeadlineSeconds: 120
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example/report:1.4
          command: [sleep, "60"]
          resources: {requests: {memory: 64Mi}}
`,
};
