import { bounds } from '../../estimate/bounds/bounds.ts';
import { runsTogether } from '../../estimate/bounds/runs-together.ts';
import { jobOf } from '../../kubernetes/creation/job-from-cronjob.ts';
import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import { isCronJob } from '../../kubernetes/kinds.ts';
import { podRequests, timesAmounts } from '../../kubernetes/values/pod-resources.ts';
import { formatQuantity } from '../../kubernetes/values/quantity.ts';
import type { Texts } from '../../messages/render.ts';
import type { Run } from '../../simulator/run/run.ts';
import { jobsTogether, podsTogether } from '../../simulator/run/together.ts';
import { durationWords } from '../words/durations.ts';

/**
 * What bounds the Job, or each Job of the CronJob and how many of them there are at a time; then what all their pods ask of the
 * cluster together, as far as they ask for something and anything bounds them.
 */
export function worstTexts(object: Job | CronJob, texts: Texts): readonly string[] {
  const job = jobOf(object);
  const { mostPods, mostAtOnce, longestSeconds } = bounds(job.spec ?? {});
  const time = longestSeconds === undefined ? '' : durationWords(longestSeconds, texts);
  const ofJob = { pods: mostPods ?? ('' as const), atOnce: mostAtOnce, time };
  if (!isCronJob(object)) return [texts('summary-at-worst', ofJob), ...needTexts(job, mostAtOnce, texts)];
  const together = runsTogether(object.spec ?? {});
  const policy = object.spec?.concurrencyPolicy ?? 'Allow';
  const runs = texts('summary-runs-at-worst', { ...ofJob, together: together ?? '', policy });
  return [runs, ...(together === undefined ? [] : needTexts(job, together * mostAtOnce, texts))];
}

/** What the runs of a CronJob came to at the same time in this run, and what their pods asked for then: of a Job nothing. */
export function togetherTexts(object: Job | CronJob, run: Run, texts: Texts): readonly string[] {
  const jobs = jobsTogether(run).most;
  if (!isCronJob(object) || jobs === 0) return [];
  const pods = podsTogether(run).most;
  return [texts('simulated-together', { jobs, pods, needs: needsOf(jobOf(object), pods) })];
}

function needTexts(job: Job, pods: number, texts: Texts): readonly string[] {
  const needs = needsOf(job, pods);
  return needs === '' ? [] : [texts('needed-at-worst', { pods, needs })];
}

/** What so many pods ask for together: `cpu 1, memory 256Mi`; '' where that is nothing. */
function needsOf(job: Job, pods: number): string {
  if (pods === 0) return '';
  const amounts = timesAmounts(podRequests(job.spec?.template?.spec ?? {}), pods);
  return [...amounts].map(([name, amount]) => `${name} ${formatQuantity(amount)}`).join(', ');
}
