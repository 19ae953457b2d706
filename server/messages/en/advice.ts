import type { MessageTable } from '../table/message-table.ts';

function cannotStart({
  command,
  nearest,
  cause,
  image,
}: {
  command: string;
  nearest: string;
  cause: 'spaces' | 'in-script' | 'misspelt' | 'not-in-image';
  image: string;
}): string {
  if (cause === 'spaces') return `There is no program called \`${command}\`: write each word as an item of its own, or run it with sh -c`;
  if (cause === 'in-script')
    return `There is no program \`${command}\`, so the script goes on without it or ends with exit code 127: is \`${nearest}\` meant?`;
  if (cause === 'misspelt') return `There is no program \`${command}\`, so the container cannot start: is \`${nearest}\` meant?`;
  return `The image ${image} has no program \`${command}\`, so the container cannot start: use another image or program`;
}

function clockChange({ zone, skipped, doubled }: { zone: string; skipped: readonly string[]; doubled: readonly string[] }): string {
  const none = skipped.length ? `there is no run at ${skipped.join(', ')}` : '';
  const two = doubled.length ? `there are two runs at ${doubled.join(', ')}` : '';
  return `As the clocks in ${zone} change ${none}${none && two ? ' and ' : ''}${two}: choose an hour that no change touches, or Etc/UTC`;
}

/** Our own advice, by the code of its rule. */
export const advice = {
  'command-cannot-start': cannotStart,
  'deadline-before-work': ({ deadline, work, waves }: { deadline: number; work: number; waves: number }) =>
    `The deadline of ${deadline} s comes before the work is done: by its commands it takes at least ${work} s${waves > 1 ? ` in ${waves} waves` : ''}`,
  'image-latest': 'The image `{image}` may be another program each time a pod starts: name a version, or a digest',
  'image-name': ({ image, replacement }: { image: string; replacement: string }) =>
    replacement
      ? `\`${image}\` is no image name, so its pods wait as InvalidImageName and never start: write ${replacement}, in lower case`
      : `\`${image}\` is no image name, so its pods wait as InvalidImageName and never start: write it as registry/name:tag`,
  'liveness-probe':
    'The liveness probe kills `{container}` if it does not answer for {seconds} s, though its work may be going on: leave it out of a Job, and set activeDeadlineSeconds',
  'logs-gone-at-limit':
    'With OnFailure the pod and its logs are deleted when backoffLimit is reached: use Never if you want to read why the work failed',
  'many-retries':
    'With {name} {limit}, work that always fails starts up to {pods} pods before the Job gives up: lower it, or set activeDeadlineSeconds',
  'never-ending-work':
    '`{container}` runs until something stops it, so the Job never completes: let its command end, or set activeDeadlineSeconds',
  'no-memory-request':
    '`{container}` requests no memory: it may be placed where there is none, and is among the first to be evicted; set resources.requests.memory',
  'overlapping-runs':
    'A run takes about {seconds} s, but the next may start after {interval} s: runs will overlap unless concurrencyPolicy is Forbid or Replace',
  'parallelism-above-completions':
    'Only {completions} pods are needed, so no more than that ever run at once: lower parallelism from {parallelism}, or raise completions',
  'replaced-before-done':
    'A run takes about {seconds} s, but is replaced after {longest} s at the latest, so none ever completes: use Forbid, or run it less often',
  'schedule-clock-change': clockChange,
  'schedule-either-day': ({ everyDay }: { everyDay: boolean }) =>
    everyDay
      ? 'Both day fields are set and either one is enough, so this runs every day: put * into one of them'
      : 'Both day fields are set: this runs on days that match either of them, not both; put * into one of them unless that is meant',
  'schedule-never-fires': 'The schedule `{schedule}` never comes up, as no year has such a day: correct the day or the month',
  'script-in-pieces':
    'sh -c runs only the word behind it, `{script}`; `{rest}` are parameters that it does not see: put the whole command into one string',
  'short-starting-deadline':
    'A run that cannot start within {seconds} s is skipped, and the controller may well be late by more: use 10 or more, better a few minutes',
  'sidecar-as-container': ({ container, init }: { container: string; init: boolean }) =>
    init
      ? `\`${container}\` never ends, so what comes after it never starts: set restartPolicy: Always on it to make it a sidecar`
      : `\`${container}\` never ends, so the Job never completes: move it to initContainers with restartPolicy: Always, which makes it a sidecar`,
  'unreachable-policy-rule': ({ rule, cause, earlier }: { rule: number; cause: 'earlier' | 'no-such-code'; earlier?: number }) =>
    cause === 'earlier'
      ? `Rule ${rule} never applies, as rule ${earlier} takes all that it matches: put it first, or remove it`
      : `Rule ${rule} never applies, as no program ends with such an exit code: use codes from 1 to 255`,
  'unremoved-job': 'Nothing removes this Job and its pods once it has finished: set ttlSecondsAfterFinished, such as 86400 for a day',
} as const satisfies MessageTable;
