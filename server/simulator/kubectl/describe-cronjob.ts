import { behaviourOf } from '../versions/behaviour.ts';
import { eventLines } from './describe-events.ts';
import { lineIf } from './describe-job.ts';
import { podTemplateLines } from './describe-pod-template.ts';
import { annotationLines, labelLines, orNone, selectorText, timeText } from './described-values.ts';
import type { CronJobLine, Moment } from './moment.ts';
import { tabAligned } from './tab-aligned.ts';

const unset = '<unset>';

/** What `kubectl describe cronjob NAME` prints at the moment. */
export function describeCronJob(moment: Moment, { name, object }: Pick<CronJobLine, 'name' | 'object'>): string {
  const behaviour = behaviourOf(moment.version);
  const { metadata, spec = {}, status = {} } = object;
  const job = spec.jobTemplate?.spec ?? {};
  const deadline = spec.startingDeadlineSeconds;
  return tabAligned([
    `Name:\t${name}`,
    `Namespace:\t${moment.namespace}`,
    ...labelLines('Labels', metadata?.labels),
    ...annotationLines('Annotations', metadata?.annotations),
    `Schedule:\t${spec.schedule ?? ''}`,
    `Concurrency Policy:\t${spec.concurrencyPolicy ?? ''}`,
    `Suspend:\t${spec.suspend === undefined ? unset : booleanText(spec.suspend)}`,
    ...(behaviour.has('describesTimeZone') ? [`Time Zone:\t${spec.timeZone ?? unset}`] : []),
    `Successful Job History Limit:\t${spec.successfulJobsHistoryLimit ?? unset}`,
    `Failed Job History Limit:\t${spec.failedJobsHistoryLimit ?? unset}`,
    `Starting Deadline Seconds:\t${deadline === undefined ? unset : `${deadline}s`}`,
    `Selector:\t${job.selector ? selectorText(job.selector) : unset}`,
    `Parallelism:\t${job.parallelism ?? unset}`,
    `Completions:\t${job.completions ?? unset}`,
    ...lineIf('Active Deadline Seconds', job.activeDeadlineSeconds, 's'),
    ...podTemplateLines(job.template, behaviour),
    `Last Schedule Time:\t${status.lastScheduleTime ? timeText(status.lastScheduleTime) : unset}`,
    `Active Jobs:\t${orNone((status.active ?? []).map((job) => job.name ?? '').join(', '))}`,
    ...eventLines(moment, 'CronJob', name),
  ]);
}

function booleanText(value: boolean): string {
  return value ? 'True' : 'False';
}
