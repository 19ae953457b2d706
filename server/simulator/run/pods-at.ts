import type { Job } from '../../kubernetes/generated/types.ts';
import { type Instant, secondsOf, shownSeconds } from '../engine/clock.ts';
import type { Seconds } from '../engine/time.ts';
import type { PodLine, Seen } from '../kubectl/moment.ts';
import type { PodStep } from '../watch/log.ts';
import { formOf } from './jobs-at.ts';
import { podName, type RunReading } from './read-run.ts';

/** The pods that exist at the instant, by name. */
export function podsAt(reading: RunReading, instant: Instant): readonly PodLine[] {
  const pods = reading.pods();
  const lines: PodLine[] = [];
  for (const pod of reading.podsByName()) {
    const last = pods.last(pod, instant);
    const step = last === undefined ? undefined : podStep(reading, last);
    if (step && step.event !== 'DELETED') lines.push(podLine(reading, pod, step, instant));
  }
  return lines;
}

export function seenPods(reading: RunReading, until: Instant): readonly Seen<PodLine>[] {
  const { at, of, until: count } = reading.pods();
  return Array.from({ length: count(until) }, (_, change) => change).flatMap((change) => {
    const [pod, instant, step] = [of[change] ?? 0, at[change] ?? 0, podStep(reading, change)];
    return step ? [{ t: shownSeconds(instant), event: step.event, line: podLine(reading, pod, step, instant) }] : [];
  });
}

export function podStep({ run }: RunReading, change: number): PodStep | undefined {
  return run.pods.steps[run.pods.step[change] ?? -1];
}

function podLine(reading: RunReading, pod: number, step: PodStep, instant: Instant): PodLine {
  const { node, nodes } = reading.run.pods;
  const { READY, STATUS, RESTARTS, placed } = step;
  const { at, first } = reading.pods();
  const created = at[first(pod) ?? 0] ?? 0;
  return {
    name: podName(reading, pod),
    created: secondsOf(created),
    READY,
    STATUS,
    RESTARTS,
    restarted: RESTARTS === '0' ? undefined : restartedAt(reading, pod, instant),
    ip: placed ? podAddress(pod) : undefined,
    node: placed ? nodes[node[pod] ?? -1] : undefined,
    get readinessGates() {
      return gatesOf(formOf(reading, reading.podJobs()[pod] ?? 0, created));
    },
  };
}

function gatesOf({ spec }: Job): number {
  return spec?.template?.spec?.readinessGates?.length ?? 0;
}

/** Addresses of the usual pod network, one after the other. */
function podAddress(ordinal: number): string {
  return `10.244.${Math.floor(ordinal / 250) % 256}.${(ordinal % 250) + 4}`;
}

/**
 * When the container ended that was last restarted, or waits to be, as the pod's course tells: a container ended when its
 * pod's status became one of an ended container.
 */
function restartedAt(reading: RunReading, pod: number, until: Instant): Seconds | undefined {
  let before: PodStep | undefined;
  let ended: Seconds | undefined;
  let restarted: Seconds | undefined;
  const { at, each } = reading.pods();
  for (const change of each(pod, until)) {
    const step = podStep(reading, change);
    if (!step) continue;
    const t = shownSeconds(at[change] ?? 0);
    if (isEnded(step) && !(before && isEnded(before))) ended = t;
    const again = before !== undefined && step.RESTARTS !== before.RESTARTS;
    if (again || step.STATUS.endsWith('CrashLoopBackOff')) restarted = ended ?? t;
    before = step;
  }
  return restarted;
}

function isEnded({ STATUS }: PodStep): boolean {
  return !/^(Pending|SchedulingGated|Running|NotReady|ContainerCreating|PodInitializing|Terminating|Init:\d+\/\d+|(Init:)?(InvalidImageName|ErrImage.*|ImagePullBackOff|CreateContainerConfigError))$/.test(
    STATUS,
  );
}
