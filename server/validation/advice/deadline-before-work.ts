import { bounds } from '../../estimate/bounds/bounds.ts';
import { estimatePodRun } from '../../estimate/runs/pod-run.ts';
import { field } from '../../kubernetes/finding/field-path.ts';
import { type AdviceRule, atValue } from './rule.ts';

/** A deadline that comes before the work can be done, as far as its commands tell how long it takes. */
export const deadlineBeforeWork: AdviceRule<'deadline-before-work'> = {
  code: 'deadline-before-work',
  level: 'info',
  check({ job, jobPath, pod, podPath, runOf }) {
    if (pod.activeDeadlineSeconds === undefined && job.activeDeadlineSeconds === undefined) return undefined;
    const { atLeast: ofPod } = estimatePodRun(pod, runOf);
    const ofJob = ofPod * (bounds(job).waves ?? 1);
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
};
