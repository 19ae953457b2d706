import type { Job } from '../../kubernetes/generated/types.ts';
import { type Instant, secondsOf, shownSeconds } from '../engine/clock.ts';
import type { Seconds } from '../engine/time.ts';
import type { PodLine, Seen } from '../kubectl/moment.ts';
import type { PodStep } from '../watch/log.ts';
import type { PodStatus } from '../watch/pod-status-numbers.ts';
import { formOf } from './jobs-at.ts';
import { hasNetwork, podObject, podStatusOf, storedSeconds } from './pod-object.ts';
import { podName, type RunReading } from './read-run.ts';

/** The pods that exist at the instant, by name. */
export function podsAt(reading: RunReading, instant: Instant): readonly PodLine[] {
  const pods = reading.pods();
  const lines: PodLine[] = [];
  for (const pod of reading.podsByName()) {
    const last = pods.last(pod, instant);
    if (last === undefined || podStep(reading, last)?.event === 'DELETED') continue;
    const line = podLine(reading, pod, last);
    if (line) lines.push(line);
  }
  return lines;
}

export function* seenPods(reading: RunReading, until: Instant): Iterable<Seen<PodLine>> {
  const { at, of, until: countUntil } = reading.pods();
  const count = countUntil(until);
  for (let change = 0; change < count; change++) {
    const step = podStep(reading, change);
    const line = step?.hidden ? undefined : makePodLine(reading, of[change] ?? 0, change);
    if (step && line) yield { t: shownSeconds(at[change] ?? 0), event: step.event, line };
  }
}

export function podStep({ run }: RunReading, change: number): PodStep | undefined {
  return run.pods.steps[run.pods.step[change] ?? -1];
}

/** After the same change it is made once: from one moment to the next, nearly all are the same. */
function podLine(reading: RunReading, pod: number, change: number): PodLine | undefined {
  const known = reading.podLines();
  const line = known[change] ?? makePodLine(reading, pod, change);
  known[change] = line;
  return line;
}

function makePodLine(reading: RunReading, pod: number, change: number): PodLine | undefined {
  const step = podStep(reading, change);
  if (!step) return undefined;
  const { node, nodes } = reading.run.pods;
  const { READY, STATUS, RESTARTS, placed } = step;
  const { at, first } = reading.pods();
  const created = at[first(pod) ?? 0] ?? 0;
  const placedOn = placed ? nodes[node[pod] ?? -1] : undefined;
  return {
    name: podName(reading, pod),
    created: secondsOf(created),
    READY,
    STATUS,
    RESTARTS,
    get restarted() {
      return lastRestart(podStatusOf(reading, change), storedSeconds(reading.run.epoch, at[change] ?? 0));
    },
    get ip() {
      return hasNetwork(podStatusOf(reading, change)) ? podAddress(pod) : undefined;
    },
    node: placedOn,
    get readinessGates() {
      return gatesOf(formOf(reading, reading.podJobs()[pod] ?? 0, created));
    },
    get object() {
      return podObject(reading, { pod, change, taken: takenAt(reading, pod), node: placedOn });
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

/** When a container ended that was restarted, or waits to be: the last one (pkg/printers/internalversion/printers.go printPod, 1.37). */
function lastRestart({ containers }: PodStatus, at: Seconds): Seconds | undefined {
  const ends = containers.flatMap(({ last }) => last?.finishedAgo ?? []);
  return ends.length === 0 ? undefined : at - Math.min(...ends);
}

/** When it had its node; undefined where it never had one. */
function takenAt(reading: RunReading, pod: number): Seconds | undefined {
  const { at, each } = reading.pods();
  for (const change of each(pod, Infinity)) if (podStep(reading, change)?.placed) return storedSeconds(reading.run.epoch, at[change] ?? 0);
  return undefined;
}
