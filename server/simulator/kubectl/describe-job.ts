import type { JobSpec, JobStatus, ObjectMeta } from '../../kubernetes/generated/types.ts';
import { behaviourOf } from '../versions/behaviour.ts';
import { eventLines } from './describe-events.ts';
import { podTemplateLines } from './describe-pod-template.ts';
import { annotationLines, labelLines, orNone, selectorText, timeText } from './described-values.ts';
import { humanDuration } from './human-duration.ts';
import type { JobLine, Moment } from './moment.ts';
import { tabAligned } from './tab-aligned.ts';

/** What `kubectl describe job NAME` prints at the moment. */
export function describeJob(moment: Moment, { name, object }: Pick<JobLine, 'name' | 'object'>): string {
  const behaviour = behaviourOf(moment.version);
  const { metadata, spec = {}, status = {} } = object;
  const { completionMode, template } = spec;
  return tabAligned([
    `Name:\t${name}`,
    `Namespace:\t${moment.namespace}`,
    `Selector:\t${selectorText(spec.selector)}`,
    ...labelLines('Labels', metadata?.labels),
    ...annotationLines('Annotations', metadata?.annotations),
    ...controllerLines(metadata),
    ...lineIf('Parallelism', spec.parallelism),
    `Completions:\t${spec.completions ?? '<unset>'}`,
    ...lineIf('Completion Mode', completionMode),
    ...(behaviour.has('describesLimitsOfJobs') ? limitLines(spec) : []),
    ...timeLines(status),
    ...lineIf('Active Deadline Seconds', spec.activeDeadlineSeconds, 's'),
    `Pods Statuses:\t${podCounts(status)}`,
    ...(completionMode === 'Indexed' ? [`Completed Indexes:\t${cutIndexes(status.completedIndexes)}`] : []),
    ...podTemplateLines(template, behaviour),
    ...eventLines(moment, 'Job', name),
  ]);
}

export function lineIf(label: string, value: string | number | boolean | undefined, unit = ''): readonly string[] {
  return value === undefined ? [] : [`${label}:\t${value}${unit}`];
}

function limitLines({ suspend, backoffLimit, ttlSecondsAfterFinished }: JobSpec): readonly string[] {
  return [
    ...lineIf('Suspend', suspend),
    ...lineIf('Backoff Limit', backoffLimit),
    ...lineIf('TTL Seconds After Finished', ttlSecondsAfterFinished),
  ];
}

function controllerLines(metadata: ObjectMeta | undefined): readonly string[] {
  const owner = metadata?.ownerReferences?.find(({ controller }) => controller);
  return owner ? [`Controlled By:\t${owner.kind ?? ''}/${owner.name ?? ''}`] : [];
}

function timeLines({ startTime, completionTime }: JobStatus): readonly string[] {
  return [
    ...(startTime ? [`Start Time:\t${timeText(startTime)}`] : []),
    ...(completionTime ? [`Completed At:\t${timeText(completionTime)}`] : []),
    ...(startTime && completionTime ? [`Duration:\t${humanDuration((Date.parse(completionTime) - Date.parse(startTime)) / 1000)}`] : []),
  ];
}

function podCounts({ active = 0, ready, succeeded = 0, failed = 0 }: JobStatus): string {
  return `${active} Active${ready === undefined ? '' : ` (${ready} Ready)`} / ${succeeded} Succeeded / ${failed} Failed`;
}

/** Cut after the first comma from the fiftieth character on. */
function cutIndexes(indexes = ''): string {
  const comma = indexes.indexOf(',', 50);
  return orNone(comma < 0 ? indexes : `${indexes.slice(0, comma + 1)}...`);
}
