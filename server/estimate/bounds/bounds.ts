import { jobController, jobSpecDefaults } from '../../kubernetes/defaults/job.ts';
import { defaultGracePeriod, leastGracePeriod } from '../../kubernetes/defaults/pod-template.ts';
import type { JobSpec, PodSpec } from '../../kubernetes/generated/types.ts';
import { onceIn } from '../../plain/once-per.ts';
import { newPodWait, restartWait, sumOfWaits, triesWithin, tryTimes } from './retry-waits.ts';

/** What can happen at worst, as far as the fields of a Job bound it, while nobody edits the Job. */
export interface Bounds {
  /** Undefined for a work queue, whose pods decide when the work is done. */
  readonly completions: number | undefined;
  /** The most pods that run at the same time. */
  readonly mostAtOnce: number;
  /** Rounds of pods if none fails and all take equally long; undefined for a work queue. */
  readonly waves: number | undefined;
  /** The most pods ever created, also if pods are evicted or deleted; undefined: nothing bounds them. */
  readonly mostPods: number | undefined;
  /** The same while only containers fail: fewer where containers are restarted in place. */
  readonly mostPodsByFailures: number | undefined;
  readonly retries: Retries;
  /** Seconds from the start after which the outcome is certain, if pods are scheduled at once; undefined: nothing bounds it. */
  readonly longestSeconds: number | undefined;
}

/** How failures are answered. */
export interface Retries {
  /** A new pod, a new pod of the same index, or a restart of the container in its pod. */
  readonly kind: 'new-pod' | 'new-pod-of-index' | 'restart';
  /** How often the work is begun before the Job (or the index) fails, if every try fails. */
  readonly tries: number;
  /** Seconds before each further try, at most the first twelve; then the last one repeats. */
  readonly waits: readonly number[];
  /** When those tries begin if they fail at once. */
  readonly times: readonly number[];
}

const shown = 12;

/** Works on a spec before or after defaulting; values that the API server refuses give numbers without meaning. */
export const bounds: (spec: JobSpec) => Bounds = onceIn((spec) => spec, boundsOf);

function boundsOf(spec: JobSpec): Bounds {
  const { completions, parallelism, backoffLimit: limit } = { ...jobSpecDefaults(spec), ...spec };
  const mostAtOnce = Math.min(parallelism, completions ?? parallelism);
  const most = mostAtOnce === 0 ? 0 : mostPods(spec, completions, parallelism, limit);
  const retries = retriesOf(spec, limit);
  return {
    completions,
    mostAtOnce,
    waves: completions === undefined || mostAtOnce === 0 ? undefined : Math.ceil(completions / mostAtOnce),
    mostPods: most,
    mostPodsByFailures: retries.kind === 'restart' && !podsCanFail(spec) ? (completions ?? parallelism) * Math.sign(mostAtOnce) : most,
    retries,
    longestSeconds: longest(spec, most),
  };
}

/**
 * A pod is created only while no more failures are counted than the limit, and only as many as work is left: so there are at
 * most limit + completions of them, or limit + parallelism in a work queue. Failures that a policy ignores are not counted.
 */
function mostPods(spec: JobSpec, completions: number | undefined, parallelism: number, limit: number): number | undefined {
  const work = completions ?? parallelism;
  const ignores = spec.podFailurePolicy?.rules?.some(({ action }) => action === 'Ignore') === true;
  const byLimit = ignores ? Number.POSITIVE_INFINITY : limit + work;
  const byIndex = spec.backoffLimitPerIndex === undefined || ignores ? Number.POSITIVE_INFINITY : work * (spec.backoffLimitPerIndex + 1);
  const most = Math.min(byLimit, byIndex, byDeadline(spec, completions, parallelism));
  return most === Number.POSITIVE_INFINITY ? undefined : most;
}

/** Before a deadline there are only so many rounds of new pods: one at first, one after each success, the others after a wait. */
function byDeadline(spec: JobSpec, completions: number | undefined, parallelism: number): number {
  const deadline = spec.activeDeadlineSeconds;
  if (deadline === undefined) return Number.POSITIVE_INFINITY;
  if (spec.backoffLimitPerIndex !== undefined) return (completions ?? 0) * triesWithin(deadline, newPodWait);
  const successes = completions === undefined ? 0 : completions - 1;
  const rounds = successes > 0 ? 1 + successes + Math.floor(deadline / newPodWait(1)) : triesWithin(deadline, newPodWait);
  return parallelism * rounds;
}

/** Whether a pod can fail though its containers are restarted: by its own deadline, or by a container that is not restarted. */
function podsCanFail({ template }: JobSpec): boolean {
  const { activeDeadlineSeconds, containers = [], initContainers = [] } = template?.spec ?? {};
  const restarts = [...containers, ...initContainers].every(({ restartPolicy }) => restartPolicy !== 'Never');
  return activeDeadlineSeconds !== undefined || !restarts;
}

function retriesOf(spec: JobSpec, limit: number): Retries {
  const kind = answerTo(spec);
  const wait = kind === 'restart' ? restartWait : newPodWait;
  const tries = triesOf(kind, limit, spec.backoffLimitPerIndex);
  const times = tryTimes(Math.min(tries, shown + 1), wait);
  return { kind, tries, waits: times.slice(1).map((time, place) => time - (times[place] ?? 0)), times };
}

function answerTo({ template, backoffLimitPerIndex }: JobSpec): Retries['kind'] {
  if (template?.spec?.restartPolicy === 'OnFailure') return 'restart';
  return backoffLimitPerIndex === undefined ? 'new-pod' : 'new-pod-of-index';
}

/** With restarts in place the Job fails as their number reaches the limit, and with a limit of 0 at the first. */
function triesOf(kind: Retries['kind'], limit: number, perIndex = limit): number {
  if (kind === 'restart') return Math.max(limit, 1);
  const retries = kind === 'new-pod' ? limit : Math.min(limit, perIndex);
  return retries + 1;
}

/**
 * A deadline of the Job bounds it, and the time in which its pods end. Without one a deadline of the pods does, if
 * the number of pods is bounded: at worst they run one after another, with all waits between them.
 */
function longest(spec: JobSpec, most: number | undefined): number | undefined {
  const ofPod = spec.template?.spec?.activeDeadlineSeconds;
  const grace = longestStop(spec.template?.spec ?? {});
  if (spec.suspend === true || (spec.managedBy ?? jobController) !== jobController) return undefined;
  if (grace === undefined) return undefined;
  if (spec.activeDeadlineSeconds !== undefined) return spec.activeDeadlineSeconds + grace;
  if (ofPod === undefined || most === undefined) return undefined;
  return most * (ofPod + grace) + sumOfWaits(Math.max(most - 1, 0), newPodWait);
}

/**
 * How long a pod may take to end once it is told to: postStart hooks are waited for, and only of those that sleep the length
 * is known; then comes the grace period, and a little more where hooks or sidecars use it up.
 */
function longestStop({
  terminationGracePeriodSeconds: grace = defaultGracePeriod,
  containers = [],
  initContainers = [],
}: PodSpec): number | undefined {
  const all = [...containers, ...initContainers];
  let longest = grace;
  if (all.some(({ lifecycle, restartPolicy }, place) => lifecycle?.preStop || (place >= containers.length && restartPolicy === 'Always'))) {
    longest += leastGracePeriod;
  }
  for (const { lifecycle } of all) {
    const { postStart } = lifecycle ?? {};
    if (!postStart) continue;
    if (!postStart.sleep) return undefined;
    longest += postStart.sleep.seconds ?? 0;
  }
  return longest;
}
